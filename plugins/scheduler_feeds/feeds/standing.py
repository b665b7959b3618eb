"""Which posts stand in feeds, in which order, and under which date."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property

from plugins.practice.ledgers import PublicPost
from plugins.practice.posts import Post
from plugins.practice.settings import Practice
from plugins.scheduler_feeds.feeds.feed import Item
from plugins.scheduler_feeds.feeds.items import page_item
from plugins.scheduler_feeds.shared_post import SharedPost


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """What decides, beside the posts themselves, which of them stand in feeds."""

    until: datetime | None = None
    """Nothing dated later stands in a feed. None: the dates are not looked at."""
    public: Mapping[str, PublicPost] | None = None
    """What has been online, by uid. None: nobody knows."""
    withheld: Collection[str] = ()
    """The files of posts that `check_uids` keeps out."""


@dataclass(frozen=True, kw_only=True)  # no slots: the item is made once, when a feed asks for it
class Entry:
    """A post in its place. One that does not show still keeps its place among the newest: else an
    older post, long gone from the feed, would come back into it, and be posted again by tools that
    remember only what they saw last.
    """

    shared: SharedPost
    """Under the date that feeds give it."""
    shows: bool
    practice: Practice

    @cached_property
    def item(self) -> Item:
        """The post as its page says it."""
        return page_item(self.shared, self.practice)


def entries_of(
    posts: Sequence[SharedPost],
    gone: Sequence[SharedPost],
    circumstances: Circumstances,
    practice: Practice,
) -> list[Entry]:
    """The posts newest first, those of one moment by uid: an order that edits do not change.

    Of the posts that are gone, those that have never been public have no place.
    """
    known, withheld = circumstances.public or {}, circumstances.withheld
    was_public = [shared for shared in gone if shared.post.uid in known]
    entries = [
        Entry(shared=shared, shows=shows and shared.post.file not in withheld, practice=practice)
        for group, shows in ((posts, True), (was_public, False))
        for shared in _due(group, circumstances)
    ]
    return sorted(entries, key=_age, reverse=True)


def _age(entry: Entry) -> tuple[float, str]:
    return entry.shared.post.date.timestamp(), entry.shared.post.uid


def _due(posts: Sequence[SharedPost], circumstances: Circumstances) -> Iterator[SharedPost]:
    """Those whose date has come, under the date that feeds give them."""
    until = circumstances.until
    for shared in posts:
        date = feed_date(shared.post, circumstances.public or {})
        if until is None or not is_later(date, until):
            yield replace(shared, post=replace(shared.post, date=date))


def feed_date(post: Post, known: Mapping[str, PublicPost]) -> datetime:
    """The date under which feeds know a post: the one with which it first went online, for ever."""
    return known[post.uid].date if post.uid in known else post.date


def is_later(one: datetime, other: datetime) -> bool:
    """Whether one moment comes after another.

    Python compares moments of one zone by what the clock shows, which is wrong in the hour that
    comes twice when daylight saving ends.
    """
    return one.timestamp() > other.timestamp()
