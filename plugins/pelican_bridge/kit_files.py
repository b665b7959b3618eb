"""Everything in the kit but its pictures: page and texts, plan, upload files, profiles, zips."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

from plugins.pelican_bridge.build_day import start_of
from plugins.pelican_bridge.pictures import Pictures
from plugins.pelican_bridge.plan import BuildPlan
from plugins.pelican_bridge.sharing import Sharing, shared_post
from plugins.practice.ledgers import HandedOver
from plugins.practice.posts import HealthPost, State
from plugins.practice.problems import Problem
from plugins.scheduler_feeds.calendar import calendar_of
from plugins.scheduler_feeds.uploads.files import upload_files
from plugins.share_kit.kit_post import KitPost
from plugins.share_kit.plan import plan_kit

_UPLOADS_KEPT = timedelta(days=14)
"""So long after its last post an upload file stays in the kit; the ledger remembers for ever."""

_DUE = timedelta(days=60)
"""So long before a review is due it stands in the calendar."""


def kit_files(
    plan: BuildPlan,
    sharing: Sharing,
    problems: Sequence[Problem],
    pictures: Pictures,
    font: bytes,
) -> dict[str, bytes]:
    """Each file's bytes by its path in the kit."""
    practice = plan.content.practice
    handed_over = plan.content.ledgers.handed_over or ()
    return {
        **plan_kit(
            [
                KitPost(post=p.post, state=p.state, url=p.url, shared=shared_post(p))
                for p in plan.posts
            ],
            problems,
            practice=practice,
            today=plan.today,
            sizes=pictures.sizes,
            font=font,
        ),
        "calendar.ics": calendar_of(
            sharing.plan, practice=practice, due=list(_due(plan)), today=plan.today
        ),
        **upload_files(_kept(handed_over, plan), practice),
    }


def _due(plan: BuildPlan) -> Iterator[HealthPost]:
    """What must be read again soon, or should have been."""
    public = (p.post for p in plan.posts if p.state is State.PUBLISHED)
    for post in public:
        review = post.next_review if isinstance(post, HealthPost) else None
        if isinstance(post, HealthPost) and review and review <= plan.today + _DUE:
            yield post


def _kept(rows: Sequence[HandedOver], plan: BuildPlan) -> list[HandedOver]:
    """The rows of files that somebody may still want to look at."""
    since = start_of(plan.today, plan.content.practice) - _UPLOADS_KEPT
    files = {row.file for row in rows if row.at >= since}
    return [row for row in rows if row.file in files]
