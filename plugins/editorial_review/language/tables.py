"""The tables of words in data/, read when they are first asked."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from plugins.editorial_review.language.phrase_table import PhraseTable

_DATA = Path(__file__).with_name("data")


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((_DATA / name).read_text(encoding="utf-8"))


@cache
def general_words() -> PhraseTable:
    """Words of offices, with plainer ones."""
    return PhraseTable.of(_read("plain_words.toml")["general"], endings=True)


@cache
def medical_words() -> PhraseTable:
    """Words of clinicians, with plainer ones."""
    return PhraseTable.of(_read("plain_words.toml")["medical"], endings=True)


@cache
def terms() -> PhraseTable:
    """Terms that must be told to a reader, since there is no plainer word."""
    return PhraseTable.of(dict.fromkeys(_read("terms.toml")["terms"], ""), endings=False)


@cache
def known_acronyms() -> frozenset[str]:
    """Short forms that readers know."""
    return frozenset(_read("acronyms.toml")["known"])


@cache
def person_first() -> PhraseTable:
    """Words that make a person an illness."""
    return PhraseTable.of(_read("person_first.toml")["instead"], endings=False)


@cache
def person_first_nouns() -> PhraseTable:
    """The same, of words that can begin a longer name: "a diabetic"."""
    return PhraseTable.of(_read("person_first.toml")["nouns"], endings=False)
