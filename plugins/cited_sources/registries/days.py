"""Days as registries write them; a month or year alone is not made into a day."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date

from plugins.cited_sources.registries.decoded import at, rows

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_CITED = re.compile(r"\b(\d{4})(?:\s+([A-Z][a-z]{2})[a-z]*(?:\s+(\d{1,2}))?)?\b")
_AMERICAN = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})\b")
_LIKELY = range(1500, 2200)


def parts_of(value: object) -> tuple[int, ...]:
    """Year, month and day of a Crossref date, as far as it goes: (1998, 2)."""
    found: list[int] = []
    for number, (least, most) in zip(rows(at(value, "date-parts", 0)), _RANGES, strict=False):
        if not isinstance(number, int) or isinstance(number, bool) or not least <= number <= most:
            break
        found.append(number)
    whole = tuple(found)
    return whole if len(whole) < 3 or day_of_parts(whole) else whole[:2]


_RANGES = ((_LIKELY.start, _LIKELY.stop - 1), (1, 12), (1, 31))


def cited_parts(text: str) -> tuple[int, ...]:
    """The first date of a MEDLINE text: (2010, 2, 6) of "Lancet. 2010 Feb 6;375(9713):445"."""
    for match in _CITED.finditer(text):
        year, month, day = match.groups()
        if int(year) not in _LIKELY:
            continue
        known = bool(month) and month.lower() in _MONTHS
        numbers = [int(year), _MONTHS.index(month.lower()) + 1 if known else 0, int(day or 0)]
        return parts_of({"date-parts": [numbers]})
    return ()


def day_of_parts(parts: tuple[int, ...]) -> date | None:
    """The day, when the parts name one."""
    with suppress(ValueError):
        return date(*parts) if len(parts) == 3 else None
    return None


def american_day(text: str) -> date | None:
    """The day of "2/6/2010 0:00", as the Retraction Watch CSV has it."""
    match = _AMERICAN.match(text.strip())
    if not match:
        return None
    month, day, year = (int(part) for part in match.groups())
    return day_of_parts((year, month, day)) if year in _LIKELY else None


def iso(parts: tuple[int, ...]) -> str:
    """YYYY, YYYY-MM or YYYY-MM-DD; "" without a year."""
    return "-".join(f"{part:02d}" for part in parts)


def iso_parts(text: str) -> tuple[int, ...]:
    """The parts of "2026-07-29", "2026-07" or "2026"."""
    match = re.match(r"(\d{4})(?:[-/](\d{2})(?:[-/](\d{2}))?)?", text)
    numbers = tuple(int(part) for part in match.groups() if part) if match else ()
    return parts_of({"date-parts": [list(numbers)]})
