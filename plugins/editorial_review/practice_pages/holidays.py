"""The federal holidays of the United States, computed from their table."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from plugins.editorial_review.practice_pages.tables import holiday_rows

_WEEK = 7
_SATURDAY, _SUNDAY = 5, 6


def holidays_between(first: date, last: date) -> Iterator[tuple[date, str]]:
    """Each holiday with the day on which it is observed, from `first` to `last`, in order."""
    years = range(first.year, last.year + 2)  # New Year's Day can be observed in December
    days = (
        (_observed(_day(row, year)), str(row["name"])) for year in years for row in holiday_rows()
    )
    yield from sorted(found for found in days if first <= found[0] <= last)


def _day(row: Mapping[str, Any], year: int) -> date:
    if "day" in row:
        return date(year, row["month"], row["day"])
    if row["nth"] > 0:
        first = date(year, row["month"], 1)
        ahead = (row["weekday"] - first.weekday()) % _WEEK
        return first + timedelta(days=ahead + _WEEK * (row["nth"] - 1))
    last = date(year, row["month"], monthrange(year, row["month"])[1])
    return last - timedelta(days=(last.weekday() - row["weekday"]) % _WEEK)


def _observed(day: date) -> date:
    """Friday for a Saturday, Monday for a Sunday (5 U.S.C. 6103(b))."""
    shift = {_SATURDAY: -1, _SUNDAY: 1}.get(day.weekday(), 0)
    return day + timedelta(days=shift)
