"""The plan: which post is shared when, from everything that there is and was."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from plugins.practice.ledgers import HandedOver
from plugins.practice.settings import Practice
from plugins.scheduler_feeds.posting_plan.board import Board
from plugins.scheduler_feeds.posting_plan.findings import Course, plan_problems
from plugins.scheduler_feeds.posting_plan.history import HandedShare, handed_shares, records_of
from plugins.scheduler_feeds.posting_plan.horizon import Horizon, horizon_of
from plugins.scheduler_feeds.posting_plan.keeping import entry_of, kept_shares
from plugins.scheduler_feeds.posting_plan.placing_events import place_events
from plugins.scheduler_feeds.posting_plan.placing_notices import place_notices
from plugins.scheduler_feeds.posting_plan.placing_posts import place_posts
from plugins.scheduler_feeds.posting_plan.planned import PlannedShare, PostingPlan
from plugins.scheduler_feeds.posting_plan.sketch import Sketch
from plugins.scheduler_feeds.posting_plan.wishes import DATED, first_wish, later_wish
from plugins.scheduler_feeds.shared_post import SharedPost

DAYS = 200
"""So far ahead a post that is shared now comes twice more."""


def plan_shares(
    posts: Sequence[SharedPost],
    *,
    practice: Practice,
    handed_over: Sequence[HandedOver],
    start: datetime,
    days: int = DAYS,
) -> PostingPlan:
    """What is shared when, from `start` on, so many `days` ahead. The same input, the same plan.

    `posts` are the published and the scheduled ones, and no others. `handed_over` are all rows of
    the ledger: what stands there is in the plan as it was handed over, whatever else changed. Rows
    of a post that is not in `posts` have no share in the plan, but they count: a scheduler may
    still post them.

    Need goes before all: notices, events, posts never shared, then older ones again.
    """
    horizon = horizon_of(practice, start, days)
    handed = handed_shares(handed_over, practice.plan_zone)
    sketch = _sketch(posts, handed, horizon)
    _place_all(posts, sketch)
    shares = tuple(sorted(sketch.shares, key=lambda share: share.at.timestamp()))
    course = Course(
        horizon=horizon,
        planned=[share.at for share in shares],
        shared=[share.at for share in handed if horizon.is_past(share.at)],
        published=[shared.post.date for shared in posts],
        lasts_until=_lasts_until(shares),
    )
    return PostingPlan(
        shares=shares,
        unplanned=tuple(sketch.unplanned),
        lasts_until=course.lasts_until,
        problems=plan_problems(course),
    )


def _sketch(posts: Sequence[SharedPost], handed: Sequence[HandedShare], horizon: Horizon) -> Sketch:
    """The plan with what is handed over, and nothing else yet."""
    known = {shared.post.uid: shared for shared in posts}
    records = records_of(handed)
    board = Board(horizon.practice.plan.per_week)
    for share in handed:
        board.put(entry_of(share, known.get(share.uid)))
    kept = kept_shares(handed, known, records, horizon)
    return Sketch(horizon=horizon, board=board, records=records, shares=list(kept))


def _place_all(posts: Sequence[SharedPost], sketch: Sketch) -> None:
    """Notices, events, then the rest: in the order of need."""
    first, again = [], []
    for shared in posts:
        record = sketch.records.get(shared.post.uid)
        if record:
            again.append(later_wish(shared, record, sketch.horizon))
        else:
            first.append(first_wish(shared, sketch.horizon))
    new = [wish for wish in first if wish]
    place_notices(new, sketch)
    place_events(new, sketch)
    others = [wish for wish in new if wish.shared.post.kind not in DATED]
    place_posts(others, [wish for wish in again if wish], sketch)


def _lasts_until(shares: Sequence[PlannedShare]) -> date | None:
    """The day of the last share of something not shared before."""
    return max((share.at.date() for share in shares if share.turn == 0), default=None)
