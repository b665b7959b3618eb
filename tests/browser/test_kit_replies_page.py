"""The page of the replies in a browser: the check there says what the check here says."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from plugins.editorial_review.privacy.care_check import care_findings
from plugins.share_graphics.samples import PRACTICE
from plugins.share_kit.frame import Frame
from plugins.share_kit.replies.plan import plan_replies

PHRASES = tomllib.loads(
    (Path(__file__).parents[1] / "share_kit" / "care_phrases.toml").read_text(encoding="utf-8")
)
EVERY = [text for rows in PHRASES.values() for kind in rows.values() for text in kind]
ODD = [
    "",
    "   ",
    "¡ÚLTIMA CITA!\nSu\u00a0cita",
    "Thank  you\tfor\u2009visi\u200bting",
    "YOUR APPOINTMENT\u2019S",
    "\ufeffYour\x85visit was\x1cfine",
]


@pytest.fixture
def page(browser: Browser, tmp_path: Path) -> Iterator[Page]:
    """The page, opened from the folder, without any network."""
    frame = Frame(practice=PRACTICE, today=date(2026, 11, 23))
    file = tmp_path / "replies.html"
    file.write_bytes(plan_replies(frame)["replies.html"])
    context = browser.new_context(offline=True)
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(file.as_uri())
    yield page
    context.close()
    assert errors == []


def _found(page: Page, text: str) -> set[str]:
    page.fill("#own-answer", text)
    return set(page.eval_on_selector_all("#findings q", "all => all.map(one => one.textContent)"))


def test_the_browser_finds_what_the_check_finds(page: Page) -> None:
    for text in (*EVERY, *ODD):
        expected = {phrase.strip() for phrase, _ in care_findings(text, "all languages")}
        assert _found(page, text) == expected, text


def test_an_answer_can_be_taken_over_changed_and_checked_with_the_keyboard(page: Page) -> None:
    button = page.locator("[data-change]").first
    button.focus()
    page.keyboard.press("Enter")
    box = page.locator("#own-answer")
    assert box.evaluate("box => box === document.activeElement")
    assert page.locator("#verdict").get_attribute("class") == "verdict fine"
    page.keyboard.press("End")
    page.keyboard.type(" We look forward to seeing you again.")
    assert page.locator("#verdict").get_attribute("class") == "verdict bad"
    assert page.locator("#findings li").count() >= 1


def test_what_is_typed_is_stored_nowhere(page: Page) -> None:
    page.fill("#own-answer", "Thank you for visiting us")
    stored = page.evaluate("() => JSON.stringify([localStorage, sessionStorage, document.cookie])")
    assert "visiting" not in stored
    page.reload()
    assert page.input_value("#own-answer") == ""
