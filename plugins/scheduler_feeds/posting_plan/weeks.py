"""Weeks as people name them: "2026-W48" is Monday to Sunday, by ISO 8601."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from plugins.practice.dates import weekday_and_day
from plugins.practice.fields import UnfitError, shown
from plugins.scheduler_feeds.posting_plan.local_time import at_minute, week_of
from plugins.scheduler_feeds.posting_plan.planned import PlannedShare, PostingPlan

__all__ = ["shares_of", "week_bounds", "week_of"]

_WEEK = re.compile(r"([12]\d{3})-W(\d{2})", re.ASCII)
_ALMOST = re.compile(
    r"\s*([12]\d{3})\s*[-/ ]?\s*w?(?:eek|k)?\s*(\d{1,2})\s*", re.ASCII | re.IGNORECASE
)


def week_bounds(week: str, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """When the week begins, and when the next one does, by the clocks of `zone`.

    Raises UnfitError for a text that names no week: what it is, and what to write.
    """
    named = _WEEK.fullmatch(week)
    if not named:
        raise UnfitError(f"found {shown(week)}, not a week", _fix(week))
    monday = _monday(int(named[1]), int(named[2]))
    return at_minute(monday, 0, zone), at_minute(monday + timedelta(days=7), 0, zone)


def shares_of(plan: PostingPlan, week: str) -> tuple[PlannedShare, ...]:
    """The shares of a week, earliest first."""
    return tuple(share for share in plan.shares if share.week == week)


def _monday(year: int, week: int) -> date:
    last = _last_week(year)
    if not 1 <= week <= last:
        raise UnfitError(
            f"{year} has no week {week}", f"write a week from {year}-W01 to {year}-W{last}"
        )
    return date.fromisocalendar(year, week, 1)


def _last_week(year: int) -> int:
    # December 28 is always in the last week of its year (ISO 8601).
    return date(year, 12, 28).isocalendar().week


def _fix(found: str) -> str:
    """The likeliest week, rightly spelled, with its Monday: "2026-11" may be meant as a month."""
    monday = _of_day(found) or _of_week(found)
    if not (monday and _WEEK.fullmatch(week_of(monday))):
        return "write the year and the number of the week, like 2026-W48"
    return f"write {week_of(monday)} for the week of {weekday_and_day(monday, 'en')}"


def _of_day(found: str) -> date | None:
    try:
        day = date.fromisoformat(found.strip())
    except ValueError:
        return None
    return day - timedelta(days=day.weekday())


def _of_week(found: str) -> date | None:
    almost = _ALMOST.fullmatch(found)
    year, week = (int(almost[1]), int(almost[2])) if almost else (2000, 0)
    return date.fromisocalendar(year, week, 1) if 1 <= week <= _last_week(year) else None
