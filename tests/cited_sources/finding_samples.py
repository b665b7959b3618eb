"""Made-up works with what `check-sources` found of them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

from plugins.cited_sources.consequences.known import KnownWorks
from plugins.cited_sources.reports.report import Report
from plugins.cited_sources.work import CitedAt, Work
from plugins.practice.source_checks import Accepted, CheckedWork, Finding, SourceChecks, Verdict
from plugins.practice.sources import Source
from tests.scheduler_feeds.samples import article

TODAY = date(2026, 9, 21)
SPANISH = {"lang": "es", "uid": "uidspanish", "slug": "post-1", "file": "articles/post-1.es.md"}

POST, OTHER = article(1, sources=("trial", "one", "gone")), article(2)
TRANSLATION = article(3, **SPANISH)
PEOPLE = ("ada", "tom")


def source(key: str = "trial", **fields: Any) -> Source:
    values = {"type": "article-journal", "title": "A trial", "publisher": "Journal", "line": 7}
    return Source(key=key, **{**values, "doi": "10.1000/trial", **fields})


def at(file: str = POST.file, line: int = 12, uid: str = POST.uid) -> CitedAt:
    return CitedAt(file=file, line=line, uid=uid)


def work(key: str = "trial", places: Sequence[CitedAt] = (), **fields: Any) -> Work:
    """A work of sources.toml with a DOI of its own."""
    doi = f"10.1000/{key}"
    values: dict[str, Any] = {"id": f"doi:{doi}", "doi": doi, "source": source(key, doi=doi)}
    return Work(cited_at=tuple(places or (at(),)), **{**values, **fields})


def link(url: str = "https://gone.example/page", **fields: Any) -> Work:
    """A plain link in a text."""
    return Work(id=url, url=url, cited_at=(at(),), **fields)


def finding(verdict: Verdict, days: int = 2, ago: int = 0, **fields: Any) -> Finding:
    """Seen on so many days, the last time so many days ago."""
    last = TODAY - timedelta(days=ago)
    values: dict[str, Any] = {"about": "doi", "what": "told so", "by": ("Crossref", "PubMed")}
    return Finding(
        **{
            "verdict": verdict,
            "days": days,
            "since": last - timedelta(days=7 * (days - 1)),
            "last": last,
            **values,
            **fields,
        }
    )


def checked(one: Work, *findings: Finding, ok: int | None = 0, **fields: Any) -> CheckedWork:
    """Asked today, found `ok` days ago (None: never)."""
    return CheckedWork(
        **{
            "id": one.id,
            "first_seen": date(2026, 1, 1),
            "asked": datetime(2026, 9, 21, 8, 0, tzinfo=UTC),
            "last_ok": None if ok is None else TODAY - timedelta(days=ok),
            "findings": tuple(findings),
            **fields,
        }
    )


def accepted(
    name: str = "trial", verdict: Verdict = Verdict.RETRACTED, until: int = 30, by: str = "tom"
) -> Accepted:
    return Accepted(
        work=name,
        finding=verdict,
        reason="It was replaced under the same DOI.",
        by=by,
        until=TODAY + timedelta(days=until),
        line=3,
    )


def known(
    pairs: Sequence[tuple[Work, CheckedWork | None]],
    rows: Sequence[Accepted] = (),
    people: Collection[str] = PEOPLE,
) -> KnownWorks:
    """Works with what is known of each; None: nothing."""
    works = {one.id: found for one, found in pairs if found}
    return KnownWorks(
        works=[one for one, _ in pairs],
        checks=SourceChecks(works=works, accepted=tuple(rows)),
        people=people,
        today=TODAY,
    )


def found(
    verdict: Verdict, days: int = 2, rows: Sequence[Accepted] = (), **fields: Any
) -> KnownWorks:
    """One work of sources.toml, cited by POST, with one finding."""
    one = work()
    return known([(one, checked(one, finding(verdict, days, **fields), ok=None))], rows)


def report(pairs: Sequence[tuple[Work, CheckedWork | None]], **fields: Any) -> Report:
    values: dict[str, Any] = {
        "works": [one for one, _ in pairs],
        "checks": {one.id: found for one, found in pairs if found},
        "asked": [one.id for one, found in pairs if found],
        "requests": 9,
        "today": TODAY,
        "people": PEOPLE,
    }
    return Report(**{**values, **fields})
