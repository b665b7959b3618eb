"""What commands remember in content/ledger/: what has been public, what was handed over, and what
is known of cited works."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from plugins.practice.posts import Day
from plugins.practice.source_checks import SourceChecks


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicPost:
    """A post as `deploy` last put it online. Its uid stands for it in feeds for ever."""

    uid: str
    kind: str
    lang: str
    file: str
    title: str
    date: datetime
    url: str
    since: Day
    """The day on which it was first online."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedOver:
    """One row of an upload file: what a scheduler was given to post, word for word.

    What its file has no column for is remembered as well: it is added in the tool by hand.
    """

    uid: str
    network: str
    scheduler: str
    week: str
    """The week for which it was exported: "2026-W48"."""
    file: str
    """The upload file, as it lies in the kit: "buffer/2026-W48-facebook.csv"."""
    at: datetime
    """When it is posted, in the zone of the plan."""
    on: date
    """When it was handed over."""
    turn: int = 0
    """0 the first time that the post is shared, 1 and 2 when it is shared again."""
    kind: str = ""
    topics: tuple[str, ...] = ()
    """The post's, so that the plan knows them even when the post is gone."""
    lang: str = ""
    title: str
    url: str
    """The page of the post."""
    text: str = ""
    headline: str = ""
    """The network's own title field."""
    link: str = ""
    """Where the network's link field or button leads."""
    cta: str = ""
    image: str = ""
    alt: str = ""
    board: str = ""
    """Where the network has boards: the one that it is pinned to."""
    hashtags: tuple[str, ...] = ()
    """Where the file has a column for them; those in the text stand there."""

    @property
    def key(self) -> tuple[str, str, int]:
        """Uid, network and turn: what must never be handed over twice, to whatever scheduler."""
        return self.uid, self.network, self.turn


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledgers:
    """All ledgers. None: the file is damaged, and nothing may be guessed from it."""

    public: Mapping[str, PublicPost] | None = field(default_factory=dict)
    """By uid."""
    handed_over: tuple[HandedOver, ...] | None = ()
    """In the order of the file."""
    sources: SourceChecks = field(default_factory=SourceChecks)
