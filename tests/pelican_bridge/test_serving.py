"""The preview: on this machine only, with drafts, and reloaded at every change."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from http.client import HTTPResponse

import pytest

from plugins.pelican_bridge.build import ROOT
from tests.conftest import Folder

pytestmark = [
    pytest.mark.site,
    pytest.mark.skipif(os.name == "nt", reason="Windows ends processes in another way"),
]

FLU = "articles/flu.md"
PROGRAM = """
import sys
from pathlib import Path
from plugins.pelican_bridge.serving import serve_preview
serve_preview(Path(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]))
"""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def get(address: str) -> str:
    with urllib.request.urlopen(address, timeout=5) as answer:
        return answer.read().decode()


def wait_for(address: str) -> str:
    for _ in range(200):
        with contextlib.suppress(OSError):  # not there yet, or busy with the first build
            return get(address)
        time.sleep(0.1)
    raise AssertionError(f"{address} did not answer")


@pytest.fixture
def preview(folder: Folder) -> Iterator[str]:
    """The address of a running preview of the small practice, one article of it a draft."""
    folder.edit(FLU, "topics: [flu]", "topics: [flu]\ndraft: true")
    port = free_port()
    command = [sys.executable, "-c", PROGRAM, folder.path, str(port), folder.path.parent / "site"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL) as process:
        try:
            wait_for(f"http://127.0.0.1:{port}/articles/flu/")
            yield f"http://127.0.0.1:{port}"
        finally:
            process.send_signal(signal.SIGINT)


def next_change(stream: HTTPResponse) -> None:
    until = time.monotonic() + 90
    for line in stream:
        if line.startswith(b"data:"):
            return
        assert time.monotonic() < until, "no change was told"
    raise AssertionError("the preview ended")


def test_a_preview_shows_drafts_and_reloads_when_a_text_changes(
    preview: str, folder: Folder
) -> None:
    page = get(f"{preview}/articles/flu/")
    assert "draft" in page
    assert "EventSource" in page
    assert "https://small.example.org" not in page
    with urllib.request.urlopen(f"{preview}/-/changes", timeout=60) as stream:
        folder.edit(FLU, "Most people get well at home.", "Nearly everybody gets well at home.")
        next_change(stream)
    assert "Nearly everybody gets well" in get(f"{preview}/articles/flu/")


def test_a_build_that_failed_is_told_on_the_page(preview: str, folder: Folder) -> None:
    with urllib.request.urlopen(f"{preview}/-/changes", timeout=60) as stream:
        folder.edit("practice.toml", "time_zone", "tiem_zone")
        next_change(stream)
    assert "not up to date" in get(f"{preview}/articles/flu/")


def test_an_address_that_is_not_there_shows_the_sites_own_page(preview: str) -> None:
    with pytest.raises(urllib.error.HTTPError, match="404") as lost:
        get(f"{preview}/nothing/")
    assert "We cannot find that page" in lost.value.read().decode()
    lost.value.close()


def test_a_port_that_is_taken_is_told(folder: Folder) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        command = [sys.executable, "-m", "invoke", "serve", "--port", port]
        done = subprocess.run(
            [*command, "--content", folder.path],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
    assert done.returncode == 1
    assert f"Port {port} is taken" in done.stderr
