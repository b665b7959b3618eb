"""The profile picture: the logo, else the emblem of the look with the practice's initials.

Most networks show it as a circle: all that says something stands inside the inscribed one.
"""

from __future__ import annotations

from math import hypot

from plugins.practice.looks import Look
from plugins.share_graphics.emblems import emblem
from plugins.share_graphics.graphic import Box, Layout, Logo
from plugins.share_graphics.layout.board import Board
from plugins.share_graphics.layout.figures import disc, moved
from plugins.share_graphics.layout.frames import frame_of
from plugins.share_graphics.layout.styles import Style
from plugins.share_graphics.messages.message import Message
from plugins.share_graphics.pictures import Picture
from plugins.share_graphics.shapes import Shape
from plugins.share_graphics.typesetting.fitting import fit_at
from plugins.share_graphics.typesetting.shaping import shape_line

AVATAR = Shape(name="avatar", width=800, height=800)
"""One for all networks: each of them scales it down."""

_INITIALS = Style(weight="bold", colour="title", least=0.0, most=0.0, lines=1)
_PLATE = 0.90  # of the inscribed circle: what a logo stands on
_LOGO = 0.84  # of the plate: the circle round the logo's corners


def lay_out_avatar(message: Message, look: Look, logo: Picture | None, letters: str) -> Layout:
    """The logo on a round plate; without one the emblem with `letters`, which may be empty."""
    board = Board(message, frame_of(AVATAR, 1.0, 1.0), look, {})
    if logo:
        _put_logo(board, logo)
    else:
        _put_emblem(board, letters)
    return Layout(
        ground=board.scheme.ground,
        layers=tuple(board.layers),
        texts=tuple(board.texts),
        logo=board.logo,
    )


def _put_emblem(board: Board, letters: str) -> None:
    radius = AVATAR.width / 2
    drawn = emblem(board.look.shapes, lettered=bool(letters))
    for colour, figures in drawn.parts:
        placed = (moved(figure, radius, radius, radius, radius) for figure in figures)
        board.put_figures(placed, getattr(board.scheme, colour))
    if letters:
        _put_letters(board, letters, drawn.room * radius)


def _put_letters(board: Board, letters: str, room: float) -> None:
    """The letters as large as the circle of this radius about the middle takes their ink."""
    setting = board.setting(letters, _INITIALS)
    ink = shape_line(letters, setting.weight, setting.lang, setting.rtl)
    tall, wide = ink.top + ink.bottom, ink.right - ink.left
    size = int(2 * room / hypot(wide, tall))
    fitted = fit_at(setting, AVATAR.width, AVATAR.height, size, 1)
    if fitted:
        middle = AVATAR.width / 2
        baseline = middle + size * (ink.top - ink.bottom) / 2
        left, top = middle - fitted.width / 2, baseline - fitted.baselines[0]
        board.put("initials", _INITIALS, fitted, left, top)


def _put_logo(board: Board, logo: Picture) -> None:
    middle = AVATAR.width / 2
    plate = middle * _PLATE
    board.put_figures([disc(middle, middle, plate)], board.panel.ground, board.scheme.ground)
    tall = plate * _LOGO / hypot(logo.ratio, 1.0)
    wide = tall * logo.ratio
    box = Box(middle - wide, middle - tall, middle + wide, middle + tall)
    board.logo = Logo(box=box, plate=box, plate_colour="", picture=logo)
