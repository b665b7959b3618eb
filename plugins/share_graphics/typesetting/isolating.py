"""Numbers that keep their own order inside text from right to left.

After Arabic letters the Unicode algorithm sets the groups of "212-555-0143" from right to left, and
"5 mg" as "mg 5". A telephone number and a number with a Latin unit or "%" are read from left to
right there too, so they are isolated, as UAX 9 allows (HL3) and as a careful writer does by hand.
"""

from __future__ import annotations

import re
from unicodedata import bidirectional

from plugins.share_graphics.typesetting.inseparable import LEAST_DIGITS, PHONE

_ISOLATE, _END = "\u2066", "\u2069"
_WITH_UNIT = re.compile(
    r"(?<![A-Za-z\d.,:/-])[<>≤≥~≈+−-]?\d[\d.,:/–]*(?<![.,:])[ \u00a0]?"
    r"(?:%|°?[A-Za-zµμ](?:[A-Za-zµμ/]*[A-Za-z])?(?:[ \u00a0]Hg)?)"
)


def with_isolates(text: str) -> str:
    """A line of text from right to left, with marks round the numbers that stand by themselves."""
    for pattern in (PHONE, _WITH_UNIT):
        text = pattern.sub(_isolated, text)
    return text


def _isolated(found: re.Match[str]) -> str:
    words, before = found.group(), found.string[: found.start()]
    phone = found.re is PHONE
    if phone and sum(map(str.isdigit, words)) < LEAST_DIGITS:
        return words
    # After Latin letters a number goes with them already.
    strong = next((c for c in map(bidirectional, reversed(before)) if c in {"L", "R", "AL"}), "R")
    return words if strong == "L" else f"{_ISOLATE}{words}{_END}"
