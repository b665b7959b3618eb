"""What a value may be when it tells a count out of a whole: "2 of 100".

A parser as in `fields`: it takes what stands in the file, or raises `UnfitError`.
"""

from __future__ import annotations

import re
from decimal import Decimal

from plugins.practice.fields import UnfitError, shown, text

MOST_WHOLE = 1_000_000
"""Of a count: "1 of 1,000,000" is the rarest thing that can be told so."""

_NUMBER = r"(\d{1,3}(?:,\d{3})+|\d{1,9})"
_COUNT = re.compile(rf"{_NUMBER} (?:of|in|out of|de|de cada) {_NUMBER}")


def count_of(value: object) -> tuple[int, int]:
    """An absolute number, as "2 of 100"."""
    found = text(value)
    parts = _COUNT.fullmatch(found)
    if not parts:
        raise UnfitError(f"found {shown(found)}", f"write {_as_count(found)}")
    part, whole = (int(number.replace(",", "")) for number in parts.groups())
    if whole == 0 or part > whole:
        fault = "a part of nothing" if whole == 0 else "more than its whole"
        fix = 'write the part first, then the whole, like "2 of 100"'
        raise UnfitError(f"found {shown(found)}, {fault}", fix)
    if whole > MOST_WHOLE:
        raise UnfitError(f"found {shown(found)}", f"write it out of at most {MOST_WHOLE:,}")
    return part, whole


def _as_count(found: str) -> str:
    """A percentage ("2%") or a share of one (0.02) as a count; anything else as an example."""
    percent = re.fullmatch(r"(\d{1,3}(?:\.\d{1,4})?) ?(?:%|percent|por ciento)", found)
    share = re.fullmatch(r"0?\.\d{1,6}", found)
    if not percent and not share:
        return 'a count out of a whole, like "2 of 100"'
    part = Decimal(percent[1]) / 100 if percent else Decimal(found)
    if part > 1:
        return 'a count out of a whole, like "2 of 100"'
    whole = next(whole for whole in (100, 1_000, 10_000, 100_000, 10**6) if part * whole % 1 == 0)
    return f'the count: "{part * whole:.0f} of {whole}"'
