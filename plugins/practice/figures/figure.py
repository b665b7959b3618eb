"""What a text can say in figures."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

Key = tuple[str | int, ...]
"""What a figure means: see `Figure`."""


class Sort(StrEnum):
    """What a figure means."""

    NUMBER = "number"
    PAIR = "pair"
    """ "2 of 100"."""
    SLASH = "slash"
    """ "180/120", "11/26": a reading, a part or a day."""
    DATE = "date"
    WEEKDAY = "weekday"
    TIME = "time"
    PHONE = "phone"


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of a text. `key` is its meaning: equal keys mean the same.

    NUMBER: (value, unit), with "" for a unit that is not known. PAIR and SLASH: (one, other).
    DATE: (year or 0, month, day). WEEKDAY: (0 for Monday,). TIME: (minutes after midnight, 1, or 0
    where half of the day is not told). PHONE: (digits,).
    """

    sort: Sort
    key: Key
    said: str
    """As it stands in the text."""
    in_words: bool = False
    """Whether it is written out: "two"."""
