"""A post as the kit knows it, shareable or not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from plugins.practice.addresses import language_prefix
from plugins.practice.posts import Event, Notice, Post, State, day_of
from plugins.practice.settings import Practice
from plugins.scheduler_feeds.shared_post import SharedPost

SHAREABLE = frozenset({State.PUBLISHED, State.SCHEDULED})
"""The states in which a post has texts and pictures to share."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KitPost:
    """A post, where it stands, and what is shared of it once it may be shared."""

    post: Post
    state: State
    url: str
    """The full address of its page, whether or not the page is there yet."""
    shared: SharedPost | None = None
    too_late: bool = False
    """Whether its review is late by so much that nobody should be sent to it."""

    @property
    def sharing(self) -> SharedPost | None:
        """What to share now or on its day; None for a held post or a draft, whatever is known."""
        return self.shared if self.may_be_shared else None

    @property
    def may_be_shared(self) -> bool:
        """Whether it is public or will be, and its review is not too late."""
        return self.state in SHAREABLE and not self.too_late

    def is_over(self, today: date) -> bool:
        """Whether it tells of something that has ended, so that nobody should share it now."""
        timed = isinstance(self.post, Notice | Event)
        return timed and day_of(self.post.ends) < today  # type: ignore[attr-defined]  # timed says so


def newest_first(posts: Iterable[KitPost]) -> list[KitPost]:
    """The posts by date, those of one moment by uid."""
    return sorted(posts, key=lambda k: (k.post.date.timestamp(), k.post.uid), reverse=True)


def folder_of(post: Post, practice: Practice) -> str:
    """The post's folder in the kit, with a slash at the end: "flu/", "es/flu/"."""
    return f"{language_prefix(practice, post.lang)}{post.slug}/"


def graphic_file(post: Post, shape: str, practice: Practice) -> str:
    """Where a graphic of the post lies in the kit: "flu/square.jpg"."""
    return f"{folder_of(post, practice)}{shape}.jpg"


def document_file(post: Post, practice: Practice) -> str:
    """Where the slides of the post lie in the kit as one PDF: "flu/slides.pdf"."""
    return f"{folder_of(post, practice)}slides.pdf"
