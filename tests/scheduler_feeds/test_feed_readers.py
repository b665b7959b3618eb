"""What rss-parser (n8n, Postiz) takes from our feeds, as record_rss_parser.mjs has recorded it."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest

from tests.scheduler_feeds.samples import RECORDED, feeds, files, sizes

ANSWERS = json.loads(Path(__file__).with_name("fixtures").joinpath("rss_parser.json").read_text())


@pytest.mark.parametrize("path", RECORDED)
def test_the_recorded_answers_are_about_the_feeds_that_we_write(path: str) -> None:
    digest = sha256(files()[path]).hexdigest()
    assert ANSWERS[path]["sha256"] == digest, "record again: see record_rss_parser.mjs"


@pytest.mark.parametrize("path", RECORDED)
def test_rss_parser_reads_each_item_as_we_meant_it(path: str) -> None:
    feed = feeds()[path]
    assert (ANSWERS[path]["title"], ANSWERS[path]["link"]) == (feed.title, feed.home)
    assert ANSWERS[path]["feedUrl"] == feed.url
    for told, item in zip(ANSWERS[path]["items"], feed.items, strict=True):
        assert (told["title"], told["link"], told["guid"]) == (item.title, item.url, item.guid)
        assert told["content"] == item.description
        assert told["content:encoded"] == item.html
        assert told["categories"] == [category.name for category in item.categories]
        moment = datetime.fromisoformat(told["isoDate"])
        assert moment == item.published.astimezone(UTC)


@pytest.mark.parametrize("path", RECORDED)
def test_rss_parser_finds_the_picture_in_the_enclosure(path: str) -> None:
    for told, item in zip(ANSWERS[path]["items"], feeds()[path].items, strict=True):
        if item.picture is None:
            assert "enclosure" not in told
            continue
        length = str(sizes()[item.picture.graphic.path])
        expected = {"url": item.picture.url, "length": length, "type": "image/jpeg"}
        assert told["enclosure"] == expected
