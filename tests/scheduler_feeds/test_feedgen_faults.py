"""What feedgen 1.0.0 does wrong, each beside what our feeds do instead.

The first half of a test shows the fault in feedgen itself: should a later version mend it, the test
says so, and our way round it can go.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from feedgen.feed import FeedGenerator
from lxml import etree

from plugins.scheduler_feeds.feeds.serialising import as_bytes
from tests.scheduler_feeds.samples import POSTS, feeds, files, shared, sizes

ATOM = "{http://www.w3.org/2005/Atom}"
MEDIA = "{http://search.yahoo.com/mrss/}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
HOME, SELF = "https://a.example/", "https://a.example/feed.xml"
DAY = datetime(2026, 9, 1, 9, tzinfo=UTC)


def bare() -> Any:
    """A generator with what a feed must have."""
    generator: Any = FeedGenerator()
    generator.id(SELF)
    generator.title("Title")
    generator.description("Description")
    generator.link(href=HOME, rel="alternate")
    return generator


def add(generator: Any, name: str = "one", **options: str) -> Any:
    entry = generator.add_entry(**options)
    entry.id(name)
    entry.title(name)
    entry.link(href=f"{HOME}{name}/", rel="alternate")
    entry.published(DAY)
    entry.updated(DAY)
    return entry


def channel(body: bytes) -> etree._Element:
    found = etree.fromstring(body).find("channel")
    assert found is not None
    return found


def rss_files() -> Iterator[etree._Element]:
    yield from (channel(body) for path, body in files().items() if path.endswith(".xml"))


def test_links_of_atom_entries_keep_what_feedgen_loses() -> None:
    generator = bare()
    add(generator).link(href=f"{HOME}a.jpg", rel="enclosure", type="image/jpeg", length="5")
    links = etree.fromstring(generator.atom_str()).findall(f"{ATOM}entry/{ATOM}link")
    assert [dict(link.attrib) for link in links] == [
        {"href": f"{HOME}one/"},
        {"href": f"{HOME}a.jpg"},
    ]
    for entry in etree.fromstring(files()["feeds/all.atom"]).findall(f"{ATOM}entry"):
        relations = [link.get("rel") for link in entry.findall(f"{ATOM}link")]
        assert relations in (["alternate", "enclosure"], ["alternate"])
        assert all(link.get("type") for link in entry.findall(f"{ATOM}link"))


def test_the_link_of_a_channel_is_the_site_though_feedgen_takes_the_last_link() -> None:
    generator = bare()
    generator.link(href=SELF, rel="self")
    assert channel(generator.rss_str()).findtext("link") == SELF
    for found in rss_files():
        own = found.find(f"{ATOM}link")
        assert own is not None
        assert str(found.findtext("link")) in str(own.get("href")).replace("feeds/", "")
        assert not str(found.findtext("link")).endswith(".xml")


def test_no_hub_is_named_since_feedgen_would_make_it_the_link_of_the_channel() -> None:
    generator = bare()
    generator.link(href="https://hub.example/", rel="hub")
    assert channel(generator.rss_str()).findtext("link") == "https://hub.example/"
    assert all(b"hub" not in body for body in files().values())


def test_items_stand_in_our_order_though_feedgen_turns_it_round() -> None:
    generator = bare()
    for name in ("first", "second"):
        add(generator, name)
    titles = [item.findtext("title") for item in channel(generator.rss_str()).findall("item")]
    assert titles == ["second", "first"]
    for path, feed in feeds().items():
        if path.endswith(".xml"):
            guids = [item.findtext("guid") for item in channel(files()[path]).findall("item")]
            assert guids == [item.guid for item in feed.items]


def test_a_feed_does_not_say_when_it_was_built() -> None:
    generator = bare()
    built = channel(generator.rss_str()).findtext("lastBuildDate") or ""
    assert f"{datetime.now(UTC):%Y}" in built
    before = files()
    time.sleep(1.1)
    assert files() == before


def test_every_date_says_its_zone_since_feedgen_refuses_one_that_does_not() -> None:
    with pytest.raises(ValueError, match="timezone"):
        add(bare()).published(DAY.replace(tzinfo=None))
    for found in rss_files():
        dates = [found.findtext("lastBuildDate"), *(d.text for d in found.iter("pubDate"))]
        assert all(str(text)[-5:-4] in "+-" for text in dates)


@pytest.mark.parametrize("character", ["\x00", "\x0b", "\x1b", "\ufffe", "\ud83d"])
def test_characters_on_which_feedgen_breaks_are_left_out(character: str) -> None:
    entry = add(bare())
    entry.title(f"a{character}b")
    with pytest.raises((ValueError, UnicodeEncodeError)):
        entry.rss_entry()
    post = replace(POSTS[0].post, title=f"a{character}b", summary=f"c{character}d")
    for feed in feeds((replace(shared(post), html=f"<p>{character}</p>"),)).values():
        body = as_bytes(feed, sizes())
        assert b"ab" in body or b"cd" in body or not feed.items


def test_an_item_has_one_enclosure_of_which_feedgen_keeps_the_last() -> None:
    generator = bare()
    entry = add(generator)
    for name in ("first", "second"):
        entry.enclosure(f"{HOME}{name}.jpg", 1, "image/jpeg")
    [kept] = channel(generator.rss_str()).findall("item/enclosure")
    assert kept.get("url") == f"{HOME}second.jpg"
    for found in rss_files():
        assert all(len(item.findall("enclosure")) <= 1 for item in found.findall("item"))


def test_a_guid_is_no_address_and_says_so() -> None:
    generator = bare()
    add(generator).guid("urn:uuid:1", permalink=True)
    guid = channel(generator.rss_str()).find("item/guid")
    assert guid is not None
    assert guid.get("isPermaLink") == "true"
    for found in rss_files():
        assert {guid.get("isPermaLink") for guid in found.iter("guid")} <= {"false"}


def test_the_plain_text_stays_the_description_where_feedgen_would_put_the_markup() -> None:
    generator = bare()
    add(generator).content("<p>Markup</p>", type="html")
    assert channel(generator.rss_str()).findtext("item/description") == "<p>Markup</p>"
    for found in rss_files():
        for item in found.findall("item"):
            assert "<p>" not in (item.findtext("description") or "")
            assert "<p>" in (item.findtext(CONTENT) or "")


def test_a_picture_stands_in_no_group_and_has_its_alt_text() -> None:
    generator = bare()
    generator.load_extension("media")
    entry = add(generator)
    entry.media.content(url=f"{HOME}a.jpg", width="5")
    item = channel(generator.rss_str()).find("item")
    assert item is not None
    assert item.find(f"{MEDIA}group/{MEDIA}content") is not None
    assert not hasattr(entry.media, "description")
    for found in rss_files():
        assert not list(found.iter(f"{MEDIA}group"))
        contents = list(found.iter(f"{MEDIA}content"))
        assert all(content.findtext(f"{MEDIA}description") for content in contents)


def test_sizes_are_written_though_feedgens_media_takes_no_numbers() -> None:
    generator = bare()
    generator.load_extension("media")
    add(generator).media.content(url=f"{HOME}a.jpg", width=5)
    with pytest.raises(TypeError):
        generator.rss_str()
    contents = [content for found in rss_files() for content in found.iter(f"{MEDIA}content")]
    assert contents
    for content in contents:
        assert all(str(content.get(name)).isdigit() for name in ("width", "height", "fileSize"))


def test_an_items_parts_stand_in_the_order_that_readers_rely_on() -> None:
    generator = bare()
    entry = add(generator)
    entry.enclosure(f"{HOME}a.jpg", 1, "image/jpeg")
    entry.category(term="t")
    item = channel(generator.rss_str()).find("item")
    assert item is not None
    names = [str(child.tag) for child in item]
    assert names.index("category") < names.index("enclosure")
    for found in rss_files():
        for each in found.findall("item"):
            names = [str(child.tag) for child in each]
            assert names == sorted(names, key=ORDER.index)


ORDER = (
    "title", "link", "description", CONTENT, "enclosure", f"{MEDIA}content", "guid", "pubDate",
    "category",
)  # fmt: skip


def test_a_text_that_ends_a_cdata_section_is_read_back_as_written() -> None:
    title = "Closed ]]> today"
    post = replace(POSTS[0].post, title=title, summary=title)
    sample = replace(shared(post), html="<p>Closed ]]&gt; today</p>")
    for path in ("feeds/all.xml", "feeds/all.atom"):
        root = etree.fromstring(as_bytes(feeds((sample,))[path], sizes()))
        texts = [element.text or "" for element in root.iter() if isinstance(element.tag, str)]
        assert texts.count(title) == 2
        assert any("<p>Closed ]]&gt; today</p>" in text for text in texts)


def test_a_feed_says_its_language() -> None:
    for path, body in files().items():
        lang = "es" if path.startswith("es/") else "en"
        if path.endswith(".atom"):
            name = "{http://www.w3.org/XML/1998/namespace}lang"
            assert etree.fromstring(body).get(name) == lang
        elif path.endswith(".xml"):
            assert channel(body).findtext("language") == lang
