"""The kit's page, as a parser and as a stranger would read it."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

import pytest
from lxml import html as lxml_html

from plugins.practice.colours import contrast
from plugins.practice.looks import LOOKS
from plugins.practice.posts import State
from plugins.practice.settings import Brand
from plugins.share_kit.kit_post import SHAREABLE
from tests.scheduler_feeds.samples import PRACTICE
from tests.share_kit.kit_samples import NASTY, POSTS, PROBLEMS, kit


@cache
def page() -> lxml_html.HtmlElement:
    return lxml_html.document_fromstring(kit()["index.html"].decode())


def by_id(name: str) -> lxml_html.HtmlElement:
    [element] = page().xpath("//*[@id=$name]", name=name)
    return element


def test_every_text_of_every_network_stands_there_word_for_word() -> None:
    for post in POSTS:
        if post.state in SHAREABLE and post.shared:
            for name, snippet in post.shared.snippets.items():
                assert by_id(f"t-{post.post.uid}-{name}").text_content() == snippet.text


def test_nothing_of_a_held_post_can_be_copied() -> None:
    held = next(post for post in POSTS if post.state is State.HELD)
    assert held.shared
    section = by_id(f"post-{held.post.uid}")
    assert not section.xpath(".//*[@class='share']")
    assert held.shared.snippets["x"].text not in section.text_content()


def test_ids_are_unique_and_every_reference_has_its_target() -> None:
    ids = page().xpath("//@id")
    assert len(set(ids)) == len(ids)
    targets = page().xpath("//@data-copy | //@aria-labelledby")
    targets += [href[1:] for href in page().xpath("//a/@href") if href.startswith("#")]
    assert set(targets) <= set(ids)


def test_nothing_is_loaded_from_anywhere_but_the_folder() -> None:
    loaded = page().xpath("//@src | //@srcset | //link/@href | //@data | //@poster")
    assert loaded
    assert all(re.fullmatch(r"[\w./-]+\.jpg", address) for address in loaded)
    source = kit()["index.html"].decode()
    assert not re.search(r"url\((?!\"data:)|@import|fetch\(|XMLHttpRequest|sendBeacon", source)
    links = [a for a in page().xpath("//a/@href") if "//" in a]
    assert all(link.startswith("https://www.example.org/site/") for link in links)


def test_the_page_may_run_no_script_but_its_own() -> None:
    [policy] = page().xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith("default-src 'none'")
    assert len(page().xpath("//script")) == 1
    assert not page().xpath("//@onclick | //@onerror | //@onload")


def test_a_script_in_a_title_is_a_title() -> None:
    titles = [heading.text_content() for heading in page().xpath("//summary/h3")]
    assert NASTY in titles
    assert b"<script>alert" not in kit()["index.html"]


def test_a_carousel_is_shown_where_the_network_takes_one() -> None:
    told = {
        share.get("data-network"): share.text_content()
        for share in by_id("post-uid0000002").xpath(".//*[@class='share']")
    }
    assert "As a carousel: 7 pictures" in told["instagram"]
    assert "As a carousel: 5 of 7 pictures" in told["pinterest"]
    assert "carousel" not in told["x"]


def test_each_slide_can_be_opened_and_its_alt_text_copied() -> None:
    [share] = by_id("post-uid0000002").xpath(".//*[@data-network='pinterest']")
    thumbs = share.xpath(".//ol/li/a")
    assert [a.get("href") for a in thumbs] == [f"post-2/slide-{n}.jpg" for n in (1, 2, 3, 4, 7)]
    copied = [by_id(name).text_content() for name in share.xpath(".//ol/li/button/@data-copy")]
    assert copied == [f'A "slide-{n}" & <what> it shows' for n in (1, 2, 3, 4, 7)]


def test_a_post_without_slides_speaks_of_no_carousel() -> None:
    assert "carousel" not in by_id("post-uid0000001").text_content()


def test_each_picture_tells_the_networks_that_it_suits() -> None:
    told = by_id("post-uid0000001").xpath("string(.//ul[@class='pictures'])")
    assert "For Facebook, Instagram, Snapchat, Pinterest" in told


def test_posts_are_grouped_as_they_are_to_be_handled() -> None:
    groups = {
        group: [post.removeprefix("post-uid") for post in page().xpath(query, group=group)]
        for query in ["//details[@data-group=$group]/@id"]
        for group in ("ready", "scheduled", "needs-work", "over")
    }
    assert groups == {
        "ready": ["0000010", "spanish", "0000002", "0000001"],
        "scheduled": ["0000028"],
        "needs-work": ["0000006", "0000005"],
        "over": ["0000003"],
    }


def test_a_notice_that_is_over_is_not_to_be_shared() -> None:
    assert "Do not share it any more" in by_id("post-uid0000003").text_content()


def test_what_a_held_post_lacks_is_told_with_file_line_reason_and_fix() -> None:
    told = by_id("post-uid0000006").text_content()
    first = PROBLEMS[0]
    for part in (first.file, f"line {first.line}", first.what, first.why, first.fix):
        assert part in told


def test_a_file_that_could_not_be_read_as_a_post_is_told_as_well() -> None:
    assert "articles/unreadable.md" in by_id("files").getparent().text_content()


def test_every_picture_is_one_of_the_folder_with_its_size() -> None:
    for image in page().xpath("//img"):
        assert int(image.get("width")) > 0
        assert int(image.get("height")) > 0
        assert image.get("alt") is not None


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("color", ["", "#FFE100", "#777777", "#000000"])
def test_every_look_and_brand_colour_can_be_read(look: str, color: str) -> None:
    practice = replace(PRACTICE, brand=Brand(look=look, color=color))
    source = kit(practice=practice)["index.html"].decode()
    root = source[source.index(":root {") : source.index("}", source.index(":root {"))]
    colours = dict(re.findall(r"--([\w-]+): (#[0-9A-Fa-f]{6});", root))
    pairs = [("on-brand", "brand"), ("paper", "ink"), ("alert", "paper")]
    for ground in ("paper", "surface", "tint"):
        pairs += [(name, ground) for name in ("ink", "muted", "link")]
    for text, ground in pairs:
        assert contrast(colours[text], colours[ground]) >= 4.5, (text, ground)
    assert contrast(colours["edge"], colours["surface"]) >= 3


def test_the_headings_font_is_carried_in_the_page() -> None:
    assert b"@font-face" not in kit()["index.html"]
    assert b'url("data:font/woff2;base64,d09GMg==")' in kit(font=b"wOF2")["index.html"]


def test_an_empty_practice_gets_a_page_too() -> None:
    assert b"<h1>Share kit</h1>" in kit(())["index.html"]


def test_only_todays_pictures_are_fetched_before_they_are_seen() -> None:
    eager = page().xpath("//img[not(@loading='lazy')]")
    assert len(page().xpath("//img")) > 50
    assert all(image.xpath("ancestor::section[@class='today']") for image in eager)
