"""What a plan is made of: posts, slots, and the shares that fill them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from plugins.practice.problems import Problem
from plugins.scheduler_feeds.posting_plan.local_time import week_of
from plugins.scheduler_feeds.shared_post import SharedPost

TURNS_AFTER = (0, 60, 180)
"""Days after the first share on which a post is shared the first, second and third time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedShare:
    """One post at one time, on all its networks. `at` carries the zone of the plan."""

    shared: SharedPost
    at: datetime
    turn: int
    """0 the first time, 1 and 2 when it is shared again."""
    networks: tuple[str, ...]
    """Those on which it is still to be shared, in the practice's order."""
    handed_over: tuple[str, ...] = ()
    """Those for which a scheduler already has it."""

    @property
    def week(self) -> str:
        """The ISO week: "2026-W48"."""
        return week_of(self.at)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unplanned:
    """A post that found no slot, and why, in a sentence for the person who posts."""

    shared: SharedPost
    why: str
    urgent: bool = False
    """Whether it cannot wait for a later plan: a notice or an event that would be over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PostingPlan:
    """The shares to come, earliest first."""

    shares: tuple[PlannedShare, ...] = ()
    unplanned: tuple[Unplanned, ...] = ()
    lasts_until: date | None = None
    """The day of the last share of something not shared before; None: there is none."""
    problems: tuple[Problem, ...] = ()
