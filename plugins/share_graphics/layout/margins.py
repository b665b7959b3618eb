"""What frames the message: its label above, mark, month and address at the foot."""

from __future__ import annotations

from plugins.share_graphics.graphic import Box, Logo
from plugins.share_graphics.layout.board import Board
from plugins.share_graphics.layout.styles import ADDRESS, LABEL, MARK, MONTH, Style
from plugins.share_graphics.pictures import Picture
from plugins.share_graphics.typesetting.fitting import CAP_HEIGHT, Fitted, fit_at

GAP = 0.044
"""Of the unit: between label, stack and visual."""

_LABEL_SHARE = 0.46  # of the content's width, for the label beside a visual above the text
_LOGO_HEIGHT = 1.9  # font sizes of the mark
_WIDEST_LOGO = 3.0  # times its height
_PLATE_PAD = 0.14  # of the logo's room, round it
_INNER_GAP = 0.7  # font sizes between logo and mark, address and month
_ABOVE = tuple(map(frozenset, ((), ("month",), ("mark",), ("mark", "month"))))
"""What stands above the line of the address, tried in turn."""
_FOOTER = {"mark": MARK, "month": MONTH, "address": ADDRESS}
_STACKED_LEADING = 1.25  # font sizes, from what stands above the address to it


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
        for above in _ABOVE:
            size = max(frame.least_footer, round(share * frame.unit))
            top = _try_footer(board, mark, size, above)
            if top is not None:
                return top
    return None


def _try_footer(
    board: Board, mark: Picture | None, size: int, above: frozenset[str]
) -> float | None:
    content, gap = board.frame.content, size * _INNER_GAP
    tall = size * _LOGO_HEIGHT if mark else 0.0
    wide = min(tall * mark.ratio, tall * _WIDEST_LOGO) if mark else 0.0
    start = content.left + (wide + gap * 0.8 if mark else 0.0)
    words = _footer_words(board, size)
    if not words or not _fits(words, above, gap, content.right - start):
        return None
    baseline = content.bottom - size * 0.02
    lift = size * _STACKED_LEADING if above & set(words) else 0.0
    for role, left in _lefts(words, above, gap, start, content.right).items():
        line = baseline - (lift if role in above else 0.0)
        board.put(role, _FOOTER[role], words[role], left, line - words[role].baselines[0])
    middle = baseline - (lift if "mark" in above else 0.0) / 2 - size * CAP_HEIGHT / 2
    if mark:
        room = Box(content.left, middle - tall / 2, content.left + wide, middle + tall / 2)
        _put_logo(board, mark, room)
    return min(baseline - size * CAP_HEIGHT - lift, middle - tall / 2 if mark else baseline)


def _footer_words(board: Board, size: int) -> dict[str, Fitted]:
    """Mark, month and address on one line each, by their roles; empty where one is too long."""
    message, large = board.message, round(size * MARK.most / ADDRESS.most)
    texts = {"mark": message.mark, "month": message.month, "address": message.address}
    words = {}
    for role, text in texts.items():
        one = _one_line(board, text, _FOOTER[role], large if role == "mark" else size)
        if one:
            words[role] = one
        elif text or role != "month":
            return {}
    return words


def _fits(words: dict[str, Fitted], above: frozenset[str], gap: float, width: float) -> bool:
    """Whether both lines do; the mark stands two gaps apart from what is at the right."""
    for line in (words.keys() & above, words.keys() - above):
        gaps = max(0, len(line) - 1) + ("mark" in line and len(line) > 1)
        if sum(words[role].width for role in line) + gap * gaps > width:
            return False
    return True


def _lefts(
    words: dict[str, Fitted], above: frozenset[str], gap: float, start: float, right: float
) -> dict[str, float]:
    """Where each of the words begins: the mark at the left, the others at the right."""
    address = right - words["address"].width
    lefts = {"mark": start, "address": address}
    if "month" in words:
        lefts["month"] = (right if "month" in above else address - gap) - words["month"].width
    return lefts


def _one_line(board: Board, text: str, style: Style, size: int) -> Fitted | None:
    return fit_at(board.setting(text, style), board.frame.content.width, size * 3, size, 1)


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
