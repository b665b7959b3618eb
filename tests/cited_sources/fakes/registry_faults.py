"""What registries do on bad days: an answer instead of the right one, by name."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping

from aiohttp import web

Fault = Callable[[web.Request, web.StreamResponse], Awaitable[web.StreamResponse]]
"""Given the request and the right answer."""

HANG = 3600
_LIMIT = b'{"error":"API rate limit exceeded","api-key":"192.0.2.1","count":"4","limit":"3"}'
_PAGE = b"<!doctype html><html><head><title>Maintenance</title></head><body>Back soon</body></html>"


def _always(status: int, body: bytes, kind: str = "application/json", **headers: str) -> Fault:
    fields = {name.replace("_", "-"): value for name, value in headers.items()}

    async def answer(request: web.Request, right: web.StreamResponse) -> web.StreamResponse:
        return web.Response(status=status, body=body, content_type=kind, headers=fields)

    return answer


async def _half(request: web.Request, right: web.StreamResponse) -> web.StreamResponse:
    whole = bytes(right.body) if isinstance(right, web.Response) and right.body else b""  # type: ignore[arg-type]
    return web.Response(
        status=right.status, body=whole[: len(whole) // 2], content_type=right.content_type
    )


async def _hang(request: web.Request, right: web.StreamResponse) -> web.StreamResponse:
    await asyncio.sleep(HANG)
    return right


async def _reset(request: web.Request, right: web.StreamResponse) -> web.StreamResponse:
    if request.transport:
        request.transport.abort()
    return right


async def _endless(request: web.Request, right: web.StreamResponse) -> web.StreamResponse:
    answer = web.StreamResponse()
    await answer.prepare(request)
    while True:
        await answer.write(b"{" * 65_536)


FAULTS: Mapping[str, Fault] = {
    "html": _always(200, _PAGE, "text/html"),
    "error in 200": _always(200, b'{"status":"error","error":"Internal failure"}'),
    "half": _half,
    "nothing": _always(200, b""),
    "empty object": _always(200, b"{}"),
    "wrong types": _always(200, b'{"message":[1,2],"result":"x","records":{"a":1},"data":7}'),
    "503": _always(503, _PAGE, "text/html"),
    "hang": _hang,
    "429": _always(429, b"", Retry_After="0"),
    "429 for an hour": _always(429, b"", Retry_After="3600"),
    "limit in 200": _always(200, _LIMIT),
    "reset": _reset,
    "endless": _endless,
    "elsewhere": _always(302, b"", Location="http://169.254.169.254/latest/meta-data/"),
    "html 404": _always(404, _PAGE, "text/html"),
    "403": _always(403, _PAGE, "text/html"),
}
