"""A practice that lives on: posts are written, changed and taken back, built and put online."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from plugins.practice.addresses import absolute, path_of
from plugins.practice.ledgers import PublicPost
from plugins.practice.posts import Post
from plugins.practice.problems import Problem
from plugins.practice.settings import Practice
from plugins.scheduler_feeds.feeds.feed import Feed, guid_of
from plugins.scheduler_feeds.feeds.known_uids import check_uids
from plugins.scheduler_feeds.feeds.plan import plan_feeds
from plugins.scheduler_feeds.feeds.remembered import remember
from plugins.scheduler_feeds.feeds.serialising import as_bytes
from plugins.scheduler_feeds.shared_post import SharedPost
from tests.scheduler_feeds.samples import PRACTICE, ZONE, article, shared, sizes

START = datetime(2026, 10, 20, 9, 0, tzinfo=ZONE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Online:
    """What is online after a build."""

    at: float
    """In seconds since 1970."""
    feeds: dict[str, Feed]
    posts: tuple[SharedPost, ...]
    numbers: dict[str, int]
    """Which post stands behind a guid."""
    withheld: frozenset[str]
    problems: list[Problem]

    def written(self, path: str) -> bytes:
        """The bytes of a feed."""
        return as_bytes(self.feeds[path], sizes(self.posts))


@dataclass(slots=True)
class World:
    """Posts by a number that stays theirs, whatever happens to them."""

    practice: Practice = PRACTICE
    now: datetime = START
    posts: dict[int, Post] = field(default_factory=dict)
    public: dict[str, PublicPost] = field(default_factory=dict)
    written: int = 0
    withheld: frozenset[str] = frozenset()
    """The files of the posts that the last build kept out."""

    def write(self, **fields: Any) -> int:
        """A new post, dated now."""
        number = self.written
        self.written += 1
        base: dict[str, Any] = {"title": f"Post {number}", "summary": f"It is {number}."}
        base["date"] = self.now
        self.posts[number] = article(number, **(base | fields))
        return number

    def change(self, number: int, **fields: Any) -> None:
        """Edit the front matter of a post."""
        self.posts[number] = replace(self.posts[number], **fields)

    def wait(self, **time: float) -> None:
        """Let time pass; really: the clock may change meanwhile."""
        self.now = datetime.fromtimestamp(
            self.now.timestamp() + timedelta(**time).total_seconds(), self.practice.zone
        )

    @property
    def newest(self) -> int:
        """The post with the latest date that is out."""
        out = [n for n, post in self.posts.items() if self._stands(post)]
        return max(out, key=lambda n: self.posts[n].date.timestamp())

    def deploy(self) -> Online:
        """Build, put online, and write down what is."""
        posts = list(self.posts.values())
        withheld, problems = check_uids(posts, self.public)
        standing = self._shared([post for post in posts if self._stands(post)])
        feeds = plan_feeds(
            standing,
            practice=self.practice,
            until=self.now,
            public=self.public,
            withheld=withheld,
            gone=self._shared([post for post in posts if not self._stands(post)]),
        )
        self.withheld = withheld
        self.public = remember(standing, self.public, withheld=withheld, now=self.now)
        return Online(
            at=self.now.timestamp(),
            feeds={feed.path: feed for feed in feeds},
            posts=tuple(standing),
            numbers={
                guid_of(post.uid): number
                for number, post in self.posts.items()
                if post.file not in withheld
            },
            withheld=withheld,
            problems=problems,
        )

    def is_out(self, number: int) -> bool:
        """Whether a post has been in a feed, and is not withheld."""
        post = self.posts[number]
        row = self.public.get(post.uid)
        due = row is not None and row.date.timestamp() <= self.now.timestamp()
        return due and post.file not in self.withheld

    def _stands(self, post: Post) -> bool:
        return not post.withdrawn and post.date.date() <= self.now.date()

    def _shared(self, posts: Sequence[Post]) -> list[SharedPost]:
        return [
            replace(shared(post), url=absolute(path_of(post, self.practice), self.practice))
            for post in posts
        ]
