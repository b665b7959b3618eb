"""Every kind of page of the demonstration, as a visitor with a real browser meets it."""

from __future__ import annotations

import gzip
import re

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, Page

from tests.browser.conftest import DESKTOP, PHONE, Demonstration, axe_violations

pytestmark = pytest.mark.browser

PAGES = (
    "/", "/articles/", "/articles/fever-in-children/", "/questions/flu-shot-cause-flu/",
    "/notices/thanksgiving-hours/", "/notices/respiratory-season-2026/",
    "/links/safe-medicine-disposal/", "/events/blood-pressure-talk/", "/topics/", "/topics/heart/",
    "/people/", "/people/amara-okafor/", "/about/", "/contact/", "/privacy-practices/",
    "/latest/", "/search/", "/404.html", "/es/", "/es/articles/home-blood-pressure/",
)  # fmt: skip


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize(("size", "scheme"), [(PHONE, "light"), (DESKTOP, "dark")])
def test_a_page_is_accessible_private_and_fits_its_screen(
    browser: Browser, demonstration: Demonstration, path: str, size: dict[str, int], scheme: str
) -> None:
    context = browser.new_context(
        viewport=size, color_scheme=scheme, base_url=demonstration.address
    )
    page, asked = context.new_page(), []
    page.on("request", lambda request: asked.append(request.url))
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(path)
    assert axe_violations(page) == []
    assert [url for url in asked if not url.startswith(demonstration.address)] == []
    assert context.cookies() == []
    assert page.evaluate("Object.keys(localStorage).length") == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
    assert errors == []
    context.close()


def test_no_page_scrolls_sideways_on_the_narrowest_phone(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    for path in PAGES:
        page.goto(path)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, path


def test_an_article_can_be_read_and_left_without_scripts(
    browser: Browser, demonstration: Demonstration
) -> None:
    context = browser.new_context(java_script_enabled=False, base_url=demonstration.address)
    page = context.new_page()
    page.goto("/articles/fever-in-children/")
    assert page.get_by_role("heading", level=1).is_visible()
    assert page.get_by_text("A baby younger than 3 months").first.is_visible()
    page.get_by_role("link", name="Children").first.click()
    assert page.url.endswith("/topics/children/")
    page.goto("/search/")
    assert page.get_by_role("link", name=re.compile("Fever in children")).is_visible()
    context.close()


def test_a_citation_leads_to_its_reference_and_back(page: Page) -> None:
    page.goto("/articles/fever-in-children/")
    page.locator("sup.cite a").first.click()
    assert page.url.endswith("#ref-1")
    assert page.locator("#ref-1").is_visible()
    page.locator("#ref-1 a[href^='#cite-']").first.click()
    assert "#cite-" in page.url


def test_search_finds_an_article_by_a_word(page: Page) -> None:
    page.goto("/")
    page.get_by_role("searchbox").first.fill("fever")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/#q=fever")
    shown = page.locator("main a:visible", has_text="Fever in children")
    shown.first.click()
    assert page.url.endswith("/articles/fever-in-children/")


def test_the_keyboard_reaches_the_text_by_the_first_link(page: Page) -> None:
    page.goto("/articles/fever-in-children/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.url.endswith("#main")


def test_a_reader_can_change_to_the_same_article_in_spanish(page: Page) -> None:
    page.goto("/articles/home-blood-pressure/")
    page.get_by_role("link", name="Español").first.click()
    assert page.url.endswith("/es/articles/home-blood-pressure/")
    assert page.locator("html").get_attribute("lang") == "es"


def test_every_page_says_that_it_is_a_demonstration(demonstration: Demonstration) -> None:
    words = {"en": "demonstration", "es": "demostración"}
    for path in demonstration.output.rglob("*.html"):
        soup = BeautifulSoup(path.read_bytes(), "lxml")
        assert words[soup.html["lang"]] in soup.get_text().lower(), path


def test_every_page_has_one_h1_unique_ids_and_its_own_address(
    demonstration: Demonstration,
) -> None:
    for path in demonstration.output.rglob("*.html"):
        soup = BeautifulSoup(path.read_bytes(), "lxml")
        ids = [element["id"] for element in soup.select("[id]")]
        assert len(soup.select("h1")) == 1, path
        assert len(ids) == len(set(ids)), path
        canonical = soup.select_one("link[rel=canonical]")
        hidden = soup.select_one("meta[name=robots][content=noindex]")
        assert bool(canonical) != bool(hidden), f"{path}: what search engines leave out has none"
        if canonical:
            address = canonical["href"]
            place = path.parent.relative_to(demonstration.output).as_posix().strip(".")
            assert address == f"https://www.example.org/{place}".rstrip("/") + "/"


def test_an_article_stays_within_its_weight(demonstration: Demonstration) -> None:
    theme = demonstration.output / "theme"
    scripts = sum(len(p.read_bytes()) for p in theme.rglob("*.js"))
    styles = sum(len(gzip.compress(p.read_bytes())) for p in theme.rglob("*.css"))
    fonts = sum(len(p.read_bytes()) for p in theme.rglob("*.woff2"))
    articles = (demonstration.output / "articles").glob("*/index.html")
    largest = max(len(gzip.compress(path.read_bytes())) for path in articles)
    assert scripts <= 6_000
    assert styles <= 12_000
    assert largest + styles + fonts + scripts <= 60_000


def test_the_demonstration_has_no_problem_and_all_that_was_promised(
    demonstration: Demonstration,
) -> None:
    plan = demonstration.result.plan
    assert plan is not None
    assert [p for p in demonstration.result.problems if p.severity != "note"] == []
    kinds = [planned.post.kind for planned in plan.posts if planned.post.lang == "en"]
    public = [p.post.kind for p in plan.on_site if p.post.lang == "en"]
    assert public.count("article") >= 12
    assert kinds.count("question") >= 8
    assert (kinds.count("notice"), kinds.count("link"), kinds.count("event")) >= (4, 3, 2)
    assert sum(planned.post.lang == "es" for planned in plan.on_site) >= 3
