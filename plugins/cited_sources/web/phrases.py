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
_LONGEST_NAME = 8
"""Words of a site's name: "National Institute for Health and Care Excellence" has seven."""
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
    colon parts nothing: it stands in the titles of articles. What stands beside a piece that is
    too long for a site's name is a piece of an article's title."""
    pieces = _PARTS.split(title)
    if len(pieces) < 2:
        return (title,)
    is_long = [len(words_of(piece)) > _LONGEST_NAME for piece in pieces]
    others = sum(is_long)
    return (title, *(piece for piece, long in zip(pieces, is_long, strict=True) if others == long))


def sayings(title: str, heading: str) -> tuple[str, ...]:
    """The parts of a title, and those of the heading under a title that may be only the name of
    the site: under that of an article it is no heading of the page."""
    is_short = len(words_of(title)) <= _LONGEST_NAME
    return parts_of(title) + (parts_of(heading) if is_short and heading else ())


def says(name: str, title: str, heading: str) -> str:
    """The part of a title or heading that a list of phrases.toml has; empty without one."""
    parts = sayings(title, heading)
    return next((part.strip() for part in parts if is_in(name, " ".join(words_of(part)))), "")


@lru_cache(256)
def words_of(text: str) -> tuple[str, ...]:
    """Its words in lower case, without accents and punctuation."""
    plain = _APOSTROPHE.sub("", text).lower()
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain)
        plain = "".join(c for c in plain if not unicodedata.combining(c))
    return tuple(_WORD.findall(plain))
