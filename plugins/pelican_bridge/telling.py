"""What any command tells on the terminal: problems and counts. Imports nothing heavy."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from rich.console import Console
from rich.markup import escape

from plugins.practice.problems import Problem, Severity

STYLES = {Severity.BLOCK: "bold red", Severity.WARN: "yellow", Severity.NOTE: "cyan"}
_COUNTED = {Severity.BLOCK: "block", Severity.WARN: "warn", Severity.NOTE: "note"}


def counted(problems: Sequence[Problem]) -> str:
    """ "2 block, 1 warn", or "none"."""
    counts = [(sum(p.severity is s for p in problems), word) for s, word in _COUNTED.items()]
    return ", ".join(f"{count} {word}" for count, word in counts if count) or "none"


def tell_problems(console: Console, problems: Sequence[Problem]) -> None:
    """Each problem with its place, what was found, why it matters and what to do; worst first."""
    for problem in problems:
        style = STYLES[problem.severity]
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
