"""Two counts as arrays of people or dots: what a number means, seen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import ceil

from plugins.practice.colours import mix
from plugins.share_graphics.graphic import Box, Figure
from plugins.share_graphics.layout.board import Board
from plugins.share_graphics.layout.figures import disc, sign
from plugins.share_graphics.layout.frames import NoRoomError
from plugins.share_graphics.layout.styles import NAME, NUMBER, OUT_OF
from plugins.share_graphics.messages.message import Count, Counts
from plugins.share_graphics.typesetting.fitting import Fitted

MOST = 1000
"""A whole of more people is told in words alone: its icons would be dust."""

_MOST_PEOPLE = 100  # more are drawn as dots
_PALE = 0.30  # of the main colour, in the icons of those whom it does not concern
_BETWEEN = 0.09  # of the width, between the two arrays
_AIR = 0.5  # font sizes of "out of 100", between the rows
_OUT_OF = 0.46  # of the number's size
_BELOW = 1.25  # font sizes of "out of 100", from the number's line to it where it stands below


@dataclass(frozen=True, slots=True)
class _Words:
    """Name, number and whole of a count, fitted to one width."""

    name: Fitted
    number: Fitted
    out_of: Fitted
    below: bool
    """Whether the whole stands below the number, not beside it."""


def put_counts(board: Board, box: Box, counts: Counts) -> None:
    """The arrays side by side, each below its name and its count.

    NoRoomError: not even the words fit.
    """
    wide = (box.width * (1 - _BETWEEN)) / 2
    both = (counts.before, counts.after)
    told = _words(board, both, wide)
    small = max((one.out_of.size for one in told), default=0)
    air = small * _AIR
    name = max((one.name.height for one in told), default=0.0)
    number = max((one.number.baselines[-1] for one in told), default=0.0)
    head = name + number + 2.6 * air + (small * _BELOW if told and told[0].below else 0.0)
    if not told or head > box.height:
        raise NoRoomError("counts", board.frame)
    arrays = _height(wide, both, box.height - head)
    spare = 0.5 if board.frame.wide or not arrays else 0.0
    top = box.top + max(0.0, box.height - head - arrays) * spare
    for place, (one, count) in enumerate(zip(told, both, strict=True)):
        left = box.left + place * (box.width - wide)
        board.put("name", NAME, one.name, left, top + name - one.name.height)
        _put_number(board, one, left, top + name + air + number)
        _put_array(board, Box(left, top + head, left + wide, box.bottom), count)


def _put_number(board: Board, one: _Words, left: float, base: float) -> None:
    """ "11 out of 100", the whole beside or below the number, in the order in which it is read."""
    small = one.out_of.size
    if one.below:
        board.put("number", NUMBER, one.number, left, base - one.number.baselines[-1])
        board.put("out_of", OUT_OF, one.out_of, left,
                  base + small * _BELOW - one.out_of.baselines[-1])  # fmt: skip
        return
    turned = board.rtl and not one.out_of.setting.rtl  # English words on an Arabic picture
    number = left + (one.out_of.width + small * 0.4 if turned else 0.0)
    out_of = left if turned else left + one.number.width + small * 0.4
    board.put("number", NUMBER, one.number, number, base - one.number.baselines[-1])
    board.put("out_of", OUT_OF, one.out_of, out_of, base - one.out_of.baselines[-1])


def _words(board: Board, counts: tuple[Count, Count], width: float) -> list[_Words]:
    """The words of both counts at one size, the largest that both fit at: the whole beside the
    number, or where there is no room below it. Empty where nothing fits."""
    for below in (False, True):
        for share in _steps(NUMBER.most, NUMBER.least):
            told = [_fitted(board, count, width, share, below) for count in counts]
            fitting = [one for one in told if one]
            if len(fitting) == len(counts):
                return fitting
    return []


def _fitted(board: Board, count: Count, width: float, share: float, below: bool) -> _Words | None:
    frame = board.frame
    small = frame.size(share * _OUT_OF)
    name = board.fit(count.name, NAME, width, frame.size(NAME.least))
    number = board.fit(count.number, NUMBER, width, frame.size(share))
    if not (name and number):
        return None
    rest = width if below else width - number.width - small * 0.4
    out_of = board.fit(count.out_of, OUT_OF, rest, small)
    return _Words(name, number, out_of, below) if out_of else None


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
    """Columns, and pixels a cell: what fills the room best of rows that come out even, up to a
    hundred by tens, as people count."""
    some = _rows_of(range(10, 21, 10) if whole <= _MOST_PEOPLE else range(10, 101), whole)
    if not some and whole <= _MOST_PEOPLE:
        some = _rows_of(range(5, 13), whole)
    some = some or [min(10, whole), min(20, whole)]
    sizes = {n: min(box.width / n, box.height / ceil(whole / n)) for n in some}
    columns = max(sizes, key=lambda n: (sizes[n], -n))
    return columns, sizes[columns]


def _rows_of(columns: Iterable[int], whole: int) -> list[int]:
    return [number for number in columns if whole % number == 0]
