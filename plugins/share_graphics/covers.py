"""The cover of a profile: who we are, where no app lays its own things over it.

On most networks the round profile picture covers the lower left, and a telephone cuts off the sides
or lays buttons over the top: so the figure stands where it may be covered, and the words in what is
left of the middle.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from plugins.networks.rows import Size
from plugins.practice.looks import Look
from plugins.share_graphics.graphic import Layout
from plugins.share_graphics.layout.board import Board
from plugins.share_graphics.layout.composing import Stack, compose
from plugins.share_graphics.layout.frames import Frame, NoRoomError, frame_of
from plugins.share_graphics.messages.message import Message
from plugins.share_graphics.motifs.motif import motif
from plugins.share_graphics.shapes import Shape
from plugins.share_graphics.typesetting.directions import is_right_to_left

_SMALL = 1000  # px of width
_AIR = 0.14  # of the strip beside the text, between it and the figure
_CLEAR = 0.10  # of the unit: a name of this size can be read on a telephone
_ALONE = 0.6  # of the height, for a name without a tagline: not a word a line
_NEVER_WIDE = float("inf")  # the text has all of the free part, on wide covers too


@dataclass(frozen=True, slots=True)
class Covered:
    """Strips of a cover in which no text may stand, as shares of its width and height."""

    left: float
    top: float
    right: float
    bottom: float

    def shape(self, name: str, width: int, height: int) -> Shape:
        """A cover of this size in pixels."""
        across, down = (self.left, self.right), (self.top, self.bottom)
        left, right = (round(share * width) for share in across)
        top, bottom = (round(share * height) for share in down)
        return Shape(name=name, width=width, height=height, safe=(left, top, right, bottom))


COVERED: Mapping[str, Covered] = {
    "x": Covered(0.31, 0.14, 0.06, 0.14),
    "bluesky": Covered(0.31, 0.14, 0.06, 0.14),
    "mastodon": Covered(0.29, 0.20, 0.06, 0.20),
    "linkedin": Covered(0.27, 0.13, 0.05, 0.13),
    "facebook": Covered(0.28, 0.12, 0.18, 0.18),
    "google_business": Covered(0.08, 0.14, 0.36, 0.14),
}
"""By network. What apps cover is general knowledge, so the strips are generous (2026-11)."""
COVERED_ELSEWHERE = Covered(0.30, 0.20, 0.18, 0.20)
"""For a network of which we know nothing."""


def cover_shape(network: str, size: Size) -> Shape:
    """The cover of a network that shows it at this size; its safe strips are what the app covers.

    A small one is made at twice the size, for the fine screens of telephones.
    """
    covered = COVERED.get(network, COVERED_ELSEWHERE)
    times = 2 if size.width < _SMALL else 1
    return covered.shape(f"cover-{network}", size.width * times, size.height * times)


def lay_out_cover(
    message: Message, shape: Shape, look: Look, *, clear: bool
) -> tuple[Layout, Stack]:
    """The words of a message in the free part of a cover, its figure beside them.

    NoRoomError: not even the least of them fits; `clear`: or the name comes out small.
    """
    rtl = is_right_to_left(message.lang)
    frame = frame_of(shape, 1.0, _NEVER_WIDE, rtl=rtl)
    board = Board(message, frame, look, {})
    room = frame.content.height
    stack = compose(message, frame, room * (1.0 if message.variants[0] else _ALONE))
    if stack is None or (clear and _is_small(stack, frame)):
        raise NoRoomError("stack", frame, room)
    top = frame.content.top + (room - stack.height) / 2
    for one in stack.placed:
        board.put(one.text.role, one.style, one.fitted, frame.content.left, top + one.top)
    box, at_left = _beside(shape)
    figure = motif(look.shapes, message.topic, box, board.scheme, at_left)
    texts = tuple(board.texts)
    return Layout(ground=board.scheme.ground, motif=figure, layers=(), texts=texts), stack


def _is_small(stack: Stack, frame: Frame) -> bool:
    return stack.placed[0].fitted.size < frame.size(_CLEAR)


def _beside(shape: Shape) -> tuple[tuple[int, int, int, int], bool]:
    """The wider strip, up to the edges, and whether it is the left one."""
    left, _, right, _ = shape.safe
    if left >= right:
        return (0, 0, round(left * (1 - _AIR)), shape.height), True
    return (shape.width - round(right * (1 - _AIR)), 0, shape.width, shape.height), False
