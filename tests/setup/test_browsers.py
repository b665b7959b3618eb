"""The tests get a browser of their own, or fail with a sentence; they never skip."""

from __future__ import annotations

import pytest

from tests.browser import browsers


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """A machine with neither browser nor apt-get; the commands that were tried on it."""
    commands: list[list[str]] = []
    monkeypatch.delenv("HOUSECALL_BROWSER", raising=False)
    monkeypatch.setattr(browsers, "_USUAL", ())
    monkeypatch.setattr(browsers.shutil, "which", lambda name: None)
    monkeypatch.setattr(
        browsers.subprocess, "call", lambda command, **_: commands.append(command) or 1
    )
    return commands


def test_a_browser_that_is_chosen_comes_first(
    ran: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOUSECALL_BROWSER", "/opt/chrome")
    assert browsers.find_browser() == "/opt/chrome"


def test_a_snap_stub_is_passed_over(ran: list[list[str]], monkeypatch: pytest.MonkeyPatch) -> None:
    there = {"chromium": "/snap/bin/chromium", "google-chrome": "/usr/bin/google-chrome"}
    monkeypatch.setattr(browsers.shutil, "which", there.get)
    assert browsers.find_browser() == "/usr/bin/google-chrome"


def test_root_on_debian_gets_chromium_and_what_the_driver_needs(
    ran: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(browsers.os, "geteuid", lambda: 0)
    monkeypatch.setattr(browsers.shutil, "which", lambda name: name if name == "apt-get" else None)
    monkeypatch.setattr(browsers.subprocess, "call", lambda command, **_: ran.append(command) or 0)
    browsers.find_browser()
    assert ran[0][:2] == ["apt-get", "update"]
    assert ran[1][-2:] == ["chromium", "libatomic1"]


def test_without_any_browser_playwright_is_asked_and_then_a_sentence_said(
    ran: list[list[str]],
) -> None:
    with pytest.raises(RuntimeError, match="Chromium, Chrome or Edge"):
        browsers.find_browser()
    assert ran[-1][-3:] == ["playwright", "install", "chromium"]
