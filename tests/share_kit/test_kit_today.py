"""The list on top: what goes out today, what to look at, what is due."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from plugins.practice.posts import State
from plugins.practice.problems import Problem, Severity
from plugins.scheduler_feeds.posting_plan.planned import PostingPlan, Unplanned
from tests.scheduler_feeds.samples import article
from tests.share_kit.kit_samples import kit_post
from tests.share_kit.posting_kit import (
    HELD,
    MONDAY,
    ONE,
    TOOLED,
    TWO,
    at,
    given,
    online,
    page,
    planned,
    section,
    told,
    withdrawn,
    words,
)


def test_what_a_tool_posts_today_is_told_with_its_tool_and_time() -> None:
    root = page(handed_over=[given(ONE.post, "facebook", at(21)), given(ONE.post, "x", at(21))])
    out = told(root, "goes-out")
    assert "12:15 PM" in out
    assert "Buffer posts it today, 12:15 PM. Look at it once it is out. Facebook X" in out
    assert "by hand" not in out


def test_what_no_tool_has_is_to_be_posted_by_hand_now() -> None:
    root = page(shares=[planned(ONE, at(21), "facebook", "doximity")])
    out = told(root, "goes-out")
    assert "Post by hand now: choose the network for its text. Facebook Doximity" in out


def test_one_post_may_be_partly_with_a_tool_and_partly_by_hand() -> None:
    root = page(
        shares=[planned(ONE, at(21), "doximity")],
        handed_over=[given(ONE.post, "facebook", at(21))],
    )
    assert len(section(root, "goes-out").xpath(".//li[@class='out']")) == 1
    out = told(root, "goes-out")
    assert "Buffer posts it today" in out
    assert "Post by hand now" in out


def test_each_network_leads_to_its_text_and_each_title_to_its_card() -> None:
    root = page(shares=[planned(ONE, at(21), "facebook", "doximity")])
    links = section(root, "goes-out").xpath(".//a/@href")
    assert links == ["#post-uid0000001", "#s-uid0000001-facebook", "#s-uid0000001-doximity"]
    assert all(root.xpath("//*[@id=$id]", id=link[1:]) for link in links)


def test_what_goes_out_on_another_day_is_not_todays_but_the_next_is_named() -> None:
    root = page(shares=[planned(ONE, at(23), "facebook")])
    assert told(root, "goes-out") == (
        "Goes out today Nothing goes out today. Next: Wed, Sep 23, 12:15 PM."
    )


def test_a_quiet_day_is_told_in_friendly_sentences() -> None:
    root = page()
    assert told(root, "goes-out") == "Goes out today Nothing goes out today."
    assert told(root, "look-at") == "Look at Nothing to look at. All is as it should be."
    assert told(root, "due") == "Due Nothing is due."
    assert "Nothing to do. Enjoy the quiet." in told(root, "today")


def test_the_heading_counts_what_there_is_to_do() -> None:
    root = page(
        (ONE, TWO, HELD),
        shares=[planned(ONE, at(21), "x"), planned(TWO, at(21, 17), "x")],
        today=MONDAY,
    )
    assert "2 posts to go out, 1 thing to look at" in told(root, "today")


@pytest.mark.parametrize(
    ("today", "seen"),
    [
        (date(2026, 9, 21), {"Friday's", "Saturday's"}),
        (date(2026, 9, 22), {"Monday's"}),
        (date(2026, 9, 23), set()),
    ],
)
def test_what_went_out_since_the_last_workday_is_looked_at(today: date, seen: set[str]) -> None:
    days = {"Thursday's": 17, "Friday's": 18, "Saturday's": 19, "Monday's": 21}
    posts = [kit_post(article(n, title=title)) for n, title in enumerate(days, 1)]
    rows = [given(p.post, "x", at(days[p.post.title])) for p in posts]
    look = told(page(posts, handed_over=rows, today=today), "look-at")
    assert {title for title in days if title in look} == seen


def test_a_post_to_take_down_is_looked_at_first_thing() -> None:
    gone = withdrawn(7)
    rows = [given(gone.post, "x", at(24)), given(gone.post, "facebook", at(9))]
    root = page((ONE, gone), handed_over=rows)
    assert "2 copies: 1 not out yet, 1 out already." in told(root, "look-at")
    assert "#down-uid0000007" in section(root, "look-at").xpath(".//a/@href")


def test_what_is_held_and_what_is_wrong_elsewhere_is_looked_at() -> None:
    wrong = Problem(
        rule="x", severity=Severity.BLOCK, file="sources.toml", line=1, what="w", why="y", fix="f"
    )
    root = page((ONE, HELD), [wrong])
    look = told(root, "look-at")
    assert "1 post is held back" in look
    assert "1 other file has a problem" in look
    for link in section(root, "look-at").xpath(".//a/@href"):
        assert root.xpath("//*[@id=$id]", id=link[1:])


EXPORT = "python3 tasks.py export buffer --week 2026-W40"


@pytest.mark.parametrize(("day", "asked"), [(23, False), (24, True), (27, True)])
def test_next_week_is_to_be_handed_over_from_thursday_on(day: int, asked: bool) -> None:
    root = page(shares=[planned(ONE, at(28), "facebook")], today=date(2026, 9, day))
    assert (EXPORT in told(root, "due")) is asked


def test_this_week_is_to_be_handed_over_at_once() -> None:
    root = page(shares=[planned(ONE, at(25), "facebook")])
    assert "python3 tasks.py export buffer --week 2026-W39" in told(root, "due")
    [button] = section(root, "due").xpath(".//button")
    assert words(root.xpath("//*[@id=$id]", id=button.get("data-copy"))[0]).endswith("2026-W39")


def test_what_goes_out_today_comes_too_late_for_a_tool_and_is_noted_by_hand() -> None:
    due = told(page(shares=[planned(ONE, at(21), "facebook")]), "due")
    assert "export buffer" not in due
    assert "Note this week as posted by hand" in due
    assert "python3 tasks.py export by-hand --week 2026-W39" in due


def test_what_a_person_posts_today_stands_among_what_is_to_be_posted_by_hand() -> None:
    row = given(ONE.post, "facebook", at(21), scheduler="by-hand")
    share = replace(planned(ONE, at(21)), handed_over=("facebook",))
    root = page(shares=[share], handed_over=[row])
    assert "Post by hand now" in told(root, "today")
    assert "export by-hand" not in told(root, "due")


def test_what_a_person_posted_is_told_as_shared_by_hand() -> None:
    row = given(ONE.post, "facebook", at(17), scheduler="by-hand")
    text = words(page(handed_over=[row]))
    assert "by hand" in text
    assert "By hand has it" not in text


def test_a_week_that_was_handed_over_is_not_asked_for_again() -> None:
    root = page(
        shares=[planned(ONE, at(28), "facebook")],
        handed_over=[given(TWO.post, "facebook", at(30))],
        today=date(2026, 9, 25),
    )
    assert EXPORT not in told(root, "due")


def test_nobody_is_asked_to_hand_over_what_no_tool_takes() -> None:
    by_hand = [planned(ONE, at(28), "doximity")]
    assert "export buffer" not in told(page(shares=by_hand, today=date(2026, 9, 25)), "due")
    planless = page(
        shares=[planned(ONE, at(28), "facebook")],
        today=date(2026, 9, 25),
        practice=replace(TOOLED, schedulers=()),
    )
    assert "export buffer" not in told(planless, "due")
    assert "export by-hand" in told(planless, "due")


@pytest.mark.parametrize(
    ("review", "expected"),
    [
        (MONDAY + timedelta(days=61), ""),
        (MONDAY + timedelta(days=60), "To be reviewed by Nov 20: in 60 days"),
        (MONDAY + timedelta(days=1), "To be reviewed by Sep 22: in 1 day"),
        (MONDAY, "To be reviewed by Sep 21: today"),
        (MONDAY - timedelta(days=22), "To be reviewed by Aug 30: 22 days late"),
    ],
)
def test_reviews_are_due_from_sixty_days_before(review: date, expected: str) -> None:
    root = page([kit_post(article(1, next_review=review))])
    assert expected in told(root, "due")
    assert ("To be reviewed" in told(root, "due")) is bool(expected)
    assert bool(section(root, "due").xpath(".//li[contains(@class, 'urgent')]")) is (
        review < MONDAY
    )


def test_only_public_posts_are_due_for_review() -> None:
    post = replace(kit_post(article(1, next_review=MONDAY)), state=State.HELD)
    assert "To be reviewed" not in told(page([post]), "due")


def finding(rule: str, what: str) -> Problem:
    return Problem(
        rule=rule,
        severity=Severity.WARN,
        file="practice.toml",
        line=3,
        what=what,
        why="w",
        fix="write more",
    )


def test_gaps_and_silence_are_told_once() -> None:
    gap = finding("plan-gap", "nothing is planned after October 2, 2026")
    lasts = finding("plan-lasts", "approved material lasts until October 2, 2026")
    plan = PostingPlan(problems=(gap, lasts), lasts_until=date(2026, 10, 2))
    due = told(page(problems=[gap, lasts], plan=plan), "due")
    assert due.count("Nothing is planned after October 2, 2026") == 1
    assert due.count("pproved material lasts until October 2, 2026") == 1
    assert "write more" in due


def test_silence_is_loud() -> None:
    root = page(problems=[finding("plan-silence", "NO WORD FOR 130 DAYS")])
    assert words(section(root, "due").xpath(".//li[contains(@class, 'urgent')]")[0]).startswith(
        "NO WORD FOR 130 DAYS"
    )


def test_a_notice_that_would_be_over_is_shared_by_hand_today() -> None:
    assert ONE.shared
    assert TWO.shared
    root = page(
        unplanned=[
            Unplanned(shared=ONE.shared, why="no slot before it ends", urgent=True),
            Unplanned(shared=TWO.shared, why="no slot in 200 days"),
        ]
    )
    assert "No slot before it ends." in told(root, "goes-out")
    assert "No slot in 200 days." not in told(root, "goes-out")
    assert "No slot in 200 days." in told(root, "plan")


def test_pages_that_are_not_online_are_to_be_deployed() -> None:
    root = page(public=online(ONE))
    assert "1 page is ready but not online" in told(root, "due")
    assert "python3 tasks.py deploy" in told(root, "due")
    assert "deploy" not in told(page(public=online(ONE, TWO)), "due")


def test_before_the_first_deploy_nobody_knows_what_is_online() -> None:
    assert "deploy" not in told(page(public={}), "due")
    assert "deploy" not in told(page(public=None), "due")


def test_a_damaged_ledger_is_told_before_anything_is_posted_twice() -> None:
    assert "cannot be read" in told(page(handed_over=None), "today")
    assert "cannot be read" not in told(page(), "today")


def test_the_page_knows_the_day_it_was_built_for() -> None:
    assert section(page(), "today").get("data-built") == "2026-09-21"
    made_up = replace(TOOLED, demonstration_today=MONDAY)
    assert section(page(practice=made_up), "today").get("data-built") is None
