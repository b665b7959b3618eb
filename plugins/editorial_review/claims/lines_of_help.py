"""Whom to call at once, by country: `emergency_numbers/<country>.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path

from plugins.practice.settings import Practice

_FOLDER = Path(__file__).parent / "emergency_numbers"
COUNTRIES: tuple[str, ...] = tuple(sorted(file.stem.upper() for file in _FOLDER.glob("*.toml")))
"""The countries whose numbers are known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpLine:
    """One number; `source` is the page that says so, read on the day `read`."""

    number: str
    name: str
    ways: tuple[str, ...]
    """How it is reached: "call", "text", "chat"."""
    source: str
    read: date
    sure: str
    """"verified" or "secondary"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpLines:
    """The numbers of a country; those of one purpose as they are written on a page."""

    country: str
    emergency: str
    suicide: str
    poison: str
    violence: str
    services: frozenset[str] = frozenset()
    """Short numbers that are no emergency numbers."""
    lines: Mapping[str, HelpLine] = field(default_factory=dict)
    """By the digits that are dialled, without the country's 1."""


def lines_of(practice: Practice) -> HelpLines | None:
    """The numbers of the practice's country; None where no file has them."""
    country = practice.places[0].country if practice.places else "US"
    return _table(country) if country in COUNTRIES else None


@cache
def _table(country: str) -> HelpLines:
    table = tomllib.loads((_FOLDER / f"{country.lower()}.toml").read_text(encoding="utf-8"))
    lines = [HelpLine(**{**row, "ways": tuple(row["ways"])}) for row in table.pop("lines")]
    return HelpLines(
        **{**table, "services": frozenset(table["services"])},
        lines={dialled(line.number): line for line in lines},
    )


_LETTERS = {
    letter: str(key) for key, letters in enumerate(
        ("ABC", "DEF", "GHI", "JKL", "MNO", "PQRS", "TUV", "WXYZ"), 2
    ) for letter in letters
}  # fmt: skip
"""The letters on the keys of a telephone."""


def dialled(number: str) -> str:
    """The digits that a number means: "1-800-799-SAFE" is 8007997233, "9-1-1" is 911."""
    digits = "".join(_LETTERS.get(sign, sign) for sign in re.sub(r"\W", "", number.upper()))
    return digits[1:] if len(digits) == 11 and digits[0] == "1" else digits
