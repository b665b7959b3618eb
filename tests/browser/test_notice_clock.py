"""A notice that is over says so by the reader's clock, however old the site is (H-02)."""

from __future__ import annotations

import pytest
from playwright.sync_api import BrowserContext

from plugins.pelican_bridge.build import ROOT
from tests.conftest import Build, Folder

SCRIPT = (ROOT / "theme/static/site.js").read_text(encoding="utf-8")


@pytest.mark.site
@pytest.mark.parametrize(
    ("now", "is_over"), [("2026-11-27T23:58:00-05:00", False), ("2026-11-28T00:01:00-05:00", True)]
)
def test_a_notice_is_over_by_the_clock_of_the_reader(
    context: BrowserContext, folder: Folder, build: Build, now: str, is_over: bool
) -> None:
    built = build(folder.path)
    page = context.new_page()
    page.clock.set_fixed_time(now)
    page.set_content(built.page("notices/closed/index.html"))
    page.add_script_tag(content=SCRIPT)
    assert page.get_by_text("This is over").is_visible() == is_over
    assert page.get_by_text("Updated November 4, 2026").is_visible()
    page.set_content(built.page("index.html"))
    page.add_script_tag(content=SCRIPT)
    assert page.locator(".strip").is_visible() != is_over
