"""Answers with nothing on them: empty ones, frames for scripts, pages that send browsers on; and
some that only look so."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from tests.cited_sources.fakes.answers import Behaviour, serve
from tests.cited_sources.fakes.line import Asked, Line

_SHELL = (
    b"<!doctype html><title>Guidelines</title><noscript>You need to enable JavaScript.</noscript>"
    b'<div id="root"></div><script src="/app.js">/* the whole page */</script>'
)
_BARE = b"<!doctype html><html><body><script>document.write('Asthma')</script></body></html>"


def _refresh(content: str, extra: str = "") -> Behaviour:
    """A page that sends browsers on."""
    start = f'<meta http-equiv="Refresh" content="{content}"><title>Redirecting...</title>'
    return serve(body=f"<!doctype html>{start}<p>Click here.</p>{extra}".encode())


async def _refresh_on(asked: Asked, line: Line) -> None:
    path, _, number = asked.path.partition("?n=")
    await _refresh(f"0; url={path}?n={int(number or 0) + 1}")(asked, line)


async def _refresh_here(asked: Asked, line: Line) -> None:
    await _refresh(f"1; url={asked.path}")(asked, line)


SHELLS: Final[Mapping[str, Behaviour]] = {
    "shell": serve(body=_SHELL),
    "bare-script": serve(body=_BARE),
    "no-content": serve(204, b""),
    "brotli": serve(body=b"\x8b\x02\x80asthma\x03", headers={"Content-Encoding": "br"}),
    "plain-text": serve(body=b"Asthma.", headers={"Content-Type": "text/plain"}),
    "image": serve(body=b"\x89PNG\r\n\x1a\n", headers={"Content-Type": "image/png"}),
    "refresh": _refresh("0; URL='/ok/refreshed'"),
    "refresh-home": _refresh("5;url=/"),
    "refresh-late": _refresh("30; url=/"),
    "refresh-news": _refresh("5; url=/", "<p>News of asthma in children.</p>" * 20),
    "refresh-here": _refresh_here,
    "refresh-on": _refresh_on,
    "refresh-file": _refresh("0; url=file:///etc/passwd"),
    "refresh-metadata": _refresh("0; url=http://169.254.169.254/latest/meta-data/"),
}
"""By the first part of the path."""
