"""What a scheduler was given is never given again and never moved, whatever else changes."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

from plugins.practice.posts import Notice
from tests.scheduler_feeds.posting_samples import (
    START,
    ZONE,
    day,
    days_of,
    hand_over,
    on,
    plan,
    planned,
    row,
    rows,
    shared,
    told,
)


def test_a_share_that_was_handed_over_stands_at_its_own_time() -> None:
    post = shared("p")
    (share, *_) = planned([post], handed_over=rows(post, day(11, 24, 7, 3))).shares
    assert (share.at, share.turn, share.networks) == (day(11, 24, 7, 3), 0, ())
    assert share.handed_over == ("facebook", "x", "doximity")


def test_it_is_told_in_the_zone_of_the_plan_however_the_ledger_writes_it() -> None:
    post = shared("p")
    at = datetime(2026, 11, 24, 9, 3, tzinfo=timezone(timedelta(hours=-3)))
    (share, *_) = planned([post], handed_over=rows(post, at)).shares
    assert (share.at, share.at.tzinfo) == (day(11, 24, 7, 3), ZONE)
    assert share.week == "2026-W48"


def test_networks_that_no_scheduler_was_given_stay_at_the_same_time() -> None:
    post = shared("p")
    (share, *_) = planned([post], handed_over=[row(post, "x", day(11, 25, 8))]).shares
    assert (share.at, share.networks, share.handed_over) == (
        day(11, 25, 8),
        ("facebook", "doximity"),
        ("x",),
    )


def test_a_network_that_another_tool_was_given_is_not_left_to_do() -> None:
    post = shared("p")
    handed = [
        row(post, "x", day(11, 25, 8)),
        row(post, "facebook", day(11, 25, 8), scheduler="hootsuite"),
        row(post, "doximity", day(11, 27, 9)),
    ]
    first, second, *_ = planned([post], handed_over=handed).shares
    assert (first.networks, first.handed_over) == ((), ("facebook", "x"))
    assert (second.networks, second.handed_over) == ((), ("doximity",))


def test_a_text_that_was_edited_afterwards_is_not_handed_over_again() -> None:
    post = shared("p")
    handed = [row(post, "x", day(11, 25, 8), text="As it was before somebody mended a typo")]
    (share, *_) = planned([post], handed_over=handed).shares
    assert (share.networks, share.handed_over) == (("facebook", "doximity"), ("x",))


def test_what_is_left_to_do_stays_with_the_first_of_two_shares_of_a_turn() -> None:
    post = shared("p")
    handed = [row(post, "x", day(11, 25, 8)), row(post, "facebook", day(11, 27, 8))]
    first, second, *_ = planned([post], handed_over=handed).shares
    assert (first.networks, second.networks) == (("doximity",), ())


def test_networks_left_out_of_a_past_share_are_past_as_well() -> None:
    post = shared("p", turns=1)
    assert planned([post], handed_over=[row(post, "x", day(11, 20))]).shares == ()


def test_a_later_turn_that_was_handed_over_keeps_to_its_own_texts() -> None:
    post = shared("p")
    handed = [*rows(post, day(9, 1)), row(post, "x", day(11, 25, 8), turn=1)]
    (share,) = planned([post], handed_over=handed, days=30).shares
    assert (share.turn, share.networks, share.handed_over) == (1, ("facebook", "doximity"), ("x",))


def test_a_network_that_the_practice_has_no_more_is_still_told_as_handed_over() -> None:
    post = shared("p")
    handed = [row(post, "tumblr", day(11, 25, 8)), row(post, "x", day(11, 25, 8))]
    (share, *_) = planned([post], handed_over=handed, networks=on("facebook", "x")).shares
    assert (share.networks, share.handed_over) == (("facebook",), ("x", "tumblr"))


def test_no_network_is_added_to_a_share_before_the_page_is_up() -> None:
    post = shared("p", date=day(11, 26))
    (share, *_) = planned([post], handed_over=[row(post, "x", day(11, 25, 8))]).shares
    assert (share.networks, share.handed_over) == ((), ("x",))


def test_a_new_post_moves_nothing_that_was_handed_over() -> None:
    posts = [shared(f"p{number}", date=day(11, 1 + number)) for number in range(6)]
    first_week = planned(posts).shares[:3]
    handed = hand_over(first_week, ("facebook", "x"))
    alert = shared("alert", Notice, type="alert", starts=START, ends=day(12, 20))
    newest = shared("newest", date=day(11, 22))
    found = planned([*posts, alert, newest], handed_over=handed).shares
    kept = [(share.at, share.shared.post.uid) for share in found if share.handed_over]
    assert kept == [(share.at, share.shared.post.uid) for share in first_week]
    assert all(s.networks == ("doximity",) for s in found if s.handed_over)


def test_a_post_handed_over_is_not_planned_a_second_time() -> None:
    post = shared("p", turns=1)
    found = planned([post], handed_over=[row(post, "x", day(1, 10, year=2027))])
    assert days_of(found, "p") == ["2027-01-10"]


def test_the_slot_of_a_share_that_was_handed_over_is_taken() -> None:
    done, post = shared("done"), shared("p")
    at = day(11, 23, 12, 15).astimezone(UTC)
    found = planned([done, post], handed_over=rows(done, at), days=7)
    assert told(found) == [("11-23 12:15", "done"), ("11-25 12:15", "p")]


def test_other_times_in_the_plan_leave_it_where_it_is() -> None:
    done = shared("done")
    handed = rows(done, day(11, 25, 12, 15))
    found = planned([done, shared("p")], handed_over=handed, plan=plan(times=(540,)), days=7)
    assert told(found) == [("11-23 09:00", "p"), ("11-25 12:15", "done")]


def test_a_share_at_the_very_start_is_still_to_come() -> None:
    post = shared("p", turns=1)
    assert days_of(planned([post], handed_over=rows(post, START)), "p") == ["2026-11-23"]
    before = START - timedelta(minutes=1)
    assert planned([post], handed_over=rows(post, before)).shares == ()


def test_of_two_like_hours_in_autumn_the_first_is_past_in_the_second() -> None:
    post = shared("p", turns=1)
    handed = rows(post, datetime(2026, 11, 1, 1, 30, tzinfo=ZONE))
    start = datetime(2026, 11, 1, 1, 10, tzinfo=ZONE, fold=1)
    assert planned([post], handed_over=handed, start=start).shares == ()


def test_planning_again_when_the_first_week_is_handed_over_changes_nothing() -> None:
    posts = [
        *(shared(f"p{n}", date=day(10, 1 + n), topics=(f"t{n % 7}",)) for n in range(25)),
        *(shared(f"s{n}", date=day(12, 1 + 2 * n), topics=(f"t{n % 5}",)) for n in range(10)),
        *(shared(f"c{n}", date=day(11, 2 + n), books=True) for n in range(4)),
        shared("n", Notice),
    ]
    first = planned(posts)
    week = [share for share in first.shares if share.week == "2026-W48"]
    again = planned(posts, handed_over=hand_over(week))
    assert told(again) == told(first)
    later = planned(posts, handed_over=hand_over(week), start=day(11, 30), days=193)
    assert told(later) == told(first)[len(week) :]
