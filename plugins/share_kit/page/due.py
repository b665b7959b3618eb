"""What the practice should do soon: hand over, put online, read again, write."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from plugins.editorial_review.freshness.reviews import AHEAD, review_due
from plugins.networks.tools import BY_HAND
from plugins.practice.amounts import counted
from plugins.practice.dates import long_day
from plugins.practice.posts import State
from plugins.practice.problems import Problem
from plugins.scheduler_feeds.posting_plan.local_time import week_of
from plugins.share_kit.frame import LANG
from plugins.share_kit.kit_post import KitPost
from plugins.share_kit.page.days import in_days, near_day, week_span
from plugins.share_kit.page.post_cards import is_waiting_for_deploy
from plugins.share_kit.posting import Posting, monday_of, tool_label

_THURSDAY = 3
"""From then on the next week is to be handed over, so that it is ready before the weekend."""
_TOLD_ELSEWHERE = "plan-lasts"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One line of a list: what it is about, more of it, where it leads, what to type."""

    what: str
    detail: str = ""
    lang: str = ""
    """Of `what`, where it is a title."""
    href: str = ""
    command: str = ""
    is_urgent: bool = False
    uid: str = ""
    """Of the post to take down: the line goes once everything of it is ticked."""


def due_items(
    posts: Sequence[KitPost], problems: Sequence[Problem], posting: Posting
) -> tuple[Item, ...]:
    """What is due, the nearest and the most pressing first."""
    return (
        *_exports(posting),
        *_deploy(posts, posting),
        *_plan_findings((*posting.plan.problems, *problems)),
        *_reviews(posts, posting.today),
    )


def _exports(posting: Posting) -> Iterator[Item]:
    """The weeks that should have been handed over by now, with the command for each tool."""
    today = posting.today
    weeks = [("This week", monday_of(today))]
    if today.weekday() >= _THURSDAY:
        weeks.append(("Next week", monday_of(today) + timedelta(weeks=1)))
    for name, monday in weeks:
        week = week_of(monday)
        for tool in dict.fromkeys((*posting.practice.schedulers, BY_HAND)):
            if posting.open_for(tool, week):
                what = f"Hand {name.lower()} to {tool_label(tool)}"
                yield Item(
                    what=f"Note {name.lower()} as posted by hand" if tool == BY_HAND else what,
                    detail=f"{name} is {week_span(monday)}. Type:",
                    command=f"python3 tasks.py export {tool} --week {week}",
                )


def _deploy(posts: Sequence[KitPost], posting: Posting) -> Iterator[Item]:
    count = sum(is_waiting_for_deploy(post, posting) for post in posts)
    if count:
        yield Item(
            what=f"{counted(count, 'page')} {'is' if count == 1 else 'are'} ready but not online",
            detail="Until then their links lead nowhere. Put the site online, for example:",
            command="python3 tasks.py deploy --to folder --target PATH",
        )


def _plan_findings(problems: Iterable[Problem]) -> Iterator[Item]:
    """Gaps and silence."""
    found = [p for p in problems if p.rule.startswith("plan-") and p.rule != _TOLD_ELSEWHERE]
    for problem in dict.fromkeys(found):
        what = problem.what[:1].upper() + problem.what[1:]
        urgent = problem.rule == "plan-silence"
        yield Item(what=what, detail=f"What to do: {problem.fix}.", is_urgent=urgent)


def _reviews(posts: Sequence[KitPost], today: date) -> Iterator[Item]:
    """Public posts that must be read again soon, or should have been."""
    due = [
        (review, kit_post.post)
        for kit_post in posts
        if kit_post.state is State.PUBLISHED and (review := review_due(kit_post.post, today))
        if review <= today + AHEAD
    ]
    for review, post in sorted(due, key=lambda pair: (pair[0], pair[1].uid)):
        yield Item(
            what=post.title,
            lang=post.lang,
            detail=f"To be reviewed by {near_day(review, today)}: {in_days(review, today)}",
            href=f"#post-{post.uid}",
            is_urgent=review < today,
        )


def material_lasts(posting: Posting) -> str:
    """ "Approved material lasts until December 18, 2026."; "" where there is no plan to tell of."""
    last = posting.plan.lasts_until
    if last:
        return f"Approved material lasts until {long_day(last, LANG)}."
    if posting.plan.shares or posting.plan.problems:
        return "All approved material has been shared: begin the next posts now."
    return ""
