"""Which rows are still to be handed to a scheduler for a week."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime

from plugins.networks.own_networks import networks_of
from plugins.networks.rows import Scheduler
from plugins.networks.table import SCHEDULERS
from plugins.networks.tools import BY_HAND, tool_for
from plugins.practice.ledgers import HandedOver, PublicPost
from plugins.practice.settings import Practice
from plugins.scheduler_feeds.posting_plan.planned import PlannedShare, PostingPlan
from plugins.scheduler_feeds.uploads.batch import Batch, LeftOut
from plugins.scheduler_feeds.uploads.candidate import Candidate
from plugins.scheduler_feeds.uploads.naming import filed
from plugins.scheduler_feeds.uploads.refusals import Moment, row_or_reason


def rows_of(
    plan: PostingPlan,
    scheduler: str,
    week: str,
    *,
    practice: Practice,
    handed_over: Sequence[HandedOver],
    public: Mapping[str, PublicPost],
    now: datetime,
    on: date,
) -> Batch:
    """What the plan still has for a scheduler in an ISO week ("2026-W48"), and what stays out.

    `handed_over` is the whole ledger: what stands there for any scheduler is in no batch again, nor
    are its file names. `public` are the pages that are online, by uid. `now` carries a zone, `on`
    is the day in the practice's. Raises KeyError for a scheduler that nobody knows.
    """
    tool = SCHEDULERS[scheduler]
    moment = Moment(now=now, on=on, public=public)
    begun = {row.uid for row in handed_over}
    # A week far ahead may have a post again whose first time was never handed over.
    shares = [
        share
        for share in plan.shares
        if share.week == week and (not share.turn or share.shared.post.uid in begun)
    ]
    candidates = _candidates(shares, tool, practice, {row.key for row in handed_over}, on)
    found = [row_or_reason(candidate, moment) for candidate in candidates]
    rows = [one for one in found if isinstance(one, HandedOver)]
    return Batch(
        rows=filed(rows, tool, practice, {row.file for row in handed_over}),
        left_out=tuple(one for one in found if isinstance(one, LeftOut)),
    )


def _candidates(
    shares: Sequence[PlannedShare],
    tool: Scheduler,
    practice: Practice,
    had: set[tuple[str, str, int]],
    on: date,
) -> Iterator[Candidate]:
    """Every share on every network that nobody was given yet, once."""
    known = networks_of(practice)
    for share in shares:
        for network in (known[name] for name in share.networks if name in known):
            one = Candidate(share=share, network=network, tool=tool, practice=practice)
            if one.key not in had and _is_asked(one, on):
                had.add(one.key)
                yield one


def _is_asked(one: Candidate, on: date) -> bool:
    """A person's own list has what no tool takes, and all of today: that is too late for a tool."""
    if one.tool.name != BY_HAND or one.share.at.date() == on:
        return True
    return tool_for(one.network.name, one.practice) == BY_HAND
