"""What is shared when: the posts with all that is shared of them, the plan, the ledgers' say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from plugins.editorial_review.freshness.reviews import is_shareable
from plugins.pelican_bridge.plan import BuildPlan, PlannedPost
from plugins.pelican_bridge.waiting_checks import check_waiting
from plugins.practice.posts import State
from plugins.practice.problems import Problem, Severity
from plugins.practice.settings import Practice
from plugins.scheduler_feeds.feeds.feed_dates import check_late, check_minutes
from plugins.scheduler_feeds.feeds.known_uids import check_uids
from plugins.scheduler_feeds.posting_plan.planned import PostingPlan
from plugins.scheduler_feeds.posting_plan.planning import plan_shares
from plugins.scheduler_feeds.shared_post import SharedPost
from plugins.share_kit.kit_post import SHAREABLE


@dataclass(frozen=True, slots=True, kw_only=True)
class Sharing:
    """The posting plan from a moment on, which items no feed may have, and what is to be told."""

    plan: PostingPlan
    withheld: frozenset[str]
    """The files of their posts."""
    problems: tuple[Problem, ...]


def may_be_sent_to(planned: PlannedPost, today: date) -> bool:
    """Whether readers may be sent to the post: it is public, and its review not far too late."""
    return planned.state is State.PUBLISHED and is_shareable(planned.post, today)


def may_be_shared(planned: PlannedPost, today: date) -> bool:
    """The same for those who post, who have it before its page is up."""
    return planned.state in SHAREABLE and is_shareable(planned.post, today)


def shared_post(planned: PlannedPost) -> SharedPost:
    """The post with its address, graphics and texts."""
    return SharedPost(
        post=planned.post,
        url=planned.url,
        html=planned.rendered.html if planned.rendered else "",
        graphics=planned.graphics,
        snippets=planned.snippets,
        later=planned.later,
        staff_text=planned.staff_text,
        changed=planned.changed,
    )


def withheld_from_feeds(build: BuildPlan) -> tuple[frozenset[str], list[Problem]]:
    """The files whose posts must be in no feed, because their uid is not what it was; and why."""
    content = build.content
    unread = {problem.file for problem in content.problems} - {p.post.file for p in build.posts}
    posts = [planned.post for planned in build.posts]
    return check_uids(posts, content.ledgers.public, unread=unread)


def plan_sharing(build: BuildPlan, start: datetime) -> Sharing:
    """The plan from `start` on. A damaged ledger gives an empty one: nothing is guessed."""
    content = build.content
    public, handed_over = content.ledgers.public, content.ledgers.handed_over
    posts = [planned.post for planned in build.posts]
    withheld, problems = withheld_from_feeds(build)
    problems += [*check_minutes(posts, public), *check_late(posts, public)]
    plan = PostingPlan()
    if handed_over is not None:
        plan = plan_shares(
            # Under another uid the ledger does not know what of it was shared already.
            [
                shared_post(p)
                for p in build.posts
                if may_be_shared(p, start.date()) and p.post.file not in withheld
            ],
            practice=content.practice,
            handed_over=handed_over,
            start=start,
        )
    problems += [*check_waiting(handed_over or (), build.posts, start), *_without_slot(plan)]
    problems += _findings(plan, content.practice)
    return Sharing(plan=plan, withheld=withheld, problems=tuple(problems))


def _findings(plan: PostingPlan, practice: Practice) -> list[Problem]:
    """What the plan tells about itself. Gaps are for those who have set out to share, by [plan];
    silence concerns every practice. The kit tells all of it."""
    planned = "plan" in practice.lines
    return [problem for problem in plan.problems if planned or problem.rule == "plan-silence"]


def _without_slot(plan: PostingPlan) -> Iterator[Problem]:
    """Notices and events that will be over before the plan has time for them."""
    for unplanned in plan.unplanned:
        if unplanned.urgent:
            yield unplanned.shared.post.problem(
                "plan-no-slot",
                "starts",
                severity=Severity.WARN,
                what=f"the plan has {unplanned.why.partition(':')[0]}",
                why="patients would learn of it too late, or never",
                fix="share it by hand from the kit, or add a day or a time to [plan] in "
                "practice.toml",
            )
