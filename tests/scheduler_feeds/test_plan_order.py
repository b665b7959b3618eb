"""What is needed first is shared first: notices, events, new posts, then older ones again."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from plugins.practice.posts import Event, Link, Notice, Question
from plugins.scheduler_feeds.shared_post import SharedPost
from tests.scheduler_feeds.posting_samples import (
    NOON,
    day,
    days_of,
    on,
    plan,
    planned,
    row,
    rows,
    shared,
    told,
)


def closure(uid: str, starts: date, ends: date | None = None, **fields: Any) -> SharedPost:
    """A notice that the practice is closed."""
    return shared(uid, Notice, starts=starts, ends=ends or starts, **fields)


def test_notices_come_before_events_and_events_before_posts_and_new_posts_before_old_ones() -> None:
    old = shared("old", date=day(9, 1))
    posts = [
        shared("new", date=day(11, 20)),
        old,
        shared("talk", Event, starts=day(11, 30, 18), ends=day(11, 30, 19)),
        closure("closed", date(2026, 12, 24)),
    ]
    handed = rows(old, day(9, 14, 12, 15))
    assert told(planned(posts, handed_over=handed, days=10)) == [
        ("11-23 12:15", "closed"),
        ("11-25 12:15", "talk"),
        ("11-27 12:15", "new"),
        ("11-30 12:15", "old"),
    ]


def test_one_slot_holds_one_post_on_all_its_networks_that_take_a_text() -> None:
    (share,) = planned([shared("p", networks=("doximity", "facebook", "x"))]).shares[:1]
    assert share.networks == ("facebook", "x", "doximity")
    assert share.handed_over == ()
    assert share.at == day(11, 23, 12, 15)


def test_a_network_that_takes_no_text_or_is_not_used_is_left_out() -> None:
    post = shared("p", networks=("snapchat", "facebook", "threads"))
    (share,) = planned([post], networks=on("snapchat", "facebook"), days=30).shares
    assert share.networks == ("facebook",)


def test_a_post_without_a_text_for_any_network_is_passed_over_in_silence() -> None:
    found = planned([shared("p", networks=()), shared("s", networks=("snapchat",))])
    assert (found.shares, found.unplanned) == ((), ())


def test_times_are_meant_in_the_zone_of_the_plan() -> None:
    pacific = plan(time_zone="America/Los_Angeles")
    (share,) = planned([shared("p")], plan=pacific, days=20).shares
    assert share.at == datetime(2026, 11, 23, 12, 15, tzinfo=ZoneInfo("America/Los_Angeles"))
    assert share.at.tzinfo == ZoneInfo("America/Los_Angeles")


def test_new_posts_go_newest_first() -> None:
    posts = [
        shared("a", date=day(11, 2)),
        shared("b", Question, date=day(11, 20)),
        shared("c", Link, date=day(3, 1)),
        shared("d", date=day(11, 20)),
        shared("e", date=day(8, 1)),
    ]
    assert [uid for _, uid in told(planned(posts, days=21))] == ["b", "d", "a", "e", "c"]


def test_a_scheduled_post_is_shared_once_its_page_is_up_and_not_a_minute_before() -> None:
    posts = [
        shared("early", date=day(11, 25, 12, 15)),
        shared("late", date=day(11, 25, 12, 16)),
        shared("filler", date=day(11, 1)),
    ]
    assert told(planned(posts, days=7)) == [
        ("11-23 12:15", "filler"),
        ("11-25 12:15", "early"),
        ("11-27 12:15", "late"),
    ]


def test_nothing_is_planned_before_the_start() -> None:
    found = planned([shared("p")], start=day(11, 23, 12, 16), days=20)
    assert told(found) == [("11-25 12:15", "p")]


def test_a_notice_is_shared_in_the_earliest_slot_after_its_date() -> None:
    notice = closure("n", date(2027, 1, 4), date=day(11, 26))
    assert days_of(planned([notice]), "n") == ["2026-11-27"]


def test_the_notice_that_cannot_wait_comes_first() -> None:
    posts = [closure("a", date(2026, 12, 24)), closure("b", date(2026, 11, 26))]
    assert told(planned(posts, days=7)) == [("11-23 12:15", "b"), ("11-25 12:15", "a")]


def test_a_notice_that_has_begun_is_still_shared_before_it_ends() -> None:
    posts = [
        closure("running", date(2026, 11, 20), date(2026, 11, 25)),
        closure("later", date(2026, 11, 24), date(2026, 12, 30)),
    ]
    # "later" begins on Tuesday, so that Monday is its only slot before; the other has Wednesday.
    assert told(planned(posts, days=10)) == [("11-23 12:15", "later"), ("11-25 12:15", "running")]


def test_a_notice_that_misses_its_beginning_is_shared_while_it_lasts() -> None:
    posts = [
        closure("a", date(2026, 11, 24), date(2026, 11, 24)),
        closure("b", date(2026, 11, 24), date(2026, 11, 27)),
    ]
    assert told(planned(posts, days=10)) == [("11-23 12:15", "a"), ("11-25 12:15", "b")]


def test_a_notice_that_has_time_leaves_the_slot_to_one_that_has_none() -> None:
    posts = [
        shared("alert", Notice, type="alert", starts=day(11, 20), ends=day(12, 20)),
        closure("a", date(2026, 11, 26), date(2026, 11, 27), slug="closed"),
        closure("b", date(2026, 11, 26), date(2026, 11, 27), slug="closed", lang="es"),
        closure("later", date(2026, 12, 5)),
    ]
    assert told(planned(posts, days=10)) == [
        ("11-23 12:15", "alert"),
        ("11-25 12:15", "a"),
        ("11-27 12:15", "b"),
        ("11-30 12:15", "later"),
    ]


def test_a_notice_that_has_begun_leaves_the_slot_to_one_that_has_not() -> None:
    posts = [
        closure("a", date(2026, 11, 24), date(2026, 11, 24)),
        closure("b", date(2026, 11, 24), date(2026, 11, 25)),
        closure("c", date(2026, 11, 26), date(2026, 11, 26)),
    ]
    found = planned(posts, days=7)
    assert told(found) == [("11-23 12:15", "a"), ("11-25 12:15", "c")]
    assert [left.shared.post.uid for left in found.unplanned] == ["b"]


def test_the_last_day_of_a_notice_counts_as_a_whole() -> None:
    notice = closure("n", date(2026, 11, 23), date(2026, 11, 25), date=day(11, 24))
    assert days_of(planned([notice]), "n") == ["2026-11-25"]


def test_a_whole_day_is_over_when_it_is_over_where_the_practice_is() -> None:
    notice = closure("n", date(2026, 11, 23))
    # Half past nine in the evening in Los Angeles is past midnight in New York.
    late = plan(time_zone="America/Los_Angeles", times=(21 * 60 + 30,))
    assert [left.shared.post.uid for left in planned([notice], plan=late).unplanned] == ["n"]


def test_a_notice_that_lasts_beyond_the_plan_may_still_find_a_slot_later() -> None:
    taken = shared("taken")
    found = planned(
        [closure("n", date(2026, 11, 20), date(2026, 12, 20)), taken],
        handed_over=rows(taken, day(11, 23, 12, 15)),
        days=2,
    )
    assert [uid for _, uid in told(found)] == ["taken"]
    assert found.unplanned == ()


def test_a_notice_without_a_slot_before_its_end_is_told() -> None:
    notice = closure("n", date(2026, 11, 24), date(2026, 11, 24), date=day(11, 23, 13))
    (left,) = planned([notice], start=day(11, 23, 14)).unplanned
    assert left.shared is notice
    assert left.urgent
    assert left.why == (
        "no slot before it ends on Tuesday, November 24: share it by hand today, "
        "or add a time in [plan]"
    )


def test_a_notice_whose_page_is_not_up_yet_is_to_be_shared_on_that_day() -> None:
    notice = closure("n", date(2026, 11, 24), date(2026, 11, 24), date=day(11, 24, 7))
    (left,) = planned([notice]).unplanned
    assert "share it by hand on Tuesday, November 24" in left.why


def test_what_is_over_is_skipped_without_a_word() -> None:
    posts = [
        closure("n", date(2026, 11, 20), date(2026, 11, 22)),
        shared("e", Event, starts=day(11, 20, 18), ends=day(11, 20, 19)),
        shared("a", Notice, type="alert", starts=date(2026, 11, 1), ends=date(2026, 11, 22)),
    ]
    found = planned(posts)
    assert (found.shares, found.unplanned) == ((), ())


def test_an_alert_has_the_very_first_slot_however_full_its_week_is() -> None:
    alert = shared("alert", Notice, type="alert", starts=day(11, 20), ends=day(12, 20))
    before = [shared(f"p{n}", date=day(11, 1)) for n in range(3)]
    times = (NOON, NOON + 60)
    # Two shares are handed over this week, which is the most: one at the first slot itself.
    handed = [*rows(before[0], day(11, 23, 12, 15)), *rows(before[1], day(11, 24, 8))]
    found = planned(
        [alert, *before], handed_over=handed, plan=plan(times=times, per_week=2), days=10
    )
    assert told(found)[:4] == [
        ("11-23 12:15", "p0"),
        ("11-23 13:15", "alert"),
        ("11-24 08:00", "p1"),
        ("11-30 12:15", "p2"),
    ]


def test_of_two_alerts_the_one_that_has_waited_longer_comes_first() -> None:
    fields: dict[str, Any] = {"type": "alert", "starts": day(11, 20), "ends": day(12, 20)}
    posts = [
        shared("a", Notice, date=day(11, 22), **fields),
        shared("z", Notice, date=day(11, 21), **fields),
    ]
    assert [uid for _, uid in told(planned(posts, days=4))] == ["z", "a"]


def test_an_alert_comes_before_a_closure() -> None:
    alert = shared("z", Notice, type="alert", starts=day(11, 20), ends=day(12, 20))
    found = planned([closure("a", date(2026, 11, 24)), alert], days=4)
    assert told(found)[0] == ("11-23 12:15", "z")


@pytest.mark.parametrize(
    ("starts", "shared_on"),
    [
        (day(12, 17, 18), "2026-12-04"),  # 13 days before
        (day(12, 7, 18), "2026-11-23"),  # 14 days before
        (day(11, 30, 18), "2026-11-23"),  # 7 days before
        (day(11, 27, 18), "2026-11-23"),  # 4 days: nothing better is left
        (day(11, 23, 18), "2026-11-23"),  # on its own day
    ],
)
def test_an_event_is_shared_a_week_or_two_before_or_as_near_to_that_as_can_be(
    starts: datetime, shared_on: str
) -> None:
    event = shared("e", Event, starts=starts, ends=starts.replace(hour=19))
    assert days_of(planned([event]), "e") == [shared_on]


def test_an_event_is_not_shared_on_its_last_day_when_any_other_is_free() -> None:
    # Before December 11 only slots up to November 23, and the one of the day itself, are free.
    taken = [shared(f"p{number}") for number in range(7)]
    on_days = [(11, 25), (11, 27), (11, 30), (12, 2), (12, 4), (12, 7), (12, 9)]
    handed = [
        line
        for of, (month, dom) in zip(taken, on_days, strict=True)
        for line in rows(of, day(month, dom, 12, 15))
    ]
    event = shared("e", Event, starts=day(12, 11, 18), ends=day(12, 11, 19))
    found = planned([event], handed_over=handed, start=day(11, 16))
    assert days_of(found, "e") == ["2026-11-23"]


def test_the_nearest_event_comes_first() -> None:
    posts = [
        shared("a", Event, starts=day(11, 30, 18), ends=day(11, 30, 19)),
        shared("z", Event, starts=day(11, 24, 18), ends=day(11, 24, 19)),
    ]
    assert told(planned(posts, days=10)) == [("11-23 12:15", "z"), ("11-25 12:15", "a")]


def test_the_minute_in_which_an_event_begins_is_too_late() -> None:
    event = shared("e", Event, starts=day(11, 23, 12, 15), ends=day(11, 23, 13))
    assert planned([event]).shares == ()


def test_an_event_that_is_far_ahead_waits_for_a_later_plan() -> None:
    event = shared("e", Event, starts=day(12, 17, 18), ends=day(12, 17, 19))
    found = planned([event], days=14)
    assert (found.shares, found.unplanned) == ((), ())


def test_an_event_without_a_slot_before_it_begins_is_told() -> None:
    event = shared("e", Event, starts=day(11, 24, 18), ends=day(11, 24, 19))
    (left,) = planned([event], start=day(11, 23, 13)).unplanned
    assert left.why.startswith("no slot before it begins on Tuesday, November 24: share it by hand")


def test_an_event_that_has_begun_and_is_not_over_is_told() -> None:
    event = shared("e", Event, starts=day(11, 22, 18), ends=day(11, 25, 19))
    (left,) = planned([event]).unplanned
    assert left.why.startswith("no slot before it began on Sunday, November 22")


def test_a_notice_or_event_is_never_shared_twice() -> None:
    event = shared("e", Event, starts=day(12, 30, 18), ends=day(12, 30, 19))
    notice = closure("n", date(2027, 3, 1))
    handed = [row(event, "x", day(11, 20)), *rows(notice, day(11, 18))]
    assert planned([event, notice], handed_over=handed).shares == ()


def test_a_plan_with_no_free_slot_says_so_of_each_post() -> None:
    taken = [shared(f"t{number}") for number in range(3)]
    handed = [
        line
        for of, dom in zip(taken, (23, 25, 27), strict=True)
        for line in rows(of, day(11, dom, 12, 15))
    ]
    posts = [*taken, shared("p"), closure("n", date(2026, 11, 26))]
    found = planned(posts, handed_over=handed, days=6)
    assert [uid for _, uid in told(found)] == ["t0", "t1", "t2"]
    assert [(left.shared.post.uid, left.urgent) for left in found.unplanned] == [
        ("n", True),
        ("p", False),
    ]
    assert "every slot after its date is taken" in found.unplanned[1].why


def test_a_post_that_goes_up_after_the_plan_ends_is_not_told_as_left_out() -> None:
    found = planned([shared("p", date=day(12, 20))], days=14)
    assert (found.shares, found.unplanned) == ((), ())


def test_without_posts_there_is_an_empty_plan() -> None:
    found = planned([])
    assert (found.shares, found.unplanned, found.lasts_until) == ((), (), None)


def test_two_posts_of_the_same_minute_go_by_their_uid_whatever_order_they_are_read_in() -> None:
    posts = [shared(uid, date=day(11, 20)) for uid in ("b", "c", "a")]
    expected = [("11-23 12:15", "a"), ("11-25 12:15", "b"), ("11-27 12:15", "c")]
    assert told(planned(posts, days=7)) == expected
    assert told(planned(posts[::-1], days=7)) == expected
