"""A post that was taken back: a tombstone in Atom, and nothing in the formats without one."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

import feedparser
from lxml import etree

from plugins.practice.ledgers import PublicPost
from plugins.practice.posts import Post
from plugins.scheduler_feeds.feeds.feed import guid_of
from plugins.scheduler_feeds.feeds.plan import plan_feeds
from plugins.scheduler_feeds.feeds.remembered import remember
from plugins.scheduler_feeds.feeds.serialising import as_bytes
from plugins.scheduler_feeds.feeds.tombstones import MOST_TOMBSTONES
from tests.scheduler_feeds.samples import PRACTICE, ZONE, article, shared, sizes

AT = "{http://purl.org/atompub/tombstones/1.0}"
ATOM = "{http://www.w3.org/2005/Atom}"
NOW = datetime(2026, 11, 20, 12, tzinfo=ZONE)
DAY = date(2026, 11, 19)
GONE = article(3, withdrawn=DAY, withdrawn_reason="A mistake in the dose of <aspirin>")
STANDING = (article(1), article(2))


def known(*posts: Post) -> dict[str, PublicPost]:
    return remember([shared(post) for post in posts], {}, withheld=(), now=NOW)


def written(
    gone: Sequence[Post] = (GONE,),
    *,
    standing: Sequence[Post] = STANDING,
    public: dict[str, PublicPost] | None = None,
    withheld: Sequence[str] = (),
) -> dict[str, bytes]:
    posts = [shared(post) for post in standing]
    feeds = plan_feeds(
        posts,
        practice=PRACTICE,
        until=NOW,
        public=known(*standing, *gone) if public is None else public,
        withheld=withheld,
        gone=[shared(post) for post in gone],
    )
    return {feed.path: as_bytes(feed, sizes(tuple(posts))) for feed in feeds}


def deleted(files: dict[str, bytes], path: str = "feeds/all.atom") -> list[etree._Element]:
    return etree.fromstring(files[path]).findall(f"{AT}deleted-entry")


def test_an_atom_feed_says_what_was_taken_back_and_when_but_not_why() -> None:
    [entry] = deleted(written())
    assert entry.get("ref") == guid_of(GONE.uid)
    assert entry.get("when") == "2026-11-19T00:00:00-05:00"
    assert entry.findtext(f"{AT}comment") == "We took this post back on November 19, 2026."
    assert all(b"aspirin" not in body for body in written().values())


def test_it_says_so_in_the_language_of_the_feed() -> None:
    spanish = replace(GONE, lang="es")
    files = written([spanish])
    [entry] = deleted(files, "es/feeds/all.atom")
    told = "Retiramos esta publicación el 19 de noviembre de 2026."
    assert entry.findtext(f"{AT}comment") == told
    assert not deleted(files)


def test_tombstones_stand_before_the_entries_as_atom_wants_it() -> None:
    names = [str(child.tag) for child in etree.fromstring(written()["feeds/all.atom"])]
    assert names.index(f"{AT}deleted-entry") < names.index(f"{ATOM}entry")
    assert names[-2:] == [f"{ATOM}entry"] * 2


def test_feedparser_reads_the_feed_as_if_the_tombstone_were_not_there() -> None:
    with_it, without = (
        feedparser.parse(files["feeds/all.atom"]) for files in (written(), written([]))
    )
    assert not with_it.bozo
    assert [e.id for e in with_it.entries] == [guid_of(p.uid) for p in reversed(STANDING)]
    assert with_it.entries == without.entries
    for name in ("title", "subtitle", "id", "link", "author"):
        assert with_it.feed[name] == without.feed[name]


def test_in_rss_and_json_it_is_simply_gone() -> None:
    for path, body in written().items():
        if not path.endswith(".atom"):
            assert body == written([])[path]
            assert guid_of(GONE.uid).encode() not in body
    assert len(json.loads(written()["feeds/feed.json"])["items"]) == 2


def test_the_atom_feed_was_changed_on_the_day_of_its_tombstone() -> None:
    def updated(files: dict[str, bytes], path: str = "feeds/all.atom") -> str | None:
        return etree.fromstring(files[path]).findtext(f"{ATOM}updated")

    assert updated(written()) == "2026-11-19T00:00:00-05:00"
    assert updated(written([])) == "2026-09-03T09:05:00-04:00"


def test_what_has_never_been_public_leaves_no_tombstone() -> None:
    assert not deleted(written(public=known(*STANDING)))


def test_neither_does_a_post_that_is_only_held_or_has_another_ones_uid() -> None:
    assert not deleted(written([replace(GONE, withdrawn=None)]))
    assert not deleted(written(withheld=[GONE.file]))


def test_a_tombstone_is_never_dated_in_the_future() -> None:
    assert not deleted(written([replace(GONE, withdrawn=DAY + timedelta(days=2))]))


def test_the_newest_thirty_tombstones_stay() -> None:
    gone = [article(n, withdrawn=date(2026, 9, 1) + timedelta(days=n)) for n in range(10, 50)]
    refs = [entry.get("ref") for entry in deleted(written(gone))]
    assert refs == [guid_of(f"uid{n:07d}") for n in range(49, 49 - MOST_TOMBSTONES, -1)]


def test_the_feeds_of_a_language_stay_when_its_last_post_was_taken_back() -> None:
    spanish = replace(GONE, lang="es")
    files = written([spanish])
    assert b"<item>" not in files["es/feeds/all.xml"]
    channel = etree.fromstring(files["es/feeds/all.xml"]).find("channel")
    assert channel is not None
    assert channel.findtext("link") == "https://www.example.org/site/"
    assert "es/feeds/x.xml" in files


def test_without_tombstones_the_namespace_is_not_declared() -> None:
    assert all(b"tombstones" not in body for body in written([]).values())


def test_a_title_is_told_nowhere_once_it_was_taken_back() -> None:
    gone = replace(GONE, title="A secret title")
    assert all(b"secret title" not in body for body in written([gone]).values())
