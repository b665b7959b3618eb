"""One request: its headers, and as much of its body as is looked at."""

from __future__ import annotations

import asyncio

from aiohttp import ClientResponse, ClientSession
from multidict import CIMultiDict
from yarl import URL

from plugins.cited_sources.web.bodies import HEAD_BYTES, MOST_BYTES, Body
from plugins.cited_sources.web.ended import Ended
from plugins.cited_sources.web.faults import NETWORK_FAULTS, ended_by
from plugins.cited_sources.web.got import Got
from plugins.cited_sources.web.judging import place_of
from plugins.cited_sources.web.trips import REDIRECTS
from plugins.practice.source_checks import Verdict

_PAGES = ("text/", "application/xhtml", "application/xml")
_MAGIC = 1024


async def get(session: ClientSession, url: URL, cookies: str, seconds: float) -> Got:
    """The response to a GET that follows no redirect. What had come when the time was up or the
    connection broke is judged as it is; raises `Ended` when nothing had."""
    body = Body()
    response: ClientResponse | None = None
    try:
        async with asyncio.timeout(seconds):
            headers = {"Cookie": cookies} if cookies else None
            response = await session.get(url, allow_redirects=False, headers=headers)
            await body.read(response, _needed(response, url))
    except TimeoutError:
        if _says_nothing(response, body):
            raise Ended(Verdict.TEMPORARY, f"no answer within {seconds:.3g} seconds") from None
    except NETWORK_FAULTS as fault:
        if _says_nothing(response, body):
            raise ended_by(fault, is_secure=url.scheme == "https") from fault
    finally:
        if response:
            response.close()
    assert response is not None
    return _got(response, body)


def _says_nothing(response: ClientResponse | None, body: Body) -> bool:
    """Whether all is well so far and the page itself is missing: its head alone proves nothing."""
    return response is None or (response.status < 300 and not body.chunks)


def _needed(response: ClientResponse, url: URL) -> int:
    """The bytes of the body that are worth reading."""
    if response.status in REDIRECTS:
        return _MAGIC
    kind = response.headers.get("Content-Type", "text/").strip().lower()
    if not kind.startswith(_PAGES):
        return _MAGIC
    return MOST_BYTES if place_of(url.raw_fragment) else HEAD_BYTES


def _got(response: ClientResponse, body: Body) -> Got:
    data = body.unpacked(response.headers.get("Content-Encoding", ""))
    headers = CIMultiDict(response.headers)
    return Got(response.status, headers, data, is_whole=body.is_whole)
