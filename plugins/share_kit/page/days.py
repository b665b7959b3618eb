"""Days and times in as few words as a small label has room for."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from babel.dates import format_date, format_interval, format_skeleton

from plugins.practice.amounts import counted
from plugins.practice.dates import clock, short_day

_LOCALE, _LANG = "en_US", "en"
_NEAR = timedelta(days=200)
"""Within it nobody takes a day for one of another year."""


def near_day(day: date, today: date) -> str:
    """ "Nov 9"; "Nov 9, 2025" where the year is not plain."""
    if abs(day - today) > _NEAR:
        return short_day(day, _LANG)
    return format_skeleton("MMMd", day, locale=_LOCALE)


def moment(at: datetime) -> str:
    """ "Wed, Nov 25, 12:15 PM"."""
    return f"{day_in_week(at.date())}, {clock(at, _LANG)}"


def day_in_week(day: date) -> str:
    """ "Wed, Nov 25"."""
    return format_skeleton("MMMEd", day, locale=_LOCALE)


def week_span(monday: date) -> str:
    """ "November 23 – 29"."""
    return format_interval(monday, monday + timedelta(days=6), "MMMMd", locale=_LOCALE)


def in_days(day: date, today: date) -> str:
    """ "today", "in 12 days", "22 days late"."""
    days = (day - today).days
    if days == 0:
        return "today"
    count = counted(abs(days), "day")
    return f"in {count}" if days > 0 else f"{count} late"


def month_name(day: date) -> str:
    """ "Nov"."""
    return format_date(day, "LLL", locale=_LOCALE)
