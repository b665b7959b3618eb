"""What feedgen lacks: Media RSS beside the enclosure, an item's order, whole Atom links, and
tombstones.

Written against feedgen 1.0.0 (2023-12-25). Its own media extension puts every picture into a
`media:group`, which means versions of one picture, and knows no description; its Atom entries lose
all of a link but the address (lkiesow/python-feedgen#135). It has no word for what was deleted.
"""

from __future__ import annotations

from feedgen.ext.base import BaseEntryExtension, BaseExtension
from lxml.etree import SubElement, _Element

from plugins.scheduler_feeds.feeds.feed import PICTURE_TYPE, Item, Picture, Tombstone

MEDIA = "http://search.yahoo.com/mrss/"
CONTENT = "http://purl.org/rss/1.0/modules/content/"
TOMBSTONES = "http://purl.org/atompub/tombstones/1.0"
"""RFC 6721."""

# feedparser takes a media:description that stands before the description for the summary.
_ORDER = (
    "title",
    "link",
    "description",
    f"{{{CONTENT}}}encoded",
    "enclosure",
    f"{{{MEDIA}}}content",
    "guid",
    "pubDate",
    "category",
)


class MediaFeed(BaseExtension):
    """The feed's half: the namespace."""

    def extend_ns(self) -> dict[str, str]:
        """Media RSS by its usual prefix."""
        return {"media": MEDIA}


class MediaEntry(BaseEntryExtension):
    """An item's half. `item` and `size` (bytes of its picture) are set before writing."""

    item: Item
    size: int = 0

    def extend_rss(self, entry: _Element) -> _Element:
        """Add the picture to a finished `item`, and put its elements in order."""
        _add_picture(entry, self.item.picture, self.size)
        entry[:] = sorted(entry, key=lambda child: _ORDER.index(str(child.tag)))
        return entry

    def extend_atom(self, entry: _Element) -> _Element:
        """Add the picture to a finished `entry`, and give its links back what feedgen lost."""
        for broken in entry.findall("link"):
            entry.remove(broken)
        SubElement(entry, "link", href=self.item.url, rel="alternate", type="text/html")
        picture = self.item.picture
        if picture:
            enclosure = SubElement(entry, "link", href=picture.url, rel="enclosure")
            enclosure.attrib.update({"type": PICTURE_TYPE, "length": str(self.size)})
        _add_picture(entry, picture, self.size)
        return entry


class TombstoneFeed(BaseExtension):
    """The tombstones of an Atom feed, before its entries. `tombstones` is set before writing."""

    tombstones: tuple[Tombstone, ...] = ()

    def extend_ns(self) -> dict[str, str]:
        """The namespace by its usual prefix."""
        return {"at": TOMBSTONES}

    def extend_atom(self, feed: _Element) -> _Element:
        """Add an `at:deleted-entry` for each."""
        for tombstone in self.tombstones:
            deleted = SubElement(feed, f"{{{TOMBSTONES}}}deleted-entry", ref=tombstone.guid)
            deleted.set("when", tombstone.when.isoformat())
            SubElement(deleted, f"{{{TOMBSTONES}}}comment").text = tombstone.comment
        return feed


def _add_picture(entry: _Element, picture: Picture | None, size: int) -> None:
    """A `media:content` of its own, outside any group, with the alt text."""
    if picture is None:
        return
    content = SubElement(entry, f"{{{MEDIA}}}content")
    content.attrib.update(
        {
            "url": picture.url,
            "type": PICTURE_TYPE,
            "medium": "image",
            "width": str(picture.graphic.width),
            "height": str(picture.graphic.height),
            "fileSize": str(size),
        }
    )
    description = SubElement(content, f"{{{MEDIA}}}description", type="plain")
    description.text = picture.alt
