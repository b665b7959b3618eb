"""A template with its slots filled, and whether a notice is exactly that."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import datetime
from typing import Any, TypeVar

from plugins.editorial_review.approvals.hashing import is_translation
from plugins.editorial_review.closures.slots import SLOT, read_filled, words_of
from plugins.editorial_review.closures.stretch import Stretch
from plugins.practice.posts import ClosureTemplate, Notice, day_of
from plugins.practice.schemas import INHERITED
from plugins.practice.settings import Practice

T = TypeVar("T")

_OWN = frozenset(
    {
        *("file", "slug", "lang", "uid", "date", "lines", "text_line", "draft", "evergreen"),
        *("withdrawn", "withdrawn_reason", "starts", "ends", "affects", "reason"),
        *("template", "filled", "source_hash", "kept_images"),
    }
)
"""What a notice has of its own; all else is the template's, with its slots filled. Its days,
places and reason are judged by themselves."""


_FILLED = re.compile(rf"{SLOT.pattern}(\.?)")


def with_slots(value: T, words: Mapping[str, str]) -> T:
    """The value with each known slot of every text in it filled."""
    return _filled(value, words)  # type: ignore[no-any-return]


def _filled(value: Any, words: Mapping[str, str]) -> Any:
    match value:
        case str():
            return _FILLED.sub(lambda found: _in_place(found, words), value)
        case tuple():
            return tuple(_filled(item, words) for item in value)
        case list():
            return [_filled(item, words) for item in value]
        case Mapping():
            return {key: _filled(item, words) for key, item in value.items()}
        case _ if is_dataclass(value) and not isinstance(value, type):
            return replace(
                value,
                **{one.name: _filled(getattr(value, one.name), words) for one in fields(value)},
            )
        case _:
            return value


def _in_place(found: re.Match[str], words: Mapping[str, str]) -> str:
    """The words for a slot. "p.m." at the end of a sentence has its full stop already."""
    if found[1] not in words:
        return found[0]
    told = words[found[1]]
    return told if told.endswith(".") else told + found[2]


def why_not_filled(notice: Notice, template: ClosureTemplate, practice: Practice) -> str:
    """Why a notice is not exactly this template with days, times, places and a number put in;
    empty where it is.

    The reasons are for people: a free edit must be found by them.
    """
    filled = read_filled(notice.filled, practice)
    if filled is None:
        return "`filled` holds something else than days, times, places and your own phone number"
    if (template.lang, template.reason) != (notice.lang, notice.template):
        return f"it is not from closures/{notice.template}.md"
    if notice.reason != notice.template or notice.affects != filled.places:
        return "its reason or its places are not those that were filled in"
    if not _tells(notice, filled.stretch):
        return "`starts` and `ends` are not those that were filled in"
    words = words_of(filled, practice, notice.lang)
    for name in _compared(notice):
        if getattr(notice, name) != with_slots(getattr(template, name), words):
            return f"`{name}` is not word for word that of the template"
    return ""


def _compared(notice: Notice) -> list[str]:
    """The fields that must be the template's. What a translation only takes over from its original
    is judged there."""
    taken = {n for n in INHERITED if is_translation(notice) and n not in notice.lines}
    names = (one.name for one in fields(ClosureTemplate))
    return [name for name in names if name not in _OWN | taken]


def _tells(notice: Notice, stretch: Stretch) -> bool:
    """Whether the notice begins and ends as it was filled in. Where one end has a time, both have:
    a day without a time of its own then has that of the usual hours."""
    pairs = ((notice.starts, stretch.first), (notice.ends, stretch.last))
    timed = [isinstance(told, datetime) for told, _ in pairs]
    return timed == [stretch.is_timed] * 2 and all(
        told == meant if isinstance(meant, datetime) else day_of(told) == meant
        for told, meant in pairs
    )
