"""What rss-parser (n8n, Postiz) takes from our feeds, as record_rss_parser.mjs has recorded it."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest

from plugins.scheduler_feeds.feeds.feed import Format
from plugins.scheduler_feeds.feeds.serialising import as_bytes
from tests.scheduler_feeds.samples import RECORDED, recorded, sizes

ANSWERS = json.loads(Path(__file__).with_name("fixtures").joinpath("rss_parser.json").read_text())
FEEDS = recorded()
RSS = [path for path in RECORDED if FEEDS[path].format is Format.RSS]
[ATOM] = set(RECORDED) - set(RSS)


@pytest.mark.parametrize("path", RECORDED)
def test_the_recorded_answers_are_about_the_feeds_that_we_write(path: str) -> None:
    digest = sha256(as_bytes(FEEDS[path], sizes())).hexdigest()
    assert ANSWERS[path]["sha256"] == digest, "record again: see record_rss_parser.mjs"


@pytest.mark.parametrize("path", RECORDED)
def test_rss_parser_reads_each_item_as_we_meant_it(path: str) -> None:
    feed = FEEDS[path]
    assert (ANSWERS[path]["title"], ANSWERS[path]["link"]) == (feed.title, feed.home)
    assert ANSWERS[path]["feedUrl"] == feed.url
    for told, item in zip(ANSWERS[path]["items"], feed.items, strict=True):
        assert (told["title"], told["link"]) == (item.title, item.url)
        moment = datetime.fromisoformat(told["isoDate"])
        assert moment == item.published.astimezone(UTC)


@pytest.mark.parametrize("path", RSS)
def test_rss_parser_reads_the_texts_of_an_item_as_we_meant_them(path: str) -> None:
    for told, item in zip(ANSWERS[path]["items"], FEEDS[path].items, strict=True):
        assert told["guid"] == item.guid
        assert told["content"] == item.description
        assert told["content:encoded"] == item.html
        assert told["categories"] == [category.name for category in item.categories]


@pytest.mark.parametrize("path", RSS)
def test_rss_parser_finds_the_picture_in_the_enclosure(path: str) -> None:
    for told, item in zip(ANSWERS[path]["items"], FEEDS[path].items, strict=True):
        if item.picture is None:
            assert "enclosure" not in told
            continue
        length = str(sizes()[item.picture.graphic.path])
        expected = {"url": item.picture.url, "length": length, "type": "image/jpeg"}
        assert told["enclosure"] == expected


def test_rss_parser_reads_the_atom_feed_and_passes_over_its_tombstone() -> None:
    assert len(FEEDS[ATOM].tombstones) == 1
    for told, item in zip(ANSWERS[ATOM]["items"], FEEDS[ATOM].items, strict=True):
        assert told["id"] == item.guid
        assert (told["summary"], told["content"]) == (item.description, item.html)


def test_of_an_atom_feed_rss_parser_takes_no_picture_but_that_of_the_content() -> None:
    for told, item in zip(ANSWERS[ATOM]["items"], FEEDS[ATOM].items, strict=True):
        assert "enclosure" not in told
        assert told["content"].startswith("<img ") is (item.picture is not None)
