"""Days and times as readers of a language expect them (Unicode CLDR, by way of Babel)."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from functools import cache, lru_cache

from babel import Locale
from babel.dates import format_date, format_skeleton, format_time

from plugins.practice.posts import day_of
from plugins.practice.settings import Hours

_WEEK = 7


def _locale(lang: str) -> str:
    """Some languages are written otherwise here than elsewhere: "6:00 p. m.", not "18:00"."""
    return {"en": "en_US", "es": "es_US"}.get(lang, lang)


def long_day(day: date, lang: str) -> str:
    """ "November 26, 2026"."""
    return format_date(day_of(day), "long", locale=_locale(lang))


def short_day(day: date, lang: str) -> str:
    """ "Nov 26, 2026"."""
    return format_date(day_of(day), "medium", locale=_locale(lang))


@lru_cache(maxsize=2048)
def weekday_and_day(day: date, lang: str) -> str:
    """ "Thursday, November 26"."""
    return format_date(day_of(day), _weekday_and_day_pattern(lang), locale=_locale(lang))


@cache
def _weekday_and_day_pattern(lang: str) -> str:
    # CLDR has the order of weekday, day and month only with short names; readers want whole words.
    known = Locale.parse(_locale(lang)).datetime_skeletons
    short = known["MMMMEd" if "MMMMEd" in known else "MMMEd"].pattern
    return re.sub(r"\bMMM\b", "MMMM", re.sub(r"\b(?:E{1,3}|c{1,3})\b", "EEEE", short))


def day_and_month(day: date, lang: str) -> str:
    """ "November 26", "26 de noviembre"."""
    return format_skeleton("MMMMd", day_of(day), locale=_locale(lang))


def month_name(day: date, lang: str) -> str:
    """ "November", as it stands in a date."""
    return format_date(day_of(day), "MMMM", locale=_locale(lang))


@lru_cache(maxsize=512)
def month_and_year(day: date, lang: str) -> str:
    """ "November 2026"."""
    return format_skeleton("yMMMM", day_of(day), locale=_locale(lang))


def weekday_name(index: int, lang: str) -> str:
    """ "Monday" for 0, as `date.weekday()` counts."""
    return format_date(
        date(2024, 1, 1 + index), "EEEE", locale=_locale(lang)
    )  # 1 January 2024: a Monday


def short_weekday(index: int, lang: str) -> str:
    """ "Mon" for 0."""
    return format_date(date(2024, 1, 1 + index), "EEE", locale=_locale(lang))


def clock(moment: time | datetime, lang: str) -> str:
    """ "6:00 PM", "18:00"; a no-break space keeps the number with its half of the day."""
    text = format_time(
        moment.time() if isinstance(moment, datetime) else moment, "short", locale=_locale(lang)
    )
    return text.replace(" ", "\u00a0").replace("\u202f", "\u00a0")


def opening(hours: Hours, lang: str) -> str:
    """ "8:00 AM-12:00 PM, 1:00 PM-5:00 PM" with real dashes; "" for a closed day."""
    return ", ".join(f"{_at(start, lang)}\u2013{_at(end, lang)}" for start, end in hours)


def _at(minutes: int, lang: str) -> str:
    return clock(time(minutes // 60 % 24, minutes % 60), lang)


def when(starts: date | datetime, ends: date | datetime, lang: str) -> str:
    """A stretch of time, in as few words as it takes: "Thursday, December 10, 6:00 PM-7:00 PM"."""
    first, last = weekday_and_day(starts, lang), weekday_and_day(ends, lang)
    if isinstance(starts, datetime) and isinstance(ends, datetime):
        if first == last:
            return f"{first}, {clock(starts, lang)}\u2013{clock(ends, lang)}"
        return f"{first}, {clock(starts, lang)} \u2013 {last}, {clock(ends, lang)}"
    return first if first == last else f"{first} \u2013 {last}"


def leaf_of(
    starts: date | datetime, ends: date | datetime, lang: str
) -> tuple[str, str, str] | None:
    """Month, day and weekday for a leaf of a calendar: ("November", "26–27", "Thu – Fri").

    The weekdays are left out where the stretch holds every one of them: "Tue – Thu" would say
    that it is these three. None for a stretch that no one leaf can show: it runs from one month
    into another.
    """
    first, last = day_of(starts), day_of(ends)
    if (first.year, first.month) != (last.year, last.month):
        return None
    month = format_date(first, "LLLL", locale=_locale(lang))
    if first == last:
        return month, str(first.day), format_date(first, "EEEE", locale=_locale(lang))
    days = f"{first.day}\u2013{last.day}"
    if (last - first).days >= _WEEK - 1:
        return month, days, ""
    week = [format_date(day, "EEE", locale=_locale(lang)) for day in (first, last)]
    return month, days, " \u2013 ".join(week)
