"""The kit from disk with the keyboard alone, as somebody without a mouse works through a Monday."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from plugins.share_kit.frame import Frame
from plugins.share_kit.profiles.plan import PAGE as PROFILES
from plugins.share_kit.profiles.plan import plan_profiles
from tests.browser.conftest import AXE, DESKTOP, PHONE, WORDS_STAY
from tests.scheduler_feeds.samples import snippet
from tests.share_kit.posting_kit import (
    HELD,
    MONDAY,
    ONE,
    TOOLED,
    TWO,
    at,
    files,
    given,
    planned,
    with_later,
    withdrawn,
)

pytestmark = pytest.mark.browser

GONE = withdrawn(7)
MOST_STOPS = 400

_STOP = """() => {
  const e = document.activeElement, style = getComputedStyle(e), box = e.getBoundingClientRect();
  return {
    name: (e.getAttribute('aria-label') || e.innerText || e.id || e.tagName).trim(),
    tag: e.tagName,
    seen: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2
      && box.width > 0 && box.bottom > 0 && box.top < innerHeight,
  };
}"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A kit with something in every part of the page, and a page of profiles."""
    folder = tmp_path_factory.mktemp("kit")
    posts = (with_later(ONE), TWO, HELD, GONE)
    written = files(
        posts,
        shares=[planned(ONE, at(21), "doximity", "sermo"), planned(posts[0], at(25), "x", turn=1)],
        handed_over=[
            given(ONE.post, "facebook", at(21)),
            given(TWO.post, "x", at(18)),
            given(GONE.post, "x", at(24)),
        ],
        pages=[PROFILES],
    )
    frame = Frame(practice=TOOLED, today=MONDAY, pages=frozenset({PROFILES}))
    for path, data in {**written, **plan_profiles(frame, people={}, notices=())}.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return (folder / "index.html").as_uri()


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(viewport=DESKTOP)
    opened = context.new_page()
    opened.add_init_script(WORDS_STAY)
    opened.goto(address)
    yield opened
    context.close()


def tab_to(page: Page, name: str, *, key: str = "Tab") -> None:
    """Press the key until the focus is on what bears the name; every stop on the way is seen."""
    for _ in range(MOST_STOPS):
        page.keyboard.press(key)
        stop = page.evaluate(_STOP)
        assert stop["seen"] or stop["tag"] == "BODY", stop
        if name in stop["name"]:
            return
    pytest.fail(f"no way leads to {name}")


def focused(page: Page) -> str:
    """The id of what has the focus, or of the closest thing around it that has one."""
    return str(page.evaluate("document.activeElement.closest('[id]')?.id ?? ''"))


def test_a_monday_with_the_keyboard_alone(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    tab_to(page, "Doximity")
    page.keyboard.press("Enter")
    page.wait_for_function("document.activeElement.id === 's-uid0000001-doximity'")
    assert page.locator("#post-uid0000001").get_attribute("open") is not None

    tab_to(page, "Posted on Doximity")
    tab_to(page, "Copy text for Doximity")
    page.keyboard.press("Enter")
    page.get_by_text("Copied. Now paste it.").wait_for()
    expected = snippet(ONE.post, "doximity").text
    assert page.evaluate("navigator.clipboard.readText()") == expected

    tab_to(page, "Posted on Doximity", key="Shift+Tab")
    page.keyboard.press("Space")
    assert page.evaluate("document.activeElement.checked")
    assert "(posted)" in page.locator(".goes-out a", has_text="Doximity").text_content()  # type: ignore[operator]

    tab_to(page, "Alt text", key="Shift+Tab")
    page.keyboard.press("Enter")
    assert page.locator(".alts[open] .alt").last.is_visible()
    tab_to(page, "Copy alt text of the picture")
    page.keyboard.press("Enter")
    page.wait_for_function("navigator.clipboard.readText().then(t => t.startsWith('A \"'))")


def test_the_filters_are_worked_by_arrows_and_space(page: Page) -> None:
    tab_to(page, "network")
    page.keyboard.press("ArrowDown")
    assert page.locator("#network").input_value() == "facebook"
    assert page.locator("#found").inner_text() == "2 posts, 2 texts"
    tab_to(page, "open-only")
    page.keyboard.press("Space")
    assert page.locator("#found").inner_text() == "1 post, 1 text"
    assert not page.locator("#post-uid0000001").is_visible()
    page.keyboard.press("Space")
    assert page.locator("#found").inner_text() == "2 posts, 2 texts"


def test_a_link_to_a_card_that_is_filtered_out_shows_it_again(page: Page) -> None:
    tab_to(page, "open-only")
    page.keyboard.press("Space")
    page.locator("#network").select_option("facebook")
    assert not page.locator("#post-uid0000001").is_visible()
    page.locator(".jumps a").first.focus()
    tab_to(page, "Doximity")
    page.keyboard.press("Enter")
    page.wait_for_function("document.activeElement.id === 's-uid0000001-doximity'")
    assert page.locator("#s-uid0000001-doximity").is_visible()
    assert page.locator("#network").input_value() == ""


def test_the_plan_is_one_link_away_and_its_weeks_fold(page: Page) -> None:
    tab_to(page, "Plan")
    page.keyboard.press("Enter")
    page.wait_for_function("document.activeElement.id === 'plan'")
    tab_to(page, "This week")
    assert page.locator(".week").first.get_attribute("open") is not None
    page.keyboard.press("Enter")
    assert page.locator(".week").first.get_attribute("open") is None


def test_a_planned_second_text_is_reached_from_the_plan(page: Page) -> None:
    page.locator("#plan").evaluate("e => { e.tabIndex = -1; e.focus(); }")
    page.locator(".week a", has_text="X").last.focus()
    page.keyboard.press("Enter")
    page.wait_for_function("document.activeElement.id === 's-uid0000001-x-1'")
    assert page.get_by_text("Text 2").is_visible()


def test_what_must_be_taken_down_is_ticked_and_then_leaves_the_list(page: Page) -> None:
    tab_to(page, "Take down: ")
    page.keyboard.press("Enter")
    page.wait_for_function("document.activeElement.tagName === 'SUMMARY'")
    tab_to(page, "Taken down from X")
    page.keyboard.press("Space")
    assert page.locator("[data-down-count]").inner_text() == "1 of 1 taken down"
    assert not page.locator("[data-down-line]").is_visible()
    page.reload()
    assert not page.locator("[data-down-line]").is_visible()


def test_the_profiles_and_back(page: Page) -> None:
    tab_to(page, "Profiles")
    page.keyboard.press("Enter")
    page.wait_for_url("**/profiles/index.html")
    assert page.locator("h1").inner_text() == "Profiles"
    tab_to(page, "Posts")
    page.keyboard.press("Enter")
    page.wait_for_url("**/index.html")
    assert page.locator("h1").inner_text() == "Share kit"


def test_every_stop_can_be_seen_and_none_is_a_trap(page: Page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })")
    seen = set()
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        stop = page.evaluate(_STOP)
        if stop["tag"] == "BODY":
            break
        assert stop["seen"], stop
        seen.add(
            page.evaluate("[...document.querySelectorAll('*')].indexOf(document.activeElement)")
        )
    else:
        pytest.fail("the keyboard does not get out of the page")
    every = page.evaluate(
        """[...document.querySelectorAll('a[href], button, input, select, summary')]
        .filter(e => e.checkVisibility()).length"""
    )
    assert len(seen) >= every > 50


@pytest.mark.parametrize(
    "refusal", ["undefined", "{writeText: () => Promise.reject(new Error('not allowed'))}"]
)
def test_where_the_clipboard_is_refused_the_text_is_selected_to_be_copied(
    page: Page, refusal: str
) -> None:
    page.evaluate(f"Object.defineProperty(navigator, 'clipboard', {{value: {refusal}}})")
    tab_to(page, "Doximity")
    page.keyboard.press("Enter")
    tab_to(page, "Copy text for Doximity")
    page.keyboard.press("Enter")
    page.get_by_text("The text is selected").wait_for()
    assert "For doximity" in page.evaluate("String(getSelection())")


@pytest.mark.parametrize("size", [PHONE, DESKTOP])
def test_axe_finds_nothing_in_any_part(
    browser: Browser, address: str, size: dict[str, int]
) -> None:
    context = browser.new_context(bypass_csp=True, viewport=size)
    opened = context.new_page()
    opened.goto(address)
    opened.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })")
    opened.evaluate(AXE)
    violations = opened.evaluate("axe.run()")["violations"]
    assert [(v["id"], v["nodes"][0]["html"][:150]) for v in violations] == []
    assert opened.evaluate("document.documentElement.scrollWidth") <= size["width"]
    context.close()


def test_a_kit_of_another_day_says_so(page: Page, browser: Browser, address: str) -> None:
    for day, is_stale in (("2026-09-21T09:00:00", False), ("2026-09-22T09:00:00", True)):
        context = browser.new_context()
        opened = context.new_page()
        opened.clock.set_fixed_time(day)
        opened.goto(address)
        assert opened.locator("#stale").is_visible() is is_stale
        context.close()


def test_what_was_posted_by_hand_is_known_when_it_must_be_taken_down(
    page: Page, address: str
) -> None:
    page.evaluate("localStorage.setItem('housecall.posted.uid0000007.instagram', '2026-09-10')")
    page.goto(address)
    page.reload()
    line = page.locator("[data-by-hand='uid0000007.instagram']")
    assert "Posted by hand Sep 10" in line.inner_text()
    assert page.locator("[data-down-count]").inner_text() == "0 of 2 taken down"
