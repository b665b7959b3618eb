"""What is known of a work holds a post only when it is grave, settled, fresh and not accepted."""

from __future__ import annotations

from dataclasses import replace

import pytest

from plugins.cited_sources.consequences.accepting import check_accepted
from plugins.cited_sources.consequences.known import KnownWorks
from plugins.cited_sources.consequences.problems import entry_problems, problems_of
from plugins.cited_sources.consequences.weights import WEIGHTS
from plugins.practice.posts import Page
from plugins.practice.problems import Problem, Severity
from plugins.practice.source_checks import SourceChecks, Verdict
from tests.cited_sources.finding_samples import (
    OTHER,
    POST,
    TODAY,
    accepted,
    at,
    checked,
    finding,
    found,
    known,
    link,
    work,
)

BLOCK, WARN, NOTE = Severity.BLOCK, Severity.WARN, Severity.NOTE
HOLDING = {
    Verdict.RETRACTED,
    Verdict.NO_SUCH_ID,
    Verdict.WRONG_WORK,
    Verdict.BROKEN,
    Verdict.SOFT_GONE,
}
NEVER_MORE_THAN_NOTES = {Verdict.BLOCKED, Verdict.TEMPORARY, Verdict.UNVERIFIED}


def told(known: KnownWorks) -> Problem:
    (problem,) = problems_of(POST, known)
    return problem


def test_every_verdict_has_its_rule_and_words() -> None:
    assert set(WEIGHTS) == set(Verdict)
    rules = {v: weight.rule for v, weight in WEIGHTS.items() if v is not Verdict.OK}
    assert rules == {verdict: f"source-{verdict}" for verdict in rules}


@pytest.mark.parametrize("verdict", sorted(set(WEIGHTS) - {Verdict.OK}))
def test_only_grave_findings_seen_on_two_days_hold_a_post(verdict: Verdict) -> None:
    holds = told(found(verdict)).severity is BLOCK
    assert holds is (verdict in HOLDING)
    assert told(found(verdict, days=1)).severity is not BLOCK


@pytest.mark.parametrize("verdict", sorted(NEVER_MORE_THAN_NOTES))
def test_what_nobody_could_answer_is_never_more_than_a_note(verdict: Verdict) -> None:
    assert told(found(verdict, days=9)).severity is NOTE


def test_a_grave_finding_that_was_last_seen_long_ago_holds_nothing() -> None:
    problem = told(found(Verdict.BROKEN, ago=400))
    assert problem.severity is WARN
    assert "it holds nothing today" in problem.why


def test_a_grave_finding_says_that_a_second_day_will_hold_the_post() -> None:
    problem = told(found(Verdict.RETRACTED, days=1))
    assert problem.severity is WARN
    assert "a second day will hold" in problem.why


def test_a_problem_says_what_who_since_when_and_what_to_do() -> None:
    problem = told(found(Verdict.RETRACTED, what="retracted on 2026-08-01"))
    assert (problem.file, problem.line, problem.rule) == (POST.file, 12, "source-retracted")
    assert problem.what == (
        '"trial" was retracted on 2026-08-01 '
        "(Crossref and PubMed, since 2026-09-14, last on 2026-09-21)"
    )
    assert "cite another work" in problem.fix


@pytest.mark.parametrize(
    ("verdict", "what", "told_as"),
    [
        (Verdict.CONCERN, "expression of concern of 2026", "has an expression of concern of 2026"),
        (Verdict.BROKEN, "HTTP 404", "leads nowhere any more: HTTP 404"),
        (Verdict.BROKEN, "", "leads nowhere any more ("),
        (Verdict.RETRACTED, "retracted", "was retracted ("),
        (Verdict.RETRACTED, "retractedly", "was retracted: retractedly"),
    ],
)
def test_a_finding_is_said_once(verdict: Verdict, what: str, told_as: str) -> None:
    assert told_as in told(found(verdict, what=what)).what


def test_the_address_to_use_instead_and_the_archived_copy_are_suggested() -> None:
    one = work()
    broken = finding(Verdict.BROKEN, fix="https://new.example/page")
    state = checked(one, broken, archive="https://web.archive.example/2024/page")
    fix = told(known([(one, state)])).fix
    assert "suggested: https://new.example/page" in fix
    assert "an archived copy stands at https://web.archive.example/2024/page" in fix


def test_a_plain_link_that_is_broken_never_holds_a_post() -> None:
    for verdict in (Verdict.BROKEN, Verdict.SOFT_GONE, Verdict.NO_SUCH_ID):
        one = link()
        problem = told(known([(one, checked(one, finding(verdict, days=9), ok=None))]))
        assert problem.severity is WARN
        assert problem.what.startswith("the link https://gone.example/page")


def test_a_post_that_only_links_to_a_work_which_others_cite_is_not_held_for_it() -> None:
    one = work(places=(at(), at(OTHER.file, 5, OTHER.uid)))
    state = known([(one, checked(one, finding(Verdict.BROKEN)))])
    assert told(state).severity is BLOCK
    assert [p.severity for p in problems_of(OTHER, state)] == [WARN]


def test_a_post_is_held_when_the_page_that_it_is_about_is_gone() -> None:
    about = replace(link(), cited_at=(replace(at(), is_subject=True),))
    gone = checked(about, finding(Verdict.BROKEN, about="url"), ok=None)
    assert told(known([(about, gone)])).severity is BLOCK


def test_a_plain_link_to_a_retracted_work_holds_a_post() -> None:
    one = link("https://doi.org/10.1000/x", doi="10.1000/x")
    assert told(known([(one, checked(one, finding(Verdict.RETRACTED)))])).severity is BLOCK


def test_a_host_that_turns_robots_away_is_no_matter_where_the_identifier_answered() -> None:
    one = work()
    blocked = finding(Verdict.BLOCKED)
    assert problems_of(POST, known([(one, checked(one, blocked, ok=0))])) == []
    assert told(known([(one, checked(one, blocked, ok=None))])).rule == "source-blocked"


def test_each_work_is_told_once_a_post_at_its_first_place() -> None:
    one = work(places=(at(line=20), at(line=31), at(OTHER.file, 5, OTHER.uid)))
    state = known([(one, checked(one, finding(Verdict.RETRACTED), finding(Verdict.MOVED)))])
    assert [(p.rule, p.line) for p in problems_of(POST, state)] == [
        ("source-retracted", 20),
        ("source-moved", 20),
    ]
    assert [p.line for p in problems_of(OTHER, state)] == [5, 5]


def test_a_page_stays_whatever_its_sources_are() -> None:
    page = Page(file="pages/contact.md", title="Contact", slug="contact", lang="en", text="")
    one = work(places=(at(page.file, 4, ""),))
    state = known([(one, checked(one, finding(Verdict.RETRACTED)))])
    assert [p.severity for p in problems_of(page, state)] == [WARN]


@pytest.mark.parametrize("verdict", sorted(HOLDING))
def test_a_work_that_nothing_cites_is_a_warning_at_its_entry_and_in_the_report(
    verdict: Verdict,
) -> None:
    one = work(places=(at("sources.toml", 7, ""),))
    state = known([(one, checked(one, finding(verdict)))])
    (problem,) = entry_problems(state)
    assert (problem.severity, problem.file, problem.line) == (WARN, "sources.toml", 7)
    (judged,) = state.judged(one)
    assert (judged.severity, judged.can_hold) == (WARN, False)
    assert list(entry_problems(found(Verdict.RETRACTED))) == []


def test_a_number_that_an_entry_could_have_is_a_note_there_and_not_in_every_post() -> None:
    state = found(Verdict.OK, what="its DOI is 10.1000/x", fix="https://doi.org/10.1000/x")
    assert problems_of(POST, state) == []
    (problem,) = entry_problems(state)
    assert (problem.rule, problem.severity) == ("source-identifier", NOTE)
    assert "suggested: https://doi.org/10.1000/x" in problem.fix


@pytest.mark.parametrize(
    ("what", "by", "told_as"),
    [
        ("answers, but with nothing to read", (), '"trial" answers, but with nothing to read ('),
        ('its page is called "X"', (), '"trial" answers: its page is called "X" (our check'),
        ("the place #a was not seen", ("web",), '"trial" answers: the place #a was not seen (its'),
    ],
)
def test_a_remark_without_a_number_says_nothing_of_one(
    what: str, by: tuple[str, ...], told_as: str
) -> None:
    (problem,) = entry_problems(found(Verdict.OK, what=what, by=by))
    assert problem.what.startswith(told_as)
    assert (problem.rule, problem.severity) == ("source-remark", NOTE)
    assert "number" not in f"{problem.what} {problem.why} {problem.fix}"
    assert "open it in a browser" in problem.fix


def test_works_that_were_never_asked_and_damaged_checks_hold_nothing() -> None:
    one = work()
    assert problems_of(POST, known([(one, None)])) == []
    damaged = KnownWorks(works=[one], checks=SourceChecks(works=None), today=TODAY)
    assert problems_of(POST, damaged) == []


def test_words_from_the_web_can_neither_move_the_cursor_nor_hide_others() -> None:
    problem = told(found(Verdict.DRIFTED, what="now \x1b[2J\u202e\u200b\n\tevil " + "x" * 5_000))
    assert "\x1b" not in problem.what
    assert "\u202e" not in problem.what
    assert len(problem.what) < 500


def test_an_accepted_finding_is_a_note_that_says_who_why_and_until_when() -> None:
    rows = [accepted(verdict=Verdict.BROKEN)]
    problem = told(found(Verdict.BROKEN, rows=rows))
    assert problem.severity is NOTE
    assert "tom accepts it until 2026-10-21: It was replaced under the same DOI." in problem.what
    assert "nothing to do until 2026-10-21" in problem.fix


def test_an_accepted_retraction_stays_visible_as_a_warning() -> None:
    assert told(found(Verdict.RETRACTED, rows=[accepted()])).severity is WARN


@pytest.mark.parametrize("name", ["trial", "doi:10.1000/trial", "DOI:10.1000/Trial"])
def test_a_row_names_its_work_by_key_or_id(name: str) -> None:
    assert told(found(Verdict.RETRACTED, rows=[accepted(name)])).severity is WARN


def test_a_row_accepts_only_its_own_finding() -> None:
    assert told(found(Verdict.RETRACTED, rows=[accepted(verdict=Verdict.BROKEN)])).blocks


def test_a_row_holds_to_its_last_day_and_not_a_day_longer() -> None:
    assert not told(found(Verdict.RETRACTED, rows=[accepted(until=0)])).blocks
    ended = found(Verdict.RETRACTED, rows=[accepted(until=-1)])
    assert told(ended).blocks
    (problem,) = check_accepted(ended)
    assert (problem.rule, problem.line, problem.severity) == ("accepted-expired", 3, WARN)
    assert "until 2026-09-20" in problem.what


def test_nobody_can_accept_for_a_person_whom_the_practice_does_not_have() -> None:
    state = found(Verdict.RETRACTED, rows=[accepted(by="tomm")])
    assert told(state).blocks
    (problem,) = check_accepted(state)
    assert problem.rule == "accepted-by-nobody"
    assert 'did you mean "tom"' in problem.fix


def test_a_row_of_a_work_that_nothing_cites_is_told() -> None:
    (problem,) = check_accepted(found(Verdict.RETRACTED, rows=[accepted("trail")]))
    assert (problem.rule, problem.file) == ("accepted-unknown-work", "ledger/accepted.toml")


def test_a_row_whose_finding_is_gone_is_a_note() -> None:
    state = found(Verdict.MOVED, rows=[accepted()])
    (problem,) = check_accepted(state)
    assert (problem.rule, problem.severity) == ("accepted-no-longer-found", NOTE)


def test_of_damaged_checks_nothing_is_guessed_about_a_row() -> None:
    state = found(Verdict.RETRACTED, rows=[accepted()])
    damaged = replace(state.checks, works=None)
    assert check_accepted(replace(state, checks=damaged)) == []


def test_a_row_that_does_what_it_says_is_not_told() -> None:
    assert check_accepted(found(Verdict.RETRACTED, rows=[accepted()])) == []
