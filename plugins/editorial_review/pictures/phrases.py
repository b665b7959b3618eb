"""The phrases of phrases.toml as expressions, by language."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

_FILE = Path(__file__).with_name("phrases.toml")
_NOTHING = re.compile(r"(?!)")


@cache
def _table() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))


@cache
def any_of(lang: str, name: str) -> re.Pattern[str]:
    """Finds a phrase of a list ("told") of a language, as whole words, the longest first.

    A language that the table lacks has no phrases: nothing is found.
    """
    phrases = _table().get(lang.partition("-")[0], {}).get(name, [])
    if not phrases:
        return _NOTHING
    words = "|".join(_loose(phrase) for phrase in sorted(phrases, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)


def _loose(phrase: str) -> str:
    """A space of the phrase is any one to three spaces or hyphens of a text."""
    return r"[\s-]{1,3}".join(re.escape(word) for word in phrase.split())
