"""Which pieces stand on which line: the search for the best-looking line ends.

All widths are in ems. A `Run` holds a text's pieces with the sums that make the width of any line
one subtraction. Each search knows for every line the few pieces that it may end after.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import inf

from plugins.share_graphics.typesetting.breaking import Piece

_WIDOW = 0.45  # a last line shorter than this part of the width looks forgotten
_WIDOW_PRICE = 0.6
_LONE, _LONE_PRICE = 0.66, 1.5  # one word alone in the last line, shorter than this part
_IN_A_BOX = 0.4  # what the price of a line's end counts where even lines matter more
_ROUNDING = 1e-9
_SPACES = frozenset(" \u00a0")
_REACH = 0.8  # average lines, how far a line may end from its even place


@dataclass(frozen=True, slots=True)
class Run:
    """Pieces in reading order. The line of the pieces from a to b, without b, is
    `ends[b] - starts[a]` wide."""

    pieces: tuple[Piece, ...]
    starts: tuple[float, ...]
    ends: tuple[float, ...]
    widest: float
    """The widest piece: no line can be narrower in the end."""

    def lines(self, ends: Sequence[int]) -> tuple[str, ...]:
        """The lines that end after these many pieces, as they are drawn."""
        return tuple(map(self._line, [0, *ends[:-1]], ends))

    def is_word(self, start: int, end: int) -> bool:
        """Whether a line would be one piece alone that holds no space, not even a fixed one."""
        return end - start == 1 and not set(self.pieces[start].text) & _SPACES

    def _line(self, start: int, end: int) -> str:
        inner = "".join(piece.text + piece.after for piece in self.pieces[start : end - 1])
        return (inner + self.pieces[end - 1].text + self.pieces[end - 1].end).rstrip()


def run_of(pieces: tuple[Piece, ...]) -> Run:
    """The run of a text's pieces."""
    starts = tuple(accumulate((piece.width + piece.space for piece in pieces), initial=0.0))
    ends = (start + piece.width for start, piece in zip(starts, pieces, strict=False))
    # A soft hyphen may reach further than the piece after it: the search wants ends that rise.
    rising = tuple(accumulate(ends, max, initial=0.0))
    return Run(pieces, starts, rising, max((piece.width for piece in pieces), default=0.0))


def even_lines(run: Run, count: int) -> list[int] | None:
    """The ends of exactly `count` lines that differ least from their average width."""
    most = len(run.pieces)
    average = max(run.ends[-1], _ROUNDING) / count  # a lone mark takes no room
    ranges = []
    for line in range(1, count):
        low = bisect_right(run.ends, (line - _REACH) * average)
        high = bisect_right(run.ends, (line + _REACH) * average)
        ranges.append(range(max(low, line), min(high, most - count + line) + 1))
    return _cheapest([*ranges, range(most, most + 1)], _evenness(run, average))


def _evenness(run: Run, average: float) -> Callable[[int, int], float]:
    def price(start: int, end: int) -> float:
        off = (run.ends[end] - run.starts[start]) / average - 1
        if end < len(run.pieces):
            return off * off + run.pieces[end - 1].price
        return off * off + (_LONE_PRICE if off < _LONE - 1 and run.is_word(start, end) else 0.0)

    return price


def lines_within(run: Run, width: float, most_lines: int, *, even: bool) -> list[int] | None:
    """The ends of as few lines of at most `width` as it takes, without a widow: of even length, or
    else well filled. None where that is more than `most_lines`."""
    latest = _latest(run, width, most_lines)
    if latest is None:
        return None
    ranges = map(range, _earliest(run, width, len(latest)), (end + 1 for end in latest))
    average = run.ends[-1] / len(latest) if even else 0.0
    return _cheapest(list(ranges), _fullness(run, width, average))


def _fullness(run: Run, width: float, average: float) -> Callable[[int, int], float]:
    """How far lines are from an average, and where that is 0 from the whole width."""
    usual = average or width

    def price(start: int, end: int) -> float:
        wide = run.ends[end] - run.starts[start]
        if wide > width + _ROUNDING:
            return inf
        off = ((usual - wide) / width) ** 2
        if end < len(run.pieces):
            return off + run.pieces[end - 1].price * _IN_A_BOX
        lone = _LONE_PRICE if wide < usual * _LONE and start and run.is_word(start, end) else 0.0
        return lone + (off if average else _WIDOW_PRICE * max(0.0, 1 - wide / width / _WIDOW))

    return price


def _latest(run: Run, width: float, most_lines: int) -> list[int] | None:
    """The ends of lines filled one after the other: no line can end later."""
    ends: list[int] = []
    start, most = 0, len(run.pieces)
    while start < most:
        end = bisect_right(run.ends, run.starts[start] + width, start + 1) - 1
        if end == start or len(ends) == most_lines:
            return None
        ends.append(end)
        start = end
    return ends


def _earliest(run: Run, width: float, count: int) -> list[int]:
    """The ends of lines filled from the last one backwards: no line can end earlier."""
    ends = [len(run.pieces)]
    while len(ends) < count:
        fits = run.ends[ends[0]] - width
        ends.insert(0, max(1, bisect_left(run.starts, fits - _ROUNDING)))
    return ends


def _cheapest(ranges: Sequence[range], price: Callable[[int, int], float]) -> list[int] | None:
    """The ends, one out of each range, for which the prices of the lines add up to least."""
    paid: dict[int, tuple[float, list[int]]] = {0: (0.0, [])}
    for ends in ranges:
        following: dict[int, tuple[float, list[int]]] = {}
        for end in ends:
            offers = [
                (before + price(start, end), [*way, end])
                for start, (before, way) in paid.items()
                if start < end
            ]
            best = min(offers, default=(inf, []))
            if best[0] < inf:
                following[end] = best
        paid = following
    return next((way for _, way in paid.values()), None)
