"""How long a practice is closed, and when it opens again by its usual hours."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from plugins.practice.posts import day_of
from plugins.practice.settings import Place

_LOOKED_AHEAD = 60
"""Days within which a practice opens again; a longer closure is none of these notices."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """From when to when it is closed, both included: whole days, or moments in the practice's zone
    where the first day began open or the last one opens later."""

    first: date | datetime
    last: date | datetime

    @property
    def first_day(self) -> date:
        """The day on which it begins."""
        return day_of(self.first)

    @property
    def last_day(self) -> date:
        """The day on which it ends."""
        return day_of(self.last)

    @property
    def is_timed(self) -> bool:
        """Whether one of its ends is a time of day."""
        return isinstance(self.first, datetime) or isinstance(self.last, datetime)


def opens_at(
    stretch: Stretch, places: Sequence[Place], zone: ZoneInfo, closed: Collection[date] = ()
) -> datetime | None:
    """The first opening after the stretch; `closed` are other days on which nobody is there.

    None: the places have no hours, or none soon.
    """
    for ahead in range(_LOOKED_AHEAD):
        day = stretch.last_day + timedelta(days=ahead)
        begin = _free_from(stretch, day)
        spans = [] if begin is None or day in closed else _spans(day, places)
        found = [max(start, begin or 0) for start, end in spans if end > (begin or 0)]
        if found:
            return at_minute(day, min(found), zone)
    return None


def _free_from(stretch: Stretch, day: date) -> int | None:
    """The minute of a day from which the stretch is over; None: not on this day."""
    if day > stretch.last_day:
        return 0
    return minute_of(stretch.last) if isinstance(stretch.last, datetime) else None


def usual_hours(day: date, places: Sequence[Place]) -> tuple[int, int] | None:
    """From the first opening to the last closing of a day, in minutes; None: nobody is there."""
    spans = _spans(day, places)
    return (min(s for s, _ in spans), max(e for _, e in spans)) if spans else None


def _spans(day: date, places: Sequence[Place]) -> list[tuple[int, int]]:
    return [span for place in places for span in place.hours[day.weekday()]]


def at_minute(day: date, minute: int, zone: ZoneInfo) -> datetime:
    """The wall clock of a day at so many minutes after midnight; 24:00 is the last minute."""
    kept = min(minute, 24 * 60 - 1)
    return datetime(day.year, day.month, day.day, kept // 60, kept % 60, tzinfo=zone)


def minute_of(moment: datetime) -> int:
    """Minutes after midnight on the wall clock."""
    return moment.hour * 60 + moment.minute


def told_times(
    stretch: Stretch, places: Sequence[Place], zone: ZoneInfo
) -> tuple[date | datetime, date | datetime]:
    """`starts` and `ends` of the notice: two days, or two moments, because a page can show a time
    only where both ends have one. An end without a time gets that of the usual hours."""
    if not stretch.is_timed:
        return stretch.first, stretch.last
    begin, _ = usual_hours(stretch.first_day, places) or (0, 0)
    _, end = usual_hours(stretch.last_day, places) or (0, 24 * 60)
    first, last = stretch.first, stretch.last
    return (
        first if isinstance(first, datetime) else at_minute(first, begin, zone),
        last if isinstance(last, datetime) else at_minute(last, end, zone),
    )
