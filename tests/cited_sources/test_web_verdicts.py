"""Every way in which a host can behave is judged right, in one request where one is enough."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pytest

from plugins.cited_sources.web.answer import WebAnswer
from plugins.practice.source_checks import Verdict
from tests.cited_sources.fakes.cases import BAD_INPUT, CASES, WANTED, Case, mix
from tests.cited_sources.fakes.web import FakeWeb, fake_web
from tests.cited_sources.web_runs import check, check_all


@pytest.fixture(scope="module")
def web() -> Iterator[FakeWeb]:
    with fake_web(hosts=len(CASES)) as running:
        yield running


@pytest.fixture(scope="module")
def answers(web: FakeWeb) -> Mapping[Case, WebAnswer]:
    """Each case at a host of its own; those that hang with less patience."""
    found: dict[Case, WebAnswer] = {}
    for seconds in sorted({case.seconds for case in CASES}):
        cases = {case: host for host, case in enumerate(CASES) if case.seconds == seconds}
        urls = [case.url(web, host=host) for case, host in cases.items()]
        found |= zip(cases, check_all(urls, seconds=seconds), strict=True)
    return found


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.path)
def test_each_behaviour_is_judged_right(case: Case, answers: Mapping[Case, WebAnswer]) -> None:
    answer = answers[case]
    assert (answer.verdict, answer.requests) == (case.wanted, case.requests), answer.what
    assert case.words in answer.what


@pytest.mark.parametrize("case", WANTED, ids=lambda case: case.path)
def test_a_good_answer_needs_no_words_and_a_bad_one_has_some(
    case: Case, answers: Mapping[Case, WebAnswer]
) -> None:
    assert bool(answers[case].what) == (case.wanted is not Verdict.OK)


@pytest.mark.parametrize("case", BAD_INPUT, ids=lambda case: case.path)
def test_no_trap_is_read_further_than_it_is_of_use(
    case: Case, web: FakeWeb, answers: Mapping[Case, WebAnswer]
) -> None:
    path = answers[case].url.partition("#")[0].removeprefix(web.bases[CASES.index(case)])
    assert web.sent[path] < 40 << 20  # what a socket takes before it is closed, far from 1 GiB


def test_only_get_is_ever_asked(web: FakeWeb, answers: Mapping[Case, WebAnswer]) -> None:
    assert {method for method, _, _ in web.requests} == {"GET"}


def test_a_shuffled_crowd_of_addresses_is_judged_right_and_politely() -> None:
    with fake_web(hosts=20, latency=(0.0, 0.02)) as web:
        wanted = dict(mix(web)[:300])
        slow = {url: verdict for url, verdict in wanted.items() if "/slow/" in url}
        quick = {url: verdict for url, verdict in wanted.items() if url not in slow}
        found = check_all(quick, seconds=1)
        assert {answer.url: answer.verdict for answer in found} == quick
        assert sum(answer.requests for answer in found) <= 1.3 * len(quick)
        assert max(web.most_at_once.values()) == 2


def test_the_last_address_of_the_way_is_told_with_the_place_that_was_asked_for() -> None:
    with fake_web() as web:
        answer = check(f"{web.base}/four/1#dose")
    assert [url.rpartition("/")[2] for url in answer.chain] == [
        "1?left=3#dose",
        "1?left=2#dose",
        "1?left=1#dose",
        "1?left=0#dose",
    ]
    assert answer.final == answer.chain[-1]


def test_a_way_that_leads_back_by_cookies_is_no_redirect() -> None:
    with fake_web() as web:
        answer = check(f"{web.base}/cookie-loop/1")
    assert (answer.chain, answer.final) == ((), answer.url)


def test_title_own_doi_and_replacement_are_told() -> None:
    with fake_web(hosts=2) as web:
        meta, replaced = check_all([f"{web.base}/meta", f"{web.bases[1]}/replaced"])
    assert (meta.title, meta.status) == ("Asthma in children", 200)
    assert meta.identifiers == (("doi", "10.1001/jama.2021.6238"),)
    assert meta.superseded == ""
    assert replaced.superseded == "This guideline has been replaced by NG245."
