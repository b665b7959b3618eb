"""The plan while it fills: which slots are taken, and what stands around each of them."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter, defaultdict
from collections.abc import Mapping, Set
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from plugins.scheduler_feeds.posting_plan.local_time import week_of
from plugins.scheduler_feeds.posting_plan.wishes import Family

TOPIC_DAYS = 14
"""Within so many days no topic comes twice: people who follow a practice hear of many things."""

CALLS_AMONG = 5
"""Of so many shares in a row at most one asks to make an appointment: people follow a practice to
learn something, and may leave one that advertises. Our own measure: no network asks for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What the rules know of a share, planned or handed over."""

    at: datetime
    uid: str
    family: Family
    binds: bool
    """Whether it counts in the rules for topics and calls to book."""
    topics: frozenset[str]
    books: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """A slot, and what stands around it."""

    day: date
    instant: float
    """The moment, as a POSIX timestamp."""
    barred: Set[str]
    """The topics that come within `TOPIC_DAYS`."""
    barred_for: Mapping[Family, Set[str]]
    """Those of them that bind the posts which brought others: a translation is no repeat."""
    families: Set[Family]
    """Those of which something is shared on the same day."""
    call_is_near: bool
    """Whether a call to book is so near that no other may stand here."""


class Board:
    """Everything that was, is and will be shared, as far as it is known."""

    def __init__(self, per_week: int) -> None:
        self._per_week = per_week
        self._taken: set[float] = set()
        self._weeks: Counter[str] = Counter()
        self._days: defaultdict[date, list[Entry]] = defaultdict(list)
        self._in_a_row: list[tuple[float, str, bool]] = []

    def put(self, entry: Entry) -> None:
        """Something is shared."""
        self._taken.add(entry.at.timestamp())
        self._weeks[week_of(entry.at)] += 1
        self._days[entry.at.date()].append(entry)
        if entry.binds:
            insort(self._in_a_row, (entry.at.timestamp(), entry.uid, entry.books))

    def is_free(self, at: datetime) -> bool:
        """Whether nothing is shared at that moment."""
        return at.timestamp() not in self._taken

    def is_open(self, at: datetime) -> bool:
        """Whether the moment is free, and its week has not its most."""
        return self.is_free(at) and self._weeks[week_of(at)] < self._per_week

    def families_on(self, day: date) -> Set[Family]:
        """The posts of which something is shared on a day, in whatever language."""
        return {entry.family for entry in self._days.get(day, ())}

    def look(self, at: datetime) -> Look:
        """What stands around a moment."""
        topics = self._topics_near(at.date())
        return Look(
            day=at.date(),
            instant=at.timestamp(),
            barred=frozenset(topics),
            barred_for=_barred_for(topics),
            families=self.families_on(at.date()),
            call_is_near=self._call_is_near(at.timestamp()),
        )

    def _topics_near(self, day: date) -> Mapping[str, Set[Family]]:
        found: defaultdict[str, set[Family]] = defaultdict(set)
        for away in range(1 - TOPIC_DAYS, TOPIC_DAYS):
            for entry in self._days.get(day + timedelta(days=away), ()):
                for topic in entry.topics:
                    found[topic].add(entry.family)
        return found

    def _call_is_near(self, instant: float) -> bool:
        here = bisect_left(self._in_a_row, (instant,))
        near = self._in_a_row[max(here - CALLS_AMONG + 1, 0) : here + CALLS_AMONG - 1]
        return any(books for *_, books in near)


def _barred_for(topics: Mapping[str, Set[Family]]) -> Mapping[Family, Set[str]]:
    families = set().union(*topics.values())
    return {
        family: {topic for topic, brought in topics.items() if brought != {family}}
        for family in families
    }
