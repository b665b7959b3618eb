"""What stands in the files: by XML and JSON parsers that are not ours."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import replace
from datetime import datetime
from email.utils import parsedate_to_datetime
from itertools import pairwise

import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from lxml import html as lxml_html

from plugins.scheduler_feeds.feeds.absolute_html import absolute_html
from plugins.scheduler_feeds.feeds.feed import guid_of
from plugins.scheduler_feeds.feeds.serialising import as_bytes
from plugins.scheduler_feeds.feeds.valid_text import valid_line, valid_text
from tests.scheduler_feeds.samples import POSTS, feeds, files, shared, sizes

MEDIA = "{http://search.yahoo.com/mrss/}"
ATOM = "{http://www.w3.org/2005/Atom}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
RSS_PATHS = [path for path in files() if path.endswith(".xml")]


def channel_of(path: str) -> etree._Element:
    channel = etree.fromstring(files()[path]).find("channel")
    assert channel is not None
    return channel


def read(body: bytes) -> feedparser.FeedParserDict:
    return feedparser.parse(body, sanitize_html=False, resolve_relative_uris=False)


@pytest.mark.parametrize("path", RSS_PATHS)
def test_a_channel_says_what_the_w3c_validator_asks_for(path: str) -> None:
    channel = channel_of(path)
    assert [len(channel.findall(name)) for name in ("title", "link", "description")] == [1, 1, 1]
    home = "https://www.example.org/site/" + ("es/" if path.startswith("es/") else "")
    assert channel.findtext("link") == home
    [own] = channel.findall(f"{ATOM}link")
    assert dict(own.attrib.items()) == {
        "rel": "self",
        "type": "application/rss+xml",
        "href": f"https://www.example.org/site/{path}",
    }
    assert channel.findtext("language") == ("es" if path.startswith("es/") else "en")


@pytest.mark.parametrize("path", RSS_PATHS)
def test_an_item_says_what_the_w3c_validator_asks_for(path: str) -> None:
    guids = []
    for item in channel_of(path).findall("item"):
        names = [str(child.tag) for child in item]
        single = ("title", "link", "description", CONTENT, "guid", "pubDate")
        assert all(names.count(name) == 1 for name in single)
        assert all(item.findtext(name) for name in single)
        guid = item.find("guid")
        assert guid is not None
        assert guid.get("isPermaLink") == "false"
        guids.append(guid.text)
    assert len(set(guids)) == len(guids)


@pytest.mark.parametrize("path", RSS_PATHS)
def test_dates_are_those_of_the_posts_newest_first_and_the_newest_is_the_feeds(path: str) -> None:
    channel = channel_of(path)
    dates = [parsedate_to_datetime(d.text or "") for d in channel.findall("item/pubDate")]
    assert all(newer >= older for newer, older in pairwise(dates))
    assert all(day.tzinfo for day in dates)
    built = parsedate_to_datetime(channel.findtext("lastBuildDate") or "")
    assert not dates or built == dates[0]


@pytest.mark.parametrize("path", RSS_PATHS)
def test_the_picture_of_an_item_is_said_three_times_alike(path: str) -> None:
    for item in channel_of(path).findall("item"):
        enclosures, contents = item.findall("enclosure"), item.findall(f"{MEDIA}content")
        assert len(enclosures) == len(contents) <= 1
        image = lxml_html.fragment_fromstring(item.findtext(CONTENT) or "", create_parent=True)[0]
        assert (image.tag == "img") is bool(enclosures)
        for enclosure, content in zip(enclosures, contents, strict=True):
            assert enclosure.get("url") == content.get("url") == image.get("src")
            assert enclosure.get("type") == content.get("type") == "image/jpeg"
            assert content.get("medium") == "image"
            path_of_picture = str(enclosure.get("url")).removeprefix(
                "https://www.example.org/site/"
            )
            assert int(enclosure.get("length", "")) == sizes()[path_of_picture]
            assert content.get("fileSize") == enclosure.get("length")
            assert content.get("width") == image.get("width")
            assert content.get("height") == image.get("height")
            assert content.findtext(f"{MEDIA}description") == image.get("alt")


def test_the_description_stands_before_the_media_so_that_the_alt_text_does_not_replace_it() -> None:
    for path in RSS_PATHS:
        for item in channel_of(path).findall("item"):
            names = [str(child.tag).rpartition("}")[2] for child in item]
            order = ("title", "link", "description", "encoded", "enclosure", "content", "guid")
            expected = [*(name for name in order if name in names), "pubDate"]
            assert names == [*expected, *["category"] * names.count("category")]


def test_pictures_stand_outside_any_media_group() -> None:
    assert all(b"media:group" not in body for body in files().values())


def test_a_text_has_no_markup_and_no_second_layer_of_entities() -> None:
    entries = {entry.id: entry for entry in read(files()["feeds/all.xml"]).entries}
    entry = entries[guid_of("uid0000000")]
    assert entry.title == "Is 140 < 150? Q&A"
    assert entry.summary == "Less salt & more walks: \u201caim for < 5 g\u201d a day."


@pytest.mark.parametrize("path", RSS_PATHS)
def test_feedparser_sees_one_picture_an_item_and_the_alt_text_nowhere_else(path: str) -> None:
    parsed = read(files()[path])
    assert not parsed.bozo
    for entry in parsed.entries:
        pictures = [link for link in entry.links if link.rel == "enclosure"]
        assert len(pictures) == len(entry.get("media_content", [])) <= 1
        assert "it shows" not in entry.summary
        assert entry.id.startswith("urn:uuid:")
        assert not entry.guidislink


def test_every_address_in_the_content_is_whole() -> None:
    for path in RSS_PATHS:
        for entry in read(files()[path]).entries:
            root = lxml_html.fragment_fromstring(entry.content[0].value, create_parent=True)
            links = [link for _, _, link, _ in root.iterlinks()]
            assert all(link.startswith("https://www.example.org/site/") for link in links)


def test_no_address_carries_a_tracker_since_some_tools_know_an_item_by_its_link() -> None:
    for path in RSS_PATHS:
        for item in channel_of(path).findall("item"):
            enclosures = [str(enclosure.get("url")) for enclosure in item.findall("enclosure")]
            for address in (item.findtext("link"), item.findtext("guid"), *enclosures):
                assert not {"?", "#"} & set(str(address))


def test_a_description_is_plain_text_and_read_back_as_it_was_planned() -> None:
    for path, feed in feeds().items():
        if path in RSS_PATHS:
            items = channel_of(path).findall("item")
            for element, item in zip(items, feed.items, strict=True):
                assert element.findtext("description") == item.description


def test_addresses_are_made_whole_from_the_page_on_which_they_stand() -> None:
    url = "https://a.example/site/articles/flu/"
    markup = (
        'A <a href="/site/x/">x</a> <a href="#fn1">1</a> <a href="mailto:a@b.c">m</a>'
        '<img src="/site/i.jpg" srcset="/site/i2.jpg 2x" sizes="50vw" alt="&lt;">'
    )
    assert absolute_html(markup, url) == (
        '<div>A <a href="https://a.example/site/x/">x</a>'
        ' <a href="https://a.example/site/articles/flu/#fn1">1</a>'
        ' <a href="mailto:a@b.c">m</a>'
        '<img src="https://a.example/site/i.jpg" alt="&lt;"></div>'
    )


def test_the_same_posts_give_the_same_bytes() -> None:
    assert files() == files(tuple(reversed(POSTS)))


def test_the_atom_feed_keeps_what_feedgen_loses_of_its_links() -> None:
    entry = etree.fromstring(files()["feeds/all.atom"]).findall(f"{ATOM}entry")[1]
    alternate, enclosure = (dict(link.attrib) for link in entry.findall(f"{ATOM}link"))
    url = "https://www.example.org/site/"
    assert alternate == {"href": f"{url}articles/post-4/", "rel": "alternate", "type": "text/html"}
    picture = "share/post-4/card.jpg"
    assert enclosure == {
        "href": url + picture,
        "rel": "enclosure",
        "type": "image/jpeg",
        "length": str(sizes()[picture]),
    }


def test_the_atom_feed_has_what_atom_asks_for() -> None:
    feed = etree.fromstring(files()["feeds/all.atom"])
    assert feed.findtext(f"{ATOM}id") == "https://www.example.org/site/feeds/all.atom"
    assert feed.findtext(f"{ATOM}author/{ATOM}name") == "Creek & Sons <Family> Practice"
    assert [link.get("rel") for link in feed.findall(f"{ATOM}link")] == ["self", "alternate"]
    parsed = read(files()["feeds/all.atom"])
    assert not parsed.bozo
    assert [e.id for e in parsed.entries] == [e.id for e in read(files()["feeds/all.xml"]).entries]
    for entry in feed.findall(f"{ATOM}entry"):
        published = entry.findtext(f"{ATOM}published") or ""
        assert entry.findtext(f"{ATOM}updated") == published
        assert datetime.fromisoformat(published).tzinfo


def test_the_json_feed_says_what_the_rss_feed_says() -> None:
    document = json.loads(files()["feeds/feed.json"])
    assert document["version"] == "https://jsonfeed.org/version/1.1"
    assert document["feed_url"] == "https://www.example.org/site/feeds/feed.json"
    entries = read(files()["feeds/all.xml"]).entries
    for item, entry in zip(document["items"], entries, strict=True):
        assert (item["id"], item["url"], item["title"]) == (entry.id, entry.link, entry.title)
        assert item["content_html"].strip() == entry.content[0].value.strip()
        assert len(item.get("attachments", [])) == ("image" in item)


WHOLE = ("feeds/all.xml", "feeds/all.atom", "feeds/feed.json")
ANY_TEXT = st.text(st.characters(), max_size=60) | st.text(
    "<>&;]\u2019[!CDATA amp#x1\r\n\t", max_size=40
)


def read_as_utf8(text: str) -> str:
    """What feedparser makes of a text that it takes for UTF-8 read as Latin-1."""
    try:
        return text.encode("latin-1").decode()
    except UnicodeError:
        return text


@given(title=ANY_TEXT, summary=ANY_TEXT)
def test_any_title_and_summary_are_read_back_as_written(title: str, summary: str) -> None:
    sample = shared(replace(POSTS[0].post, title=title, summary=summary))
    rss, atom, row = (
        as_bytes(feed, sizes()) for path, feed in feeds((sample,)).items() if path in WHOLE
    )
    expected = valid_line(title) or sample.url
    text = valid_text(summary).strip() or expected
    item = etree.fromstring(rss).find("channel/item")
    assert item is not None
    assert (item.findtext("title"), item.findtext("description")) == (expected, text)
    for document in (rss, atom):
        entry = read(document).entries[0]
        assert entry.title in (expected, read_as_utf8(expected))
        assert entry.summary in (text, read_as_utf8(text))
    assert json.loads(row)["items"][0]["title"] == expected


@given(st.text(st.characters(), max_size=60))
def test_only_what_no_feed_may_hold_is_taken_from_a_text(text: str) -> None:
    kept = valid_text(text)
    assert valid_text(kept) == kept
    dropped = set(text) - set(kept) - {"\r"}
    assert all(unicodedata.category(c) in ("Cc", "Cs") or ord(c) >= 0xFFFE for c in dropped)


def test_curly_quotes_of_a_windows_text_are_mended() -> None:
    assert valid_text("It\x92s 5\x965 \x9d") == "It\u2019s 5\u20135 "
