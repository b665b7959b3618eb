"""The engine: one session, every hop by hand, patience with hosts and none with traps."""

from __future__ import annotations

import asyncio
import ssl
from datetime import UTC, datetime
from random import Random
from types import TracebackType
from typing import Self

from aiohttp import ClientSession, ClientTimeout, DummyCookieJar, TCPConnector
from aiohttp.abc import AbstractResolver

from plugins.cited_sources.web.answer import WebAnswer
from plugins.cited_sources.web.ended import Ended
from plugins.cited_sources.web.got import TOO_MANY, Got, is_walled, refresh_of
from plugins.cited_sources.web.guard import GuardedResolver, Inside, is_refused
from plugins.cited_sources.web.judging import judge
from plugins.cited_sources.web.names import Names
from plugins.cited_sources.web.patience import LONGEST_WAIT, RETRIES, pause, wait_asked
from plugins.cited_sources.web.requesting import get
from plugins.cited_sources.web.slots import Host, Hosts
from plugins.cited_sources.web.trips import BUDGET, Trip, start
from plugins.practice.source_checks import Verdict

_NOT_ASKED = "not asked: inside a private network (allow_private_addresses in practice.toml)"
_LONGEST_HEADER = 64 << 10
_KEEP_OPEN = 4.0
_DNS_KEPT = 600


class Fetcher:
    """Asks addresses whether they are there. An async context manager; `check` may run as often
    at once as one likes: each host gets two requests at a time."""

    def __init__(
        self,
        *,
        agent: str,
        seconds: float = 5,
        allow_private: bool = False,
        resolver: AbstractResolver | None = None,
        random: Random | None = None,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        """`seconds`: for one request, its body included. `resolver`, `random`, `tls`: in place of
        the machine's own."""
        self._seconds = seconds
        self._allow_private = allow_private
        self._resolver = resolver
        self._random = random or Random()
        self._tls = tls
        self._hosts = Hosts()
        self._headers = {
            "User-Agent": agent,
            "Accept": "text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.8",
            "Accept-Language": "en,*;q=0.5",
            "Accept-Encoding": "gzip, deflate",
        }

    async def __aenter__(self) -> Self:
        names = self._resolver or Names()
        self._names = GuardedResolver(names, allow_private=self._allow_private)
        self._session = ClientSession(
            connector=TCPConnector(
                limit=0,
                resolver=self._names,
                ttl_dns_cache=_DNS_KEPT,
                keepalive_timeout=_KEEP_OPEN,
                ssl=self._tls or True,
            ),
            headers=self._headers,
            cookie_jar=DummyCookieJar(),
            timeout=ClientTimeout(total=None),
            auto_decompress=False,
            max_line_size=_LONGEST_HEADER,
            max_field_size=_LONGEST_HEADER,
        )
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self._session.close()
        await self._names.close()

    async def check(self, url: str) -> WebAnswer:
        """What the web says of an address. Never raises for what a host or an address is."""
        try:
            trip = start(url)
        except Ended as end:
            return WebAnswer(url=url, verdict=end.verdict, what=end.what)
        try:
            answer = judge(trip, await self._follow(trip))
        except Ended as end:
            answer = _unanswered(trip, end)
        return answer

    async def _follow(self, trip: Trip) -> Got:
        """The last response of a chain of redirects, those of pages without text among them."""
        while True:
            got = await self._ask_patiently(trip)
            cookies = got.headers.getall("Set-Cookie", ())
            if (location := got.location) is not None:
                trip.go(got.status, location, cookies)
            elif not trip.go_on(got.status, refresh_of(got), cookies):
                return got

    async def _ask_patiently(self, trip: Trip) -> Got:
        """The response, asked for again where it is one that may pass."""
        host = self._hosts.of(trip.here)
        while True:
            got = await self._ask(trip, host)
            seconds = self._pause(trip, host, got)
            if seconds is None:
                return got
            trip.retries += 1
            trip.left -= seconds
            await asyncio.sleep(seconds)

    async def _ask(self, trip: Trip, host: Host) -> Got:
        """One request, in its host's turn."""
        self._guard(trip)
        time = asyncio.get_running_loop().time
        async with host.turn():
            began = time()
            trip.requests += 1
            try:
                cookies = trip.cookies.of(trip.host)
                seconds = min(self._seconds, trip.left)
                return await get(self._session, trip.here, cookies, seconds)
            except Inside:
                trip.requests -= 1
                raise _inside(trip) from None
            finally:
                trip.left -= time() - began

    def _guard(self, trip: Trip) -> None:
        if trip.left <= 0:
            raise Ended(Verdict.TEMPORARY, f"it took longer than {BUDGET:.0f} seconds")
        if is_refused(trip.host, allow_private=self._allow_private):
            raise _inside(trip)

    def _pause(self, trip: Trip, host: Host, got: Got) -> float | None:
        """Seconds before the next attempt; None where there is none."""
        is_busy = got.status == TOO_MANY
        if not is_busy:
            host.answered()
        if not got.may_pass or is_walled(got):
            return None
        asked = wait_asked(got.headers, datetime.now(UTC))
        if trip.retries >= RETRIES or (asked or 0) > min(LONGEST_WAIT, trip.left):
            if is_busy:
                host.refused(trip.url)
            return None
        seconds = pause(trip.retries, asked, self._random)
        if is_busy:
            host.busy(trip.url, seconds)
        return seconds


def _inside(trip: Trip) -> Ended:
    if trip.hops:
        return Ended(
            Verdict.BROKEN, f"redirects to {trip.host}, an address inside a private network"
        )
    return Ended(Verdict.UNVERIFIED, _NOT_ASKED)


def _unanswered(trip: Trip, end: Ended) -> WebAnswer:
    return WebAnswer(
        url=trip.url,
        verdict=end.verdict,
        what=end.what,
        chain=trip.ways,
        requests=trip.requests,
    )
