"""Checks against the fake web, run from plain tests."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from random import Random
from ssl import SSLContext

from aiohttp.abc import AbstractResolver

from plugins.cited_sources.web.answer import WebAnswer
from plugins.cited_sources.web.fetching import Fetcher

AGENT = "Mozilla/5.0 (compatible; Housecall/1; +https://clinic.example/sources-bot)"


def check_all(
    urls: Iterable[str],
    *,
    seconds: float = 5,
    allow_private: bool = True,
    resolver: AbstractResolver | None = None,
    tls: SSLContext | None = None,
) -> list[WebAnswer]:
    """The answers for all addresses, asked at once in one run."""

    async def run() -> list[WebAnswer]:
        fetcher = Fetcher(
            agent=AGENT,
            seconds=seconds,
            allow_private=allow_private,
            resolver=resolver,
            random=Random(1),
            tls=tls,
        )
        async with fetcher:
            return await asyncio.gather(*(fetcher.check(url) for url in urls))

    return asyncio.run(run())


def check(url: str, *, seconds: float = 5, allow_private: bool = True) -> WebAnswer:
    """The answer for one address."""
    (answer,) = check_all([url], seconds=seconds, allow_private=allow_private)
    return answer
