"""The answers of the library, filled in with the practice's own facts."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from plugins.practice.addresses import absolute, language_prefix
from plugins.practice.phones import shown_phone
from plugins.practice.settings import Practice
from plugins.share_kit.profiles.bios import EMERGENCY

_FILE = Path(__file__).with_name("replies.toml")

ACTIONS: Mapping[str, str] = {
    "hide": "Hide it",
    "keep": "Keep it",
    "offline": "Take it offline",
    "escalate": "Tell who is in charge",
}
"""What can be done with a comment, as the page says it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """One situation, and what to do and say."""

    id: str
    situation: str
    do: tuple[str, ...]
    """Keys of `ACTIONS`, in order."""
    steps: tuple[str, ...]
    why: str
    answers: Mapping[str, tuple[str, ...]]
    """By language, the usual one first; none where nobody should answer."""


def replies_of(practice: Practice) -> tuple[Reply, ...]:
    """The library in the languages of the practice, every slot filled."""
    return tuple(_filled(id_, row, practice) for id_, row in _table().items())


def _filled(id_: str, row: Mapping[str, Any], practice: Practice) -> Reply:
    own = slots(practice, practice.lang)
    languages = [lang for lang in practice.languages if lang in row] or ["en"]
    return Reply(
        id=id_,
        situation=row["situation"],
        do=tuple(row["do"]),
        steps=tuple(step.format(**own) for step in row["steps"]),
        why=row["why"],
        answers={
            lang: tuple(text.format(**slots(practice, lang)) for text in row[lang])
            for lang in languages
        },
    )


def slots(practice: Practice, lang: str) -> Mapping[str, str]:
    """What stands in the places of {phone}, {practice}, {url}, {people} and {emergency}."""
    prefix = language_prefix(practice, lang) if lang in practice.languages else ""
    return {
        "phone": shown_phone(practice.phone),
        "practice": practice.name,
        "url": absolute(prefix, practice),
        "people": absolute(f"{prefix}people/", practice),
        "emergency": EMERGENCY,
    }


@cache
def _table() -> Mapping[str, Mapping[str, Any]]:
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))
