"""The texts of a message in a frame: which ones, how large, broken into which lines."""

from __future__ import annotations

from dataclasses import dataclass, replace

from plugins.share_graphics.layout.frames import Frame
from plugins.share_graphics.layout.styles import STYLES, TAG, Style
from plugins.share_graphics.messages.message import Message, Text
from plugins.share_graphics.typesetting.breaking import line_units
from plugins.share_graphics.typesetting.fitting import Fitted, fit_at, fit_largest, setting_of

_STEPS = (1.0, 0.6, 0.3, 0.0)
"""How far the company of the lead stands from its smallest size to its largest."""

_PANEL_PAD = 0.040  # of the unit, inside a panel
TAG_HEIGHT = 1.45  # font sizes of the tag: the disc of its sign
_TAG_GAP = 0.5  # font sizes of the tag, below it
SIGN_ALONE = 2.1  # font sizes of the tag: a sign without a word


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A text, fitted, with the top of all that belongs to it below the top of the stack."""

    text: Text
    style: Style
    fitted: Fitted
    tag: Fitted | None
    tag_size: int
    pad: float
    """Pixels of panel around text and tag; 0: no panel."""
    across: bool
    """Whether it runs over the whole width, below the visual."""
    top: float = 0.0

    @property
    def head(self) -> float:
        """Pixels that tag and sign take above the text."""
        return _head(self.text, self.tag_size)

    @property
    def height(self) -> float:
        """Pixels from the top of the panel or tag to the lowest ink, or the panel's end."""
        return 2 * self.pad + self.head + self.fitted.height


@dataclass(frozen=True, slots=True)
class Stack:
    """Texts one below the other. `height` reaches down to the lowest ink."""

    placed: tuple[Placed, ...]
    height: float


def compose(
    message: Message, frame: Frame, height: float, *, yielding: bool = False
) -> Stack | None:
    """The richest stack that sits comfortably in `height`; None when not even the least fits.

    `yielding`: the lead shrinks as far as it can before its company does.
    """
    smallest = STYLES[message.lead.role].least
    comfort = smallest if yielding else STYLES[message.lead.role].comfort
    for variant in message.variants:
        stack = _comfortable(message, variant, frame, height, comfort)
        if stack:
            return stack
    least = message.variants[-1]
    return (
        _stacked(message, least, frame, height, 0.0, smallest)
        # The last resort: the visual small beside the lead, all the rest below it.
        or _stacked(message, least, frame, height, 0.3, smallest, across=True)
        or _stacked(message, least, frame, height, 0.0, smallest, across=True)
    )


def _comfortable(
    message: Message, company: tuple[Text, ...], frame: Frame, height: float, comfort: float
) -> Stack | None:
    """The stack with the company as large as leaves the lead comfortable."""
    largest, *between, smallest = _STEPS
    stack = _stacked(message, company, frame, height, largest, comfort)
    if stack or not company:
        return stack
    # Where the smallest has no room, nothing between has: that is seen at one look, not at four.
    last = _stacked(message, company, frame, height, smallest, comfort)
    if last is None:
        return None
    found = (_stacked(message, company, frame, height, step, comfort) for step in between)
    return next((one for one in found if one), last)


def surplus(message: Message, text: Text, frame: Frame, height: float) -> int:
    """How many characters of `text` must go before the least of the message fits."""
    units = line_units(text.text)
    low, high = 0, len(units)
    while low < high:
        middle = (low + high + 1) // 2
        if compose(_with(message, text, "".join(units[:middle]).rstrip()), frame, height):
            low = middle
        else:
            high = middle - 1
    return len(text.text) - len("".join(units[:low]).rstrip())


def unfit_word(message: Message, text: Text, frame: Frame) -> str:
    """The longest stretch of `text` without a place for a line's end, where it is too wide."""
    style, longest = STYLES[text.role], max(line_units(text.text), key=len, default="").strip()
    setting = setting_of(longest, style.weight, message.lang, running=style.running)
    size = frame.size(style.least)
    fits = fit_at(setting, frame.content.width, frame.height, size, 1)
    return "" if fits or not longest else longest


def _with(message: Message, old: Text, words: str) -> Message:
    """The least of the message, with other words for one of its texts."""
    new = replace(old, text=words)
    least = tuple(new if text == old else text for text in message.variants[-1])
    return replace(message, lead=new if message.lead == old else message.lead, variants=(least,))


def _stacked(
    message: Message,
    company: tuple[Text, ...],
    frame: Frame,
    height: float,
    step: float,
    least: float,
    *,
    across: bool = False,
) -> Stack | None:
    placed = [_company(text, message.lang, frame, step, across) for text in company]
    rest = [one for one in placed if one]
    if len(rest) < len(placed):
        return None
    gaps = sum(frame.unit * one.style.gap for one in rest)
    lead = _lead(message, frame, height - gaps - sum(one.height for one in rest), least)
    return _piled([lead, *rest], frame) if lead else None


def _company(text: Text, lang: str, frame: Frame, step: float, across: bool) -> Placed | None:
    style = STYLES[text.role]
    least, most = frame.size(style.least), frame.size(style.most)
    pad = round(frame.unit * _PANEL_PAD) if style.panel else 0
    across = style.across or across
    width = (frame.content.width if across else frame.column) - 2 * pad
    setting = setting_of(text.text, style.weight, lang, running=style.running)
    size = round(least + step * (most - least))
    fitted = fit_at(setting, width, frame.height, size, style.lines)
    return _placed(text, lang, frame, fitted, width, pad=pad, across=across)


def _lead(message: Message, frame: Frame, room: float, least: float) -> Placed | None:
    text, style = message.lead, STYLES[message.lead.role]
    setting = setting_of(text.text, style.weight, message.lang)
    sizes = (frame.size(least), frame.size(style.most))
    room -= _head(text, frame.size(TAG.most))
    if room <= 0:
        return None
    fitted = fit_largest(setting, frame.column, room, sizes, style.lines)
    return _placed(text, message.lang, frame, fitted, frame.column)


def _placed(
    text: Text,
    lang: str,
    frame: Frame,
    fitted: Fitted | None,
    width: float,
    *,
    pad: float = 0.0,
    across: bool = False,
) -> Placed | None:
    size = frame.size(TAG.most)
    setting = setting_of(text.tag, TAG.weight, lang)
    tag = fit_at(setting, width - size * TAG_HEIGHT, frame.height, size, 1) if text.tag else None
    if fitted is None or (text.tag and tag is None):
        return None
    return Placed(
        text=text,
        style=STYLES[text.role],
        fitted=fitted,
        tag=tag,
        tag_size=size,
        pad=pad,
        across=across,
    )


def _head(text: Text, size: int) -> float:
    if text.tag:
        return size * ((TAG_HEIGHT if text.sign else 1.0) + _TAG_GAP)
    return size * (SIGN_ALONE + _TAG_GAP) if text.sign else 0.0


def _piled(stack: list[Placed], frame: Frame) -> Stack:
    placed: list[Placed] = []
    top = 0.0
    for one in stack:
        top += frame.unit * one.style.gap if placed else 0.0
        placed.append(replace(one, top=top))
        top += one.height
    return Stack(tuple(placed), top)
