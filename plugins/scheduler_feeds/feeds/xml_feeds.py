"""A feed as RSS 2.0 and as Atom, by feedgen with its faults worked round (see `media`)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from feedgen.feed import FeedGenerator

from plugins.scheduler_feeds.feeds.feed import PICTURE_TYPE, Feed, Item
from plugins.scheduler_feeds.feeds.media import MediaEntry, MediaFeed, TombstoneFeed


def as_rss(feed: Feed, sizes: Mapping[str, int]) -> bytes:
    """The feed as RSS 2.0; `sizes`: the bytes of each picture by its path in the output."""
    document: bytes = _generator(feed, sizes).rss_str(pretty=True)
    return document


def as_atom(feed: Feed, sizes: Mapping[str, int]) -> bytes:
    """The feed as Atom; `sizes`: the bytes of each picture by its path in the output."""
    generator = _generator(feed, sizes)
    if feed.tombstones:
        generator.register_extension("deleted", TombstoneFeed, rss=False)
        generator.deleted.tombstones = feed.tombstones
    document: bytes = generator.atom_str(pretty=True)
    return document


def _generator(feed: Feed, sizes: Mapping[str, int]) -> Any:
    generator: Any = FeedGenerator()
    generator.register_extension("media", MediaFeed, MediaEntry)
    generator.id(feed.url)
    generator.title(feed.title)
    generator.description(feed.description)
    generator.subtitle(feed.description)
    generator.author(name=feed.author)
    generator.generator("Housecall")
    generator.language(feed.lang)
    generator.link(href=feed.url, rel="self", type=feed.format)
    # The last link is the channel's own in RSS, whatever its rel.
    generator.link(href=feed.home, rel="alternate", type="text/html", hreflang=feed.lang)
    generator.updated(feed.updated)  # also lastBuildDate, which is otherwise the time of the build
    for item in feed.items:
        _add(item, generator.add_entry(order="append"), sizes)
    return generator


def _add(item: Item, entry: Any, sizes: Mapping[str, int]) -> None:
    entry.id(item.guid)  # also the guid, with isPermaLink="false"
    entry.title(item.title)
    entry.link(href=item.url, rel="alternate")
    entry.description(item.description, isSummary=True)
    entry.content(item.html, type="html")
    entry.published(item.published)
    entry.updated(item.published)  # some readers take a later date for a new post
    for category in item.categories:
        entry.category(term=category.id, label=category.name)
    entry.media.item = item
    if item.picture:
        entry.media.size = sizes[item.picture.graphic.path]
        entry.enclosure(item.picture.url, entry.media.size, PICTURE_TYPE)
