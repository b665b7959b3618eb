"""A message on a shape: label above, the stack of texts, the footer below, the motif beside."""

from __future__ import annotations

from dataclasses import dataclass, field

from plugins.share_graphics.colours import Scheme
from plugins.share_graphics.composing import Stack
from plugins.share_graphics.directions import is_right_to_left
from plugins.share_graphics.fitting import CAP_HEIGHT, Fitted, Setting, fit_at, setting_of
from plugins.share_graphics.frames import Frame
from plugins.share_graphics.graphic import Box, Line, Logo, MotifLayer, TextBlock
from plugins.share_graphics.logos import Mark
from plugins.share_graphics.motifs import motif
from plugins.share_graphics.shaping import shape_line
from plugins.share_graphics.styles import ADDRESS, LABEL, MARK, MONTH, STYLES, Style
from plugins.share_graphics.wording import Message

_GAP = 0.044  # of the unit: between label, stack and motif
_FOOT_GAP = 0.060  # of the unit: above the footer
_LABEL_SHARE = 0.46  # of the content's width, for the label beside a motif above the text
_TALL_BODY = 0.70  # of the room, for the stack on shapes that have the motif above it
_LOGO_HEIGHT = 1.9  # font sizes of the mark
_WIDEST_LOGO = 3.0  # times its height
_PLATE_PAD = 0.14  # of the logo's room, round it
_INNER_GAP = 0.7  # font sizes between logo and mark, address and month
_STACKED_LEADING = 1.25  # font sizes, where the month stands above the address


@dataclass(slots=True)
class Board:
    """A frame with the texts that stand on it so far."""

    message: Message
    frame: Frame
    scheme: Scheme
    texts: list[TextBlock] = field(default_factory=list)
    logo: Logo | None = None

    @property
    def rtl(self) -> bool:
        """Whether everything hangs from the right edge."""
        return is_right_to_left(self.message.lang)

    def setting(self, text: str, style: Style) -> Setting:
        """A text of this message in the manner of a style."""
        return setting_of(text, style.weight, self.message.lang, running=style.running)

    def put(self, role: str, style: Style, fitted: Fitted, left: float, top: float) -> Box:
        """Sets a fitted text down with its corner at (left, top), as seen from left to right."""
        box = Box(left, top, left + fitted.width, top + fitted.height)
        seen = box.mirrored(self.frame.width) if self.rtl else box
        self.texts.append(
            TextBlock(
                role=role,
                box=seen,
                lines=tuple(_lines(fitted, seen, self.rtl)),
                size=fitted.size,
                weight=fitted.setting.weight,
                colour=getattr(self.scheme, style.colour),
                lang=self.message.lang,
                rtl=self.rtl,
            )
        )
        return box


def _lines(fitted: Fitted, box: Box, rtl: bool) -> list[Line]:
    lines = []
    for text, drop in zip(fitted.lines, fitted.baselines, strict=True):
        shaped = shape_line(text, fitted.setting.weight, fitted.setting.lang, rtl)
        # The ink stands on the edge, not the glyph's own margin: large letters would look set in.
        x = box.right - shaped.right * fitted.size if rtl else box.left - shaped.left * fitted.size
        lines.append(Line(text=text, x=round(x, 2), baseline=round(box.top + drop, 2)))
    return lines


def put_label(board: Board) -> Box | None:
    """The kind of the post, top left; None when it is too long.

    A state on a wide shape goes without: it says itself that it is a notice, and height is dear.
    """
    frame, content = board.frame, board.frame.content
    if frame.wide and board.message.lead.role == "state":
        above = content.top - frame.unit * _GAP
        return Box(content.left, above, content.left, above)
    width = frame.column if frame.wide else content.width * _LABEL_SHARE
    setting = board.setting(board.message.label, LABEL)
    for share in (LABEL.most, LABEL.least):
        fitted = fit_at(setting, width, frame.height, frame.size(share), LABEL.lines)
        if fitted:
            return board.put("label", LABEL, fitted, content.left, content.top)
    return None


def put_footer(board: Board, mark: Mark | None) -> float | None:
    """Mark, month and address on the bottom line; the top of it all, None when too long."""
    frame = board.frame
    for share in (ADDRESS.most, ADDRESS.least):
        for stacked in (False, True):
            size = max(frame.least_footer, round(share * frame.unit))
            top = _try_footer(board, mark, size, stacked)
            if top is not None:
                return top
    return None


def _try_footer(board: Board, mark: Mark | None, size: int, stacked: bool) -> float | None:
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


def _put_logo(board: Board, mark: Mark, room: Box) -> None:
    """The logo in its room, undistorted; on dark grounds smaller, on a plate that fills it."""
    pad = min(room.width, room.height) * _PLATE_PAD if board.scheme.plate else 0.0
    wide = min(room.width - 2 * pad, (room.height - 2 * pad) * mark.ratio)
    tall = wide / mark.ratio
    middle = (room.top + room.bottom) / 2
    left = room.left + pad
    box = Box(left, middle - tall / 2, left + wide, middle + tall / 2)
    plate = Box(room.left, box.top - pad, box.right + pad, box.bottom + pad)
    board.logo = Logo(
        box=box.mirrored(board.frame.width) if board.rtl else box,
        plate=plate.mirrored(board.frame.width) if board.rtl else plate,
        plate_colour=board.scheme.plate,
        digest=mark.digest,
        data=mark.data,
    )


def body_height(frame: Frame, label: Box, foot: float) -> float:
    """How high the stack may be between label and footer."""
    room = foot - label.bottom - frame.unit * (_GAP + _FOOT_GAP)
    return room if frame.wide else min(room, (foot - frame.content.top) * _TALL_BODY)


def put_stack(board: Board, stack: Stack, label: Box, foot: float) -> float:
    """The stack above the footer, or in the middle where the motif stands beside it; its top."""
    frame = board.frame
    low = foot - frame.unit * _FOOT_GAP - stack.height
    high = label.bottom + frame.unit * _GAP
    beside = frame.wide and not any(one.across for one in stack.placed)
    top = high + (low - high) * 0.34 if beside else low
    for one in stack.placed:
        board.put(
            one.text.role, STYLES[one.text.role], one.fitted, frame.content.left, top + one.top
        )
    return top


def motif_beside(
    board: Board, stack: Stack, top: float, label: Box, foot: float, family: str, topic: str
) -> tuple[MotifLayer, ...]:
    """The motif in the room that the texts leave at the edge."""
    frame, gap = board.frame, board.frame.unit * _GAP
    across = [top + one.top for one in stack.placed if one.across]
    if frame.wide:
        left, bottom = frame.content.left + frame.column + gap, min([foot, *across]) - gap
    else:
        left, bottom = max(label.right + 2 * gap, frame.width * 0.42), top - gap
    box = Box(left, 0, frame.width, bottom)
    seen = box.mirrored(frame.width) if board.rtl else box
    corners = (round(seen.left), 0, round(seen.right), round(seen.bottom))
    return motif(family, topic, corners, board.scheme, board.rtl)
