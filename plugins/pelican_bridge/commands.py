"""The commands that tasks.py offers. Each returns its exit code: 0 done, 1 not done, 3 a bug."""

from __future__ import annotations

import functools
import json
import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

from rich.console import Console
from rich.markup import escape

from plugins.pelican_bridge.build import ROOT, BuildRequest, build_site
from plugins.pelican_bridge.build_day import build_day
from plugins.pelican_bridge.plan import plan_build
from plugins.pelican_bridge.report import counted, progress_on, stopwatch, tell_build, tell_problems
from plugins.practice.problems import Problem, worst_first
from plugins.practice.reading import read_content
from plugins.practice.settings import Practice

CACHE = ROOT / ".cache"


class WrongUseError(Exception):
    """A command was given what it cannot use; the message says what, and how to mend it."""


def command(run: Callable[..., int]) -> Callable[..., int]:
    """A command tells a user's mistake in a sentence, and a bug with all that helps to find it."""

    @functools.wraps(run)
    def told(*arguments: object, **options: object) -> int:
        console = Console(stderr=True)
        try:
            return run(*arguments, **options)
        except WrongUseError as mistake:
            console.print(f"[bold red]Not done.[/] {escape(str(mistake))}", highlight=False)
            return 1
        except OSError as error:
            reason = f"{error.strerror or error}: {error.filename or ''}"
            console.print(
                f"[bold red]Not done.[/] {escape(reason)}\nThe last good site is untouched.",
                highlight=False,
            )
            return 1
        except KeyboardInterrupt:
            console.print("\nStopped. The last good site is untouched.")
            return 1
        except Exception:  # noqa: BLE001  # the last line of defence tells a bug as a bug
            console.print_exception()
            console.print("[bold red]This is a mistake in Housecall[/], not in what you wrote.")
            return 3

    return told


@command
def build(content: str, output: str, kit: str, today: str, *, preview: bool) -> int:
    """Build the site and the kit, and tell what came of it."""
    console = Console()
    request = BuildRequest(
        content=Path(content),
        output=Path(output),
        kit=Path(kit),
        cache=CACHE,
        day_of=day_chooser(today),
        preview=preview,
    )
    with stopwatch() as taken, progress_on(console) as progress:
        result = build_site(request, progress)
    tell_build(console, result, taken[0])
    return 0 if result.plan is not None else 1


def day_chooser(option: str) -> Callable[[Practice], date]:
    """How the build day is found once the practice is known."""

    def choose(practice: Practice) -> date:
        try:
            return build_day(option, os.environ, practice)
        except ValueError:
            found = option or os.environ.get("SOURCE_DATE_EPOCH", "")
            raise WrongUseError(
                f'"{found}" is not a day. Write --today 2026-11-21, '
                "or seconds since 1970 in SOURCE_DATE_EPOCH."
            ) from None

    return choose


@command
def check(content: str, *, as_json: bool) -> int:
    """Tell every problem of the content. 1 when one of them blocks."""
    console = Console()
    problems = _problems_of(Path(content))
    if as_json:
        print(json.dumps([p.as_row() for p in problems], ensure_ascii=False, indent=2))  # noqa: T201  # for programs: no colours, no folding
    else:
        tell_problems(console, problems)
        console.print(f"\nproblems: {counted(problems)}", highlight=False)
    return int(any(problem.blocks for problem in problems))


def _problems_of(folder: Path) -> list[Problem]:
    content, problems = read_content(folder)
    if content is None:
        return worst_first(problems)
    today = day_chooser("")(content.practice)
    return list(plan_build(content, today).problems)
