"""Works are asked for once, in batches, politely; every answer that counts is found."""

from __future__ import annotations

import asyncio
import time
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from urllib.parse import unquote

import pytest

from plugins.cited_sources.registries.client import Registries
from plugins.cited_sources.registries.record import RegistryAnswer, Reply
from plugins.cited_sources.registries.retractions import updates_seen
from plugins.cited_sources.services import Service
from plugins.cited_sources.work import Work
from tests.cited_sources.fakes.registries import FakeRegistries, fake_registries
from tests.cited_sources.fakes.registry_works import INVENTED, SICI, WORKS, FakeWork
from tests.cited_sources.registry_samples import (
    asked,
    cited,
    one,
    replies,
    said,
    services_on,
    source,
    with_registries,
    work_of,
)

SERVICES = Path(__file__).parents[2] / "plugins" / "cited_sources" / "services.toml"


@pytest.fixture
def fake() -> Iterator[FakeRegistries]:
    with fake_registries(faster=100) as running:
        yield running
        running.assert_polite()


def verdicts(answers: tuple[RegistryAnswer, ...]) -> list[str]:
    return [seen.verdict.value for seen in updates_seen(answers)]


# DOIs


def test_a_doi_is_found_by_doi_org_its_agency_and_pubmed(fake: FakeRegistries) -> None:
    answers = one(fake, cited("fine"))
    assert replies(answers) == {"doi.org": "found", "Crossref": "found", "PubMed": "found"}
    record = said(answers, "Crossref").record
    assert record is not None
    assert record.title == "An invented study of fever in children"
    assert (said(answers, "PubMed").kind, said(answers, "PubMed").value) == ("doi", "10.5555/fine")


def test_a_doi_that_does_not_exist_is_missing_and_nobody_else_is_asked(
    fake: FakeRegistries,
) -> None:
    answers = one(fake, Work(id="doi:10.99999/x", doi="10.99999/x"))
    assert replies(answers) == {"doi.org": "missing"}
    assert fake.requests("crossref") == 0


def test_a_doi_that_pubmed_does_not_have_says_nothing_against_it(fake: FakeRegistries) -> None:
    answers = one(fake, cited("fine-without-pmid"))
    assert replies(answers) == {"doi.org": "found", "Crossref": "found"}


def test_a_data_set_is_asked_for_at_datacite(fake: FakeRegistries) -> None:
    answers = one(fake, cited("data-set"))
    assert replies(answers) == {"doi.org": "found", "DataCite": "found"}
    assert fake.requests("crossref") == 0


def test_a_doi_of_another_agency_exists_and_has_no_record(fake: FakeRegistries) -> None:
    answers = one(fake, cited("medra"))
    assert replies(answers) == {"doi.org": "found", "mEDRA": "silent"}
    assert said(answers, "mEDRA").what == "registered with mEDRA, whose records we do not read"


def test_a_renamed_doi_leads_to_the_record_of_the_new_one(fake: FakeRegistries) -> None:
    answers = one(fake, cited("old-name"))
    record = said(answers, "Crossref").record
    assert said(answers, "doi.org").renamed == "10.5555/new-name"
    assert record is not None
    assert record.title == "An invented study that was renamed"
    assert {answer.value for answer in answers} == {"10.5555/old-name"}


def test_a_doi_with_brackets_and_marks_is_asked_for_as_it_is(fake: FakeRegistries) -> None:
    answers = one(fake, cited("sici"))
    assert replies(answers) == {"doi.org": "found", "Crossref": "found"}
    (path,) = fake.heard["crossref"].paths
    assert unquote(path.split("?")[0]) == f"/crossref/works/{SICI}"


@pytest.mark.parametrize(
    "doi", ["10.5555/trailing.", "<10.5555/x>", "10.5555/" + "x" * 10_000, "not a doi", "10.5555/"]
)
def test_a_malformed_doi_is_not_asked_for(fake: FakeRegistries, doi: str) -> None:
    (answer,) = one(fake, Work(id="x", doi=doi))
    assert (answer.reply, answer.service) == (Reply.SILENT, "doi.org")
    assert answer.what
    assert fake.requests() == 0


def test_a_malformed_pmid_is_not_asked_for(fake: FakeRegistries) -> None:
    answers = one(fake, Work(id="x", pmid="12x", pmcid="23"))
    assert replies(answers) == {"PubMed": "silent", "PMC": "silent"}
    assert fake.requests() == 0


def test_a_doi_with_a_comma_is_found_although_lists_cannot_hold_it(fake: FakeRegistries) -> None:
    fake.add(FakeWork(key="comma", doi="10.5555/a,b", title="An invented study, with a comma"))
    answers = asked(fake, [Work(id="a", doi="10.5555/a,b"), replace(cited("fine"), id="b")])
    assert replies(answers["a"]) == {"doi.org": "found", "Crossref": "found"}
    assert replies(answers["b"])["doi.org"] == "found"
    assert not any("a,b" in unquote(path) for path in fake.heard["doi"].paths if "/ra/" in path)


# PMIDs and PMCIDs


def test_a_pmid_is_found_and_its_doi_is_asked_at_crossref(fake: FakeRegistries) -> None:
    work = work_of("crossref-only")
    answers = one(fake, Work(id="p", pmid=work.pmid))
    assert replies(answers) == {"PubMed": "found", "Crossref": "found"}
    assert said(answers, "Crossref").value == work.doi
    assert verdicts(answers) == ["retracted"]


def test_a_pmid_that_does_not_exist_is_missing(fake: FakeRegistries) -> None:
    assert replies(one(fake, Work(id="p", pmid="99999999"))) == {"PubMed": "missing"}


def test_a_pmcid_leads_to_pubmed(fake: FakeRegistries) -> None:
    answers = one(fake, Work(id="p", pmcid="PMC9000030"))
    assert replies(answers) == {"PMC": "found", "PubMed": "found"}
    assert verdicts(answers) == ["retracted"]


def test_a_pmcid_without_a_pmid_leads_to_crossref(fake: FakeRegistries) -> None:
    answers = one(fake, Work(id="p", pmcid="PMC9000031"))
    assert replies(answers) == {"PMC": "found", "Crossref": "found"}


def test_a_pmcid_that_does_not_exist_is_missing(fake: FakeRegistries) -> None:
    assert replies(one(fake, Work(id="p", pmcid="PMC9999999"))) == {"PMC": "missing"}


def test_a_work_without_an_identifier_has_no_answers(fake: FakeRegistries) -> None:
    assert one(fake, Work(id="https://example.org/", url="https://example.org/")) == ()
    assert fake.requests() == 0


# Retractions


@pytest.mark.parametrize(
    ("key", "verdict"),
    [
        ("wakefield", "retracted"),
        ("surgisphere", "retracted"),
        ("deposited-twice", "retracted"),
        ("medline-only", "retracted"),
        ("crossref-only", "retracted"),
        ("title-only", "retracted"),
        ("replaced", "retracted"),
        ("partial", "retracted"),
        ("plos-concern", "concern"),
        ("concern", "concern"),
        ("unknown-update", "concern"),
        ("corrected", "corrected"),
        ("version-1", "outdated"),
        ("data-set-old", "outdated"),
    ],
)
def test_what_was_done_to_a_work_is_found_by_its_doi_alone(
    fake: FakeRegistries, key: str, verdict: str
) -> None:
    assert verdicts(one(fake, cited(key))) == [verdict]


@pytest.mark.parametrize(
    "key", ["wakefield-notice", "surgisphere-notice", "publishers-notice", "fine", "sici"]
)
def test_notices_and_sound_works_have_no_finding(fake: FakeRegistries, key: str) -> None:
    assert verdicts(one(fake, cited(key))) == []


def test_a_retraction_is_found_while_either_of_its_sources_is_down(fake: FakeRegistries) -> None:
    for down in ("crossref", "pubmed", "doi"):
        fake.repair()
        fake.break_down(down, "503")
        assert verdicts(one(fake, cited("wakefield"))) == ["retracted"], down


def test_a_book_is_not_searched_in_pubmed(fake: FakeRegistries) -> None:
    book = replace(cited("fine"), source=source(type="book"))
    assert "PubMed" not in replies(one(fake, book))
    assert fake.requests("pubmed") == 0


# Batches and manners


def many(count: int) -> list[FakeWork]:
    return [
        FakeWork(key=f"n{n}", doi=f"10.5555/n{n}", pmid=str(91_000_000 + n), title=f"Invented {n}")
        for n in range(count)
    ]


def test_many_works_take_few_requests() -> None:
    with fake_registries(faster=100) as fake:
        works = many(120)
        for work in works:
            fake.add(work)
        services = services_on(fake, at_once=10)

        async def use(registries: Registries) -> list[str]:
            by_pmid = [Work(id=w.pmid, pmid=w.pmid, doi=w.doi) for w in works]
            return [work.id async for work, _ in registries.ask(by_pmid)]

        done = with_registries(services, use)
        assert sorted(done) == sorted(work.pmid for work in works)
        asked_for = Counter(path.split("?")[0].split("/")[2] for path in fake.heard["pubmed"].paths)
        assert asked_for == {"esummary.fcgi": 2, "efetch.fcgi": 2}
        agencies = [path for path in fake.heard["doi"].paths if "/ra/" in path]
        assert len(agencies) == 2
        assert fake.requests("crossref") == 120
        fake.assert_polite()


def test_the_pace_of_crossref_follows_its_headers() -> None:
    """The services table says 1 a second; Crossref's own headers allow more."""
    with fake_registries(faster=4) as fake:
        services = services_on(fake)
        slow = {**services, "crossref": replace(services["crossref"], per_second=1, at_once=1)}
        works = [cited(work.key) for work in INVENTED if work.agency == "Crossref" and work.doi]

        async def use(registries: Registries) -> int:
            return len([work async for work, _ in registries.ask(works)])

        began = time.monotonic()
        assert with_registries(slow, use) == len(works)
        assert time.monotonic() - began < len(works) / 2
        fake.assert_polite()


def test_the_table_of_services_is_polite_to_services_as_strict_as_the_real() -> None:
    table = tomllib.loads(SERVICES.read_text(encoding="utf-8"))
    with fake_registries(faster=1) as fake:
        services = {name: replace(Service(**row), base=fake[name]) for name, row in table.items()}
        works = [cited(work.key) for work in WORKS]

        async def use(registries: Registries) -> int:
            return len([work async for work, _ in registries.ask(works)])

        assert with_registries(services, use) == len(works)
        fake.assert_polite()


def test_everybody_is_told_who_asks(fake: FakeRegistries) -> None:
    asked(fake, [cited("fine"), Work(id="p", pmcid="PMC9000030"), cited("data-set")])
    for service in ("crossref", "datacite"):
        assert all("mailto=desk%40example.org" in path for path in fake.heard[service].paths)
    for service in ("pubmed", "pmc"):
        told = [path for path in fake.heard[service].paths if "esearch" not in path]
        assert all("tool=housecall&email=desk%40example.org" in path for path in told)
    for heard in fake.heard.values():
        assert heard.agents == {
            "Mozilla/5.0 (compatible; Housecall/1; +https://example.org/sources-bot)"
        }


def test_without_a_contact_nothing_is_invented(fake: FakeRegistries) -> None:
    async def use(registries: Registries) -> object:
        return await registries.look_up("doi", "10.5555/fine")

    with_registries(services_on(fake, at_once=1), use, contact="")
    assert not any("mailto" in path for path in fake.heard["crossref"].paths)


def test_with_a_key_of_ones_own_pubmed_is_asked_with_it() -> None:
    with fake_registries(faster=1) as fake:
        works = [Work(id=w.key, pmid=w.pmid) for w in WORKS if w.pmid]
        services = services_on(fake, per_second=3)
        small = {**services, "pubmed": replace(services["pubmed"], batch=2)}

        async def use(registries: Registries) -> int:
            return len([work async for work, _ in registries.ask(works)])

        assert with_registries(small, use, api_key="invented-key") == len(works)
        assert all("api_key=invented-key" in path for path in fake.heard["pubmed"].paths)
        fake.assert_polite()


def test_works_are_given_out_as_soon_as_they_are_complete(fake: FakeRegistries) -> None:
    """Work that PubMed delays does not hold up work that PubMed has no part in."""
    fake.break_down("pubmed", "hang")
    book = replace(cited("fine"), id="book", source=source(type="book"))

    async def use(registries: Registries) -> list[str]:
        slow = Work(id="slow", pmid="90000001")
        return [work.id async for work, _ in registries.ask([slow, book])]

    assert with_registries(services_on(fake), use, seconds=1) == ["book", "slow"]


def test_who_stops_listening_leaves_nothing_running(fake: FakeRegistries) -> None:
    async def counted(registries: Registries) -> int:
        listening = registries.ask([cited(work.key) for work in WORKS])
        await anext(listening)
        await listening.aclose()  # type: ignore[attr-defined]
        return len(asyncio.all_tasks())

    assert with_registries(services_on(fake), counted) == 1


def test_one_identifier_can_be_looked_up(fake: FakeRegistries) -> None:
    async def use(registries: Registries) -> list[dict[str, str]]:
        kinds = [("doi", "10.5555/fine"), ("pmid", "90000001"), ("pmcid", "PMC9000001")]
        found = [replies(await registries.look_up(kind, value)) for kind, value in kinds]
        return [*found, replies(await registries.look_up("isbn", "9780306406157"))]

    by_doi, by_pmid, by_pmcid, by_isbn = with_registries(services_on(fake), use)
    assert by_doi == {"doi.org": "found", "Crossref": "found", "PubMed": "found"}
    assert by_pmid == {"PubMed": "found", "Crossref": "found"}
    assert by_pmcid == {"PMC": "found", "PubMed": "found", "Crossref": "found"}
    assert by_isbn == {}


# The archive


def archived(fake: FakeRegistries, url: str, day: date | None) -> str:
    async def use(registries: Registries) -> str:
        return await registries.archived(url, day)

    return with_registries(services_on(fake), use)


def test_the_copy_nearest_the_day_is_told_with_its_whole_address(fake: FakeRegistries) -> None:
    url = "https://example.org/archived?a=1&b=%C3%A9"
    base = fake["wayback"]
    assert archived(fake, url, date(2018, 5, 4)) == f"{base}/web/20190305102030/{url}"
    assert archived(fake, url, None) == f"{base}/web/20240115102030/{url}"
    assert "/web/20180504/" in fake.heard["wayback"].paths[0]


def test_where_nothing_is_archived_there_is_no_address(fake: FakeRegistries) -> None:
    assert archived(fake, "https://example.org/never-kept", date(2018, 5, 4)) == ""


@pytest.mark.parametrize(
    "fault", ["503", "html", "elsewhere", "reset", "nothing", "429 for an hour"]
)
def test_an_archive_without_an_answer_has_no_address(fake: FakeRegistries, fault: str) -> None:
    fake.break_down("wayback", fault)
    assert archived(fake, "https://example.org/archived", None) == ""
