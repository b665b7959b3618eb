"""The kit's page from disk in a browser, as the person who posts works with it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import AXE, WORDS_STAY
from tests.scheduler_feeds.samples import snippet
from tests.share_kit.kit_samples import POSTS, kit

pytestmark = pytest.mark.browser

FIRST = "#post-uid0000010"


@pytest.fixture
def address(tmp_path: Path) -> str:
    (tmp_path / "index.html").write_bytes(kit()["index.html"])
    return (tmp_path / "index.html").as_uri()


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(bypass_csp=False)
    opened = context.new_page()
    opened.add_init_script(WORDS_STAY)
    opened.goto(f"{address}{FIRST}")
    yield opened
    context.close()


def test_no_request_leaves_the_folder(browser: Browser, address: str) -> None:
    opened = browser.new_page()
    asked: list[str] = []
    errors: list[str] = []
    opened.on("request", lambda request: asked.append(request.url))
    opened.on("pageerror", lambda error: errors.append(str(error)))
    opened.goto(address)
    opened.get_by_role("button", name="Open all").click()
    assert asked
    assert all(url.startswith("file:") for url in asked)
    assert errors == []
    opened.close()


@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing(browser: Browser, address: str, width: int) -> None:
    context = browser.new_context(bypass_csp=True, viewport={"width": width, "height": 900})
    opened = context.new_page()
    opened.goto(address)
    opened.get_by_role("button", name="Open all").click()
    opened.evaluate(AXE)
    violations = opened.evaluate("axe.run()")["violations"]
    assert [(found["id"], len(found["nodes"])) for found in violations] == []
    assert opened.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


def test_a_text_is_copied_as_it_is(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy text for Facebook").first.click()
    page.get_by_text("Copied. Now paste it.").wait_for()
    assert (
        page.evaluate("navigator.clipboard.readText()") == snippet(POSTS[3].post, "facebook").text
    )


def test_without_a_clipboard_the_text_is_selected(page: Page) -> None:
    page.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    page.get_by_role("button", name="Copy text for Facebook").first.click()
    assert "For facebook" in page.evaluate("String(getSelection())")
    assert "The text is selected" in page.get_by_text("The text is selected").inner_text()


def test_the_alt_text_of_a_slide_is_copied(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator("#post-uid0000002 > summary").click()
    page.get_by_role("button", name="Copy alt text of slide 2 for Instagram").click()
    page.get_by_text("Copied. Now paste it.").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == 'A "slide-2" & <what> it shows'


def test_without_a_clipboard_the_alt_text_of_a_slide_is_unfolded_and_selected(page: Page) -> None:
    page.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    page.locator("#post-uid0000002 > summary").click()
    page.get_by_role("button", name="Copy alt text of slide 2 for Instagram").click()
    assert "slide-2" in page.evaluate("String(getSelection())")
    assert page.locator("#p-uid0000002-slide-2").is_visible()


def test_a_tick_is_still_there_tomorrow(page: Page) -> None:
    page.locator(f"{FIRST} [data-tick]").first.check()
    assert page.locator(f"{FIRST} [data-progress]").inner_text() == "1 of 7 posted"
    page.reload()
    assert page.locator(f"{FIRST} [data-progress]").inner_text() == "1 of 7 posted"


def test_filters_leave_what_is_still_to_be_posted_on_a_network(page: Page) -> None:
    page.locator(f"{FIRST} [data-network=x] [data-tick]").check()
    page.get_by_label("Network").select_option("x")
    assert page.locator(".share:visible").count() == 6
    page.get_by_label("Not posted yet").check()
    assert page.locator(".share:visible").count() == 5
    assert not page.locator(FIRST).is_visible()
    page.get_by_label("State").select_option("scheduled")
    assert page.locator(".share:visible").count() == 1
    assert page.get_by_role("status").first.inner_text() == "1 post, 1 text"


def test_the_page_can_be_worked_by_keyboard(page: Page) -> None:
    page.locator(f"{FIRST} > summary").focus()
    page.keyboard.press("Enter")
    assert page.locator(FIRST).get_attribute("open") is None
    page.keyboard.press("Enter")
    page.locator(f"{FIRST} [data-tick]").first.focus()
    page.keyboard.press("Space")
    assert page.locator(f"{FIRST} [data-tick]").first.is_checked()


def test_every_text_can_be_read_without_scripts(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    opened = context.new_page()
    opened.goto(address)
    opened.locator(f"{FIRST} > summary").click()
    assert opened.locator(f"{FIRST} .main .text").first.is_visible()
    assert not opened.locator("button:visible").count()
    opened.locator("#post-uid0000001 > summary").click()
    assert opened.locator("#t-uid0000001-x").is_visible()
    context.close()


def test_on_paper_every_post_is_open(page: Page) -> None:
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("details.post:not([open])").count() == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("details.post[open]").count() == 3
