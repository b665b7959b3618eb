"""How a consent stands on a day."""

from __future__ import annotations

import re
from datetime import date, timedelta
from enum import StrEnum

from plugins.practice.review_records import Consent

SOON = timedelta(days=60)
"""So long before it expires a consent is told: time enough to ask the person again."""


class ConsentState(StrEnum):
    """The value is the word for people."""

    LIVE = "live"
    SOON = "expires soon"
    NOT_YET = "not yet signed"
    EXPIRED = "expired"
    REVOKED = "revoked"

    @property
    def holds(self) -> bool:
        """Whether what it allows may be shown."""
        return self in (ConsentState.LIVE, ConsentState.SOON)


def state_on(consent: Consent, day: date) -> ConsentState:
    """A consent that is revoked stays so, whatever else its days say."""
    if consent.revoked and consent.revoked <= day:
        return ConsentState.REVOKED
    if day < consent.signed:
        return ConsentState.NOT_YET
    if consent.expires < day:
        return ConsentState.EXPIRED
    return ConsentState.SOON if consent.expires <= day + SOON else ConsentState.LIVE


def ids_in(named: str) -> tuple[str, ...]:
    """The ids of a post's `consent`; two people on one picture are two, with a comma between."""
    return tuple(dict.fromkeys(part for part in (p.strip() for p in named.split(",")) if part))


_SHORTEST_ID = 6
_FEWEST_DIGITS = 2
_LONGEST_WORD = 4
_PLAIN_WORDS = frozenset({"c", "consent", "photo", "video", "quote", "story", "before", "after"})


def fault_of_id(name: str) -> str:
    """Why a person could be guessed from an id; "" for one that says nothing, like c-3f9a77c1."""
    parts = [part for part in name.split("-") if part not in _PLAIN_WORDS]
    letters = max((len(run) for part in parts for run in re.findall("[^0-9]+", part)), default=0)
    digits = sum(char.isdigit() for char in name)
    if letters > _LONGEST_WORD or any(not any(c.isdigit() for c in part) for part in parts):
        return "looks like a name or initials"
    if digits < _FEWEST_DIGITS or len("".join(parts)) < _SHORTEST_ID:
        return "is so short that it can be guessed"
    return "" if letters else "looks like the number of a chart"


def told_id(name: str) -> str:
    """The id as messages tell it: masked where it may be somebody's name."""
    return f"{name[:1]}\u2022\u2022\u2022" if fault_of_id(name) else name
