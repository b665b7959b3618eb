"""What the preview answers below /-/review/: the list, each post's page, its pictures, its form."""

from __future__ import annotations

import hashlib
import re
import secrets
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape
from http import HTTPStatus
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from plugins.pelican_bridge.review_page.local_form import read_form
from plugins.pelican_bridge.review_page.recording import Outcome, record_apart

ADDRESS = "/-/review/"
CHANGES = f"{ADDRESS}changes"
"""The stream that tells when the pages were made anew."""
TOKEN = "token-of-this-run"  # what stands in the files for the real one
SAID = "<!--said-->"
"""Where the page says what came of the form."""
PAGES_FOLDER, PICTURES_FOLDER = "review", "review-graphics"
"""In the preview's folder."""

_PAGE = re.compile(rf"{ADDRESS}(?:([a-z][a-z0-9]{{9}})/)?")
_PICTURE = re.compile(rf"{ADDRESS}pictures/([0-9a-f]{{64}}\.jpg)")
_MOST_REMEMBERED = 50
_WAIT = (
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>Review</title>'
    "<body><p>The review pages are being made. This page shows them in a moment.</p></body></html>"
)
_RELOAD = """<script nonce="{nonce}">
new EventSource("{changes}").onmessage = async () => {{
  const page = await (await fetch(location.href)).text();
  if (!page.includes("{mark}")) location.reload();
}};
</script></body>"""
"""A form that somebody is filling in is not lost because another text changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the browser gets."""

    status: HTTPStatus
    body: bytes
    headers: Mapping[str, str]


@dataclass
class ReviewDoor:
    """Serves the pages that `local_pages` wrote, and takes their forms."""

    content: Path
    folder: Path
    """The preview's."""
    token: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    said: dict[str, Outcome] = field(default_factory=dict)
    """What came of the last forms, by a random name."""
    writing: threading.Lock = field(default_factory=threading.Lock)

    def get(self, address: str) -> Answer:
        """A page or a picture."""
        url = urlsplit(address)
        if picture := _PICTURE.fullmatch(url.path):
            return self._picture(picture[1])
        page = _PAGE.fullmatch(url.path)
        if page is None:
            return plain(HTTPStatus.NOT_FOUND, "There is no such review page.")
        if not (self.folder / PAGES_FOLDER).is_dir():
            return self._page(_WAIT, None)
        file = self.folder / PAGES_FOLDER / f"{page[1] or 'index'}.html"
        try:
            text = file.read_text(encoding="utf-8")
        except FileNotFoundError:
            return plain(HTTPStatus.NOT_FOUND, "There is no post with this uid.")
        return self._page(text, self.said.get(parse_qs(url.query).get("said", [""])[0]))

    def post(self, address: str, body: bytes) -> Answer:
        """The form of a page. RefusedError: it is not ours, or not filled in."""
        page = _PAGE.fullmatch(urlsplit(address).path)
        if page is None or not page[1]:
            return plain(HTTPStatus.NOT_FOUND, "There is no such form.")
        approving = read_form(body, self.token)
        with self.writing:
            outcome = record_apart(
                self.content.resolve(), self.folder / PICTURES_FOLDER, page[1], approving
            )
        # Told by another address, so that loading the page again sends nothing again.
        where = f"{ADDRESS}{page[1]}/?said={self._remember(outcome)}#review-said"
        return Answer(status=HTTPStatus.SEE_OTHER, body=b"", headers={"Location": where})

    def _remember(self, outcome: Outcome) -> str:
        name = secrets.token_hex(8)
        for old in list(self.said)[: -_MOST_REMEMBERED + 1]:
            del self.said[old]
        self.said[name] = outcome
        return name

    def _picture(self, name: str) -> Answer:
        try:
            data = (self.folder / PICTURES_FOLDER / name).read_bytes()
        except FileNotFoundError:
            return plain(HTTPStatus.NOT_FOUND, "There is no such picture.")
        headers = {"Content-Type": "image/jpeg", "Cache-Control": "max-age=86400, immutable"}
        return Answer(status=HTTPStatus.OK, body=data, headers=headers)

    def _page(self, text: str, outcome: Outcome | None) -> Answer:
        mark = hashlib.sha256(text.encode()).hexdigest()
        nonce = secrets.token_urlsafe(16)
        reload = _RELOAD.format(nonce=nonce, changes=CHANGES, mark=mark)
        text = text.replace(SAID, _told(outcome) if outcome else "", 1)
        text = text.replace(_field(TOKEN), _field(self.token))
        head, body, tail = text.rpartition("</body>")
        page = f"{head}{reload if body else ''}{tail}"
        return Answer(status=HTTPStatus.OK, body=page.encode(), headers=_policy(nonce))


def plain(status: HTTPStatus, sentence: str) -> Answer:
    """A sentence alone."""
    headers = {"Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store"}
    return Answer(status=status, body=f"{sentence}\n".encode(), headers=headers)


def _field(token: str) -> str:
    return f'name="token" value="{token}"'


def _told(outcome: Outcome) -> str:
    """What came of the form, as markup."""
    refused = "" if outcome.written else " rv-said--refused"
    lines = [f"<p>{escape(outcome.said)}</p>"]
    if outcome.missing:
        items = "".join(f"<li>{escape(one)}</li>" for one in outcome.missing)
        lines.append(f"<p>Still needed:</p><ul>{items}</ul>")
    elif outcome.written:
        lines.append("<p>Enough people have approved exactly this text.</p>")
    if outcome.written:
        lines.append("<p>This page shows it in a moment.</p>")
    return (
        f'<div class="rv-said{refused}" id="review-said" role="status" tabindex="-1">'
        f"{''.join(lines)}</div>"
    )


def _policy(nonce: str) -> dict[str, str]:
    """No other host, no frame around it, no script but ours."""
    policy = (
        f"default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'; font-src data:; "
        f"script-src 'nonce-{nonce}'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
        "frame-ancestors 'none'"
    )
    return {
        "Content-Type": "text/html; charset=utf-8",
        "Cache-Control": "no-store",
        "Content-Security-Policy": policy,
        "X-Frame-Options": "DENY",
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "same-origin",
    }
