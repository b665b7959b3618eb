"""The review pages: read on a phone and at a desk, printed, and answered by the form."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from plugins.pelican_bridge.build import ROOT
from plugins.pelican_bridge.review_page import command
from plugins.pelican_bridge.review_page.command import ReviewRequest, review
from tests.browser.browsers import find_browser
from tests.browser.conftest import DESKTOP, PHONE, axe_violations
from tests.conftest import Folder

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(os.name == "nt", reason="Windows ends processes in another way"),
]

FLU, UID = "articles/flu.md", "a123456789"
PATIENCE = 150_000
"""Milliseconds: an approval is a process that plans everything anew, and others may be busy."""
PROGRAM = """
import sys
from pathlib import Path
from plugins.pelican_bridge.serving import serve_preview
serve_preview(Path(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]))
"""


@pytest.fixture
def page_file(folder: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The review page of an article as a file, and its PDF."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795262400")
    browser = find_browser()
    if browser:
        monkeypatch.setattr(command, "find_browser", lambda: browser)
    target = tmp_path / "flu.html"
    request = ReviewRequest(
        file=FLU, output=str(target), content=folder.path, cache=tmp_path / "cache"
    )
    assert review(request) == 0
    return target


@pytest.mark.parametrize("size", [PHONE, DESKTOP])
def test_the_file_can_be_read_by_everybody_and_asks_no_host(
    browser: Browser, page_file: Path, size: dict[str, int]
) -> None:
    context = browser.new_context(viewport=size, bypass_csp=True)  # axe is a script
    page, asked = context.new_page(), list[str]()
    page.on("request", lambda request: asked.append(request.url))
    page.goto(page_file.as_uri())
    assert {url.partition(":")[0] for url in asked} <= {"file", "data"}
    assert page.evaluate("[...document.images].filter(i => !i.naturalWidth).length") == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
    assert axe_violations(page) == []
    context.close()


def test_the_page_is_printed_where_a_browser_is(page_file: Path) -> None:
    pdf = page_file.with_suffix(".pdf")
    if find_browser() is None:
        pytest.skip("only Playwright's own browser is here, which is not on the PATH")
    assert pdf.read_bytes().startswith(b"%PDF")
    assert pdf.stat().st_size > 50_000


def test_patients_text_keeps_a_reading_width_at_a_desk(browser: Browser, page_file: Path) -> None:
    context = browser.new_context(viewport={"width": 1600, "height": 900})
    page = context.new_page()
    page.goto(page_file.as_uri())
    box = page.locator(".rv-sheet .prose p").first.bounding_box()
    assert box
    assert box["width"] < 760
    context.close()


def _wait_for(address: str) -> None:
    for _ in range(600):
        try:
            with urllib.request.urlopen(address, timeout=5):
                return
        except OSError:  # not there yet, or still building
            time.sleep(0.2)
    raise AssertionError(f"{address} did not answer")


@pytest.fixture
def preview(folder: Folder) -> Iterator[str]:
    """The address of a running preview of the small practice, review pages made."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    arguments = [str(folder.path), str(port), str(folder.path.parent / "p")]
    command_line = [sys.executable, "-c", PROGRAM, *arguments]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "1795262400"}
    with subprocess.Popen(
        command_line, cwd=ROOT, stdout=subprocess.DEVNULL, env=environment
    ) as process:
        try:
            address = f"http://127.0.0.1:{port}"
            _wait_for(f"{address}/-/review/{UID}/")
            for _ in range(600):
                if (folder.path.parent / "p" / "review" / f"{UID}.html").is_file():
                    break
                time.sleep(0.2)
            yield address
        finally:
            process.terminate()


def _approve(page: Page, person: str) -> str:
    page.get_by_label("Who are you?").select_option(person)
    page.get_by_label("No", exact=True).check()
    page.get_by_role("button", name="I have read this and approve it").click()
    return page.locator("#review-said").inner_text()


def test_two_people_approve_a_post_without_a_terminal(
    browser: Browser, preview: str, folder: Folder
) -> None:
    context = browser.new_context(viewport=PHONE)
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.goto(f"{preview}/articles/flu/")
    page.get_by_role("link", name="Review", exact=True).click()
    page.get_by_role("link", name="What to do about the flu").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    assert "one more approval" in _approve(page, "ada")
    page.goto(f"{preview}/-/review/{UID}/")
    assert "Enough people have approved exactly this text." in _approve(page, "ben")
    written = (folder.path / "approvals" / UID / "approval.toml").read_text(encoding="utf-8")
    assert written.count("\nperson = ") == 2
    assert (folder.path / "approvals" / UID / "approved.md").is_file()
    context.close()


def test_a_text_that_changed_while_it_was_read_is_refused_with_a_reason(
    browser: Browser, preview: str, folder: Folder
) -> None:
    context = browser.new_context(viewport=DESKTOP, bypass_csp=True)
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.goto(f"{preview}/-/review/{UID}/")
    page.evaluate("window.EventSource = null")
    folder.edit(FLU, "Most people get well at home.", "Nearly all people get well at home.")
    assert "the text has changed since this page was made" in _approve(page, "ada")
    assert not (folder.path / "approvals").exists()
    for address in ("/-/review/", f"/-/review/{UID}/"):
        page.goto(f"{preview}{address}")
        assert axe_violations(page) == []
    context.close()


def test_a_page_of_another_site_can_neither_approve_nor_look(preview: str, folder: Folder) -> None:
    form = b"person=ada&about=no&hash=" + b"a" * 64
    address = f"{preview}/-/review/{UID}/"
    for headers in ({"Origin": "https://evil.example"}, {}, {"Origin": "null"}):
        with pytest.raises(urllib.error.HTTPError, match="403") as refused:
            urllib.request.urlopen(urllib.request.Request(address, form, headers), timeout=20)
        refused.value.close()
    by_another_name = urllib.request.Request(address, headers={"Host": "evil.example"})
    with pytest.raises(urllib.error.HTTPError, match="421") as rebound:
        urllib.request.urlopen(by_another_name, timeout=20)
    rebound.value.close()
    assert not (folder.path / "approvals").exists()
