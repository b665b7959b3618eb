"""A run asks only what is due: by the publisher's tier, and soon where a second look counts."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.cited_sources.checking.due import DAYS_BY_TIER, EARLIER, due, wait_for
from plugins.cited_sources.work import Work
from plugins.practice.source_checks import Finding, Verdict
from tests.cited_sources.checking_samples import NOW, PAGE, article, checked, finding, page


def is_due(work: Work, after: timedelta, *findings: Finding) -> bool:
    known = {work.id: checked(work.id, *findings, asked=NOW - after)}
    return due([work], known, NOW) == (work,)


def test_what_was_never_asked_is_due() -> None:
    assert due([page(), article()], {}, NOW) == (page(), article())


@pytest.mark.parametrize("tier", DAYS_BY_TIER)
def test_an_answer_holds_for_the_days_of_its_tier(tier: int) -> None:
    work = page(tier=tier)
    days = DAYS_BY_TIER[tier]
    assert is_due(work, timedelta(days=days))
    assert not is_due(work, timedelta(days=days * (1 - EARLIER)) - timedelta(minutes=1))


def test_what_was_asked_on_one_day_falls_due_on_several() -> None:
    works = [page(f"https://a.example/{n}") for n in range(300)]
    days = {wait_for(work, checked(work.id)).days for work in works}
    assert len(days) >= 6


def test_the_same_id_always_waits_equally_long() -> None:
    assert wait_for(page(), checked()) == wait_for(page(tier=1), checked())


@pytest.mark.parametrize(
    "found",
    [
        finding(Verdict.TEMPORARY),
        finding(Verdict.UNVERIFIED, about="doi"),
        finding(Verdict.UNVERIFIED, days=9, about="doi"),
        finding(Verdict.BROKEN),
        finding(Verdict.SOFT_GONE),
        finding(Verdict.NO_SUCH_ID),
        finding(Verdict.RETRACTED),
    ],
)
def test_what_a_second_look_settles_is_due_the_next_day(found: Finding) -> None:
    assert is_due(page(), timedelta(hours=20), found)
    assert not is_due(page(), timedelta(hours=19), found)


@pytest.mark.parametrize("verdict", [Verdict.RETRACTED, Verdict.BROKEN, Verdict.WRONG_WORK])
def test_a_grave_finding_that_is_settled_is_due_once_a_week(verdict: Verdict) -> None:
    assert is_due(page(), timedelta(days=7), finding(verdict, days=2))
    assert not is_due(page(), timedelta(days=6), finding(verdict, days=2))


def test_a_page_that_could_not_be_told_to_be_ours_is_due_after_a_week() -> None:
    doubt = finding(Verdict.OK, by=())
    assert is_due(page(), timedelta(days=7), doubt)
    assert not is_due(page(), timedelta(days=6), doubt)
    assert not is_due(page(), timedelta(days=8), finding(Verdict.OK))


@pytest.mark.parametrize("verdict", [Verdict.MOVED, Verdict.BLOCKED, Verdict.CORRECTED])
def test_what_is_only_told_waits_as_long_as_what_is_well(verdict: Verdict) -> None:
    assert not is_due(page(), timedelta(days=8), finding(verdict))


def test_a_book_that_nobody_can_be_asked_for_is_not_due_every_day() -> None:
    book = Work(id="isbn:9780306406157", isbn="9780306406157", tier=2)
    assert not is_due(book, timedelta(days=2), finding(Verdict.UNVERIFIED, about="isbn"))


def test_an_answer_of_next_week_was_told_by_a_wrong_clock() -> None:
    assert is_due(page(), timedelta(days=-7))
    assert not is_due(page(), timedelta(minutes=-5))


def test_everything_is_asked_on_request_but_what_an_interrupted_run_has_asked() -> None:
    known = {PAGE: checked(), article().id: checked(article().id)}
    assert due([page(), article()], known, NOW, everything=True) == (page(), article())
    assert due([page(), article()], known, NOW, everything=True, already={PAGE}) == (article(),)


@given(st.text(max_size=60), st.integers(1, 5))
def test_no_work_waits_longer_than_its_tier_allows(name: str, tier: int) -> None:
    work = Work(id=name, url=name or "x", tier=tier)
    known = checked(name, asked=datetime(2026, 1, 1, tzinfo=UTC))
    most = timedelta(days=DAYS_BY_TIER[tier])
    assert most * (1 - EARLIER) <= wait_for(work, known) <= most
