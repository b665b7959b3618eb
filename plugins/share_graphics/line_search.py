"""Which pieces stand on which line: the search for the best-looking line ends.

All widths are in ems. `Run` holds a text's pieces with the sums that make the width of any line
one subtraction.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from itertools import accumulate

from plugins.share_graphics.breaking import Piece

_WIDOW = 0.45  # a last line shorter than this part of the width looks forgotten
_WIDOW_PRICE = 0.6
_LONE_PRICE = 1.5  # of a last line that is one piece alone, and short
_IN_A_BOX = 0.4  # what the price of a line's end counts where even lines matter more


@dataclass(frozen=True, slots=True)
class Run:
    """Pieces in reading order. A line of the pieces from a to b (without b) is
    `ends[b] - starts[a]` wide."""

    pieces: tuple[Piece, ...]
    starts: tuple[float, ...]
    ends: tuple[float, ...]

    @property
    def count(self) -> int:
        """How many pieces there are."""
        return len(self.pieces)

    def text(self, start: int, end: int) -> str:
        """The line of the pieces from `start` to `end`, as it is drawn."""
        last = self.pieces[end - 1]
        inner = "".join(piece.text + piece.after for piece in self.pieces[start : end - 1])
        return (inner + last.text + last.end).rstrip()

    def lines(self, ends: list[int]) -> tuple[str, ...]:
        """The lines that end after these many pieces."""
        return tuple(self.text(a, b) for a, b in zip([0, *ends[:-1]], ends, strict=True))


def run_of(pieces: tuple[Piece, ...]) -> Run:
    """The run of a text's pieces."""
    after = list(accumulate((piece.width + piece.space for piece in pieces), initial=0.0))
    ends = (0.0, *(total + piece.width for total, piece in zip(after, pieces, strict=False)))
    return Run(pieces, tuple(after), ends)


def even_lines(run: Run, count: int) -> list[int] | None:
    """The ends of exactly `count` lines that differ least from their average width."""
    average = run.ends[-1] / count

    def price(start: int, end: int) -> float:
        off = (run.ends[end] - run.starts[start]) / average - 1
        return off * off + (run.pieces[end - 1].price if end < run.count else 0.0)

    return _cheapest(run, _near(run, count, average), price)


def _near(run: Run, count: int, average: float) -> list[range]:
    """For each line the pieces that it may end after: those within a line of its even place."""
    ranges = []
    for line in range(1, count):
        low = bisect_right(run.ends, (line - 0.8) * average)
        high = bisect_right(run.ends, (line + 0.8) * average)
        least, most = line, run.count - (count - line)
        ranges.append(range(max(least, min(low, most)), min(most, max(high, least)) + 1))
    return [*ranges, range(run.count, run.count + 1)]


def filled_lines(run: Run, width: float, most_lines: int) -> list[int] | None:
    """The ends of as few lines of at most `width` as it takes, even and without a widow; None
    where that is more than `most_lines`."""
    latest = _greedy(run, width, most_lines)
    if latest is None:
        return None
    ranges = [range(low, high + 1) for low, high in zip(_greedy_back(run, width, len(latest)), latest, strict=True)]

    def price(start: int, end: int) -> float:
        wide = run.ends[end] - run.starts[start]
        if wide > width:
            return _NEVER
        filled = wide / width
        if end < run.count:
            return (1 - filled) ** 2 + run.pieces[end - 1].price * _IN_A_BOX
        short = max(0.0, 1 - filled / _WIDOW) if start else 0.0
        return (_LONE_PRICE if short and end - start == 1 else 0.0) + _WIDOW_PRICE * short

    return _cheapest(run, ranges, price)
