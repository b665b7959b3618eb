"""The words of titles and headings, made comparable; and the table of what they may say."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import cache, lru_cache
from pathlib import Path

_FILE = Path(__file__).with_name("phrases.toml")
_PARTS = re.compile(r"\s+[|·•»«–—-]+\s+|\s*[|»«]\s*")
_APOSTROPHE = re.compile(r"(?<=\w)['’](?=\w)")
_WORD = re.compile(r"[a-z0-9]+")


@cache
def _table() -> dict[str, frozenset[str]]:
    raw = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return {name: frozenset(phrases) for name, phrases in raw.items()}


def is_in(name: str, phrase: str) -> bool:
    """Whether a list of phrases.toml has it."""
    return phrase in _table()[name]


def marked(name: str, text: str) -> bool:
    """Whether a text holds any phrase of a list, exactly as it stands there."""
    return any(phrase in text for phrase in _table()[name])


def parts_of(title: str) -> tuple[str, ...]:
    """The whole title, then what stands between the marks that part it from its site's name. A
    colon parts nothing: it stands in the titles of articles."""
    pieces = _PARTS.split(title)
    return (title, *pieces) if len(pieces) > 1 else (title,)


@lru_cache(256)
def words_of(text: str) -> tuple[str, ...]:
    """Its words in lower case, without accents and punctuation."""
    plain = _APOSTROPHE.sub("", text).lower()
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain)
        plain = "".join(c for c in plain if not unicodedata.combining(c))
    return tuple(_WORD.findall(plain))
