"""The addresses of a sitemap and of a feed: RSS, Atom, JSON Feed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import lru_cache

from lxml import etree

from plugins.pelican_bridge.site_checks.links import Link, Reading, Use
from plugins.pelican_bridge.site_checks.pages import read_page
from plugins.pelican_bridge.site_checks.parsing import XML, attributes_of, elements_of, line_of

_ATTRIBUTES = frozenset({"href", "url", "src"})
_TEXTS = frozenset({"loc", "link", "url", "guid", "comments", "docs", "icon", "logo", "uri"})
"""The elements whose text is an address, by their name without its namespace."""
_MARKUP = frozenset({"encoded", "content", "description", "summary"})
"""The elements whose text may be markup."""
_KEYS = frozenset({
    "url", "home_page_url", "feed_url", "next_url", "external_url", "image", "banner_image",
    "icon", "favicon", "avatar",
})  # fmt: skip
"""What in JSON Feed 1.1 is an address."""


def read_xml(data: bytes) -> Reading:
    """The addresses of a sitemap, an RSS or an Atom feed; of other XML nothing is known."""
    return Reading([link for element in elements_of(data, XML) for link in _of(element)])


def _of(element: etree._Element) -> Iterator[Link]:
    line, name = line_of(element), _local(str(element.tag))
    for attribute, value in attributes_of(element):
        if attribute in _ATTRIBUTES:
            yield Link(value, line, Use.NAMES)
    text = (element.text or "").strip()
    if name in _TEXTS and text and element.get("isPermaLink") != "false":
        yield Link(text, line, Use.NAMES)
    elif name in _MARKUP and "<" in text:
        yield from (Link(address, line, use) for address, use in _in_markup(text))


def _local(tag: str) -> str:
    """A tag without its namespace, or without a prefix that nobody declared."""
    return tag.rpartition("}")[2].rpartition(":")[2]


@lru_cache(maxsize=1024)
def _in_markup(text: str) -> tuple[tuple[str, Use], ...]:
    """The same text stands in many feeds."""
    links = read_page(text.encode("utf-8", "replace")).links
    return tuple((link.address, link.use) for link in links)


def read_json(data: bytes) -> Reading:
    """The addresses of a JSON feed; of other JSON nothing is known."""
    text = data.decode("utf-8", "replace")
    try:
        feed = json.loads(text)
        is_feed = isinstance(feed, dict) and "jsonfeed.org" in str(feed.get("version"))
        return Reading(list(_placed(text, feed)) if is_feed else [])
    except (ValueError, RecursionError):
        return Reading()


def _placed(text: str, feed: object) -> Iterator[Link]:
    """Each address with its line: they come in the order in which they stand in the text."""
    line, position = 1, 0
    for value, addresses in _valued(feed):
        found = text.find(json.dumps(value, ensure_ascii=False), position)
        if found >= 0:
            line, position = line + text.count("\n", position, found), found
        yield from (Link(address, line, use) for address, use in addresses)


def _valued(value: object, key: str = "") -> Iterator[tuple[str, tuple[tuple[str, Use], ...]]]:
    """The texts that hold addresses, and these."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _valued(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from _valued(inner, key)
    elif isinstance(value, str) and key in _KEYS:
        yield value, ((value, Use.NAMES),)
    elif isinstance(value, str) and key == "content_html":
        yield value, _in_markup(value)
