"""The lists of `data/` by which names are told from words."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

_DATA = Path(__file__).with_name("data")


@cache
def word_sets(file: str = "names.toml") -> Mapping[str, frozenset[str]]:
    """The lists of a file of `data/` as sets."""
    table = tomllib.loads((_DATA / file).read_text(encoding="utf-8"))
    return {name: frozenset(words.split()) for name, words in table.items()}


@cache
def given_names() -> frozenset[str]:
    """Given names that are no English words, in small letters."""
    lines = (_DATA / "given_names.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


@cache
def history() -> frozenset[str]:
    """People of the history of medicine, by their full names in small letters."""
    table = tomllib.loads((_DATA / "history.toml").read_text(encoding="utf-8"))
    return frozenset(table["people"])


@cache
def family_names() -> frozenset[str]:
    """Frequent family names that are neither words nor given names, in small letters."""
    lines = (_DATA / "family_names.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))
