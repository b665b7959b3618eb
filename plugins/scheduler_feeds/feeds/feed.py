"""What a feed says, whatever its format."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from uuid import UUID, uuid5

from plugins.share_graphics.graphic import Graphic

NEVER = datetime(2000, 1, 1, tzinfo=UTC)
"""When a feed without items was last changed: Atom asks for some date, and the W3C validator finds
one before 1990 implausible."""

PICTURE_TYPE = "image/jpeg"

# Fixed for ever, like every uid: an item whose guid changes is posted a second time.
_NAMESPACE = UUID("6c1ae0f0-7d2b-4c39-9f3e-52a4b8d7e016")


def guid_of(uid: str) -> str:
    """The permanent name of a post, from nothing but its uid."""
    return f"urn:uuid:{uuid5(_NAMESPACE, uid)}"


class Format(StrEnum):
    """The format of a feed; the value is its media type."""

    RSS = "application/rss+xml"
    ATOM = "application/atom+xml"
    JSON = "application/feed+json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """The one picture of an item."""

    graphic: Graphic
    url: str
    alt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Category:
    """A topic of an item, by its id and as readers know it."""

    id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One post in a feed. Texts are plain; `html` is markup, the picture first."""

    guid: str
    url: str
    title: str
    description: str
    html: str
    published: datetime
    categories: tuple[Category, ...] = ()
    picture: Picture | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tombstone:
    """What stands in the place of an item that was taken back."""

    guid: str
    when: datetime
    comment: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed at its path in the output; items newest first."""

    path: str
    format: Format
    url: str
    home: str
    """The site's address in the feed's language."""
    lang: str
    title: str
    description: str
    author: str
    items: tuple[Item, ...]
    tombstones: tuple[Tombstone, ...] = ()
    """Newest first; only in formats that have them."""

    @property
    def updated(self) -> datetime:
        """The date of what is newest in it: never the time of the build, so that builds are alike.

        It never runs ahead of the newest item in a feed that tools post from.
        """
        dates = (
            *(item.published for item in self.items),
            *(tombstone.when for tombstone in self.tombstones),
        )
        return max(dates, key=datetime.timestamp, default=NEVER)
