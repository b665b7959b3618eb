"""What the tests of the registries share: recorded answers, works, services on the fakes."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

from plugins.cited_sources.registries.client import Registries
from plugins.cited_sources.registries.record import RegistryAnswer
from plugins.cited_sources.services import Service
from plugins.cited_sources.work import Work
from plugins.practice.sources import Source
from tests.cited_sources.fakes.registries import FakeRegistries
from tests.cited_sources.fakes.registry_works import WORKS, FakeWork

_T = TypeVar("_T")

RECORDED: Mapping[str, Any] = json.loads(
    (Path(__file__).parent / "fakes" / "registry_answers.json").read_text(encoding="utf-8")
)
"""Answers of the real services; each says where it was recorded."""

LABELS = {
    "doi": "doi.org",
    "crossref": "Crossref",
    "datacite": "DataCite",
    "pubmed": "PubMed",
    "pmc": "PMC",
    "wayback": "Internet Archive",
}


def services_on(
    fake: Mapping[str, str], *, per_second: float = 0, at_once: int = 3
) -> dict[str, Service]:
    """The services at the addresses of the fakes, asked as quickly as those allow."""
    quick = per_second or 3 * getattr(fake, "faster", 100)
    return {
        name: Service(
            label=label,
            base=fake[name],
            per_second=quick,
            at_once=at_once,
            batch=100,
            source="tests",
            checked="2026-11",
        )
        for name, label in LABELS.items()
    }


def work_of(key: str) -> FakeWork:
    return next(work for work in WORKS if work.key == key)


def cited(key: str) -> Work:
    """A work of the fakes as a post cites it: by its DOI, else by its PMID."""
    known = work_of(key)
    if known.doi:
        return Work(id=f"doi:{known.doi.lower()}", doi=known.doi)
    return Work(id=f"pmid:{known.pmid}", pmid=known.pmid)


def source(**fields: Any) -> Source:
    """An entry of sources.toml."""
    entry: dict[str, Any] = {
        "key": "k",
        "line": 1,
        "type": "article-journal",
        "title": "",
        "publisher": "Invented Press",
    }
    return Source(**(entry | fields))


Answers = tuple[RegistryAnswer, ...]


def with_registries(
    services: Mapping[str, Service],
    use: Callable[[Registries], Awaitable[_T]],
    *,
    seconds: float = 5,
    contact: str = "desk@example.org",
    api_key: str = "",
) -> _T:
    async def run() -> _T:
        async with Registries(
            services,
            contact=contact,
            agent="Mozilla/5.0 (compatible; Housecall/1; +https://example.org/sources-bot)",
            seconds=seconds,
            api_key=api_key,
            backoff=0.01,
        ) as registries:
            return await use(registries)

    return asyncio.run(run())


def asked(fake: FakeRegistries, works: Sequence[Work], *, seconds: float = 5) -> dict[str, Answers]:
    """What every service says, by the id of the work."""

    async def use(registries: Registries) -> dict[str, Answers]:
        return {work.id: answers async for work, answers in registries.ask(works)}

    return with_registries(services_on(fake), use, seconds=seconds)


def one(fake: FakeRegistries, work: Work, *, seconds: float = 5) -> Answers:
    (answers,) = asked(fake, [work], seconds=seconds).values()
    return answers


def replies(answers: Answers) -> dict[str, str]:
    """{"doi.org": "found", "Crossref": "silent"}."""
    return {answer.service: answer.reply.value for answer in answers}


def said(answers: Answers, service: str) -> RegistryAnswer:
    """The only answer of a service."""
    (found,) = (answer for answer in answers if answer.service == service)
    return found
