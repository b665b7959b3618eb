"""Addresses before they are asked: which can be, and where a redirect leads."""

from __future__ import annotations

import re

from yarl import URL

from plugins.cited_sources.web.ended import Ended
from plugins.cited_sources.web.guard import literal
from plugins.practice.source_checks import Verdict

LONGEST = 2000
"""Characters; browsers and servers agree on about this much (general knowledge)."""
# How a header's bytes that are no UTF-8 reach us: as browsers do, they are kept as bytes.
_RAW_BYTE = re.compile(r"[\udc80-\udcff]")
_BEGINNING = re.compile(r"(?:https?:)?//", re.IGNORECASE)
_NO_ADDRESS = "something that is no web address"
_CONTROL = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")


def read_address(text: str) -> URL:
    """The address as it is asked, spaces and other letters encoded; raises `Ended` (broken) for
    what no browser would open or no reader should be led to."""
    return _askable(text, None, "")


def next_address(here: URL, location: str) -> URL:
    """Where a redirect leads from `here`; it keeps the fragment unless it names one."""
    there = _askable(location, here, "redirects to ")
    keeps = here.raw_fragment and "#" not in location
    return there.with_fragment(here.fragment) if keeps else there


def _askable(text: str, here: URL | None, how: str) -> URL:
    if len(text) > LONGEST:
        raise Ended(Verdict.BROKEN, f"{how}an address of over {LONGEST:,} characters")
    text = _RAW_BYTE.sub(lambda found: f"%{ord(found[0]) - 0xDC00:02X}", text.strip(" \t\r\n"))
    if _CONTROL.search(text):
        raise Ended(Verdict.BROKEN, f"{how}an address with control characters")
    try:
        given = URL(text)
        url = here.join(given) if here else given
        fault = _NO_ADDRESS if _is_hostless(text, given) else _fault(url)
        numbered = None if fault else literal(url.raw_host or "")
        if numbered and str(numbered) != url.raw_host:
            url = url.with_host(str(numbered))
    except ValueError:
        fault = _NO_ADDRESS
    if fault:
        raise Ended(Verdict.BROKEN, how + fault)
    return url


def _fault(url: URL) -> str:
    if url.scheme not in {"http", "https"}:
        return f"an address that begins with {url.scheme or 'no scheme'}:, not with https://"
    if url.raw_user is not None or url.raw_password is not None:
        return "an address with a user name or password in it"
    if not url.raw_host or url.port is None or url.port == 0:
        return _NO_ADDRESS
    return ""


def _is_hostless(text: str, given: URL) -> bool:
    # Joined with an address, a bare "http://" would be taken for that address itself.
    return _BEGINNING.match(text) is not None and not given.raw_host
