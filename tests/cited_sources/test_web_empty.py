"""A page on which there is nothing is there, but nobody can say that it is the work."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from multidict import CIMultiDict

from plugins.cited_sources.web.answer import WebAnswer
from plugins.cited_sources.web.got import Got
from plugins.cited_sources.web.judging import judge
from plugins.cited_sources.web.shells import sends_to
from plugins.cited_sources.web.trips import start
from plugins.practice.source_checks import Verdict
from tests.cited_sources.fakes.cases import WANTED
from tests.cited_sources.fakes.web import FakeWeb, fake_web
from tests.cited_sources.web_runs import check, check_all

EMPTY = ("empty", "no-content", "brotli", "gzip-broken", "shell", "bare-script", "refresh-here",
         "refresh-file")  # fmt: skip
TOLD = ("ok", "pdf", "plain-text", "image", "refresh", "refresh-late", "refresh-news", "meta")


@pytest.fixture(scope="module")
def web() -> Iterator[FakeWeb]:
    with fake_web() as running:
        yield running


def test_an_answer_with_nothing_to_know_a_work_by_is_marked_as_empty(web: FakeWeb) -> None:
    answers = check_all(f"{web.base}/{name}" for name in EMPTY)
    assert {(answer.verdict, answer.is_empty) for answer in answers} == {(Verdict.OK, True)}
    assert all(answer.what.startswith("answers, but ") for answer in answers)


def test_an_answer_that_shows_something_is_not(web: FakeWeb) -> None:
    answers = check_all(f"{web.base}/{name}" for name in TOLD)
    assert {(answer.verdict, answer.is_empty) for answer in answers} == {(Verdict.OK, False)}


def test_no_answer_but_a_good_one_is_called_empty(web: FakeWeb) -> None:
    quick = [case for case in WANTED if case.wanted is not Verdict.OK and case.path != "hang"]
    answers = check_all(case.url(web) for case in quick)
    assert not any(answer.is_empty for answer in answers)


@pytest.mark.parametrize(
    "markup",
    ["", " \n", "<html></html>", "<title></title><p>Loading...</p><script>x</script>",
     "<p>Please enable JavaScript.</p><script>" + "var a = 1;" * 100 + "</script>",
     "<title>App</title><app-root></app-root>", "<style>" + "p {}" * 100 + "</style>"],
)  # fmt: skip
def test_a_page_without_title_heading_and_text_is_empty(markup: str) -> None:
    assert _judged(markup).is_empty


@pytest.mark.parametrize(
    "markup",
    ["<title>Asthma in children</title>", "<p>No asthma here.</p>", "<h1>Asthma in children</h1>",
     "<p>" + "Inhaled steroids are the first choice. " * 10,
     "<title>Asthma</title><div id=root><p>Rendered</p></div>"],
)  # fmt: skip
def test_a_page_with_one_of_them_is_not(markup: str) -> None:
    answer = _judged(markup)
    assert (answer.verdict, answer.what, answer.is_empty) == (Verdict.OK, "", False)


def test_an_empty_page_that_has_moved_is_both(web: FakeWeb) -> None:
    trip = start("https://a.example/guide")
    trip.go(301, "https://b.example/guides/asthma", ())
    answer = judge(trip, Got(200, CIMultiDict({"Content-Type": "text/html"}), b""))
    assert (answer.verdict, answer.is_empty) == (Verdict.MOVED, True)


@pytest.mark.parametrize(
    ("content", "there"),
    [("0; url=/new", "/new"), ("5;URL='/new'", "/new"), ("3, /new", "/new"), ("0 /new", "/new"),
     ("1.5; url = /new?a=1", "/new?a=1"), ("6; url=/new", ""), ("0", ""), ("", ""),
     ("soon; url=/new", ""), ("99999; url=/new", "")],
)  # fmt: skip
def test_a_page_sends_on_within_five_seconds_or_is_a_page_of_its_own(
    content: str, there: str
) -> None:
    assert sends_to(f'<META content="{content}" http-equiv=REFRESH>Moved.') == there


def test_what_only_browsers_without_scripts_are_sent_to_is_not_followed() -> None:
    assert not sends_to('<noscript><meta http-equiv=refresh content="0;url=/no"></noscript>')


def test_the_way_of_a_page_that_sends_on_is_told_and_is_not_for_good(web: FakeWeb) -> None:
    answer = check(f"{web.base}/refresh/1")
    assert answer.chain == (f"{web.base}/ok/refreshed",)
    assert (answer.verdict, answer.title) == (Verdict.OK, "Asthma in children")


def _judged(markup: str) -> WebAnswer:
    headers = CIMultiDict({"Content-Type": "text/html; charset=utf-8"})
    return judge(start("https://a.example/guide"), Got(200, headers, markup.encode()))
