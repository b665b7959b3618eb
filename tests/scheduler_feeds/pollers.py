"""Small copies of the rules by which tools that read feeds tell what is new.

Written from what is public of each tool, read in October-November 2026: the code of n8n
(RssFeedReadTrigger.node.ts), Postiz (autopost.service.ts) and Huginn (rss_agent.rb); the documents
of Zapier, Haiilo and FeedMail; notes of users for IFTTT. They are not the tools.
"""

from __future__ import annotations

import calendar
import json
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import NamedTuple

import feedparser

from plugins.scheduler_feeds.feeds.feed import Feed

DAY = 24 * 3600.0
HELD_ABOVE = 100
MEMORY_OF_HUGINN = 500


class Told(NamedTuple):
    """What a poller looks at of an item; `stamp` in seconds since 1970."""

    guid: str
    link: str
    title: str
    stamp: float


Poller = Callable[[Sequence[Told], float], list[Told]]
"""Takes what stands in a feed, from its top, and the time; gives what it posts."""


def read_feed(body: bytes) -> list[Told]:
    """The items of a feed of any format."""
    if body.startswith(b"{"):
        rows = json.loads(body)["items"]
        dates = [datetime.fromisoformat(row["date_published"]).timestamp() for row in rows]
        return [
            Told(row["id"], row["url"], row["title"], date)
            for row, date in zip(rows, dates, strict=True)
        ]
    parsed = feedparser.parse(body)
    assert not parsed.bozo
    return [
        Told(e.id, e.link, e.title, calendar.timegm(e.published_parsed)) for e in parsed.entries
    ]


def as_told(feed: Feed) -> list[Told]:
    """The items of a feed that was planned and not written."""
    return [Told(i.guid, i.url, i.title, i.published.timestamp()) for i in feed.items]


def n8n() -> Poller:
    """All that is dated after the newest item of the last poll; at the start, after now.

    An empty feed is an error to it, which changes nothing.
    """
    last: list[float] = []

    def poll(items: Sequence[Told], now: float) -> list[Told]:
        after = last[0] if last else now
        if items:
            last[:] = [max(item.stamp for item in items)]
        return [item for item in items if item.stamp > after]

    return poll


def postiz() -> Poller:
    """Of all items the newest alone, when its link is not the last one; once an hour."""
    last = [""]

    def poll(items: Sequence[Told], now: float) -> list[Told]:
        if not items:
            return []
        newest = max(items, key=lambda item: item.stamp)
        fresh = [newest] if newest.link != last[0] else []
        last[0] = newest.link
        return fresh

    return poll


def huginn() -> Poller:
    """Every guid that is not among the last 500."""
    seen: list[str] = []

    def poll(items: Sequence[Told], now: float) -> list[Told]:
        fresh = [item for item in items if item.guid not in seen]
        seen.extend(item.guid for item in fresh)
        del seen[:-MEMORY_OF_HUGINN]
        return fresh

    return poll


def zapier() -> Poller:
    """Every guid, or else link, that it never saw; the first poll only fills its memory.

    More than a hundred at once are held back until somebody says yes.
    """
    seen: set[str] = set()
    polls: list[float] = []

    def poll(items: Sequence[Told], now: float) -> list[Told]:
        fresh = [item for item in items if (item.guid or item.link) not in seen]
        seen.update(item.guid or item.link for item in fresh)
        polls.append(now)
        return [] if len(polls) == 1 or len(fresh) > HELD_ABOVE else fresh

    return poll


def ifttt() -> Poller:
    """From the top of the feed down to the first item that it knows, by guid or by title."""
    seen: set[str] = set()
    polls: list[float] = []

    def poll(items: Sequence[Told], now: float) -> list[Told]:
        fresh = []
        for item in items:
            if {item.guid, item.title} & seen:
                break
            fresh.append(item)
        seen.update(name for item in items for name in (item.guid, item.title))
        polls.append(now)
        return [] if len(polls) == 1 else fresh

    return poll


def feedmail() -> Poller:
    """Every guid that it never saw, but nothing more than seven days older than the newest item,
    nor more than a year old."""
    seen: set[str] = set()

    def poll(items: Sequence[Told], now: float) -> list[Told]:
        newest = max((item.stamp for item in items), default=now)
        oldest = max(newest - 7 * DAY, now - 365 * DAY)
        fresh = [item for item in items if item.guid not in seen and item.stamp >= oldest]
        seen.update(item.guid for item in items)
        return fresh

    return poll


def haiilo() -> Poller:
    """All that is dated after the time of the last poll."""
    last: list[float] = []

    def poll(items: Sequence[Told], now: float) -> list[Told]:
        fresh = [item for item in items if last and item.stamp > last[0]]
        last[:] = [now]
        return fresh

    return poll


def by_guid() -> Poller:
    """Every guid that it never saw."""
    seen: set[str] = set()

    def poll(items: Sequence[Told], now: float) -> list[Told]:
        fresh = [item for item in items if item.guid not in seen]
        seen.update(item.guid for item in items)
        return fresh

    return poll


def by_link() -> Poller:
    """Every link that it never saw: tools that pass over the guid."""
    seen: set[str] = set()

    def poll(items: Sequence[Told], now: float) -> list[Told]:
        fresh = [item for item in items if item.link not in seen]
        seen.update(item.link for item in items)
        return fresh

    return poll


def forgetful() -> Poller:
    """Every guid that was not there at the last poll: tools without a memory."""
    last: set[str] = set()
    polls: list[float] = []

    def poll(items: Sequence[Told], now: float) -> list[Told]:
        fresh = [item for item in items if item.guid not in last]
        last.clear()
        last.update(item.guid for item in items)
        polls.append(now)
        return [] if len(polls) == 1 else fresh

    return poll


BY_GUID = (huginn, zapier, feedmail, by_guid)
POLLERS = (n8n, postiz, ifttt, haiilo, *BY_GUID)
