"""How the posting stands on the build day: the plan, what tools were given, what is online."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cached_property

from plugins.cited_sources.consequences.taken_back import TakenBack
from plugins.networks.own_networks import networks_of
from plugins.networks.table import SCHEDULERS
from plugins.networks.tools import BY_HAND, tool_for
from plugins.practice.ledgers import HandedOver, PublicPost
from plugins.practice.settings import Practice
from plugins.scheduler_feeds.posting_plan.planned import PlannedShare, PostingPlan


@dataclass(frozen=True, kw_only=True)  # no slots: the rows are sorted once, when first asked for
class Posting:
    """The plan, and both ledgers. A ledger that is None is damaged: nothing is guessed from it."""

    practice: Practice
    today: date
    plan: PostingPlan = field(default_factory=PostingPlan)
    handed_over: Sequence[HandedOver] | None = ()
    public: Mapping[str, PublicPost] | None = field(default_factory=dict)
    taken_back: Mapping[str, TakenBack] = field(default_factory=dict)
    """The posts that a source holds, by uid."""
    no_consent: frozenset[str] = frozenset()
    """The files of posts that lack a live consent."""

    @cached_property
    def rows(self) -> tuple[HandedOver, ...]:
        """What tools were given, earliest first; its times in the zone of the plan."""
        zone = self.practice.plan_zone
        rows = ((row.at.astimezone(zone), row) for row in self.handed_over or ())
        return tuple(row for _, row in sorted(rows, key=lambda r: (r[0], r[1].network, r[1].uid)))

    @cached_property
    def _by_key(self) -> Mapping[tuple[str, str, int], HandedOver]:
        return {row.key: row for row in self.rows}

    @cached_property
    def _planned(self) -> Mapping[tuple[str, int], PlannedShare]:
        return {(share.shared.post.uid, share.turn): share for share in self.plan.shares}

    def given(self, uid: str, network: str, turn: int = 0) -> HandedOver | None:
        """What a tool was given of a post, for one network and turn."""
        return self._by_key.get((uid, network, turn))

    def planned(self, uid: str, turn: int) -> PlannedShare | None:
        """The share of a post that is to come."""
        return self._planned.get((uid, turn))

    def local(self, row: HandedOver) -> datetime:
        """When it is posted, by the clocks of the plan."""
        return row.at.astimezone(self.practice.plan_zone)

    def days_to(self, row: HandedOver) -> int:
        """0: today; less: it is out."""
        return (self.local(row).date() - self.today).days

    def tool_for(self, network: str) -> str:
        """The first tool in use that takes files for the network, else `BY_HAND`."""
        return tool_for(network, self.practice)

    def open_for(self, tool: str, week: str) -> bool:
        """Whether something of that week waits to be handed over to a tool, and nothing was yet."""
        waiting = any(
            self._waits_for(tool, network, share.at.date())
            for share in self.plan.shares
            if share.week == week and share.at.date() >= self.today
            for network in share.networks
        )
        return waiting and not any(r.scheduler == tool and r.week == week for r in self.rows)

    def _waits_for(self, tool: str, network: str, day: date) -> bool:
        """Today is too late for a tool: a person posts that."""
        return tool == (BY_HAND if day == self.today else self.tool_for(network))

    def label(self, network: str) -> str:
        """The network's name as people know it, also where the practice uses it no more."""
        known = networks_of(self.practice).get(network)
        return known.label if known else network


def tool_label(name: str) -> str:
    """The tool's name as people know it."""
    known = SCHEDULERS.get(name)
    return known.label if known else name


def monday_of(day: date) -> date:
    """The first day of its week."""
    return day - timedelta(days=day.weekday())


def done_by(name: str) -> str:
    """ "by Buffer", "by hand"."""
    return "by hand" if name == BY_HAND else f"by {tool_label(name)}"
