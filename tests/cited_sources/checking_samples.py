"""Made-up works, answers and observations for the tests of `checking`."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

from plugins.cited_sources.observation import Observation, Seen
from plugins.cited_sources.registries.record import Record, RegistryAnswer, Reply
from plugins.cited_sources.web.answer import WebAnswer
from plugins.cited_sources.work import Work
from plugins.practice.source_checks import CheckedWork, Finding, Verdict
from plugins.practice.sources import Source

NOW = datetime(2026, 11, 21, 8, 0, tzinfo=UTC)
PAGE = "https://health.example/flu"
DOI = "10.1000/trial"
TITLE = "A randomised trial of rest against influenza in adults"
FOUND, MISSING, SILENT = Reply.FOUND, Reply.MISSING, Reply.SILENT
Answers = tuple[RegistryAnswer, ...]


def source(**fields: Any) -> Source:
    values = {"key": "trial", "line": 3, "type": "article-journal", "title": TITLE}
    return Source(**{**values, "publisher": "Journal", "authors": ("Able A", "Baker B"), **fields})


def article(**fields: Any) -> Work:
    """A work with a DOI."""
    values = {"id": f"doi:{DOI}", "doi": DOI, "source": source(doi=DOI), "tier": 2}
    return Work(**{**values, **fields})


def page(url: str = PAGE, **fields: Any) -> Work:
    """A plain link."""
    return Work(**{"id": url, "url": url, "tier": 1, **fields})


def record(service: str = "Crossref", **fields: Any) -> Record:
    values = {"title": TITLE, "authors": ("Able A", "Baker B"), "doi": DOI}
    return Record(service=service, **{**values, **fields})


def answer(
    service: str, reply: Reply = FOUND, kind: str = "doi", value: str = DOI, **fields: Any
) -> RegistryAnswer:
    """A service's answer; Crossref and PubMed come with the record when they have it."""
    if reply is FOUND and service in {"Crossref", "PubMed", "DataCite"}:
        fields.setdefault("record", record(service))
    return RegistryAnswer(service=service, kind=kind, value=value, reply=reply, **fields)


ALL_WELL = (answer("doi.org"), answer("Crossref"))


def web(verdict: Verdict = Verdict.OK, what: str = "", **fields: Any) -> WebAnswer:
    status = {Verdict.TEMPORARY: 0, Verdict.UNVERIFIED: 0}.get(verdict, 200)
    return WebAnswer(**{"url": PAGE, "verdict": verdict, "what": what, "status": status, **fields})


def seen(verdict: Verdict, about: str = "url", what: str = "told so", **fields: Any) -> Seen:
    by = ("web",) if about == "url" else ("Crossref",)
    return Seen(**{"verdict": verdict, "about": about, "what": what, "by": by, **fields})


def look(*found: Seen, **fields: Any) -> Observation:
    """A look at a page whose host answered, unless it says otherwise."""
    values = {"answered": ("web",), "kinds": ("url",), "host": "health.example", "is_heard": True}
    return Observation(**{"id": PAGE, "is_verified": not found, "seen": found, **values, **fields})


def silent_look(verdict: Verdict = Verdict.TEMPORARY, **fields: Any) -> Observation:
    """A look at a page whose host said nothing."""
    values = {"answered": (), "silent": ("web",), "is_heard": False}
    return look(seen(verdict, what="no answer"), **{**values, **fields})


def finding(verdict: Verdict, days: int = 1, **fields: Any) -> Finding:
    values = {"about": "url", "what": "told so", "by": ("web",), "days": days}
    return Finding(
        **{"verdict": verdict, "since": NOW.date(), "last": NOW.date(), **values, **fields}
    )


def checked(name: str = PAGE, *findings: Finding, **fields: Any) -> CheckedWork:
    values = {"first_seen": date(2026, 1, 1), "asked": NOW, "last_ok": NOW.date()}
    return CheckedWork(**{"id": name, "findings": tuple(findings), **values, **fields})


@dataclass
class FakeRegistries:
    """Answers from a table by id; counts what it is asked."""

    table: Mapping[str, Answers] = field(default_factory=dict)
    copies: Mapping[str, str] = field(default_factory=dict)
    asked: list[Work] = field(default_factory=list)
    looked_for: list[tuple[str, date | None]] = field(default_factory=list)

    async def ask(self, works: Sequence[Work]) -> AsyncIterator[tuple[Work, Answers]]:
        for one in works:
            self.asked.append(one)
            yield one, self.table.get(one.id, ALL_WELL)

    async def archived(self, url: str, day: date | None) -> str:
        self.looked_for.append((url, day))
        return self.copies.get(url, "")


@dataclass
class FakeFetcher:
    """Answers from a table by address, all well where it has none; `during` runs in each."""

    table: Mapping[str, WebAnswer] = field(default_factory=dict)
    during: Callable[[str], Any] | None = None
    asked: list[str] = field(default_factory=list)

    async def check(self, url: str) -> WebAnswer:
        self.asked.append(url)
        if self.during:
            await self.during(url)
        return self.table.get(url) or web(url=url, requests=1)
