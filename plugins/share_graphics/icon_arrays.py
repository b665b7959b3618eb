"""Two counts as arrays of people or dots: what a number means, seen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

from plugins.share_graphics.board import Board
from plugins.share_graphics.colours import mix
from plugins.share_graphics.figures import disc, sign
from plugins.share_graphics.fitting import Fitted
from plugins.share_graphics.graphic import Box, Figure
from plugins.share_graphics.message import Count, Counts
from plugins.share_graphics.styles import NAME, NUMBER, OUT_OF

MOST = 1000
"""A whole of more people is told in words alone: its icons would be dust."""

_MOST_PEOPLE = 100  # more are drawn as dots
_PALE = 0.30  # of the main colour, in the icons of those whom it does not concern
_BETWEEN = 0.09  # of the width, between the two arrays
_AIR = 0.5  # font sizes of "out of 100", between the rows
_OUT_OF = 0.46  # of the number's size


@dataclass(frozen=True, slots=True)
class _Words:
    """Name, number and whole of a count, fitted to one width."""

    name: Fitted
    number: Fitted
    out_of: Fitted


def put_counts(board: Board, box: Box, counts: Counts) -> None:
    """The arrays side by side, each below its name and its count."""
    wide = (box.width * (1 - _BETWEEN)) / 2
    both = (counts.before, counts.after)
    told = _words(board, both, wide)
    if not told:
        return
    air = told[0].out_of.size * _AIR
    name = max(one.name.height for one in told)
    number = max(one.number.baselines[-1] for one in told)
    head = name + number + 2.6 * air
    arrays = _height(wide, both, box.height - head)
    top = box.top + max(0.0, box.height - head - arrays) * (0.5 if board.frame.wide else 0.0)
    for place, (one, count) in enumerate(zip(told, both, strict=True)):
        left = box.left + place * (box.width - wide)
        board.put("name", NAME, one.name, left, top + name - one.name.height)
        base = top + name + air + number
        board.put("number", NUMBER, one.number, left, base - one.number.baselines[-1])
        beside = left + one.number.width + one.out_of.size * 0.4
        board.put("out_of", OUT_OF, one.out_of, beside, base - one.out_of.baselines[-1])
        _put_array(board, Box(left, top + head, left + wide, box.bottom), count)


def _words(board: Board, counts: tuple[Count, Count], width: float) -> list[_Words] | None:
    """The words of both counts at one size, the largest that both fit at."""
    frame = board.frame
    for share in _steps(NUMBER.most, NUMBER.least):
        size, small = frame.size(share), frame.size(share * _OUT_OF)
        told = []
        for count in counts:
            name = board.fit(count.name, NAME, width, frame.size(NAME.least))
            number = board.fit(count.number, NUMBER, width, size)
            rest = width - (number.width if number else 0) - small * 0.4
            out_of = board.fit(count.out_of, OUT_OF, rest, small)
            if name and number and out_of:
                told.append(_Words(name, number, out_of))
        if len(told) == len(counts):
            return told
    return None


def _steps(most: float, least: float) -> Iterator[float]:
    return (most + (least - most) * step / 6 for step in range(7))


def _height(wide: float, counts: tuple[Count, Count], room: float) -> float:
    """How high the arrays are at most."""
    space = Box(0, 0, wide, room)
    shown = [count.whole for count in counts if count.whole <= MOST]
    return max((_grid(space, whole)[1] * ceil(whole / _grid(space, whole)[0]) for whole in shown),
               default=0.0)  # fmt: skip


def _put_array(board: Board, box: Box, count: Count) -> None:
    """One icon for each of the whole; those counted come first, in the strong colour."""
    if count.whole > MOST or box.height <= 0:
        return
    icons = list(_icons(box, count.whole))
    pale = mix(board.scheme.ground, board.scheme.main, _PALE)
    if icons[count.part :]:
        board.put_figures(icons[count.part :], pale, board.scheme.ground)
    if icons[: count.part]:  # no one ground: where their last row ends, the others go on
        board.put_figures(icons[: count.part], board.scheme.main)


def _icons(box: Box, whole: int) -> Iterator[Figure]:
    columns, cell = _grid(box, whole)
    for place in range(whole):
        row, column = divmod(place, columns)
        left, top = box.left + column * cell, box.top + row * cell
        if whole <= _MOST_PEOPLE:
            pad = cell * 0.04
            yield sign("person", Box(left + pad, top + pad, left + cell - pad, top + cell - pad))
        else:
            yield disc(left + cell / 2, top + cell / 2, cell * 0.38)


def _grid(box: Box, whole: int) -> tuple[int, float]:
    """Columns, and pixels a cell: ten or twenty to a row up to a hundred, as people count; of more,
    what fills the room best."""
    some = (min(10, whole), min(20, whole)) if whole <= _MOST_PEOPLE else range(10, 101, 10)
    sizes = {n: min(box.width / n, box.height / ceil(whole / n)) for n in some}
    columns = max(sizes, key=lambda n: (sizes[n], -n))
    return columns, sizes[columns]
