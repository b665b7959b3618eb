"""A post that looks for a slot: in which turn, on which networks, from when to when."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from plugins.practice.posts import Event, HealthPost, Notice, Post
from plugins.scheduler_feeds.posting_plan.history import Record
from plugins.scheduler_feeds.posting_plan.horizon import Horizon
from plugins.scheduler_feeds.posting_plan.planned import TURNS_AFTER
from plugins.scheduler_feeds.shared_post import SharedPost
from plugins.social_snippets.snippet import Snippet

BETWEEN_TURNS = TURNS_AFTER[1]
"""The least days between two turns of a post: a turn that came late does not bring the next one
close to it."""

DATED = frozenset({Notice.kind, Event.kind})
"""Kinds that have a day of their own. They keep out of the rules for topics and calls to book: a
closure cannot wait until its topic is due again, and is no repeat of a health tip; nobody tires of
it, as it comes once."""

Family = tuple[str, str]
"""A post and its translations: kind and slug."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """A post that looks for a slot."""

    shared: SharedPost
    turn: int
    networks: tuple[str, ...]
    family: Family
    topics: frozenset[str]
    """Those that may not come again too soon; none where the rule does not bind."""
    books: bool
    """Whether one of its texts asks to make an appointment."""
    live: float
    """When its page goes up, as a POSIX timestamp."""
    due: date = date.min
    """The first day that will do."""
    until: date = date.max
    """The last day that will do."""
    rank: tuple[int, str]
    """Of two that are equal otherwise, the lower one comes first: the site's own language, then
    the uid."""

    @property
    def uid(self) -> str:
        """The post's."""
        return self.shared.post.uid


def texts_of(shared: SharedPost, turn: int) -> Mapping[str, Snippet]:
    """The texts of a turn by network; none where it has none."""
    turns = (shared.snippets, *shared.later)
    return turns[turn] if turn < len(turns) else {}


def is_call(shared: SharedPost, turn: int) -> bool:
    """Whether a text of that turn asks to make an appointment."""
    return any(snippet.books for snippet in texts_of(shared, turn).values())


def family_of(post: Post) -> Family:
    """What the post has in common with its translations alone."""
    return post.kind, post.slug


def first_wish(shared: SharedPost, horizon: Horizon) -> Wish | None:
    """The post for the first time; None where no network has a text."""
    return _wish(shared, 0, shared.snippets, horizon)


def later_wish(shared: SharedPost, record: Record, horizon: Horizon) -> Wish | None:
    """The post once more, in other words; None where it is not to come again.

    A turn for which no network has other words is passed over.
    """
    if not (horizon.practice.plan.reshare and shared.post.evergreen):
        return None
    turns = range(record.turn + 1, 1 if shared.post.kind in DATED else len(TURNS_AFTER))
    wishes = (_later(shared, turn, record, horizon) for turn in turns)
    return next((wish for wish in wishes if wish), None)


def _later(shared: SharedPost, turn: int, record: Record, horizon: Horizon) -> Wish | None:
    wish = _wish(shared, turn, other_words(shared, turn, record), horizon)
    return wish and replace(wish, due=_due(turn, record))


def other_words(shared: SharedPost, turn: int, record: Record) -> list[str]:
    """The networks that have not had their text of that turn."""
    texts = texts_of(shared, turn)
    return [name for name, text in texts.items() if not record.has_used(name, text)]


def _last_day(post: Post) -> date:
    """The day of its next review; what has a day of its own is over by itself."""
    review = post.next_review if isinstance(post, HealthPost) else None
    return review if review and post.kind not in DATED else date.max


def _due(turn: int, record: Record) -> date:
    after_first = record.first + timedelta(days=TURNS_AFTER[turn])
    return max(after_first, record.last + timedelta(days=BETWEEN_TURNS))


def _wish(
    shared: SharedPost, turn: int, networks: Collection[str], horizon: Horizon
) -> Wish | None:
    post = shared.post
    ordered = horizon.in_order(networks)
    if not ordered:
        return None
    return Wish(
        shared=shared,
        turn=turn,
        networks=ordered,
        family=family_of(post),
        topics=frozenset(() if post.kind in DATED else post.topics),
        books=is_call(shared, turn),
        live=post.date.timestamp(),
        until=_last_day(post),
        rank=(horizon.place_of(post.lang), post.uid),
    )
