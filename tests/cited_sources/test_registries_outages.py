"""Whatever a service does, nothing raises, no work is blamed, and nobody waits for ever."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from plugins.cited_sources.registries.client import Registries
from plugins.cited_sources.registries.handles import read_handle
from plugins.cited_sources.registries.record import Reply
from plugins.cited_sources.registries.retractions import updates_seen
from plugins.cited_sources.registries.settling import settled
from plugins.cited_sources.registries.transport import MOST_OUTAGES
from plugins.cited_sources.work import Work
from plugins.practice.source_checks import Verdict
from tests.cited_sources.fakes.registries import fake_registries
from tests.cited_sources.fakes.registry_faults import FAULTS
from tests.cited_sources.fakes.registry_works import INVENTED
from tests.cited_sources.registry_samples import (
    asked,
    cited,
    one,
    replies,
    said,
    services_on,
    with_registries,
)

LASTING = sorted(set(FAULTS) - {"hang", "endless"})
BOTH = Work(id="both", doi="10.5555/fine", pmid="90000001", pmcid="PMC9000001")
LABELS = {"doi": "doi.org", "crossref": "Crossref", "pubmed": "PubMed", "pmc": "PMC"}


@pytest.mark.parametrize("fault", LASTING)
@pytest.mark.parametrize("service", ["doi", "crossref", "datacite", "pubmed", "pmc"])
def test_a_fault_of_one_service_is_its_silence_and_nothing_else(service: str, fault: str) -> None:
    with fake_registries(faster=100) as fake:
        fake.break_down(service, fault)
        answers = asked(fake, [BOTH, cited("data-set")])
        told = replies(answers["both"])
        label = LABELS.get(service)
        if label:
            assert told.pop(label) == "silent"
            assert said(answers["both"], label).what
        assert set(told.values()) == {"found"}


@pytest.mark.parametrize("fault", LASTING)
def test_when_all_services_fail_every_work_is_unanswered_and_none_is_missing(fault: str) -> None:
    with fake_registries(faster=100) as fake:
        for service in fake:
            fake.break_down(service, fault)
        works = [BOTH, cited("data-set"), Work(id="gone", doi="10.99999/x", pmid="99999999")]
        for answers in asked(fake, works).values():
            assert {answer.reply for answer in answers} == {Reply.SILENT}


def test_a_service_that_nobody_runs_is_silent() -> None:
    with fake_registries() as fake:
        gone = dict(fake)
    refused = {name: f"http://127.0.0.1:9/{name}" for name in gone}

    async def use(registries: Registries) -> set[Reply]:
        return {answer.reply async for _, answers in registries.ask([BOTH]) for answer in answers}

    assert with_registries(services_on(refused), use) == {Reply.SILENT}


@pytest.mark.parametrize("fault", ["503", "429", "reset", "limit in 200"])
def test_what_fails_twice_and_works_then_is_an_answer(fault: str) -> None:
    with fake_registries(faster=100) as fake:
        fake.break_down("crossref", fault, times=2)
        assert replies(one(fake, cited("fine")))["Crossref"] == "found"
        assert fake.requests("crossref") == 3


@pytest.mark.parametrize("fault", ["html", "half", "hang", "403"])
def test_what_another_try_would_not_mend_is_not_tried_again(fault: str) -> None:
    with fake_registries(faster=100) as fake:
        fake.break_down("crossref", fault)
        assert replies(one(fake, cited("fine"), seconds=0.5))["Crossref"] == "silent"
        assert fake.requests("crossref") == 1


def test_a_hang_is_waited_for_as_long_as_a_request_may_take() -> None:
    with fake_registries(faster=100) as fake:
        fake.break_down("doi", "hang")
        began = time.monotonic()
        answers = one(fake, cited("fine"), seconds=0.4)
        assert replies(answers) == {"doi.org": "silent", "Crossref": "found", "PubMed": "found"}
        assert said(answers, "doi.org").what == "no answer within 0.4 seconds"
        assert time.monotonic() - began < 3


def test_a_body_without_end_is_not_read_for_ever() -> None:
    with fake_registries(faster=100) as fake:
        fake.break_down("crossref", "endless", times=1)
        answer = said(one(fake, cited("fine"), seconds=20), "Crossref")
        assert answer.what == "its answer is over 16 MiB"


def test_a_service_that_asks_for_an_hour_is_not_asked_again_in_this_run() -> None:
    with fake_registries(faster=100) as fake:
        fake.break_down("crossref", "429 for an hour", times=1)
        works = [cited(work.key) for work in INVENTED if work.doi and work.agency == "Crossref"]
        answers = asked(fake, works)
        assert fake.requests("crossref") <= 3
        told = {said(found, "Crossref").what for found in answers.values()}
        assert told == {"it asked for a break of 3600 seconds"}
        assert all(replies(found)["doi.org"] == "found" for found in answers.values())


def test_a_service_that_stays_down_is_given_up_quickly() -> None:
    with fake_registries(faster=100) as fake:
        fake.break_down("crossref", "hang")
        works = [Work(id=str(n), doi=f"10.5555/fine?{n}") for n in range(60)]
        for work in works:
            fake.add(replace(INVENTED[0], doi=work.doi, pmid=""))
        began = time.monotonic()
        answers = asked(fake, works, seconds=0.3)
        assert time.monotonic() - began < 8
        assert fake.requests("crossref") <= MOST_OUTAGES + 3
        assert len(answers) == 60


def test_nobody_queues_for_a_service_that_was_given_up() -> None:
    with fake_registries(faster=100) as fake:
        fake.break_down("crossref", "429 for an hour")
        slow = {**services_on(fake), "crossref": services_on(fake, per_second=2)["crossref"]}
        keys = [work.key for work in INVENTED if work.doi and work.agency == "Crossref"]

        async def use(registries: Registries) -> int:
            return len([work async for work, _ in registries.ask(list(map(cited, keys)))])

        began = time.monotonic()
        assert with_registries(slow, use) == len(keys)
        assert time.monotonic() - began < len(keys) / 4


def test_one_bad_answer_does_not_silence_a_service() -> None:
    with fake_registries(faster=100) as fake:
        fake.break_down("crossref", "html", times=4)
        works = [
            cited(key) for key in ("fine", "concern", "corrected", "sici", "other-work", "partial")
        ]
        told = [replies(found)["Crossref"] for found in asked(fake, works).values()]
        assert sorted(told) == ["found", "found", *["silent"] * 4]


def test_where_doi_org_is_down_the_registries_are_asked_all_the_same() -> None:
    with fake_registries(faster=100) as fake:
        fake.break_down("doi", "503")
        works = [cited("fine"), cited("data-set"), cited("medra"), cited("fine-without-pmid")]
        by_id = asked(fake, works)
        assert replies(by_id[works[0].id])["Crossref"] == "found"
        assert replies(by_id[works[1].id]) == {"doi.org": "silent", "DataCite": "found"}
        assert set(replies(by_id[works[2].id]).values()) == {"silent"}


def test_where_only_the_list_of_agencies_answers_the_doi_is_there() -> None:
    with fake_registries(faster=100) as fake:
        fake.break_down("doi", "503", path="/handles/")
        missing = Work(id="x", doi="10.99999/x")
        answers = asked(fake, [cited("fine"), missing])
        assert replies(answers["doi:10.5555/fine"])["doi.org"] == "found"
        assert replies(answers["x"]) == {"doi.org": "missing"}
    silent = read_handle("10.5555/x", 503, b"")
    told = [settled(silent, agency).reply for agency in ("Crossref", "", None)]
    assert told == [Reply.FOUND, Reply.MISSING, Reply.SILENT]


def test_a_redirect_to_another_site_is_not_followed() -> None:
    with fake_registries(faster=100) as fake:
        fake.break_down("crossref", "elsewhere")
        answer = said(one(fake, cited("fine")), "Crossref")
        assert answer.what == "it redirects to another site"


def test_what_a_search_finds_and_nobody_can_read_leaves_the_retraction_open() -> None:
    with fake_registries(faster=100) as fake:
        fake.break_down("pubmed", "html", path="esummary")
        fake.break_down("pubmed", "html", path="efetch")
        answer = said(one(fake, cited("medline-only")), "PubMed")
        assert (answer.reply, answer.kind) == (Reply.SILENT, "doi")


def test_half_of_pubmed_is_enough_to_find_a_retraction() -> None:
    for down in ("esummary", "efetch"):
        with fake_registries(faster=100) as fake:
            fake.break_down("pubmed", "503", path=down)
            (seen,) = updates_seen(one(fake, Work(id="p", pmid="90000010")))
            assert seen.verdict is Verdict.RETRACTED


@pytest.mark.parametrize("fault", ["wrong types", "empty object", "error in 200"])
def test_a_search_without_an_answer_leaves_the_retraction_open(fault: str) -> None:
    with fake_registries(faster=100) as fake:
        fake.break_down("pubmed", fault)
        answer = said(one(fake, cited("medline-only")), "PubMed")
        assert (answer.reply, answer.kind) == (Reply.SILENT, "doi")
