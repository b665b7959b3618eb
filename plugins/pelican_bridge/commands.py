"""The commands that tasks.py offers. Each returns its exit code: 0 done, 1 not done, 3 a bug."""

from __future__ import annotations

import json
import os
import secrets
import string
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from rich.console import Console

from plugins.pelican_bridge.build import ROOT, BuildRequest, BuildResult, build_site
from plugins.pelican_bridge.build_day import build_moment, start_of
from plugins.pelican_bridge.checklist import checklists, tell_checklists
from plugins.pelican_bridge.command import command
from plugins.pelican_bridge.contact_sheet import sheet_of_posts, sheet_of_samples
from plugins.pelican_bridge.deploying import Carrier, carrier, refuse_unfit
from plugins.pelican_bridge.export_report import tell_export, tell_taken_back
from plugins.pelican_bridge.exporting import check_request, hand_over, take_back
from plugins.pelican_bridge.ledger_keeping import record_public
from plugins.pelican_bridge.mistakes import WrongUseError
from plugins.pelican_bridge.plan import BuildPlan, plan_build
from plugins.pelican_bridge.report import progress_on, tell_build
from plugins.pelican_bridge.serving import serve_preview
from plugins.pelican_bridge.sharing import plan_sharing
from plugins.pelican_bridge.telling import counted, stopwatch, tell_problems
from plugins.pelican_bridge.workers import SpareProcesses
from plugins.practice.fields import did_you_mean
from plugins.practice.new_files import KINDS, Start, new_file, slug_of
from plugins.practice.people import Person
from plugins.practice.problems import Problem, worst_first
from plugins.practice.reading import read_content
from plugins.practice.settings import Practice
from plugins.share_graphics.cache import GraphicCache

CACHE = ROOT / ".cache"


@command
def build(content: str, output: str, kit: str, today: str, *, preview: bool) -> int:
    """Build the site and the kit, and tell what came of it."""
    return _build(
        BuildRequest(
            content=Path(content),
            output=Path(output),
            kit=Path(kit),
            cache=CACHE,
            moment_of=moment_chooser(today),
            preview=preview,
        )
    )


@command
def build_preview(content: Path, folder: Path, address: str) -> int:
    """Build everything that can be shown, marked, for the address of this machine."""
    return _build(
        BuildRequest(
            content=content,
            output=folder / "site",
            kit=folder / "kit",
            cache=folder,  # of its own: each build clears away the pictures it does not need
            moment_of=moment_chooser(""),
            preview=True,
            site_url=address,
        )
    )


def _build(request: BuildRequest) -> int:
    return 0 if build_and_tell(request).plan is not None else 1


def build_and_tell(request: BuildRequest) -> BuildResult:
    """Build, and tell what came of it."""
    console = Console()
    with stopwatch() as taken, progress_on(console) as progress, SpareProcesses() as executor:
        result = build_site(replace(request, executor=executor), progress)
    tell_build(console, result, taken[0])
    return result


def moment_chooser(option: str) -> Callable[[Practice], datetime]:
    """How the moment of the build is found once the practice is known."""

    def choose(practice: Practice) -> datetime:
        try:
            return build_moment(option, os.environ, practice)
        except (ValueError, OverflowError):
            found = option or os.environ.get("SOURCE_DATE_EPOCH", "")
            raise WrongUseError(
                f'"{found}" is not a day. Write --today 2026-11-21, '
                "or seconds since 1970 in SOURCE_DATE_EPOCH."
            ) from None

    return choose


@command
def check(content: str, file: str, *, as_json: bool) -> int:
    """Tell every problem of the content, or of one file. 1 when one of them blocks."""
    plan, problems = _checked(Path(content))
    if file:
        problems = [problem for problem in problems if file.endswith(problem.file)]
    if as_json:
        print(json.dumps([p.as_row() for p in problems], ensure_ascii=False, indent=2))  # noqa: T201  # for programs: no colours, no folding
    else:
        _tell_checked(plan, problems)
    return int(any(problem.blocks for problem in problems))


def _checked(folder: Path) -> tuple[BuildPlan | None, list[Problem]]:
    """The plan, None where there is nothing to plan, and all problems."""
    content, problems = read_content(folder)
    if content is None:
        return None, worst_first(problems)
    plan = plan_build(content, moment_chooser("")(content.practice))
    sharing = plan_sharing(plan, start_of(plan.today, content.practice))
    return plan, worst_first([*plan.problems, *sharing.problems])


def _tell_checked(plan: BuildPlan | None, problems: Sequence[Problem]) -> None:
    console = Console()
    if plan is None:
        tell_problems(console, problems)
    else:
        tell_checklists(console, checklists(plan, problems))
    more = "   (what a rule asks, and why: docs/rules.md)" if problems else ""
    console.print(f"\nproblems: {counted(problems)}{more}", highlight=False, soft_wrap=True)


@command
def new(kind: str, title: str, author: str, folder: str) -> int:
    """Write a new file into the content folder, and say where it is."""
    if kind not in KINDS:
        raise WrongUseError(f'There is no kind "{kind}". {did_you_mean(kind, tuple(KINDS))}')
    content, problems = read_content(Path(folder))
    if content is None:
        tell_problems(Console(), worst_first(problems))
        return 1
    title = title or _asked("Title: " if kind != "person" else "Name: ")
    slug = slug_of(title)
    if not slug:
        raise WrongUseError(
            'Give a title with Latin letters or digits in it: --title "Flu shots this season". '
            "The file is named by it; you can write any other title into the file."
        )
    start = Start(
        title=title,
        author=_author(author, content.people),
        uid=fresh_uid(),
        now=datetime.now(content.practice.zone),
        practice=content.practice,
    )
    path = Path(folder) / KINDS[kind] / f"{slug}.md"
    if path.exists():
        raise WrongUseError(f"{path} is there already. Choose another title.")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(new_file(kind, start), encoding="utf-8", newline="\n")
    told = f"Wrote {path}. Fill it in, then type:  python3 tasks.py check"
    Console().print(told, highlight=False, soft_wrap=True)
    return 0


def _asked(question: str) -> str:
    return input(question).strip() if sys.stdin.isatty() else ""


def _author(given: str, people: Mapping[str, Person]) -> str:
    """The id of the author: as given, else the first clinician."""
    if given and given not in people:
        raise WrongUseError(f'There is no person "{given}". {did_you_mean(given, sorted(people))}')
    return given or next((p.slug for p in people.values() if p.clinical), "")


def fresh_uid() -> str:
    """A new uid: a letter and nine letters or digits: about 10^15 of them, so that no two meet."""
    rest = "".join(secrets.choice(string.ascii_lowercase + string.digits) for _ in range(9))
    return secrets.choice(string.ascii_lowercase) + rest


@command
def serve(content: str, port: str) -> int:
    """Show the preview until Ctrl-C."""
    if not port.isascii() or not port.isdigit() or not 0 < int(port) < 65_536:
        raise WrongUseError(f'"{port}" is no port. Write a number between 1024 and 65535.')
    return serve_preview(Path(content), int(port), CACHE / "preview")


@command
def graphics(content: str, output: str, *, sheet: bool) -> int:
    """Lay the practice's pictures, or samples of all there are, on one sheet to look at."""
    console = Console()
    read, problems = read_content(Path(content))
    if read is None:
        tell_problems(console, worst_first(problems))
        return 1
    file = Path(output)
    if file.is_dir() or file.suffix.lower() not in {".jpg", ".jpeg"}:
        raise WrongUseError(f'"{output}" is no name for a JPEG file. Write --output sheet.jpg.')
    laid = sheet_of_samples(read) if sheet else sheet_of_posts(read)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(laid.draw())
    console.print(f"Wrote {file}: {laid.count} pictures.", highlight=False, soft_wrap=True)
    return 0


@command
def export(scheduler: str, week: str, content: str, kit: str, *, undo: bool) -> int:
    """Hand a week of the plan to a scheduler, or take it back. 1 when there was nothing to hand."""
    console = Console()
    read, problems = read_content(Path(content))
    if read is None:
        tell_problems(console, worst_first(problems))
        return 1
    now = datetime.now(read.practice.plan_zone)
    request = check_request(scheduler, week, read.practice, now)
    plan = plan_build(read, now.astimezone(read.practice.zone), cache=_planned())
    if undo:
        return tell_taken_back(console, take_back(plan, Path(kit), request), request)
    return tell_export(console, hand_over(plan, Path(kit), request), request, Path(kit))


def _planned() -> GraphicCache:
    """What earlier builds have planned."""
    return GraphicCache(CACHE / "graphics")


@command
def deploy(to: str, target: str, branch: str, content: str) -> int:
    """Build, then put the site where the public sees it."""
    console = Console()
    carry = carrier(to, target, branch)
    read, problems = read_content(Path(content))
    if read is None:
        tell_problems(console, worst_first(problems))
        return 1
    refuse_unfit(read.practice)
    request = BuildRequest(
        content=Path(content),
        output=ROOT / "output",
        kit=ROOT / "kit",
        cache=CACHE,
        moment_of=moment_chooser(""),
        deploying=True,
    )
    return 0 if bring_online(request, carry).plan is not None else 1


def bring_online(
    request: BuildRequest,
    carry: Carrier,
    build: Callable[[BuildRequest], BuildResult] = build_and_tell,
) -> BuildResult:
    """Build, carry the site to where the public sees it, and remember what is online.

    WrongUseError: it is online, and could not be remembered.
    """
    result = build(request)
    if result.plan is None:
        return result
    practice = result.plan.content.practice
    carry(request.output, practice)
    Console().print(f"{practice.site_url} is up to date.")
    if not record_public(result.plan):
        raise WrongUseError(
            "The site is online, but what is online could not be written down: "
            "ledger/uids.toml is damaged. Mend it (python3 tasks.py check tells the line), "
            "then deploy again."
        )
    return result
