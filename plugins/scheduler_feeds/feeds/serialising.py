"""A planned feed as the bytes of its file."""

from __future__ import annotations

from collections.abc import Mapping

from plugins.scheduler_feeds.feeds.feed import Feed, Format
from plugins.scheduler_feeds.feeds.json_feed import as_json_feed
from plugins.scheduler_feeds.feeds.xml_feeds import as_atom, as_rss

_WRITERS = {Format.RSS: as_rss, Format.ATOM: as_atom, Format.JSON: as_json_feed}


def as_bytes(feed: Feed, sizes: Mapping[str, int]) -> bytes:
    """The feed in its own format; `sizes`: the bytes of each picture by its path in the output."""
    return _WRITERS[feed.format](feed, sizes)
