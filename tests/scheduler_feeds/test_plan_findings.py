"""The plan tells what it lacks: slots, posts, hours that clocks skip, months of silence."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from plugins.practice.posts import Notice
from plugins.practice.problems import Problem, Severity
from plugins.practice.settings import WEEKDAYS
from plugins.scheduler_feeds.posting_plan.planned import PostingPlan
from tests.scheduler_feeds.posting_samples import START, day, plan, planned, rows, shared

PLENTY = [shared(f"p{number}") for number in range(40)]


def rules(found: PostingPlan) -> list[str]:
    return [problem.rule for problem in found.problems]


def only(found: PostingPlan, rule: str) -> Problem:
    (problem,) = [problem for problem in found.problems if problem.rule == rule]
    return problem


def test_a_plan_that_is_full_has_nothing_to_tell() -> None:
    assert planned(PLENTY).problems == ()


@pytest.mark.parametrize(
    ("without", "line", "word"), [("days", 41, "names no days"), ("times", 42, "names no times")]
)
def test_a_plan_without_days_or_times_is_told_with_its_line(
    without: str, line: int, word: str
) -> None:
    found = planned([shared("p")], plan=plan(**{without: ()}))  # type: ignore[arg-type]  # either is a tuple
    problem = only(found, "plan-no-slots")
    assert (problem.file, problem.line, problem.severity) == ("practice.toml", line, Severity.WARN)
    assert word in problem.what
    assert rules(found) == ["plan-no-slots"]
    assert found.shares == ()


def test_a_plan_too_short_for_a_slot_is_no_fault_of_its_days() -> None:
    assert rules(planned([shared("p")], start=day(11, 24), days=1)) == ["plan-lasts"]


def test_a_practice_without_networks_is_told_nothing() -> None:
    found = planned([shared("p")], networks={})
    assert (found.shares, found.problems) == ((), ())


def test_a_time_that_clocks_skip_is_told() -> None:
    found = planned(PLENTY, plan=plan(days=WEEKDAYS, times=(150,)), start=day(2, 1, year=2027))
    problem = only(found, "plan-time-gap")
    assert (problem.file, problem.line, problem.severity) == ("practice.toml", 42, Severity.NOTE)
    assert problem.what.replace("\u00a0", " ") == (
        "there is no 2:30 AM on March 14, 2027, when clocks go forward: "
        "that day's share goes out at 3:00 AM"
    )


def test_a_time_that_clocks_skip_on_another_day_than_the_plans_is_not_told() -> None:
    found = planned(PLENTY, plan=plan(times=(150,)), start=day(2, 1, year=2027))
    assert "plan-time-gap" not in rules(found)


def test_thirty_days_without_a_share_are_told_with_their_days() -> None:
    posts = [shared("p", turns=1), shared("q", turns=1, date=day(12, 23))]
    problem = only(planned(posts, days=40), "plan-gap")
    assert (problem.file, problem.line, problem.severity) == ("practice.toml", 40, Severity.WARN)
    assert problem.what == (
        "nothing is shared from November 23, 2026 to December 23, 2026: 30 days"
    )


def test_twenty_nine_days_without_a_share_are_not() -> None:
    posts = [shared("p", turns=1), shared("q", turns=1, date=day(12, 22))]
    found = planned(posts, plan=plan(days=WEEKDAYS, per_week=7), days=40)
    assert "plan-gap" not in rules(found)


def test_the_last_share_before_the_start_begins_a_gap() -> None:
    past, coming = shared("past", turns=1), shared("p", turns=1, date=day(12, 4))
    problem = only(
        planned([past, coming], handed_over=rows(past, day(10, 20)), days=30), "plan-gap"
    )
    assert "from October 20, 2026 to December 4, 2026: 45 days" in problem.what


def test_a_plan_that_ends_is_told_from_its_last_share_on() -> None:
    problem = only(planned([shared("p", turns=1)]), "plan-gap")
    assert problem.what == "nothing is planned after November 23, 2026"


def test_a_gap_that_is_far_away_is_not_told_yet() -> None:
    posts = [shared(f"p{number}", turns=1) for number in range(15)]
    found = planned(posts)
    assert found.lasts_until == date(2026, 12, 25)
    assert "plan-gap" not in rules(found)


def test_a_gap_of_which_less_than_thirty_days_are_in_sight_is_not_told_yet() -> None:
    posts = [shared(f"p{number}", turns=1) for number in range(17)]
    posts.append(shared("far", turns=1, date=day(2, 9, year=2027)))
    found = planned(posts)
    days = [share.at.date() for share in found.shares][-2:]
    assert days == [date(2026, 12, 30), date(2027, 2, 10)]
    assert "plan-gap" not in rules(found)


def test_four_months_of_silence_are_told_loudly() -> None:
    past = shared("past", date=day(7, 1), turns=1)
    found = planned([past], handed_over=rows(past, day(7, 26)))
    problem = only(found, "plan-silence")
    assert problem.severity is Severity.WARN
    assert problem.what == (
        "THE PRACTICE HAS BEEN SILENT FOR 120 DAYS: nothing was published and nothing shared "
        "since July 26, 2026"
    )


@pytest.mark.parametrize(
    ("published", "shared_on"), [(day(7, 27), day(7, 27)), (day(11, 2), day(7, 26))]
)
def test_a_share_or_a_publication_within_four_months_is_no_silence(
    published: datetime, shared_on: datetime
) -> None:
    past = shared("past", date=published, turns=1)
    assert "plan-silence" not in rules(planned([past], handed_over=rows(past, shared_on)))


def test_what_is_still_to_come_breaks_no_silence() -> None:
    past, coming = shared("past", date=day(6, 1), turns=1), shared("p", date=day(11, 24))
    found = planned([past, coming], handed_over=rows(coming, day(11, 25)))
    assert "plan-silence" in rules(found)


def test_a_new_practice_has_not_been_silent() -> None:
    assert "plan-silence" not in rules(planned([]))


def test_the_plan_knows_how_long_new_material_lasts() -> None:
    posts = [shared(f"p{number}") for number in range(4)]
    found = planned(posts)
    assert found.lasts_until == date(2026, 11, 30)
    problem = only(found, "plan-lasts")
    assert problem.severity is Severity.NOTE
    assert problem.what == "approved material lasts until November 30, 2026"


@pytest.mark.parametrize(("dom", "is_told"), [(23, True), (24, False)])
def test_material_that_ends_within_thirty_days_is_told(dom: int, is_told: bool) -> None:
    found = planned([shared("p", date=day(12, dom))], plan=plan(days=WEEKDAYS))
    assert found.lasts_until == date(2026, 12, dom)
    assert ("plan-lasts" in rules(found)) is is_told


def test_what_was_handed_over_for_the_first_time_is_material_too() -> None:
    post = shared("p")
    found = planned([post], handed_over=rows(post, day(12, 29)))
    assert found.lasts_until == date(2026, 12, 29)
    assert "plan-lasts" not in rules(found)


def test_material_that_has_run_out_is_told() -> None:
    post = shared("p")
    found = planned([post], handed_over=rows(post, day(11, 20)))
    assert found.lasts_until is None
    assert only(found, "plan-lasts").what == "all approved material has been shared"


def test_every_finding_says_why_and_what_to_do() -> None:
    past = shared("past", date=day(6, 1), turns=1)
    notice = shared("n", Notice, starts=day(12, 20), ends=day(12, 21))
    found = [
        planned([]),
        planned([past], handed_over=rows(past, day(6, 2))),
        planned([notice], plan=plan(times=())),
        planned([past], plan=plan(days=WEEKDAYS, times=(150,)), start=START),
    ]
    problems = [problem for one in found for problem in one.problems]
    assert {problem.rule for problem in problems} == {
        "plan-gap", "plan-silence", "plan-lasts", "plan-no-slots", "plan-time-gap",
    }  # fmt: skip
    assert all(problem.why and problem.fix and problem.line for problem in problems)
