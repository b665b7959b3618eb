"""When a post must be read again, and how it stands on a day."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum
from typing import TypeGuard

from plugins.practice.posts import Article, HealthPost, Notice, Post, Question, day_of

AHEAD = timedelta(days=60)
"""So long before a review is due it is told (rule A-04)."""

AHEAD_OF_ALERTS = timedelta(days=2)
"""The same for a health alert, whose reviews are only days apart."""

TOO_LATE = timedelta(days=90)
"""So long after it the post is shared no more, and a translation of an old text is hidden (A-04,
G-01)."""

ALERT_HOLDS = timedelta(days=7)
"""So long a health alert stands on one review: what it warns of changes by the week."""


_LAST_START = date.max - ALERT_HOLDS


class Freshness(StrEnum):
    """How a post stands by its review."""

    FRESH = "fresh"
    SOON = "soon"
    """Due within 60 days, of an alert within 2."""
    LATE = "late"
    """Its page says so."""
    TOO_LATE = "too late"
    """Late by more than 90 days: its page stays, but nobody is sent there any more."""


LATE = frozenset({Freshness.LATE, Freshness.TOO_LATE})
"""The stages in which the page says that it is due."""


def is_health(post: Post) -> TypeGuard[HealthPost]:
    """Whether the post has health information that a clinician must answer for.

    Articles, questions and health alerts do; a notice of hours does not.
    """
    return isinstance(post, Article | Question) or is_alert(post)


def is_alert(post: Post) -> TypeGuard[Notice]:
    """Whether it is a health alert."""
    return isinstance(post, Notice) and post.type == "alert"


def review_day(post: Post) -> date | None:
    """The day by which it is to be read again; None where nobody said when.

    Of an alert at the latest 7 days after the last review, whatever it says itself.
    """
    if not isinstance(post, HealthPost):
        return None
    days = [post.next_review] if post.next_review else []
    if is_alert(post) and post.last_reviewed and post.last_reviewed <= _LAST_START:
        days.append(post.last_reviewed + ALERT_HOLDS)
    return min(days, default=None)


def review_due(post: Post, today: date) -> date | None:
    """The same, but None for a notice that is over: nobody needs to read it again."""
    is_over = isinstance(post, Notice) and day_of(post.ends) < today
    return None if is_over else review_day(post)


def freshness_of(post: Post, today: date) -> Freshness:
    """How the post stands on a day. One without a day for its review counts as fresh."""
    due = review_due(post, today)
    if due is None:
        return Freshness.FRESH
    late, ahead = today - due, AHEAD_OF_ALERTS if is_alert(post) else AHEAD
    if late > timedelta():
        return Freshness.TOO_LATE if late > TOO_LATE else Freshness.LATE
    return Freshness.SOON if -late <= ahead else Freshness.FRESH


def is_shareable(post: Post, today: date) -> bool:
    """Whether the post may still be in feeds, in the kit and in what searches find."""
    return freshness_of(post, today) is not Freshness.TOO_LATE
