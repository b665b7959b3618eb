"""Two requests at once for each host, and none at all while it asks for quiet."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from yarl import URL

from plugins.cited_sources.web.ended import Ended
from plugins.practice.source_checks import Verdict

AT_ONCE = 2
"""Requests a host, as browsers of the first hours did (RFC 2616, 8.1.4)."""
EVERYWHERE = 100
"""Requests in all: well below the 256 open files of a Mac (general knowledge)."""
_MEANS_US = 2
_MEANS_STOP = 3
_CLOSED = "not asked: its host refused the last addresses with HTTP 429 in this run"


class Host:
    """One host and port."""

    def __init__(self, everywhere: asyncio.Semaphore) -> None:
        self._own = asyncio.Semaphore(AT_ONCE)
        self._everywhere = everywhere
        self._quiet_until = 0.0
        self._busy: set[str] = set()
        self._refused: set[str] = set()

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[None]:
        """A slot, once one is free and the host does not ask for quiet. Raises `Ended` (blocked)
        where it wants no more requests."""
        await self._own_slot()
        try:
            if self._is_closed:
                raise Ended(Verdict.BLOCKED, _CLOSED)
            async with self._everywhere:
                yield
        finally:
            self._own.release()

    async def _own_slot(self) -> None:
        time = asyncio.get_running_loop().time
        while True:
            await self._own.acquire()
            if (quiet := self._quiet_until - time()) <= 0:
                return
            self._own.release()
            await asyncio.sleep(quiet)

    @property
    def _is_closed(self) -> bool:
        return len(self._refused) >= _MEANS_STOP

    def busy(self, url: str, seconds: float) -> None:
        """The host wants this address asked later. When two different ones in a row are answered
        so, it means all of them: nothing is asked before so many seconds have gone."""
        self._busy.add(url)
        if len(self._busy) >= _MEANS_US:
            until = asyncio.get_running_loop().time() + seconds
            self._quiet_until = max(self._quiet_until, until)

    def refused(self, url: str) -> None:
        """The host refused this address for longer than we wait. After three different ones in a
        row it is not asked again in this run."""
        self._refused.add(url)

    def answered(self) -> None:
        """The host answered, whatever it said: what it refused were single addresses."""
        self._busy.clear()
        if not self._is_closed:
            self._refused.clear()


class Hosts:
    """All hosts of one run."""

    def __init__(self) -> None:
        self._everywhere = asyncio.Semaphore(EVERYWHERE)
        self._hosts: dict[tuple[str | None, int | None], Host] = {}

    def of(self, url: URL) -> Host:
        """The host and port of an address."""
        key = url.raw_host, url.port
        if key not in self._hosts:
            self._hosts[key] = Host(self._everywhere)
        return self._hosts[key]
