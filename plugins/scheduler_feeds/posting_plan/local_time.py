"""Times of day and weeks where the practice is, whatever its clocks do."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

_MINUTE = timedelta(minutes=1)


def at_minute(day: date, minutes: int, zone: ZoneInfo) -> datetime:
    """The moment that is so many minutes after midnight by the clocks of `zone`.

    A time that clocks skip on that day gives the first minute after the gap; of a time that comes
    twice, the first.
    """
    at = datetime.combine(day, time(), zone) + timedelta(minutes=minutes)
    while not _exists(at):
        at += _MINUTE
    return at


def _exists(at: datetime) -> bool:
    return at.astimezone(UTC).astimezone(at.tzinfo) == at


def week_of(day: date) -> str:
    """The ISO week, Monday to Sunday: "2026-W48"."""
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"
