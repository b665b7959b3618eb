"""What a value may be when it tells a time: a day, a moment, a zone, opening hours.

Parsers as in `fields`: they take what stands in the file, or raise `UnfitError`.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time
from difflib import get_close_matches
from itertools import pairwise
from zoneinfo import ZoneInfo, available_timezones

from plugins.practice.fields import Parser, UnfitError, shown, text


def day(value: object) -> date:
    """A calendar day: 2026-11-21."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value).strip())
    except ValueError:
        raise UnfitError(f"found {shown(value)}, not a day", _day_fix(str(value))) from None


def _day_fix(found: str) -> str:
    """The likeliest day, rightly spelled; an American date is clear once its day is over 12."""
    parts = re.fullmatch(r"\s*(\d{1,2})/(\d{1,2})/(\d{4})\s*", found)
    if not parts:
        return "write year-month-day, like 2026-11-21"
    month, dom, year = (int(part) for part in parts.groups())
    if month > 12 or dom <= 12:
        return "write year-month-day, so that nobody can take the day for the month: 2026-03-04"
    return f"write {year}-{month:02}-{dom:02}"


def moment(zone: ZoneInfo) -> Parser[datetime]:
    """A day and time in the practice's zone: 2026-11-21 09:00. A bare day begins at midnight."""

    def parse(value: object) -> datetime:
        at = day_or_moment(zone)(value)
        return at if isinstance(at, datetime) else datetime.combine(at, time(), tzinfo=zone)

    return parse


def day_or_moment(zone: ZoneInfo) -> Parser[date | datetime]:
    """A whole day (2026-11-26) or a day and time (2026-11-26 13:00) in the practice's zone."""

    def parse(value: object) -> date | datetime:
        if isinstance(value, datetime):
            return value if value.tzinfo else value.replace(tzinfo=zone)
        found = str(value).strip()
        if len(found) <= 10 and ":" not in found:
            return day(value)
        try:
            read = datetime.fromisoformat(found)
        except ValueError:
            fix = "write the day and the time of 24 hours, like 2026-11-21 09:00"
            raise UnfitError(f"found {shown(found)}, not a day and time", fix) from None
        try:
            return read.astimezone(zone) if read.tzinfo else _existing(read.replace(tzinfo=zone))
        except OverflowError:  # the first or last day that Python knows, and another zone's clock
            raise UnfitError(f"found {shown(found)}", "write a year of our time") from None

    return parse


def _existing(local: datetime) -> datetime:
    """The time itself; UnfitError where the clocks skip it, as on the night of summer time."""
    real = local.astimezone(UTC).astimezone(local.tzinfo)
    if real.replace(tzinfo=None) == local.replace(tzinfo=None):
        return local
    found = f"found {local:%Y-%m-%d %H:%M}, a time that the clocks skip on that day"
    raise UnfitError(found, f"write {real:%Y-%m-%d %H:%M}, or another time")


def time_zone(value: object) -> str:
    """A zone of the IANA list."""
    name = text(value)
    if name not in available_timezones():
        near = get_close_matches(name, sorted(available_timezones()), n=3)
        raise UnfitError(f"found {shown(name)}", f"write a zone like {', '.join(near or _ZONES)}")
    return name


_ZONES = ("America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles")


def hours(value: object) -> tuple[tuple[int, int], ...]:
    """A day's hours: "08:00-12:00, 13:00-17:00", or "closed"."""
    found = text(value)
    if found.lower() in {"closed", ""}:
        return ()
    spans = tuple(_span(part.strip()) for part in found.split(","))
    if any(later[0] < earlier[1] for earlier, later in pairwise(spans)):
        raise UnfitError(f"found {shown(found)}, where spans overlap", "write the spans in order")
    return spans


def time_of_day(value: object) -> int:
    """A time of 24 hours, "12:15", as minutes after midnight."""
    found = f"{value:%H:%M}" if isinstance(value, time) else text(value)
    parts = re.fullmatch(r"([01]?\d|2[0-3]):([0-5]\d)", found)
    if not parts:
        raise UnfitError(f"found {shown(found)}, not a time", 'write it of 24 hours, like "12:15"')
    return int(parts[1]) * 60 + int(parts[2])


def _span(found: str) -> tuple[int, int]:
    parts = re.fullmatch(
        r"([01]?\d|2[0-3]):([0-5]\d)\s*[-\u2013]\s*([01]?\d|2[0-4]):([0-5]\d)", found
    )
    start, end = (0, 0)
    if parts:
        h1, m1, h2, m2 = (int(part) for part in parts.groups())
        start, end = h1 * 60 + m1, h2 * 60 + m2
    if not start < end <= 24 * 60:
        fix = 'write opening and closing time of 24 hours, like "08:00-17:00", or "closed"'
        raise UnfitError(f"found {shown(found)}", fix)
    return start, end
