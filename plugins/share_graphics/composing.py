"""The texts of a message in a frame: which ones, how large, broken into which lines."""

from __future__ import annotations

from dataclasses import dataclass, replace

from plugins.share_graphics.fitting import Fitted, fit_at, fit_largest, setting_of
from plugins.share_graphics.frames import Frame
from plugins.share_graphics.styles import STYLES
from plugins.share_graphics.wording import Message, Text

_STEPS = (1.0, 0.6, 0.3, 0.0)
"""How far the company of the lead stands from its smallest size to its largest."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A text, fitted, with the top of its box in pixels below the top of the stack."""

    text: Text
    fitted: Fitted
    top: float
    across: bool
    """Whether it runs over the whole width, below the motif."""


@dataclass(frozen=True, slots=True)
class Stack:
    """Texts one below the other. `height` reaches down to the lowest ink."""

    placed: tuple[Placed, ...]
    height: float


def compose(message: Message, frame: Frame, height: float) -> Stack | None:
    """The richest stack that sits comfortably in `height`; None when not even the least fits."""
    comfort = STYLES[message.lead.role].comfort
    smallest = STYLES[message.lead.role].least
    for variant in message.variants:
        for step in _STEPS:
            stack = _stacked(message, variant, frame, height, step, comfort)
            if stack:
                return stack
    least = message.variants[-1]
    return (
        _stacked(message, least, frame, height, 0.0, smallest)
        # The last resort: the motif small beside the lead, all the rest below it.
        or _stacked(message, least, frame, height, 0.3, smallest, across=True)
        or _stacked(message, least, frame, height, 0.0, smallest, across=True)
    )


def surplus(message: Message, text: Text, frame: Frame, height: float) -> int:
    """How many characters of `text` must go before the least of the message fits."""
    words = text.text.split(" ")
    low, high = 0, len(words)
    while low < high:
        middle = (low + high + 1) // 2
        shorter = replace(text, text=" ".join(words[:middle]))
        if compose(_with(message, text, shorter), frame, height):
            low = middle
        else:
            high = middle - 1
    return len(text.text) - len(" ".join(words[:low]))


def _with(message: Message, old: Text, new: Text) -> Message:
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
    fitted = [_company(text, message.lang, frame, step, across) for text in company]
    gaps = sum(frame.unit * STYLES[text.role].gap for text in company)
    room = height - gaps - sum(one.height for one in fitted if one)
    lead = _lead(message, frame, room, least) if all(fitted) else None
    if lead is None:
        return None
    return _piled(message, company, [lead, *(one for one in fitted if one)], frame, across)


def _company(text: Text, lang: str, frame: Frame, step: float, across: bool) -> Fitted | None:
    style = STYLES[text.role]
    least, most = frame.size(style.least), frame.size(style.most)
    width = frame.content.width if style.across or across else frame.column
    setting = setting_of(text.text, style.weight, lang, running=style.running)
    return fit_at(setting, width, frame.height, round(least + step * (most - least)), style.lines)


def _lead(message: Message, frame: Frame, room: float, least: float) -> Fitted | None:
    style = STYLES[message.lead.role]
    setting = setting_of(message.lead.text, style.weight, message.lang)
    sizes = (frame.size(least), frame.size(style.most))
    return fit_largest(setting, frame.column, room, sizes, style.lines) if room > 0 else None


def _piled(
    message: Message,
    company: tuple[Text, ...],
    fitted: list[Fitted],
    frame: Frame,
    across: bool,
) -> Stack:
    placed: list[Placed] = []
    top = 0.0
    for text, one in zip((message.lead, *company), fitted, strict=True):
        style = STYLES[text.role]
        top += frame.unit * style.gap if placed else 0.0
        placed.append(Placed(text, one, top, style.across or (across and bool(placed))))
        top += one.height
    return Stack(tuple(placed), top)
