"""A browser for the tests: one that is here, else one installed now, else a clear failure."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

_ON_PATH = (
    "chromium",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "msedge",
)
_USUAL = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)
_NONE = (
    "The browser tests need Chromium, Chrome or Edge, and none could be installed. "
    "Install one (on Debian: sudo apt-get install chromium libatomic1), or set HOUSECALL_BROWSER."
)

ARGUMENTS = (
    "--disable-dev-shm-usage",  # containers have little shared memory
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    *(["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []),
)


def find_browser() -> str | None:
    """The path of a browser, None for Playwright's own. RuntimeError: none is to be had."""
    found = next(_installed(), None)
    if found:
        return found
    if _by_apt():
        return shutil.which("chromium")
    command = [sys.executable, "-m", "playwright", "install", "chromium"]
    if subprocess.call(command) == 0:
        return None
    raise RuntimeError(_NONE)


def _installed() -> Iterator[str]:
    if chosen := os.environ.get("HOUSECALL_BROWSER"):
        yield chosen
    for name in _ON_PATH:
        path = shutil.which(name)
        # Ubuntu's chromium is a stub that only starts where snap runs.
        if path and "snap" not in str(Path(path).resolve()):
            yield path
    yield from (path for path in _USUAL if Path(path).exists())


def _by_apt() -> bool:
    """Debian's chromium; Playwright's driver needs libatomic1 as well."""
    if not shutil.which("apt-get") or os.geteuid() != 0:
        return False
    install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends"]
    commands = (["apt-get", "update", "-qq"], [*install, "chromium", "libatomic1"])
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    return all(
        subprocess.call(c, env=environment, stdout=subprocess.DEVNULL) == 0 for c in commands
    )
