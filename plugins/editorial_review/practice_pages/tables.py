"""The tables of this folder: what laws ask, and by which words pages are known."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Law:
    """One thing that a law asks of the site."""

    about: str
    since: date
    """The day from which it holds."""
    law: str
    source: str
    checked: date
    """The day on which somebody read the source."""
    header: Mapping[str, str] = field(default_factory=dict)
    """Words that must stand in the page, by language."""


@cache
def laws() -> Mapping[str, Law]:
    """Every row of legal.toml by its name."""
    return {name: Law(**row) for name, row in _read("legal").items()}


@cache
def holiday_rows() -> tuple[Mapping[str, Any], ...]:
    """The rows of holidays.toml."""
    return tuple(_read("holidays")["holidays"])


@cache
def slugs() -> Mapping[str, tuple[str, ...]]:
    """The names by which each sort of page is known without `legal`."""
    return {name: tuple(found) for name, found in _read("page_words")["slugs"].items()}


@cache
def word_groups(lang: str, name: str) -> Mapping[str, re.Pattern[str]]:
    """The groups of a table ("policy") of a language, each as an expression; no such language: the
    English ones."""
    table = _read("page_words")
    groups = table.get(lang.partition("-")[0], table["en"])[name]
    return {key: _any(phrases) for key, phrases in groups.items()}


@cache
def words_for(lang: str, name: str) -> re.Pattern[str]:
    """One list of a language ("effective") as an expression."""
    table = _read("page_words")
    return _any(table.get(lang.partition("-")[0], table["en"])[name])


def _any(phrases: Iterable[str]) -> re.Pattern[str]:
    found = sorted(phrases, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, found))})(?!\w)", re.IGNORECASE)


@cache
def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((_FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
