"""The share kit, as the person who posts opens it from disk."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import DESKTOP, PHONE, Demonstration, axe_violations

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("size", [PHONE, DESKTOP])
def test_the_kit_opens_from_disk_with_every_picture_and_asks_no_host(
    browser: Browser, demonstration: Demonstration, size: dict[str, int]
) -> None:
    context = browser.new_context(viewport=size)
    page, asked = context.new_page(), []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((demonstration.kit / "index.html").as_uri())
    assert {url.split(":")[0] for url in asked} <= {"file", "data"}
    assert (
        page.evaluate("[...document.images].filter(i => i.complete && !i.naturalWidth).length") == 0
    )
    assert axe_violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
    context.close()


def test_the_kit_holds_every_text_word_for_word(
    browser: Browser, demonstration: Demonstration
) -> None:
    posts = json.loads((demonstration.kit / "posts.json").read_text(encoding="utf-8"))["posts"]
    texts = [share["text"] for post in posts for share in post["networks"].values()]
    assert len(texts) > 300
    context = browser.new_context()
    page = context.new_page()
    page.goto((demonstration.kit / "index.html").as_uri())
    shown = page.evaluate("document.body.textContent")
    assert [text for text in texts if text not in shown] == []
    context.close()
