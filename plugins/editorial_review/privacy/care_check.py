"""Whether an answer says or hints that somebody is, was or is not a patient.

To confirm it in public is a disclosure of health information, whatever the writer of a review has
told already. The patterns stand in `care_words.toml`; the kit's page checks with the same ones.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

_FILE = Path(__file__).with_name("care_words.toml")
_MACRO = re.compile(r"<(\w+)>")
_WORDS_BETWEEN = r"(?:[ ,]+[\w\x27-]+){0,6}?"
_UNSEEN = re.compile("[\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff]")
"""Accents, which are often left out, and what nobody sees."""
_SPACES = re.compile(r"[\s\x1c-\x1f\x85]+")
"""Spelled out where Python and JavaScript differ."""
_STRAIGHT = str.maketrans("\u2018\u2019\u201c\u201d", "''\"\"")


@dataclass(frozen=True, slots=True)
class CareRule:
    """Patterns that mean the same, and what that is."""

    lang: str
    why: str
    patterns: tuple[str, ...]
    """Regular expressions for a `plain` text, alike in Python (re.ASCII) and JavaScript."""


def confirms_care(text: str, lang: str) -> list[str]:
    """The phrases of an answer that confirm, deny or hint care, as `plain` has them.

    None: no wording that we know; a hint between the lines is for people to see. A language
    without rules of its own is checked with those of all languages.
    """
    return list(dict.fromkeys(phrase for phrase, _ in care_findings(text, lang)))


def care_findings(text: str, lang: str) -> Iterator[tuple[str, str]]:
    """Each such phrase with what it says."""
    told = plain(text)
    rules = care_rules()
    for rule in rules.get(lang) or [rule for some in rules.values() for rule in some]:
        for pattern in rule.patterns:
            yield from ((found[0], rule.why) for found in _compiled(pattern).finditer(told))


def plain(text: str) -> str:
    """The text in small letters, without accents, with straight quotes and single spaces."""
    bare = _UNSEEN.sub("", unicodedata.normalize("NFD", text)).translate(_STRAIGHT)
    return _SPACES.sub(" ", bare).lower().strip()


@cache
def care_rules() -> Mapping[str, tuple[CareRule, ...]]:
    """The rules by language, ready to be tried."""
    table = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return {lang: tuple(_rules(lang, rows)) for lang, rows in table.items()}


def _rules(lang: str, rows: Mapping[str, Any]) -> Iterator[CareRule]:
    words = rows["words"]
    for row in rows["rules"]:
        patterns = tuple(_expanded(pattern, words) for pattern in row["patterns"])
        yield CareRule(lang, row["why"], patterns)


def _expanded(pattern: str, words: Mapping[str, str]) -> str:
    """The pattern with every "<name>" and "~" written out; a name may stand in another."""
    while _MACRO.search(pattern):
        pattern = _MACRO.sub(lambda name: words[name[1]], pattern)
    return pattern.replace("~", _WORDS_BETWEEN)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.ASCII)
