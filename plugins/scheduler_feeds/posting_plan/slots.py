"""The slots of a plan: the moments at which the practice shares."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from plugins.practice.settings import WEEKDAYS, Plan
from plugins.scheduler_feeds.posting_plan.local_time import at_minute


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A moment for one post. `at` carries the zone of the plan."""

    at: datetime
    meant: time
    """The time of practice.toml; another than that of `at` where clocks skip it."""

    @property
    def moved(self) -> bool:
        """Whether clocks skip the time that is meant."""
        return self.at.time() != self.meant


def slots(plan: Plan, zone: ZoneInfo, start: datetime, end: datetime) -> tuple[Slot, ...]:
    """The slots from `start` on and before `end`, earliest first; two of one moment are one."""
    first, last = start.astimezone(zone).date(), end.astimezone(zone).date()
    days = [first + timedelta(days=number) for number in range((last - first).days + 1)]
    found: dict[float, Slot] = {}
    for day in days:
        for minutes in sorted(plan.times) if WEEKDAYS[day.weekday()] in plan.days else ():
            at = at_minute(day, minutes, zone)
            found.setdefault(at.timestamp(), Slot(at=at, meant=time(*divmod(minutes, 60))))
    begin, stop = start.timestamp(), end.timestamp()
    return tuple(found[instant] for instant in sorted(found) if begin <= instant < stop)
