"""The frame that all pages of the kit share."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256

from lxml import html as lxml_html

from plugins.share_kit.frame import Frame, kit_frame
from tests.scheduler_feeds.samples import PRACTICE
from tests.share_kit.kit_samples import TODAY, kit
from tests.share_kit.posting_kit import Page

PAGES = frozenset({"profiles/index.html", "replies.html", "calendar.ics"})


def framed(path: str, pages: frozenset[str] = PAGES) -> Page:
    frame = Frame(practice=PRACTICE, today=TODAY, pages=pages)
    return parsed(kit_frame("base.html", path, frame))


def parsed(page: bytes) -> Page:
    return lxml_html.document_fromstring(page.decode())


def doors(root: Page) -> dict[str, str]:
    return {a.text_content(): a.get("href") for a in root.xpath("//*[@class='doors']//a")}


def test_the_header_leads_only_to_pages_that_there_are() -> None:
    assert not doors(framed("index.html", frozenset()))
    assert list(doors(framed("index.html", frozenset({"replies.html"})))) == ["Posts", "Replies"]


def test_the_way_back_from_a_folder_is_relative() -> None:
    assert doors(framed("profiles/index.html")) == {
        "Posts": "../index.html",
        "Profiles": "../profiles/index.html",
        "Replies": "../replies.html",
        "Calendar file": "../calendar.ics",
    }


def test_the_page_that_one_is_on_is_marked() -> None:
    marked = framed("replies.html").xpath("//a[@aria-current='page']")
    assert [a.text_content() for a in marked] == ["Replies"]


def test_a_page_runs_exactly_the_script_that_its_policy_names() -> None:
    pages: tuple[Page, ...] = (framed("replies.html"), parsed(kit()["index.html"]))
    for root in pages:
        [script] = root.xpath("//script/text()")
        digest = b64encode(sha256(script.encode()).digest()).decode()
        [policy] = root.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
        assert f"script-src 'sha256-{digest}'" in policy


def test_the_kit_page_tells_of_other_pages_when_they_are_there() -> None:
    there = parsed(kit(pages=["replies.html"])["index.html"])
    assert doors(there) == {"Posts": "index.html", "Replies": "replies.html"}
    assert not doors(parsed(kit()["index.html"]))
