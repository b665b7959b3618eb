"""One service over HTTP: polite, patient to a point, and never an exception for what it does."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urljoin, urlsplit

import aiohttp
from yarl import URL

from plugins.cited_sources.registries.gate import Gate
from plugins.cited_sources.registries.limits import Allowance, allowed_by, is_limit, retry_after
from plugins.cited_sources.services import Service

TRIES = 3
LONGEST_WAIT = 30.0
"""Seconds of Retry-After that are waited; a service that asks for more is not asked again."""
MOST_OUTAGES = 5
"""So many requests in a row without an answer, and the service is not asked again in this run."""
MOST_BYTES = 16 * 1024 * 1024
_REDIRECTS = 3
_SERVER_ERRORS = range(500, 600)


@dataclass(frozen=True, slots=True)
class Response:
    """What a service sent."""

    status: int
    headers: Mapping[str, str]
    """Names in lower case."""
    body: bytes


@dataclass(frozen=True, slots=True)
class Silence:
    """Why there is no answer, in words."""

    why: str


@dataclass(frozen=True, slots=True)
class _Again(Silence):
    """No answer yet, and worth another try."""

    wait: float | None = None
    """After so many seconds, where the service says so."""
    is_limit: bool = False
    """Whether nobody else should ask meanwhile either."""


class Line:
    """One service: its gate, its patience, and whether it has fallen silent.

    `backoff` is the first wait in seconds between two tries; it doubles.
    """

    def __init__(
        self, service: Service, session: aiohttp.ClientSession, *, seconds: float, backoff: float
    ) -> None:
        self.service = service
        self._session = session
        self._timeout = aiohttp.ClientTimeout(total=seconds)
        self._seconds = seconds
        self._backoff = backoff
        self._gate = Gate(Allowance(per_second=service.per_second, at_once=service.at_once))
        self._outages = 0
        self._silent = ""

    async def ask(
        self, path: str, *, form: Mapping[str, str] | None = None, follow: bool = True
    ) -> Response | Silence:
        """GET, or POST with a form, below the service's address; `path` is percent-encoded.

        5xx, 429 and broken connections are tried again twice; a hang is not.
        """
        heard: Response | Silence = Silence(self._silent)
        for number in range(TRIES):
            async with self._gate:
                if self._silent:
                    return Silence(self._silent)
                heard = await self._once(self.service.base + path, form, follow)
            if not isinstance(heard, _Again) or not await self._may_wait(heard, number):
                break
        self._count(heard)
        return Silence(self._silent) if self._silent and isinstance(heard, _Again) else heard

    async def _may_wait(self, heard: _Again, number: int) -> bool:
        """Waits, unless it was the last try or the service asks for more than we have."""
        wait = self._backoff * 2**number if heard.wait is None else heard.wait
        if wait > LONGEST_WAIT:
            self._fall_silent(f"it asked for a break of {round(wait)} seconds")
            return False
        if heard.is_limit or heard.wait is not None:
            self._gate.rest(wait)
        elif number + 1 < TRIES:
            await asyncio.sleep(wait)
        return number + 1 < TRIES

    def _count(self, heard: Response | Silence) -> None:
        self._outages = self._outages + 1 if isinstance(heard, Silence) else 0
        if self._outages >= MOST_OUTAGES and isinstance(heard, Silence):
            self._fall_silent(f"{heard.why}, {self._outages} times in a row")

    def _fall_silent(self, why: str) -> None:
        """For the rest of the run; those who wait at the gate need not wait any longer."""
        self._silent = self._silent or why
        self._gate.lift()

    async def _once(
        self, url: str, form: Mapping[str, str] | None, follow: bool
    ) -> Response | Silence:
        try:
            return self._judged(await self._sent(url, form, follow))
        except TimeoutError:
            return Silence(f"no answer within {self._seconds:g} seconds")
        except aiohttp.ClientConnectorError:
            return Silence("it cannot be reached")
        except (aiohttp.ClientError, OSError) as error:
            return _Again(f"the connection broke ({type(error).__name__})")
        except ValueError:
            return Silence("its address cannot be asked")

    def _judged(self, found: Response | Silence) -> Response | Silence:
        if isinstance(found, Silence):
            return found
        self._gate.learn(allowed_by(found.headers, self._gate.allowance))
        wait = retry_after(found.headers, datetime.now(UTC))
        if is_limit(found.status, found.body):
            return _Again("it asks us to slow down", wait, is_limit=True)
        if found.status in _SERVER_ERRORS:
            return _Again(f"HTTP {found.status}", wait)
        return found

    async def _sent(
        self, url: str, form: Mapping[str, str] | None, follow: bool
    ) -> Response | Silence:
        for _ in range(_REDIRECTS + 1):
            method = "GET" if form is None else "POST"
            async with self._session.request(
                method,
                URL(url, encoded=True),
                data=form,
                timeout=self._timeout,
                allow_redirects=False,
            ) as response:
                headers = {name.lower(): value for name, value in response.headers.items()}
                target = headers.get("location", "")
                if not follow or not target or response.status not in _MOVES:
                    return await _read(response, headers)
                onward = urljoin(url, target)
            if not is_same_site(url, onward):
                return Silence("it redirects to another site")
            url = onward
        return Silence("it redirects in circles")


_MOVES = frozenset({301, 302, 303, 307, 308})


async def _read(response: aiohttp.ClientResponse, headers: Mapping[str, str]) -> Response | Silence:
    body = bytearray()
    async for chunk in response.content.iter_chunked(65_536):
        body += chunk
        if len(body) > MOST_BYTES:
            response.close()
            return Silence(f"its answer is over {MOST_BYTES // 2**20} MiB")
    return Response(response.status, headers, bytes(body))


def is_same_site(url: str, onward: str) -> bool:
    """A service may move within its own site; a redirect elsewhere is no answer of it."""
    before, after = urlsplit(url), urlsplit(onward)
    hosts = [(parts.hostname or "").split(".")[-2:] for parts in (before, after)]
    return after.scheme in {"http", "https"} and hosts[0] == hosts[1]
