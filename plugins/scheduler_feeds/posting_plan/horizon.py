"""What a plan is made within: the practice, its networks, the days ahead and their slots."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from plugins.networks.own_networks import networks_of
from plugins.practice.settings import Practice
from plugins.scheduler_feeds.posting_plan.local_time import at_minute
from plugins.scheduler_feeds.posting_plan.slots import Slot, slots


@dataclass(frozen=True, slots=True, kw_only=True)
class Horizon:
    """The days that are planned: from `start` on and before `end`, both in the plan's zone."""

    practice: Practice
    start: datetime
    end: datetime
    slots: tuple[Slot, ...]
    networks: tuple[str, ...]
    """Those that take a text; on the others a person posts by hand."""

    def is_past(self, at: datetime) -> bool:
        """Whether a moment lies before the plan."""
        # Two times of one zone are compared by the clock, which shows an hour in autumn twice.
        return at.timestamp() < self.start.timestamp()

    def in_order(self, networks: Collection[str]) -> tuple[str, ...]:
        """Those that take a text, in the practice's order."""
        return tuple(name for name in self.networks if name in networks)

    def place_of(self, lang: str) -> int:
        """The place of a language among the practice's."""
        known = self.practice.languages
        return known.index(lang) if lang in known else len(known)

    def begin_of(self, moment: date | datetime) -> float:
        """When a moment or a whole day of the content begins, as a POSIX timestamp."""
        if isinstance(moment, datetime):
            return moment.timestamp()
        return at_minute(moment, 0, self.practice.zone).timestamp()

    def end_of(self, moment: date | datetime) -> float:
        """When a moment or a whole day of the content is over, as a POSIX timestamp."""
        whole = not isinstance(moment, datetime)
        return self.begin_of(moment + timedelta(days=1) if whole else moment)


def horizon_of(practice: Practice, start: datetime, days: int) -> Horizon:
    """The days ahead, counted by the clocks of the plan's zone."""
    zone = practice.plan_zone
    start = start.astimezone(zone)
    end = start + timedelta(days=days)
    known = networks_of(practice)
    return Horizon(
        practice=practice,
        start=start,
        end=end,
        slots=slots(practice.plan, zone, start, end),
        networks=tuple(name for name in practice.networks if name in known and known[name].body),
    )
