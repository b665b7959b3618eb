"""The preview in the browser: drafts and held posts too, marked, and reloaded at every change.

Each build is a process of its own, so that changed code and templates count at once. The review
pages are made by another one after it, while the preview is looked at already.
"""

from __future__ import annotations

import subprocess
import sys
import threading
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from rich.console import Console
from watchfiles import watch

from plugins.pelican_bridge.build import ROOT
from plugins.pelican_bridge.mistakes import WrongUseError
from plugins.pelican_bridge.review_page.local_answers import (
    ADDRESS,
    CHANGES,
    Answer,
    ReviewDoor,
    plain,
)
from plugins.pelican_bridge.review_page.local_form import (
    RefusedError,
    check_headers,
    is_our_host,
)

_HOST = "127.0.0.1"
_PATIENCE = 200
"""Milliseconds for which the watcher waits before it says that nothing has changed."""
_EVENTS = "/-/changes"
_RELOAD = (
    f'<a href="{ADDRESS}" style="position:fixed;inset:auto .75rem 5rem auto;padding:.25rem .75rem;'
    'border-radius:6px;background:#12263a;color:#fff;font:1rem/1.6 sans-serif;z-index:9">Review</a>'
    f'<script>new EventSource("{_EVENTS}").onmessage=()=>location.reload()</script></body>'
).encode()
"""The way to the review pages, and the script, in every page."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Served:
    """What one run of the preview shows."""

    builds: Builds
    reviews: Builds
    """Of the review pages."""
    door: ReviewDoor


class PreviewHandler(SimpleHTTPRequestHandler):
    """Serves a folder as a web host does, with the reload script in every page."""

    timeout = 60
    """Seconds for which a browser may keep the line without sending anything."""

    def __init__(self, *args: object, served: Served, **options: object) -> None:
        self.served = served
        super().__init__(*args, **options)  # type: ignore[arg-type]  # the server's own arguments

    def parse_request(self) -> bool:
        """Answers nobody who asks for this machine by another name than its own."""
        if not super().parse_request():
            return False
        if is_our_host(self.headers.get("Host", "")):
            return True
        self._answer(plain(HTTPStatus.MISDIRECTED_REQUEST, "This is the preview of 127.0.0.1."))
        return False

    def do_POST(self) -> None:
        """The form of a review page; nothing else is taken."""
        try:
            length = check_headers({name.lower(): value for name, value in self.headers.items()})
            self._answer(self.served.door.post(self.path, self.rfile.read(length)))
        except RefusedError as refused:
            self._answer(plain(refused.status, f"Not done. {refused.reason}"))

    def do_GET(self) -> None:
        """A page, a file, or a stream of changes."""
        streams = {_EVENTS: self.served.builds, CHANGES: self.served.reviews}
        if self.path in streams:
            self._stream(streams[self.path])
            return
        if self.path.startswith(ADDRESS):
            self._answer(self.served.door.get(self.path))
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
        data = data.replace(b"</body>", (_STALE if self.served.builds.failed else b"") + _RELOAD)
        headers = {"Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store"}
        self._answer(Answer(status=HTTPStatus(status), body=data, headers=headers))

    def _answer(self, answer: Answer) -> None:
        self.send_response(answer.status)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(answer.body)))
        with suppress(ConnectionError):  # the browser went away
            self.end_headers()
            self.wfile.write(answer.body)

    def _stream(self, builds: Builds) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        try:
            while True:
                changed = builds.wait(15)
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
    console = Console()
    served = Served(builds=Builds(), reviews=Builds(), door=ReviewDoor(content, folder))
    server = _server(port, folder / "site", served)
    address = f"http://{_HOST}:{server.server_port}"
    watched = (content, ROOT / "theme", ROOT / "plugins", ROOT / "pelicanconf.py")
    changes = watch(*watched, yield_on_timeout=True, rust_timeout=_PATIENCE)
    next(changes)  # from here on no change is missed, not even one during the first build
    due = threading.Event()
    threading.Thread(target=_make_reviews, args=(content, folder, served, due), daemon=True).start()
    served.builds.done(_build(content, folder, address))
    due.set()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    console.print(f"\nPreview at {address}/  (Ctrl-C ends it)")
    console.print(f"Review at  {address}{ADDRESS}", highlight=False)
    for changed in changes:
        if changed:
            console.rule("changed")
            served.builds.done(_build(content, folder, address))
            due.set()
    server.shutdown()
    return 0


def _make_reviews(content: Path, folder: Path, served: Served, due: threading.Event) -> None:
    """Make the review pages whenever they are due; what changed meanwhile makes them due again."""
    command = [sys.executable, "-m", "plugins.pelican_bridge.review_page.local_pages"]
    while due.wait():
        due.clear()
        code = subprocess.call([*command, str(content.resolve()), str(folder.resolve())], cwd=ROOT)
        served.reviews.done(code)


def _server(port: int, site: Path, served: Served) -> ThreadingHTTPServer:
    handler = partial(PreviewHandler, served=served, directory=str(site))
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
