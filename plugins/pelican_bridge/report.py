"""What a build tells on the terminal: progress, one short table, and its problems."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.table import Table

from plugins.pelican_bridge.build import BuildResult, Progress
from plugins.pelican_bridge.pictures import Pictures
from plugins.pelican_bridge.telling import counted, tell_problems
from plugins.practice.posts import State


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
