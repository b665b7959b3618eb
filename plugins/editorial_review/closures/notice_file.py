"""The file of a notice that is filled from a template."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

import yaml

from plugins.editorial_review.closures.filling import with_slots
from plugins.editorial_review.closures.slots import Filled, words_of
from plugins.editorial_review.closures.stretch import told_times
from plugins.practice.settings import Place, Practice

_NOT_TAKEN = ("uid", "slug", "lang", "draft")
"""Fields of the template's own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewNotice:
    """What a filled notice is made of."""

    template: str
    """Its name: "weather"."""
    fields: Mapping[str, object]
    """The template's own front matter, as its file has it."""
    text: str
    lang: str
    uid: str
    date: datetime
    filled: Filled


def notice_text(new: NewNotice, practice: Practice) -> str:
    """The whole file: the template's words with the slots filled. A translation takes its days
    from its original."""
    words = words_of(new.filled, practice, new.lang)
    own = {name: value for name, value in new.fields.items() if name not in _NOT_TAKEN}
    front = {
        **with_slots(own, words),
        "uid": new.uid,
        **(_days(new, _places(new.filled, practice)) if new.lang == practice.lang else {}),
        "reason": new.template,
        "template": new.template,
        "filled": new.filled.as_fields(),
    }
    printed = yaml.safe_dump(front, allow_unicode=True, sort_keys=False, width=10**6)
    return f"---\n{printed}---\n{with_slots(new.text, words)}"


def _places(filled: Filled, practice: Practice) -> list[Place]:
    return [place for place in practice.places if place.id in filled.places]


def _days(new: NewNotice, places: Sequence[Place]) -> dict[str, object]:
    zone = new.date.tzinfo
    starts, ends = told_times(new.filled.stretch, places, zone)  # type: ignore[arg-type]
    return {
        "date": _told(new.date),
        "type": "hours",
        "starts": _told(starts),
        "ends": _told(ends),
        "affects": list(new.filled.places),
    }


def _told(moment: date | datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M}" if isinstance(moment, datetime) else f"{moment:%Y-%m-%d}"
