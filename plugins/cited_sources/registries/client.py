"""The registries as a whole: works go in, what every service says of each comes out."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from types import TracebackType
from typing import Self

import aiohttp

from plugins.cited_sources.registries.asking import Answers, Asking
from plugins.cited_sources.registries.questions import Questions
from plugins.cited_sources.registries.settling import DECIDES
from plugins.cited_sources.registries.transport import Line
from plugins.cited_sources.services import Service
from plugins.cited_sources.work import Work

_KEYED_PER_SECOND = 10
"""E-utilities with a key of one's own (NCBI, NBK25497)."""


class Registries:
    """An async context manager over one HTTP session.

    `seconds` is the patience for one request, `backoff` the first wait in seconds before a second
    try. `contact` is the e-mail address that the registries are told, `api_key` one's own for
    E-utilities.

    About a DOI only doi.org answers `MISSING`, about a PMID only PubMed, about a PMCID only PMC:
    where Crossref has no record of a DOI, its answer is `SILENT`, for another agency may have it.
    """

    def __init__(
        self,
        services: Mapping[str, Service],
        *,
        contact: str,
        agent: str,
        seconds: float = 5,
        api_key: str = "",
        backoff: float = 1,
    ) -> None:
        self._services = _with_key(services) if api_key else services
        self._contact = contact
        self._agent = agent
        self._seconds = seconds
        self._key = api_key
        self._backoff = backoff
        self._session: aiohttp.ClientSession | None = None
        self._questions: Questions | None = None

    async def __aenter__(self) -> Self:
        headers = {"User-Agent": self._agent, "Accept-Encoding": "identity"}
        session = aiohttp.ClientSession(headers=headers, cookie_jar=aiohttp.DummyCookieJar())
        lines = {
            name: Line(service, session, seconds=self._seconds, backoff=self._backoff)
            for name, service in self._services.items()
        }
        self._session = session
        self._questions = Questions(lines, contact=self._contact, api_key=self._key)
        return self

    async def __aexit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self._session:
            await self._session.close()

    async def ask(self, works: Sequence[Work]) -> AsyncIterator[tuple[Work, Answers]]:
        """Each work with what every service says of it, as soon as that is complete.

        Never raises for what a service does. A work without an identifier has no answers.
        """
        most = {name: service.batch for name, service in self._services.items()}
        asking = Asking(self._open, most, works)
        tasks = [asyncio.create_task(asking.of(work)) for work in works]
        try:
            for done in asyncio.as_completed(tasks):
                yield await done
        finally:
            under_way = [*tasks, *asking.tasks()]
            for task in under_way:
                task.cancel()
            await asyncio.gather(*under_way, return_exceptions=True)

    async def look_up(self, kind: str, value: str) -> Answers:
        """What every service says of one identifier: kind is "doi", "pmid" or "pmcid"; () else."""
        if kind not in DECIDES:
            return ()
        nothing = Work(id=f"{kind}:{value}")
        match kind:
            case "doi":
                work = replace(nothing, doi=value)
            case "pmid":
                work = replace(nothing, pmid=value)
            case _:
                work = replace(nothing, pmcid=value)
        (answers,) = [answers async for _, answers in self.ask([work])]
        return answers

    async def archived(self, url: str, day: date | None) -> str:
        """The archived copy of an address nearest a day; "" when there is none, or no answer."""
        return await self._open.archived(url, day)

    @property
    def _open(self) -> Questions:
        if self._questions is None:
            raise RuntimeError("Registries is a context manager: async with Registries(...)")
        return self._questions


def _with_key(services: Mapping[str, Service]) -> Mapping[str, Service]:
    quicker = replace(services["pubmed"], per_second=_KEYED_PER_SECOND)
    return {**services, "pubmed": quicker}
