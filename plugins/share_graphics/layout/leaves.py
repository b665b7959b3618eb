"""A leaf of a calendar: the day at a glance."""

from __future__ import annotations

from plugins.share_graphics.colours import Scheme, schemes
from plugins.share_graphics.graphic import Box
from plugins.share_graphics.layout.board import Board
from plugins.share_graphics.layout.figures import bar, panel
from plugins.share_graphics.layout.styles import DAY, MONTH_BAND, WEEKDAY, Style
from plugins.share_graphics.messages.message import Leaf
from plugins.share_graphics.typesetting.directions import runs_right_to_left
from plugins.share_graphics.typesetting.fitting import Fitted, fit_largest, setting_of

# Shares of the leaf's width, by eye.
_HEIGHT = 1.14
_BAND = 0.27
_PAD = 0.09
_RADIUS = 0.07
_MOST_MONTH, _MOST_DAY, _MOST_WEEKDAY = 0.165, 0.56, 0.115
_WIDEST = 0.42  # of the picture's unit


def put_leaf(board: Board, box: Box, leaf: Leaf) -> None:
    """The leaf in the upper outer corner of the box, as large as goes; nothing where it is tiny."""
    width = min(box.width, box.height / _HEIGHT, board.frame.unit * _WIDEST)
    height = width * _HEIGHT
    top = box.top + (max(0.0, (box.height - height) * 0.4) if board.frame.wide else 0.0)
    sheet = Box(box.right - width, top, box.right, top + height)
    parts = _fitted(board, leaf, width)
    if parts is None or parts[0].size < board.frame.least_footer:
        return  # the date in words says it too
    paper = schemes(board.look)["surface"]
    band = schemes(board.look)["ink" if board.message.scheme == "brand" else "brand"]
    ground, radius, edge = board.scheme.ground, width * _RADIUS, sheet.top + width * _BAND
    board.put_figures(panel(sheet, radius), paper.ground, ground)
    head = Box(sheet.left, sheet.top, sheet.right, edge)
    rounded = [*panel(head, radius), bar(sheet.left, edge - radius, sheet.right, edge)]
    board.put_figures(rounded, band.ground)
    _put_centred(board, "leaf", MONTH_BAND, parts[0], sheet, (sheet.top + edge) / 2, band)
    below = sheet.bottom - edge
    # A weekday too small to read goes: the date in words says it too.
    small = not leaf.weekday or parts[2].size < board.frame.least_footer
    day = below * (0.50 if small else 0.42)
    _put_centred(board, "leaf", DAY, parts[1], sheet, edge + day, paper)
    if not small:
        _put_centred(board, "leaf", WEEKDAY, parts[2], sheet, edge + below * 0.83, paper)


def _fitted(board: Board, leaf: Leaf, width: float) -> list[Fitted] | None:
    rows = (
        (leaf.month, MONTH_BAND, _MOST_MONTH),
        (leaf.day, DAY, _MOST_DAY),
        (leaf.weekday or "-", WEEKDAY, _MOST_WEEKDAY),
    )
    room = width * (1 - 2 * _PAD)
    # The leaf is in our own words: where those are English, so is the order of "26–27".
    lang = board.message.lang
    if board.rtl and not runs_right_to_left(leaf.month, lang):
        lang = "en"
    found = [
        fit_largest(setting_of(text, style.weight, lang), room, width,
                    (1, max(1, round(width * most))), 1)
        for text, style, most in rows
    ]  # fmt: skip
    fitted = [one for one in found if one]
    return fitted if len(fitted) == len(rows) else None


def _put_centred(
    board: Board, role: str, style: Style, fitted: Fitted, sheet: Box, middle: float, scheme: Scheme
) -> None:
    """Centres a line; figures and capitals stand in the middle, whatever hangs below them."""
    left = (sheet.left + sheet.right - fitted.width) / 2
    board.put(role, style, fitted, left, middle - fitted.baselines[0] / 2, scheme)
