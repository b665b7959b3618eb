"""The demonstration practice, built once and shown in a real browser on 127.0.0.1."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from plugins.pelican_bridge.build import ROOT, BuildRequest, BuildResult, build_site
from plugins.pelican_bridge.build_day import end_of
from tests.browser.browsers import ARGUMENTS, find_browser

WORDS_STAY = """
    const later = window.setTimeout.bind(window);
    window.setTimeout = (run, wait = 0) => wait < 1000 ? later(run, wait) : 0;
"""
"""For pages whose words go after some seconds: a slow machine may look too late."""

AXE = (Path(__file__).parent / "axe.min.js").read_text(encoding="utf-8")


@dataclass(frozen=True)
class Demonstration:
    """The built demonstration: where it lies, and where it is served."""

    result: BuildResult
    output: Path
    kit: Path
    address: str


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demonstration]:
    """The demonstration practice as its visitors see it."""
    folder = tmp_path_factory.mktemp("demonstration")
    request = BuildRequest(
        content=ROOT / "content",
        output=folder / "output",
        kit=folder / "kit",
        cache=folder / "cache",
        moment_of=lambda practice: end_of(practice.demonstration_today, practice),
    )
    result = build_site(request, lambda _: None)
    handler = partial(_Quiet, directory=str(folder / "output"))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        address = f"http://127.0.0.1:{server.server_port}"
        yield Demonstration(result, folder / "output", folder / "kit", address)
        server.shutdown()
        thread.join()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless browser."""
    path = find_browser()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        yield browser
        browser.close()


PHONE = {"width": 390, "height": 844}
DESKTOP = {"width": 1280, "height": 900}


@pytest.fixture
def context(browser: Browser, demonstration: Demonstration) -> Iterator[BrowserContext]:
    """A visitor on a phone."""
    context = browser.new_context(viewport=PHONE, base_url=demonstration.address)
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """An empty page of the visitor."""
    return context.new_page()


def axe_violations(page: Page) -> list[str]:
    """What axe finds against WCAG 2.2 AA and its best practices, a line each."""
    page.evaluate(AXE)
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [
        f"{violation['id']}: {node['html'][:120]}"
        for violation in found["violations"]
        for node in violation["nodes"]
    ]
