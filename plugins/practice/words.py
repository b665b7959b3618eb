"""What the product itself says to readers: `words/<lang>.toml`, one section a room.

A new language is a new file here; nothing else names the languages.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent / "words"

LANGUAGES: tuple[str, ...] = tuple(sorted(file.stem for file in _FOLDER.glob("*.toml")))
"""The languages that Housecall can speak to readers."""


@cache
def _table(lang: str) -> dict[str, dict[str, str]]:
    return tomllib.loads((_FOLDER / f"{lang}.toml").read_text(encoding="utf-8"))


def say(lang: str, key: str, **slots: object) -> str:
    """The wording for `key` ("graphics.question") in `lang`, its {slots} filled.

    Raises KeyError when a language file lacks the key: a test keeps the files alike.
    """
    section, _, name = key.partition(".")
    return _table(lang)[section][name].format(**slots)


def section(lang: str, name: str) -> dict[str, str]:
    """All wordings of one room, for its templates."""
    return _table(lang)[name]


@cache
def word_list(lang: str, key: str) -> tuple[str, ...]:
    """The words of the wording for `key`, which are told apart by commas there."""
    return tuple(word for word in say(lang, key).split(", ") if word)


@cache
def one_of_words(lang: str, key: str) -> re.Pattern[str]:
    """Finds any of the words of such a list, whole words only, the longest first."""
    words = sorted(word_list(lang, key), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words)) or '(?!)'})(?!\w)", re.I)
