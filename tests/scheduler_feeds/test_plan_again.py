"""Evergreen posts come again after 60 and 180 days, each time in other words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from plugins.practice.posts import Event, Link, Notice, Post, Question
from plugins.scheduler_feeds.shared_post import SharedPost
from tests.scheduler_feeds.posting_samples import (
    TEXT_NETWORKS,
    day,
    days_of,
    plan,
    planned,
    row,
    rows,
    shared,
    snippet,
    told,
)

LONG_AGO = day(8, 3, 12, 15)
"""112 days before the start: due for its second turn, not for its third."""


@pytest.mark.parametrize("kind", [None, Question, Link])
def test_a_post_that_the_plan_shares_first_comes_again_after_60_and_180_days(
    kind: type[Post] | None,
) -> None:
    post = shared("p", kind) if kind else shared("p")
    found = planned([post], days=200)
    # January 22 and May 22, 2027 are the days; Friday is a day of the plan, Saturday is not.
    assert days_of(found, "p") == ["2026-11-23", "2027-01-22", "2027-05-24"]
    assert [share.turn for share in found.shares] == [0, 1, 2]


def test_a_post_that_was_handed_over_comes_again_when_it_is_due() -> None:
    post = shared("p")
    found = planned([post], handed_over=rows(post, day(10, 5, 12, 15)), days=30)
    assert [(f"{s.at:%m-%d}", s.turn, s.networks) for s in found.shares] == [
        ("12-04", 1, TEXT_NETWORKS)
    ]


def test_a_turn_that_comes_late_keeps_60_days_from_the_next_one() -> None:
    post = shared("p")
    found = planned([post], handed_over=rows(post, day(3, 2, 12, 15)), days=120)
    assert days_of(found, "p") == ["2026-11-23", "2027-01-22"]


def test_a_post_comes_three_times_and_no_more() -> None:
    post = shared("p", turns=5)
    handed = [
        *rows(post, day(1, 5)),
        *rows(post, day(3, 9), turn=1),
        *rows(post, day(7, 6), turn=2),
    ]
    assert planned([post], handed_over=handed).shares == ()


@pytest.mark.parametrize(
    "post",
    [
        shared("p", evergreen=False),
        shared("p", turns=1),
        shared("p", Notice, starts=date(2027, 1, 1), ends=date(2027, 1, 2)),
        shared("p", Event, starts=day(12, 30, 18), ends=day(12, 30, 19)),
    ],
    ids=["not evergreen", "no other text", "notice", "event"],
)
def test_some_posts_come_once(post: SharedPost) -> None:
    assert planned([post], handed_over=rows(post, LONG_AGO)).shares == ()


def test_nothing_comes_again_where_the_practice_does_not_want_it() -> None:
    post = shared("p")
    handed = rows(post, LONG_AGO)
    assert planned([post], handed_over=handed, plan=plan(reshare=False)).shares == ()
    assert len(planned([shared("q")], plan=plan(reshare=False)).shares) == 1


def test_only_networks_with_another_text_are_in_a_later_turn() -> None:
    post = shared("p")
    later = (
        {
            "facebook": snippet("facebook", "p facebook 0"),  # word for word the first
            "x": snippet("x", "Something new"),
        },
    )
    post = replace(post, later=later)
    found = planned([post], handed_over=rows(post, LONG_AGO), days=30)
    assert [share.networks for share in found.shares] == [("x",)]


def test_a_text_that_was_handed_over_without_its_link_is_the_same_text() -> None:
    post = shared("p", networks=("x",))
    later = ({"x": snippet("x", "Read this: https://example.org", apart="Read this")},)
    post = replace(post, later=later)
    handed = [row(post, "x", LONG_AGO, text="Read this")]
    assert planned([post], handed_over=handed).shares == ()


def test_a_text_of_the_plan_itself_is_not_used_a_second_time() -> None:
    post = shared("p", networks=("x",))
    same = {"x": snippet("x", "p x 0")}
    other = {"x": snippet("x", "Something new")}
    found = planned([replace(post, later=(same, other))], days=200)
    # The second turn has nothing new to say, so that the third is the next one.
    assert [(f"{s.at:%Y-%m-%d}", s.turn) for s in found.shares] == [
        ("2026-11-23", 0),
        ("2027-05-24", 2),
    ]


@pytest.mark.parametrize(
    ("review", "comes"), [(date(2026, 11, 22), []), (date(2026, 11, 23), ["2026-11-23"])]
)
def test_a_post_does_not_come_again_after_the_day_of_its_next_review(
    review: date, comes: list[str]
) -> None:
    post = shared("p", next_review=review)
    assert days_of(planned([post], handed_over=rows(post, LONG_AGO), days=30), "p") == comes


def test_a_post_whose_review_is_late_is_not_shared_for_the_first_time_either() -> None:
    plan = planned([shared("p", next_review=date(2026, 11, 1))], days=30)
    assert days_of(plan, "p") == []
    (left,) = plan.unplanned
    assert left.why.startswith("its review is due before")


def test_the_post_that_has_been_due_longest_comes_again_first() -> None:
    one, two = shared("one"), shared("two")
    handed = [*rows(one, day(9, 14)), *rows(two, day(9, 7))]
    assert [uid for _, uid in told(planned([one, two], handed_over=handed, days=7))] == [
        "two",
        "one",
    ]


def test_a_repeat_takes_no_topic_from_a_new_post_about_to_go_up() -> None:
    old = shared("old", topics=("flu",))
    new = shared("new", topics=("flu",), date=day(12, 1))
    found = planned([old, new], handed_over=rows(old, LONG_AGO), days=40)
    assert told(found) == [("12-02 12:15", "new"), ("12-16 12:15", "old")]


def test_a_repeat_takes_no_topic_from_a_new_post_that_waits_for_another_one() -> None:
    recent = shared("recent", topics=("flu",), turns=1)
    old = shared("old", topics=("sleep",))
    new = shared("new", topics=("flu", "sleep"))
    handed = [*rows(recent, day(11, 20)), *rows(old, LONG_AGO)]
    found = planned([recent, old, new], handed_over=handed, days=40)
    assert told(found) == [("12-04 12:15", "new"), ("12-18 12:15", "old")]


def test_a_repeat_makes_room_for_a_call_to_book_on_its_own_topic() -> None:
    called = shared("called", books=True, turns=1)
    old = [shared(f"old{number}", topics=(f"t{number}",)) for number in range(4)]
    new = shared("new", topics=("t0", "t1", "t2", "t3"), books=True)
    handed = [*rows(called, day(11, 20)), *(line for of in old for line in rows(of, LONG_AGO))]
    found = planned([called, *old, new], handed_over=handed, days=40)
    assert [uid for _, uid in told(found)] == ["old0", "old1", "old2", "old3", "new"]


def test_a_repeat_does_not_wait_for_a_new_post_that_is_still_far() -> None:
    old = shared("old", topics=("flu",))
    new = shared("new", topics=("flu",), date=day(12, 8))
    found = planned([old, new], handed_over=rows(old, LONG_AGO), days=30)
    assert told(found) == [("11-23 12:15", "old"), ("12-09 12:15", "new")]


def test_a_turn_that_some_networks_had_is_not_made_up_for_on_the_others() -> None:
    post = shared("p")
    handed = [*rows(post, day(3, 2)), row(post, "x", day(8, 3), turn=1)]
    assert [share.turn for share in planned([post], handed_over=handed).shares] == [2]


def test_a_repeat_of_a_topic_keeps_14_days_like_any_share() -> None:
    posts = [shared("one", topics=("flu",)), shared("two", topics=("flu",))]
    handed = [*rows(posts[0], day(9, 14)), *rows(posts[1], day(9, 7))]
    found = planned(posts, handed_over=handed, days=20)
    assert told(found) == [("11-23 12:15", "two"), ("12-07 12:15", "one")]


def test_a_translation_comes_again_on_its_own_and_on_another_day() -> None:
    fields: dict[str, Any] = {"slug": "flu-shot", "topics": ("flu",)}
    posts = [shared("en", Question, **fields), shared("es", Question, lang="es", **fields)]
    handed = [line for post in posts for line in rows(post, LONG_AGO)]
    assert told(planned(posts, handed_over=handed, days=7)) == [
        ("11-23 12:15", "en"),
        ("11-25 12:15", "es"),
    ]
