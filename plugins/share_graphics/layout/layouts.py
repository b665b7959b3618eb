"""A message on a shape: label above, the stack of texts, the footer below, the visual beside."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from plugins.practice.looks import Look
from plugins.share_graphics.graphic import Box, Layout
from plugins.share_graphics.layout.board import Board
from plugins.share_graphics.layout.composing import SIGN_ALONE, TAG_HEIGHT, Placed, Stack, compose
from plugins.share_graphics.layout.figures import disc, panel, sign
from plugins.share_graphics.layout.frames import NoRoomError, frame_of
from plugins.share_graphics.layout.margins import GAP, put_footer, put_label
from plugins.share_graphics.layout.styles import TAG
from plugins.share_graphics.layout.visuals import Room, at_hand, put_visual, room_of
from plugins.share_graphics.messages.message import Message, Motif, Nothing
from plugins.share_graphics.pictures import Picture
from plugins.share_graphics.shapes import Shape
from plugins.share_graphics.typesetting.directions import is_right_to_left
from plugins.share_graphics.typesetting.fitting import CAP_HEIGHT

_FOOT_GAP = 0.060  # of the unit: above the footer
_RIM = 0.18  # of a disc's width: the square inside it touches no pixel of its edge
_RADIUS = 0.026  # of the unit: a panel's corners


def lay_out(
    message: Message,
    shape: Shape,
    look: Look,
    pictures: Mapping[str, Picture],
    logo: Picture | None,
) -> tuple[Layout, Stack]:
    """The finished layout of a message at a shape, and the texts that it found room for.

    NoRoomError: not even the least of it fits.
    """
    message = at_hand(message, pictures)
    room = room_of(message.visual)
    rtl = is_right_to_left(message.lang)
    frame = frame_of(shape, room.column, room.wide_from, rtl=rtl)
    board = Board(message, frame, look, pictures)
    label, foot = put_label(board), put_footer(board, logo)
    if label is None or foot is None:
        raise NoRoomError("label" if label is None else "mark", board.frame)
    stack = _composed(board, label, foot, room)
    top = _top_of(stack, board, label, foot, room)
    for one in stack.placed:
        _put_text(board, one, top + one.top)
    put_visual(board, stack, top, label, foot)
    layout = Layout(
        ground=board.scheme.ground,
        motif=tuple(board.motif),
        layers=tuple(board.layers),
        texts=tuple(board.texts),
        photos=tuple(board.photos),
        logo=board.logo,
    )
    return layout, stack


def _composed(board: Board, label: Box, foot: float, room: Room) -> Stack:
    """The stack in its share of the height; where that is too little, in more of it."""
    frame = board.frame
    height = foot - label.bottom - frame.unit * (GAP + _FOOT_GAP)
    shares = (1.0,) if frame.wide or _alone(board) else (room.text, 0.64, 0.74, 1.0)
    message = board.message
    first = _outranking(message)
    for tried in (first, message) if first else (message,):
        for share in shares:
            most = min(height, (foot - frame.content.top) * share)
            stack = compose(tried, frame, most, yielding=tried is first)
            if stack:
                return stack
    raise NoRoomError("stack", frame, height)


def _outranking(message: Message) -> Message | None:
    """The message with all that outranks the visual above it, to be tried first: an answer, and who
    we are with the works that we cite."""
    richest = message.variants[0]
    if message.lead.role == "who" or any(text.role == "answer" for text in richest):
        return replace(message, variants=(richest,))
    return None


def _alone(board: Board) -> bool:
    """Whether the text has all the room, since the motif stands at a foot without text."""
    return board.frame.has_foot and isinstance(board.message.visual, Motif | Nothing)


def _top_of(stack: Stack, board: Board, label: Box, foot: float, room: Room) -> float:
    """Where the stack begins: below the label, above the footer, or somewhere between."""
    frame = board.frame
    low = foot - frame.unit * _FOOT_GAP - stack.height
    high = label.bottom + frame.unit * GAP
    if room.below and not frame.wide:
        return high
    if frame.wide:
        return low if any(one.across for one in stack.placed) else high + (low - high) * 0.34
    return high + (low - high) * 0.5 if _alone(board) else low


def _put_text(board: Board, one: Placed, top: float) -> None:
    """A text with its panel, its tag and the sign before it."""
    frame, scheme = board.frame, board.panel if one.pad else board.scheme
    left = board.frame.content.left
    if one.pad:
        width = frame.content.width if one.across else frame.column
        box = Box(left, top, left + width, top + one.height)
        board.put_figures(panel(box, frame.unit * _RADIUS), scheme.ground, board.scheme.ground)
    left, top = left + one.pad, top + one.pad
    if one.text.sign:
        _put_sign(board, one, left, top)
    if one.tag:
        indent = one.tag_size * (TAG_HEIGHT + 0.45) if one.text.sign else 0.0
        height = one.tag_size * (TAG_HEIGHT if one.text.sign else 1.0)
        middle = top + height / 2 + one.tag_size * CAP_HEIGHT / 2
        board.put("tag", TAG, one.tag, left + indent, middle - one.tag.baselines[0], scheme)
    board.put(one.text.role, one.style, one.fitted, left, top + one.head, scheme)


def _put_sign(board: Board, one: Placed, left: float, top: float) -> None:
    """A sign on a disc before its tag; alone it stands larger, without a disc."""
    scheme, size = board.panel if one.pad else board.scheme, one.tag_size
    if not one.tag:
        side = size * SIGN_ALONE
        board.put_figures(
            [sign(one.text.sign, Box(left, top, left + side, top + side))],
            scheme.accent, scheme.ground,
        )  # fmt: skip
        return
    side = size * TAG_HEIGHT
    colour = scheme.main if one.text.sign == "tick" else scheme.quiet
    board.put_figures([disc(left + side / 2, top + side / 2, side / 2)], colour, scheme.ground)
    rim = side * _RIM
    inner = Box(left + rim, top + rim, left + side - rim, top + side - rim)
    board.put_sign(one.text.sign, inner, scheme.ground, colour)
