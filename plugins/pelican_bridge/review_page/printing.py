"""A PDF of a page, by a browser that is there anyway."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

_ON_PATH = (
    *("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"),
    *("microsoft-edge", "microsoft-edge-stable", "msedge"),
)
_USUAL = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
    "C:/Program Files/Microsoft/Edge/Application/msedge.exe",
)
CHOSEN = "HOUSECALL_BROWSER"
"""The environment variable that names another browser."""
_PATIENCE = 90
"""Seconds; a page of 5 MB takes two."""

_OPTIONS = (
    "--headless",
    "--disable-gpu",
    "--disable-dev-shm-usage",  # containers have little shared memory
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--no-default-browser-check",
    "--no-pdf-header-footer",
)


def find_browser() -> str:
    """The path of a browser that can print; "" where there is none."""
    return next(_browsers(), "")


def _browsers() -> Iterator[str]:
    if chosen := os.environ.get(CHOSEN):
        yield chosen
    for name in _ON_PATH:
        path = shutil.which(name)
        # Ubuntu's chromium is a stub that only starts where snap runs, and sees few folders.
        if path and "snap" not in str(Path(path).resolve()):
            yield path
    yield from (path for path in _USUAL if Path(path).is_file())


def print_pdf(page: Path, pdf: Path, browser: str) -> str:
    """Print a page into `pdf`, whole or not at all. Returns why it did not work, else "".

    The browser gets a folder of its own, so that one that is open already is left alone.
    """
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        made = Path(folder) / "page.pdf"
        command = [
            *(browser, *_OPTIONS, *_as_root()),
            f"--user-data-dir={Path(folder) / 'profile'}",
            f"--print-to-pdf={made}",
            page.resolve().as_uri(),
        ]
        try:
            done = subprocess.run(command, capture_output=True, timeout=_PATIENCE, check=False)
        except subprocess.TimeoutExpired:
            return f"{browser} did not finish within {_PATIENCE} seconds"
        except OSError as error:
            return f"{browser} could not be started: {error.strerror}"
        if not made.is_file() or not made.stat().st_size:
            return f"{browser} made none (it ended with {done.returncode})"
        shutil.copyfile(made, pdf)
    return ""


def _as_root() -> tuple[str, ...]:
    """A browser refuses its sandbox to root, in containers above all."""
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return ("--no-sandbox",) if is_root else ()
