"""Ten builds, with edits in between, polled as the tools poll: every post is posted once.

Each poller is written from what networks.md section 4 tells of the tool (n8n's and Postiz' code,
Huginn's agent, Zapier's documentation).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from zoneinfo import ZoneInfo

import feedparser
import pytest

from plugins.scheduler_feeds.feeds.feed import guid_of
from plugins.scheduler_feeds.shared_post import SharedPost
from tests.scheduler_feeds.samples import article, files, shared

Entries = list[feedparser.FeedParserDict]
Poller = Callable[[Entries], list[str]]
BUILDS = 10


def by_newest_date() -> Poller:
    """n8n: every item dated after the newest one of the last poll."""
    last = [0.0]

    def poll(entries: Entries) -> list[str]:
        stamps = {entry.id: tuple(entry.published_parsed) for entry in entries}
        fresh = [guid for guid, stamp in stamps.items() if stamp > tuple(last)]
        last[:] = max(stamps.values(), default=tuple(last))
        return fresh

    return poll


def by_newest_link() -> Poller:
    """Postiz: the newest item only, when its link is not the last one."""
    last = [""]

    def poll(entries: Entries) -> list[str]:
        newest = max(entries, key=lambda entry: entry.published_parsed)
        fresh = [newest.id] if newest.link != last[0] else []
        last[0] = newest.link
        return fresh

    return poll


def by_guids(keep: int | None = None) -> Poller:
    """Zapier: every guid not seen yet; Huginn: not among the last 500."""
    seen: list[str] = []

    def poll(entries: Entries) -> list[str]:
        fresh = [entry.id for entry in entries if entry.id not in seen]
        seen.extend(fresh)
        if keep:
            del seen[:-keep]
        return fresh

    return poll


def build(number: int) -> tuple[SharedPost, ...]:
    """The posts at build `number`: one more each time, and the older ones edited in every way."""
    posts = [article(index) for index in range(number + 1)]
    for index, post in enumerate(posts[:-1]):
        zone = ZoneInfo("Europe/Madrid" if number > 5 else "America/New_York")
        posts[index] = replace(
            post,
            title=f"{post.title} (edit {number})",
            slug=f"renamed-{number}-{index}",
            summary=f"Another summary {number}.",
            date=post.date.astimezone(zone),
        )
    return tuple(shared(post) for post in posts)


@pytest.mark.parametrize("path", ["feeds/all.xml", "feeds/all.atom", "feeds/x.xml"])
@pytest.mark.parametrize(
    "poller", [by_newest_date, by_newest_link, by_guids, lambda: by_guids(500)]
)
def test_every_poller_posts_every_post_once(path: str, poller: Callable[[], Poller]) -> None:
    poll, posted = poller(), []
    for number in range(BUILDS):
        entries = feedparser.parse(files(build(number))[path]).entries
        posted += poll(entries)
        posted += poll(entries)  # nothing new: nothing is posted
    assert posted == [guid_of(f"uid{number:07d}") for number in range(BUILDS)]
