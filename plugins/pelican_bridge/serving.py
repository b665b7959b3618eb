"""The preview in the browser: drafts and held posts too, marked, and reloaded at every change.

Each build is a process of its own, so that changed code and templates count at once.
"""

from __future__ import annotations

import subprocess
import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from rich.console import Console
from watchfiles import watch

from plugins.pelican_bridge.build import ROOT
from plugins.pelican_bridge.mistakes import WrongUseError

_HOST = "127.0.0.1"
_PATIENCE = 200
"""Milliseconds for which the watcher waits before it says that nothing has changed."""
_EVENTS = "/-/changes"
_RELOAD = (
    f'<script>new EventSource("{_EVENTS}").onmessage=()=>location.reload()</script></body>'
).encode()

_STALE = (
    b'<p style="position:fixed;inset:auto 0 0;margin:0;padding:1rem;background:#a3231a;color:#fff">'
    b"This page is not up to date: the last build failed. The terminal says why.</p>"
)


class Builds:
    """Counts the builds; browsers wait here for the next one."""

    def __init__(self) -> None:
        self.failed = False
        self._number = 0
        self._changed = threading.Condition()

    def done(self, code: int) -> None:
        """Wake every browser; a build that failed left the last good pages standing."""
        with self._changed:
            self.failed = code != 0
            self._number += 1
            self._changed.notify_all()

    def wait(self, seconds: float) -> bool:
        """Whether a build was done within `seconds`."""
        with self._changed:
            before = self._number
            self._changed.wait(seconds)
            return self._number != before


class PreviewHandler(SimpleHTTPRequestHandler):
    """Serves a folder as a web host does, with the reload script in every page."""

    def __init__(self, *args: object, builds: Builds, **options: object) -> None:
        self.builds = builds
        super().__init__(*args, **options)  # type: ignore[arg-type]  # the server's own arguments

    def do_GET(self) -> None:
        """A page, a file, or the stream of changes."""
        if self.path == _EVENTS:
            self._stream()
            return
        path = Path(self.translate_path(self.path))
        page = path / "index.html" if path.is_dir() else path
        if page.suffix == ".html" and page.is_file() and (path == page or self.path.endswith("/")):
            self._page(page.read_bytes(), 200)
        elif path.exists():
            super().do_GET()
        else:
            lost = Path(self.directory) / "404.html"
            self._page(lost.read_bytes() if lost.is_file() else b"Not found", 404)

    def _page(self, data: bytes, status: int) -> None:
        data = data.replace(b"</body>", (_STALE if self.builds.failed else b"") + _RELOAD)
        self.send_response(status)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(data)

    def _stream(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        try:
            while True:
                changed = self.builds.wait(15)
                self.wfile.write(b"data: changed\n\n" if changed else b": still here\n\n")
                self.wfile.flush()
        except OSError:
            return  # the browser went away

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the terminal is for problems."""


def serve_preview(content: Path, port: int, folder: Path) -> int:
    """Build a preview into `folder`, serve it on 127.0.0.1, and build anew at every change."""
    if not content.is_dir():
        raise WrongUseError(f"There is no folder {content}.")
    console, builds = Console(), Builds()
    server = _server(port, folder / "site", builds)
    address = f"http://{_HOST}:{server.server_port}"
    watched = (content, ROOT / "theme", ROOT / "plugins", ROOT / "pelicanconf.py")
    changes = watch(*watched, yield_on_timeout=True, rust_timeout=_PATIENCE)
    next(changes)  # from here on no change is missed, not even one during the first build
    builds.done(_build(content, folder, address))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    console.print(f"\nPreview at {address}/  (Ctrl-C ends it)")
    for changed in changes:
        if changed:
            console.rule("changed")
            builds.done(_build(content, folder, address))
    server.shutdown()
    return 0


def _server(port: int, site: Path, builds: Builds) -> ThreadingHTTPServer:
    handler = partial(PreviewHandler, builds=builds, directory=str(site))
    try:
        return ThreadingHTTPServer((_HOST, port), handler)
    except OSError:
        raise WrongUseError(
            f"Port {port} is taken. Choose another:  serve --port {port + 1}"
        ) from None


def _build(content: Path, folder: Path, address: str) -> int:
    """One preview, told as a build is. Its exit code; a failure leaves the last good one."""
    command = [sys.executable, "-m", "plugins.pelican_bridge.preview"]
    return subprocess.call([*command, str(content.resolve()), str(folder), address], cwd=ROOT)
