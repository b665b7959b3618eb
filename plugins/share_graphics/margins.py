"""What frames the message: its label above, mark, month and address at the foot."""

from __future__ import annotations

from plugins.share_graphics.board import Board
from plugins.share_graphics.fitting import CAP_HEIGHT, Fitted, fit_at
from plugins.share_graphics.graphic import Box, Logo
from plugins.share_graphics.pictures import Picture
from plugins.share_graphics.styles import ADDRESS, LABEL, MARK, MONTH, Style

GAP = 0.044
"""Of the unit: between label, stack and visual."""

_LABEL_SHARE = 0.46  # of the content's width, for the label beside a visual above the text
_LOGO_HEIGHT = 1.9  # font sizes of the mark
_WIDEST_LOGO = 3.0  # times its height
_PLATE_PAD = 0.14  # of the logo's room, round it
_INNER_GAP = 0.7  # font sizes between logo and mark, address and month
_STACKED_LEADING = 1.25  # font sizes, where the month stands above the address


def put_label(board: Board) -> Box | None:
    """The kind of the post, top left; None when it is too long.

    A state or a tagged lead on a wide shape goes without: they say themselves what they are, and
    height is dear.
    """
    frame, content = board.frame, board.frame.content
    lead = board.message.lead
    if frame.wide and (lead.role == "state" or lead.tag):
        above = content.top - frame.unit * GAP
        return Box(content.left, above, content.left, above)
    width = frame.column if frame.wide else content.width * _LABEL_SHARE
    setting = board.setting(board.message.label, LABEL)
    for share in (LABEL.most, LABEL.least):
        fitted = fit_at(setting, width, frame.height, frame.size(share), LABEL.lines)
        if fitted:
            return board.put("label", LABEL, fitted, content.left, content.top)
    return None


def put_footer(board: Board, mark: Picture | None) -> float | None:
    """Mark, month and address on the bottom line; the top of it all, None when too long."""
    frame = board.frame
    for share in (ADDRESS.most, ADDRESS.least):
        for stacked in (False, True):
            size = max(frame.least_footer, round(share * frame.unit))
            top = _try_footer(board, mark, size, stacked)
            if top is not None:
                return top
    return None


def _try_footer(board: Board, mark: Picture | None, size: int, stacked: bool) -> float | None:
    content, message = board.frame.content, board.message
    name = _one_line(board, message.mark, MARK, round(size * MARK.most / ADDRESS.most))
    address = _one_line(board, message.address, ADDRESS, size)
    month = _one_line(board, message.month, MONTH, size) if message.month else None
    if name is None or address is None or (message.month and month is None):
        return None
    tall = size * _LOGO_HEIGHT if mark else 0.0
    logo_width = min(tall * mark.ratio, tall * _WIDEST_LOGO) if mark else 0.0
    start = content.left + logo_width + (size * _INNER_GAP * 0.8 if mark else 0.0)
    gap = size * _INNER_GAP if month else 0.0
    months = month.width if month else 0.0
    right = max(address.width, months) if stacked else address.width + gap + months
    if start + name.width + 2 * size * _INNER_GAP + right > content.right:
        return None
    baseline = content.bottom - size * 0.02
    _put_on(board, "mark", MARK, name, start, baseline)
    _put_on(board, "address", ADDRESS, address, content.right - address.width, baseline)
    if month:
        left = content.right - (months if stacked else address.width + gap + months)
        above = size * _STACKED_LEADING if stacked else 0.0
        _put_on(board, "month", MONTH, month, left, baseline - above)
    middle = baseline - size * CAP_HEIGHT / 2
    if mark:
        _put_logo(board, mark, Box(content.left, middle - tall / 2, content.left + logo_width,
                                   middle + tall / 2))  # fmt: skip
    over = size * (_STACKED_LEADING if stacked and month else 0.0)
    return min(baseline - size * CAP_HEIGHT - over, middle - tall / 2 if mark else baseline)


def _one_line(board: Board, text: str, style: Style, size: int) -> Fitted | None:
    return fit_at(board.setting(text, style), board.frame.content.width, size * 3, size, 1)


def _put_on(
    board: Board, role: str, style: Style, fitted: Fitted, left: float, baseline: float
) -> None:
    board.put(role, style, fitted, left, baseline - fitted.baselines[0])


def _put_logo(board: Board, mark: Picture, room: Box) -> None:
    """The logo in its room, undistorted; on dark grounds smaller, on a plate that fills it."""
    pad = min(room.width, room.height) * _PLATE_PAD if board.scheme.plate else 0.0
    wide = min(room.width - 2 * pad, (room.height - 2 * pad) * mark.ratio)
    tall = wide / mark.ratio
    middle = (room.top + room.bottom) / 2
    left = room.left + pad
    box = Box(left, middle - tall / 2, left + wide, middle + tall / 2)
    plate = Box(room.left, box.top - pad, box.right + pad, box.bottom + pad)
    board.logo = Logo(
        box=board.seen(box),
        plate=board.seen(plate),
        plate_colour=board.scheme.plate,
        picture=mark,
    )
