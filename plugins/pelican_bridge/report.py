"""What a command tells on the terminal: progress, one short table, and the problems."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from plugins.pelican_bridge.build import BuildResult, Progress
from plugins.pelican_bridge.pictures import Pictures
from plugins.practice.posts import State
from plugins.practice.problems import Problem, Severity

_STYLES = {Severity.BLOCK: "bold red", Severity.WARN: "yellow", Severity.NOTE: "cyan"}
_COUNTED = {Severity.BLOCK: "block", Severity.WARN: "warn", Severity.NOTE: "note"}


@contextmanager
def progress_on(console: Console) -> Iterator[Progress]:
    """A line that says what is being done; gone when it is done. Silent where nobody watches."""
    with console.status("Starting") as status:
        yield status.update


def tell_build(console: Console, result: BuildResult, seconds: float) -> None:
    """The table of a build, then its problems."""
    if result.plan is not None:
        console.print(_table(result, seconds))
    tell_problems(console, result.problems)


def _table(result: BuildResult, seconds: float) -> Table:
    plan = result.plan
    assert plan is not None
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
    table.add_column(style="dim")
    table.add_column(justify="right")
    table.add_row("posts published", str(plan.count(State.PUBLISHED)))
    table.add_row("scheduled", str(plan.count(State.SCHEDULED)))
    table.add_row("drafts", str(plan.count(State.DRAFT)))
    table.add_row("held", str(plan.count(State.HELD)))
    table.add_row("pages written", str(result.pages))
    if result.pictures:
        _add_pictures(table, result.pictures)
    table.add_row("feeds", str(result.feeds))
    table.add_row("problems", counted(result.problems))
    table.add_row("took", f"{seconds:.1f} s")
    return table


def _add_pictures(table: Table, pictures: Pictures) -> None:
    table.add_row("pictures drawn", str(pictures.drawn))
    table.add_row("pictures unchanged", str(pictures.reused))
    if pictures.carousels:
        table.add_row("carousels", str(pictures.carousels))
    if pictures.documents:
        table.add_row("carousels as PDF", str(pictures.documents))


def counted(problems: Sequence[Problem]) -> str:
    """ "2 block, 1 warn", or "none"."""
    counts = [(sum(p.severity is s for p in problems), word) for s, word in _COUNTED.items()]
    return ", ".join(f"{count} {word}" for count, word in counts if count) or "none"


def tell_problems(console: Console, problems: Sequence[Problem]) -> None:
    """Each problem with its place, what was found, why it matters and what to do; worst first."""
    for problem in problems:
        style = _STYLES[problem.severity]
        place = f"{problem.file}:{problem.line}"
        console.print(
            f"\n[{style}]{problem.severity}[/] [bold]{escape(place)}[/] {escape(problem.what)}",
            highlight=False,
            soft_wrap=True,
        )
        console.print(f"  why  {escape(problem.why)}", highlight=False, soft_wrap=True)
        console.print(f"  fix  {escape(problem.fix)}", highlight=False, soft_wrap=True)


@contextmanager
def stopwatch() -> Iterator[list[float]]:
    """The seconds that the block took, as the only item of the list."""
    taken: list[float] = []
    started = time.perf_counter()
    yield taken
    taken.append(time.perf_counter() - started)
