"""What the hosts of the fake web do, by the first part of the path. More parts tell requests apart:
/once-500/17 fails once, whatever became of /once-500/16."""

from __future__ import annotations

import asyncio
import zlib
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Final

from tests.cited_sources.fakes.answers import (
    Behaviour,
    first,
    lead,
    ok,
    raw,
    serve,
    steps,
    streaming,
)
from tests.cited_sources.fakes.line import HTML, Asked, Line, head
from tests.cited_sources.fakes.pages import ARTICLE, PDF, page
from tests.cited_sources.fakes.shells import SHELLS

FRAGMENTS = (
    '<p id="dose">Twice a day.</p><a name="side-effects"></a><p id=plain>A. </p>'
    '<h2 id="anexo-&eacute;">B</h2><!-- <p id="hidden"></p> -->'
)
_RUN_OUT = 1 << 30
_BLOCK = 1 << 16


async def _busy_until_a_date(asked: Asked, line: Line) -> None:
    now = datetime.now(UTC)
    dates = {
        "Date": format_datetime(now, usegmt=True),
        "Retry-After": format_datetime(now + timedelta(seconds=2), usegmt=True),
    }
    await line.reply(429, headers=dates)


async def _slow(asked: Asked, line: Line) -> None:
    body = page(ARTICLE)
    await line.send(head(200, HTML | {"Content-Length": str(len(body))}) + body[:500])
    await asyncio.sleep(3)
    await line.send(body[500:])


async def _drip(asked: Asked, line: Line) -> None:
    await line.send(head(200, HTML) + page(ARTICLE))
    for _ in range(_BLOCK):
        await line.send(b"<p>")
        await asyncio.sleep(0.05)


async def _hang(asked: Asked, line: Line) -> None:
    await asyncio.sleep(3600)


async def _hang_after_head(asked: Asked, line: Line) -> None:
    await line.send(head(200, HTML | {"Content-Length": "4000"}))
    await asyncio.sleep(3600)


async def _reset(asked: Asked, line: Line) -> None:
    line.reset()


async def _no_head(asked: Asked, line: Line) -> None:
    missing = asked.path.startswith("/head-404")
    if asked.method == "HEAD":
        await line.reply(404 if missing else 405)
    else:
        await line.reply(200, page(ARTICLE))


async def _browsers_only(asked: Asked, line: Line) -> None:
    is_browser = asked.headers.get("user-agent", "").startswith("Mozilla/5.0")
    await line.reply(200 if is_browser else 403, page(ARTICLE if is_browser else "Forbidden"))


async def _cookie_loop(asked: Asked, line: Line) -> None:
    if "seen=yes" in asked.headers.get("cookie", ""):
        await line.reply(200, page(ARTICLE))
    else:
        await line.redirect(asked.path, Set_Cookie="seen=yes; Path=/; HttpOnly")


async def _counting_cookie_loop(asked: Asked, line: Line) -> None:
    await line.redirect(asked.path, Set_Cookie=f"count={asked.before}; Path=/")


async def _ping(asked: Asked, line: Line) -> None:
    name, _, rest = asked.path[1:].partition("/")
    await line.redirect(f"/{'loop-b' if name == 'loop' else 'loop'}/{rest}")


async def _gzip(asked: Asked, line: Line) -> None:
    packer = zlib.compressobj(wbits=31)
    body = packer.compress(page(ARTICLE, extra=FRAGMENTS)) + packer.flush()
    await line.reply(200, body, {"Content-Encoding": "gzip"})


def _bomb() -> tuple[bytes, bytes]:
    packer = zlib.compressobj(9, wbits=31)
    start = packer.compress(page(ARTICLE)) + packer.flush(zlib.Z_FULL_FLUSH)
    packer.compress(bytes(_BLOCK))
    packer.flush(zlib.Z_FULL_FLUSH)
    return start, packer.compress(bytes(1 << 24)) + packer.flush(zlib.Z_FULL_FLUSH)


async def _gzip_bomb(asked: Asked, line: Line) -> None:
    start, block = _bomb()
    await line.send(head(200, HTML | {"Content-Encoding": "gzip"}) + start)
    for _ in range(_RUN_OUT // (1 << 24)):
        await line.send(block)
    line.hang_up()


_CHALLENGE = page("Just a moment...", "example.org", "<p>Checking your browser.</p>")
_MANY = b"<p>Asthma.</p>\n" * (_BLOCK // 15)
_FAR = page(ARTICLE, extra=_MANY.decode() * 4 + '<p id="far">Far down.</p>')
_TOO_FAR = page(ARTICLE, extra=_MANY.decode() * 40 + '<p id="far">Too far down.</p>')
_REPLACED = page(
    ARTICLE, extra="<p>This <b>guideline</b> has been replaced by <a href=/new>NG245</a>.</p>"
)
_META = page(ARTICLE).replace(
    b"<title>", b'<meta name="citation_doi" content="doi:10.1001/JAMA.2021.6238"><title>', 1
)

BEHAVIOURS: Final[Mapping[str, Behaviour]] = {
    "": serve(body=page("Example Clinic", "Welcome")),
    "ok": ok,
    "pdf": serve(body=PDF, headers={"Content-Type": "application/pdf"}),
    "pdf-as-bytes": serve(body=PDF, headers={"Content-Type": "application/octet-stream"}),
    "big": streaming(
        page(ARTICLE) + b" " * (_BLOCK - len(page(ARTICLE))),
        20 << 20,
        {"Content-Length": str(20 << 20)},
    ),
    "slow": _slow,
    "once": steps(1),
    "once-301": steps(1, 301),
    "four": steps(4),
    "four-308": steps(4, 308),
    "head-405": _no_head,
    "head-404": _no_head,
    "browsers-only": _browsers_only,
    "cookie-loop": _cookie_loop,
    "busy-second": first(1, serve(429, headers={"Retry-After": "1"})),
    "busy-date": first(1, _busy_until_a_date),
    "busy-unsaid": first(1, serve(429)),
    "once-500": first(1, serve(500)),
    "once-503": first(1, serve(503, headers={"Retry-After": "1"})),
    "places": serve(body=page(ARTICLE, extra=FRAGMENTS)),
    "far": serve(body=_FAR),
    "too-far": serve(body=_TOO_FAR),
    "gzip": _gzip,
    "replaced": serve(body=_REPLACED),
    "renamed": first(1, serve(body=page("Living with a bad knee", "Living with a bad knee"))),
    "meta": serve(body=_META),
    "forbidden": serve(403),
    "login": serve(401, headers={"WWW-Authenticate": "Basic"}),
    "legal": serve(451),
    "denied": serve(999),
    "busy-hour": serve(429, headers={"Retry-After": "3600"}),
    "always-busy": serve(429, headers={"Retry-After": "1"}),
    "challenge": serve(body=_CHALLENGE),
    "challenge-202": serve(202, _CHALLENGE),
    "challenge-403": serve(403, _CHALLENGE),
    "challenge-503": serve(503, _CHALLENGE),
    "soft-404": serve(body=page("Page not found | Example Clinic", "Sorry")),
    "soft-404-es": serve(body=page("Example Clinic", "Página no encontrada")),
    "home": lead("/"),
    "lost": lead("/errors/404.html"),
    "sign-in": serve(body=page("Sign in | Example Clinic", "Welcome back")),
    "parked": serve(body=page("example.org is for sale", "Make an offer")),
    "maintenance": serve(body=page("Example Clinic", "Site under maintenance")),
    **SHELLS,
    "errors": serve(body=page("Example Clinic", "Oh no")),
    "404": serve(404),
    "410": serve(410),
    "400": serve(400),
    "twelve": steps(12),
    "loop": _ping,
    "loop-b": _ping,
    "endless-cookies": _counting_cookie_loop,
    "to-404": lead("/404"),
    "to-file": lead("file:///etc/passwd"),
    "to-metadata": lead("http://169.254.169.254/latest/meta-data/"),
    "to-script": lead("javascript:alert(1)"),
    "to-latin": lead("/ok/caf\udce9"),
    "to-nowhere": lead("http://[half/"),
    "to-bare-http": lead("http://"),
    "to-search": lead("/search?q=asthma"),
    "search": serve(body=page("Search results", "Search results")),
    "to-refused": lead("{refused}"),
    "to-password": lead("https://me:secret@example.org/"),
    "no-location": serve(302),
    "503": serve(503),
    "503-hour": serve(503, headers={"Retry-After": "3600"}),
    "hang": _hang,
    "hang-after-head": _hang_after_head,
    "reset": _reset,
    "endless": streaming(_MANY, _RUN_OUT, {}),
    "ten-gigabytes": streaming(_MANY, _RUN_OUT, {"Content-Length": str(10 << 30)}),
    "drip": _drip,
    "gzip-bomb": _gzip_bomb,
    "gzip-broken": serve(body=b"no gzip", headers={"Content-Encoding": "gzip"}),
    "bad-title": serve(body=page(ARTICLE).replace(b"Asthma", b"\xff\xfe\x00Asthma\xc3")),
    "empty": serve(body=b""),
    "half": raw(head(200, HTML | {"Content-Length": "90000"}) + page(ARTICLE)),
    "nonsense": raw(b"\x00\x01 nobody speaks like this\r\n\r\n"),
    "long-header": serve(headers={"Content-Security-Policy": "x" * 20_000}),
    "longest-header": serve(headers={"X": "x" * 2_000_000}),
    "hang-up": raw(b""),
}
"""By the first part of the path; any other is a 404."""
