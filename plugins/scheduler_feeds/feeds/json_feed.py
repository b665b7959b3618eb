"""A feed as JSON Feed 1.1 (jsonfeed.org/version/1.1)."""

from __future__ import annotations

import json
from collections.abc import Mapping

from plugins.scheduler_feeds.feeds.feed import PICTURE_TYPE, Feed, Item

_VERSION = "https://jsonfeed.org/version/1.1"


def as_json_feed(feed: Feed, sizes: Mapping[str, int]) -> bytes:
    """The feed as JSON; `sizes`: the bytes of each picture by its path in the output."""
    document = {
        "version": _VERSION,
        "title": feed.title,
        "home_page_url": feed.home,
        "feed_url": feed.url,
        "description": feed.description,
        "language": feed.lang,
        "authors": [{"name": feed.author, "url": feed.home}],
        "items": [_item(item, sizes) for item in feed.items],
    }
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def _item(item: Item, sizes: Mapping[str, int]) -> dict[str, object]:
    row: dict[str, object] = {
        "id": item.guid,
        "url": item.url,
        "title": item.title,
        "summary": item.description,
        "content_html": item.html,
        "date_published": item.published.isoformat(),
        "tags": [category.name for category in item.categories],
    }
    if item.picture:
        row["image"] = item.picture.url
        row["attachments"] = [
            {
                "url": item.picture.url,
                "mime_type": PICTURE_TYPE,
                "title": item.picture.alt,
                "size_in_bytes": sizes[item.picture.graphic.path],
            }
        ]
    return row
