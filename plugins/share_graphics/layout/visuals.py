"""What stands beside the text: a motif, a leaf of a calendar, icon arrays, a photograph, a sign."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from plugins.share_graphics.graphic import Box, PlacedPhoto
from plugins.share_graphics.layout.board import Board
from plugins.share_graphics.layout.composing import Stack
from plugins.share_graphics.layout.icon_arrays import put_counts
from plugins.share_graphics.layout.leaves import put_leaf
from plugins.share_graphics.layout.margins import GAP
from plugins.share_graphics.messages.message import (
    Counts,
    Emblem,
    Leaf,
    Message,
    Motif,
    Nothing,
    Photo,
    Visual,
)
from plugins.share_graphics.motifs.motif import motif
from plugins.share_graphics.pictures import Picture

_SERIES = 0.21  # of the height: how far down the motif of a slide reaches, above any text
_LARGEST_SIGN = 0.32  # of the unit
_LEAST = 0.05  # of the unit: less room than that is left empty
_WIDEST_PHOTO = 1.4  # times as wide as high: of a face nothing is cut off


@dataclass(frozen=True, slots=True)
class Room:
    """How a visual shares the picture with the text."""

    column: float
    """On wide shapes: the share of the width at which the text ends."""
    text: float
    """On others: the most of the height that the text may take."""
    below: bool = False
    """On others it stands below the text, not above."""
    full: bool = False
    """It reaches the edges of the picture, which crop it."""
    wide_from: float = 1.25
    """How many times as wide as high a shape is that it stands beside the text on."""


_ROOMS: dict[type, Room] = {
    Motif: Room(0.64, 0.70, full=True, wide_from=1.5),
    Photo: Room(0.60, 0.60, full=True, wide_from=1.5),
    Leaf: Room(0.68, 0.56),
    Emblem: Room(0.68, 0.56),
    Counts: Room(0.43, 0.34, below=True, wide_from=1.5),
    Nothing: Room(1.0, 0.74, full=True),
}  # by eye on the sheets


def at_hand(message: Message, pictures: Mapping[str, Picture]) -> Message:
    """The message with the motif in the place of a photograph that we do not have."""
    visual = message.visual
    if isinstance(visual, Photo) and visual.name not in pictures:
        return replace(message, visual=Motif(message.topic))
    return message


def room_of(visual: Visual) -> Room:
    """The room of a visual."""
    return _ROOMS[type(visual)]


def put_visual(board: Board, stack: Stack, top: float, label: Box, foot: float) -> None:
    """Draws the visual in the room that the texts leave, and a motif at a foot without text."""
    frame, visual = board.frame, board.message.visual
    room = room_of(visual)
    if frame.has_foot:
        box = Box(frame.width * 0.25, frame.content.bottom + frame.unit * GAP * 2,
                  frame.width, frame.height)  # fmt: skip
        _put_motif(board, box, board.message.topic, bottom=True)
        if isinstance(visual, Motif | Nothing):
            return
    box = _room_left(board, stack, top, label, foot, room)
    if isinstance(visual, Counts) or min(box.width, box.height) > board.frame.unit * _LEAST:
        _PUT[type(visual)](board, box, visual)


def _room_left(board: Board, stack: Stack, top: float, label: Box, foot: float, room: Room) -> Box:
    frame, gap = board.frame, board.frame.unit * GAP
    right = frame.width if room.full else frame.content.right
    if frame.wide:
        across = [top + one.top for one in stack.placed if one.across]
        high = 0 if room.full else frame.content.top
        return Box(frame.content.left + frame.column + gap, high, right, min([foot, *across]) - gap)
    if room.below:
        return Box(frame.content.left, top + stack.height + gap, right, foot - gap)
    left = max(label.right + 2 * gap, frame.width * 0.42)
    repeats = frame.series and isinstance(board.message.visual, Motif | Nothing)
    low = min(top - gap, frame.height * _SERIES) if repeats else top - gap
    return Box(left, 0 if room.full else frame.content.top, right, low)


def _put_motif(board: Board, box: Box, topic: str, *, bottom: bool = False) -> None:
    seen = board.seen(box)
    corners = (round(seen.left), round(seen.top), round(seen.right), round(seen.bottom))
    family = board.look.shapes
    board.motif += motif(family, topic, corners, board.scheme, board.rtl, bottom)


def _motif(board: Board, box: Box, visual: Motif | Nothing) -> None:
    if isinstance(visual, Motif) or not board.frame.wide:
        _put_motif(board, box, visual.topic)


def _emblem(board: Board, box: Box, visual: Emblem) -> None:
    side = min(box.width, box.height, board.frame.unit * _LARGEST_SIGN)
    place = Box(box.right - side, box.top, box.right, box.top + side)
    board.put_sign(visual.sign, place, board.scheme.title, board.scheme.ground)


def _photo(board: Board, box: Box, visual: Photo) -> None:
    """The photograph up to the edges."""
    wide = min(box.width, box.height * _WIDEST_PHOTO)
    box = Box(box.right - wide, box.top, box.right, box.bottom)
    seen = board.seen(box)
    board.photos.append(
        PlacedPhoto(
            box=(round(seen.left), round(seen.top), round(seen.right), round(seen.bottom)),
            radius=round(min(box.width, box.height) * 0.28),
            mirrored=board.rtl,
            picture=board.pictures[visual.name],
        )
    )


_PUT: dict[type, Callable[[Board, Box, Any], None]] = {
    Motif: _motif,
    Nothing: _motif,
    Leaf: put_leaf,
    Emblem: _emblem,
    Photo: _photo,
    Counts: put_counts,
}
