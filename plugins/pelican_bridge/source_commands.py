"""`check-sources`: asks registries and hosts for every cited work, and tells what came of it.

Nothing here imports Pelican or what draws: the command is to start at once.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from plugins.cited_sources.checking.by_address import WEB
from plugins.cited_sources.checking.due import due
from plugins.cited_sources.checking.locks import BusyError
from plugins.cited_sources.checking.run import Run, run_checks
from plugins.cited_sources.checking.session import DamagedError, Session, session
from plugins.cited_sources.checking.works import works_of
from plugins.cited_sources.consequences.reliance import Outcome, reliances
from plugins.cited_sources.observation import Observation
from plugins.cited_sources.registries.retraction_watch import RetractionWatch, read_retraction_watch
from plugins.cited_sources.reports.as_json import report_as_json
from plugins.cited_sources.reports.as_markdown import report_as_markdown
from plugins.cited_sources.reports.report import Report
from plugins.cited_sources.services import services_of
from plugins.cited_sources.work import Work
from plugins.pelican_bridge.command import command
from plugins.pelican_bridge.last_built import built_feeds, built_graphics
from plugins.pelican_bridge.mistakes import WrongUseError
from plugins.pelican_bridge.source_askers import fetcher_for, registries_for
from plugins.pelican_bridge.source_report import tell_report
from plugins.pelican_bridge.telling import tell_problems
from plugins.practice.problems import worst_first
from plugins.practice.reading import Content, read_content
from plugins.practice.source_checks import CheckedWork

_STOPPED = "Stopped. What was answered so far is kept; the next run goes on with the rest."


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRequest:
    """What to ask, and where to tell it."""

    content: Path
    output: Path
    """The last build: the report names pictures and feed items in it."""
    everything: bool = False
    """Also works whose last answer still holds."""
    also_fetch: bool = False
    """Also pages of works that their identifier proves."""
    as_json: bool = False
    markdown: str = ""
    """The file for the Markdown summary; empty for none."""
    today: str = ""
    """The day to ask as on; empty for the real one."""


@command
def check_sources(request: SourceRequest) -> int:
    """Ask for what is due, remember the answers, tell them. 1 when a finding holds a post."""
    console = Console(stderr=request.as_json)
    _check_file(request.markdown)
    content, problems = read_content(request.content)
    if content is None:
        tell_problems(console, worst_first(problems))
        return 1
    now = _moment(request.today, content)
    works = works_of(
        content.posts, content.pages, content.people.values(), content.sources, content.practice
    )
    try:
        with session(request.content, now) as held:
            asked = due(works, held.known, now, everything=request.everything, already=held.already)
            run = _run(asked, held, content, console, also_fetch=request.also_fetch)
    except KeyboardInterrupt:
        console.print(f"\n{_STOPPED}")
        return 1
    except (BusyError, DamagedError) as error:
        raise WrongUseError(_words_of(error)) from None
    report = _report(request, content, works, held.known, run, now)
    return _tell(console, report, request)


def _check_file(markdown: str) -> None:
    """Told before anything is asked: the summary comes at the end."""
    if markdown and not (Path(markdown).parent.is_dir() and not Path(markdown).is_dir()):
        raise WrongUseError(
            f'The summary cannot be written to "{markdown}": there is no such folder, or it is one.'
        )


def _moment(today: str, content: Content) -> datetime:
    """Now, or the same hour of another day; of one to come only in a trial on this machine, since
    readers are told the day."""
    now = datetime.now(UTC).replace(microsecond=0)
    try:
        moment = datetime.combine(date.fromisoformat(today), now.timetz()) if today else now
    except ValueError:
        raise WrongUseError(f'"{today}" is not a day. Write --today 2026-11-22.') from None
    if moment > now and not content.practice.sources.allow_private_addresses:
        raise WrongUseError(
            f"{today} is still to come, and no answer can be from then: pages tell readers the "
            "day. Only trials on this machine may use one (allow_private_addresses)."
        )
    return moment


def _words_of(error: BusyError | DamagedError) -> str:
    if isinstance(error, BusyError):
        return "Another check-sources is running on this content. Wait until it is done."
    first = error.problems[0]
    return (
        f"{first.file}, line {first.line}: {first.what}. Nothing was asked, because nothing could "
        f"be remembered. To mend it: {first.fix}."
    )


def _run(
    works: Sequence[Work], held: Session, content: Content, console: Console, *, also_fetch: bool
) -> Run:
    retractions = _retraction_watch(content)
    with _progress(console, len(works)) as advance:

        def keep(seen: Observation) -> None:
            held.add(seen)
            advance(seen.id)

        run = asyncio.run(
            _ask(works, held.known, content, keep, retractions, also_fetch=also_fetch)
        )
    held.finish(run.outage)
    return run


async def _ask(
    works: Sequence[Work],
    known: Mapping[str, CheckedWork],
    content: Content,
    keep: Callable[[Observation], None],
    retractions: RetractionWatch | None,
    *,
    also_fetch: bool,
) -> Run:
    services = services_of(content.practice)
    async with (
        registries_for(content.practice) as registries,
        fetcher_for(content.practice) as fetcher,
    ):
        return await run_checks(
            works,
            known,
            registries=registries,
            fetcher=fetcher,
            retraction_watch=retractions,
            on_answer=keep,
            also_fetch=also_fetch,
            controls=(services["doi"].base, services["wayback"].base),
        )


def _retraction_watch(content: Content) -> RetractionWatch | None:
    """The practice's copy of the CSV, where it keeps one."""
    file = content.practice.sources.retraction_watch
    if not file:
        return None
    try:
        return read_retraction_watch(content.folder / file)
    except ValueError as error:
        raise WrongUseError(
            f"retraction_watch in practice.toml names {file}: {error}. "
            "Nothing was asked: mend the line, or take it out."
        ) from None


@contextmanager
def _progress(console: Console, total: int) -> Iterator[Callable[[str], None]]:
    """A bar that moves with each work that has its answer; silent where nobody watches."""
    columns = (
        TextColumn("Asking"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
    )
    seen = set[str]()
    with Progress(
        *columns, console=console, transient=True, disable=not console.is_terminal
    ) as bar:
        task = bar.add_task("", total=total)

        def advance(work: str) -> None:
            seen.add(work)  # a work whose archived copy was found is told twice
            bar.update(task, completed=len(seen))

        yield advance


def _report(
    request: SourceRequest,
    content: Content,
    works: Sequence[Work],
    known: Mapping[str, CheckedWork],
    run: Run,
    now: datetime,
) -> Report:
    practice, posts = content.practice, content.posts
    outcome = Outcome(
        posts=posts,
        practice=practice,
        graphics=built_graphics(request.output, posts, practice),
        feeds=built_feeds(request.output, posts),
        handed_over=content.ledgers.handed_over or (),
    )
    silent = {name for seen in run.observed for name in seen.silent}
    answered = {name for seen in run.observed for name in seen.answered}
    return Report(
        works=works,
        checks=known,
        asked=frozenset(seen.id for seen in run.observed),
        requests=run.requests,
        outage=run.outage,
        silent=sorted(silent - answered - {WEB}),
        today=now.astimezone(practice.zone).date(),
        reliance=reliances(works, outcome),
        accepted=content.ledgers.sources.accepted,
        people=tuple(content.people),
    )


def _tell(console: Console, report: Report, request: SourceRequest) -> int:
    if request.as_json:
        print(report_as_json(report))  # noqa: T201  # for programs: no colours, no folding
    else:
        tell_report(console, report)
    if request.markdown:
        summary = report_as_markdown(report)
        Path(request.markdown).write_text(summary, encoding="utf-8", newline="\n")
    return int(bool(report.held()))
