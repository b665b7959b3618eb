"""For which moment a build is: an input, a whole day wherever one is named."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, time

from plugins.practice.settings import Practice


def build_moment(option: str, environment: Mapping[str, str], practice: Practice) -> datetime:
    """Until when posts count as out, in the practice's zone.

    The end of the day of --today, else of SOURCE_DATE_EPOCH, else of the demonstration's own day:
    the same day gives the same bytes. Else now: a feed must not run ahead of the clock, since tools
    that read it post what is dated later at once, or skip what comes before it.
    ValueError: an option or a variable that is no day.
    """
    if option:
        return end_of(date.fromisoformat(option), practice)
    if epoch := environment.get("SOURCE_DATE_EPOCH"):
        moment = datetime.fromtimestamp(int(epoch), UTC).astimezone(practice.zone)
        return end_of(moment.date(), practice)
    if practice.demonstration_today:
        return end_of(practice.demonstration_today, practice)
    return datetime.now(practice.zone)


def end_of(day: date, practice: Practice) -> datetime:
    """The last second of a day."""
    return datetime.combine(day, time(23, 59, 59), tzinfo=practice.zone)


def start_of(day: date, practice: Practice) -> datetime:
    """The first second of a day."""
    return datetime.combine(day, time(), tzinfo=practice.zone)
