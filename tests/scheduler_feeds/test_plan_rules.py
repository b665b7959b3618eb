"""What keeps shares apart: so many a week, no topic twice, languages, calls to book."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from plugins.practice.posts import Event, Link, Notice, Question
from plugins.practice.settings import WEEKDAYS
from plugins.scheduler_feeds.posting_plan.board import CALLS_AMONG
from plugins.scheduler_feeds.shared_post import SharedPost
from tests.scheduler_feeds.posting_samples import (
    NOON,
    day,
    days_of,
    plan,
    planned,
    row,
    rows,
    shared,
    told,
)

DAILY = plan(days=WEEKDAYS, per_week=7)


def test_a_week_has_no_more_than_its_most_from_monday_to_sunday() -> None:
    posts = [shared(f"p{number}") for number in range(5)]
    found = planned(posts, plan=plan(days=WEEKDAYS, per_week=2), days=21)
    assert [when for when, _ in told(found)] == [
        "11-23 12:15", "11-24 12:15", "11-30 12:15", "12-01 12:15", "12-07 12:15",
    ]  # fmt: skip


def test_what_was_handed_over_in_a_week_counts_and_all_its_networks_count_once() -> None:
    done = shared("done")
    # Monday's share is past, Sunday's is still to come.
    other = shared("other")
    handed = [*rows(done, day(11, 23, 12, 15)), *rows(other, day(11, 29, 20))]
    found = planned(
        [done, other, shared("p"), shared("q")],
        handed_over=handed,
        start=day(11, 24),
        plan=plan(per_week=3),
        days=10,
    )
    assert told(found) == [
        ("11-25 12:15", "p"),
        ("11-29 20:00", "other"),
        ("11-30 12:15", "q"),
    ]


def test_a_share_handed_over_for_a_post_that_is_gone_counts_as_well() -> None:
    gone = shared("gone", topics=("flu",))
    handed = rows(gone, day(11, 25, 12, 15))
    found = planned([shared("p", topics=("flu",))], handed_over=handed)
    assert days_of(found, "p")[0] == "2026-12-09"
    assert "gone" not in dict(told(found)).values()


def test_more_a_week_than_there_are_slots_is_fine() -> None:
    found = planned([shared("p")], plan=plan(per_week=50), days=30)
    assert told(found) == [("11-23 12:15", "p")]
    assert all(problem.rule != "plan-no-slots" for problem in found.problems)


@pytest.mark.parametrize("kind", [Question, Link])
def test_a_topic_does_not_come_twice_in_14_days(kind: type[Question | Link]) -> None:
    posts = [
        shared("a", topics=("flu", "heart"), date=day(11, 20)),
        shared("b", kind, topics=("heart", "sleep"), date=day(11, 19)),
    ]
    found = planned(posts, plan=DAILY, days=30)
    assert told(found) == [("11-23 12:15", "a"), ("12-07 12:15", "b")]


def test_the_topic_of_the_practice_itself_is_a_topic_like_others() -> None:
    posts = [shared(uid, topics=("practice",)) for uid in ("a", "b")]
    found = planned(posts, plan=DAILY, days=30)
    assert told(found) == [("11-23 12:15", "a"), ("12-07 12:15", "b")]


def test_topics_handed_over_count_before_and_after() -> None:
    before, after = shared("before", topics=("flu",)), shared("after", topics=("flu",))
    handed = [*rows(before, day(11, 16, 12, 15)), *rows(after, day(12, 14, 12, 15))]
    found = planned(
        [before, after, shared("p", topics=("flu",))], handed_over=handed, plan=DAILY, days=60
    )
    # Between November 30, 14 days after the one, and December 14 no day is far enough from both
    # but November 30 itself.
    assert days_of(found, "p") == ["2026-11-30"]


def test_the_topics_of_a_handed_over_share_are_those_that_its_row_has() -> None:
    past = shared("past", topics=("sleep",))
    handed = [row(past, "x", day(11, 20), topics=("flu",))]
    found = planned([past, shared("p", topics=("flu",))], handed_over=handed, plan=DAILY)
    assert days_of(found, "p")[0] == "2026-12-04"


def test_notices_and_events_neither_count_for_topics_nor_are_bound_by_them() -> None:
    posts = [
        shared("a", topics=("flu",)),
        shared("n", Notice, topics=("flu",)),
        shared("e", Event, topics=("flu",), starts=day(11, 30, 18), ends=day(11, 30, 19)),
    ]
    found = planned(posts, plan=DAILY, days=10)
    assert [when for when, _ in told(found)] == ["11-23 12:15", "11-24 12:15", "11-25 12:15"]


def test_notices_that_were_handed_over_do_not_count_either() -> None:
    notice = shared("n", Notice, topics=("flu",))
    found = planned([shared("p", topics=("flu",))], handed_over=rows(notice, day(11, 22)), days=3)
    assert told(found) == [("11-23 12:15", "p")]


def pair(kind: type[Question] = Question, **fields: object) -> list[SharedPost]:
    """A post and its Spanish translation."""
    own: dict[str, Any] = {"slug": "flu-shot", "topics": ("flu",), **fields}
    return [shared("z-en", kind, **own), shared("a-es", kind, lang="es", **own)]


def test_a_translation_is_no_repeat_of_its_original_but_has_a_slot_on_another_day() -> None:
    twice = plan(days=WEEKDAYS, times=(NOON, NOON + 60), per_week=14)
    found = planned(pair(), plan=twice, days=14)
    assert told(found) == [("11-23 12:15", "z-en"), ("11-24 12:15", "a-es")]


def test_a_translation_is_a_repeat_of_other_posts() -> None:
    found = planned([*pair(date=day(11, 20)), shared("p", topics=("flu",))], plan=DAILY, days=30)
    assert told(found) == [
        ("11-23 12:15", "z-en"),
        ("11-24 12:15", "a-es"),
        ("12-08 12:15", "p"),
    ]


def test_a_translation_waits_for_a_topic_that_another_post_brought_beside_its_original() -> None:
    original, translation = pair()
    other = shared("other", topics=("flu",))
    handed = [*rows(original, day(11, 18)), *rows(other, day(11, 20))]
    found = planned([original, translation, other], handed_over=handed, plan=DAILY, days=30)
    assert days_of(found, "a-es") == ["2026-12-04"]


def closed(starts: date) -> dict[str, Any]:
    """What the two languages of a notice have in common."""
    return {"slug": "closed", "starts": starts, "ends": date(2026, 11, 27)}


def test_notices_in_two_languages_go_on_two_days_when_they_can() -> None:
    fields: dict[str, Any] = {
        "slug": "closed",
        "starts": date(2026, 11, 26),
        "ends": date(2026, 11, 27),
    }
    posts = [shared("b", Notice, **fields), shared("a", Notice, lang="es", **fields)]
    twice = plan(times=(NOON, NOON + 60), per_week=6)
    found = planned(posts, plan=twice, days=7)
    assert told(found) == [("11-23 12:15", "b"), ("11-25 12:15", "a")]


def test_notices_in_two_languages_share_a_day_rather_than_come_late() -> None:
    fields: dict[str, Any] = {
        "slug": "closed",
        "starts": date(2026, 11, 24),
        "ends": date(2026, 11, 27),
    }
    posts = [shared("b", Notice, **fields), shared("a", Notice, lang="es", **fields)]
    twice = plan(times=(NOON, NOON + 60), per_week=6)
    found = planned(posts, plan=twice, days=7)
    assert told(found) == [("11-23 12:15", "b"), ("11-23 13:15", "a")]


def test_events_in_two_languages_go_on_two_days() -> None:
    fields: dict[str, Any] = {"slug": "talk", "starts": day(12, 1, 18), "ends": day(12, 1, 19)}
    posts = [shared("b", Event, **fields), shared("a", Event, lang="es", **fields)]
    twice = plan(times=(NOON, NOON + 60), per_week=6)
    found = planned(posts, plan=twice, days=9)
    assert told(found) == [("11-23 12:15", "b"), ("11-25 12:15", "a")]


def test_events_in_two_languages_share_a_day_rather_than_wait_for_their_own() -> None:
    fields: dict[str, Any] = {"slug": "talk", "starts": day(11, 25, 18), "ends": day(11, 25, 19)}
    posts = [shared("b", Event, **fields), shared("a", Event, lang="es", **fields)]
    twice = plan(times=(NOON, NOON + 60), per_week=6)
    found = planned(posts, plan=twice, days=9)
    assert told(found) == [("11-23 12:15", "b"), ("11-23 13:15", "a")]


def test_of_five_shares_in_a_row_at_most_one_asks_to_make_an_appointment() -> None:
    calls = [shared(f"c{number}", books=True, date=day(11, 20)) for number in range(3)]
    others = [shared(f"o{number}") for number in range(8)]
    found = planned([*calls, *others], plan=DAILY, days=11)
    assert [uid for _, uid in told(found)] == [
        "c0", "o0", "o1", "o2", "o3", "c1", "o4", "o5", "o6", "o7", "c2",
    ]  # fmt: skip
    assert CALLS_AMONG == 5


def test_calls_that_were_handed_over_count_before_and_after() -> None:
    past, coming = shared("past", books=True), shared("coming", books=True)
    handed = [*rows(past, day(11, 20)), *rows(coming, day(11, 29, 12, 15))]
    posts = [past, coming, shared("c", books=True, date=day(11, 21))]
    posts += [shared(f"o{number}") for number in range(12)]
    found = planned(posts, handed_over=handed, plan=DAILY, days=20)
    row_ = ["past", *(uid for _, uid in told(found))]
    places = [row_.index(uid) for uid in ("past", "coming", "c")]
    assert places[0] + 5 <= places[1]
    assert places[1] + 5 == places[2]


def test_of_a_post_that_is_gone_the_button_tells_whether_it_called() -> None:
    gone = shared("gone")
    post = shared("c", books=True)
    for cta, count in (("BOOK", 0), ("LEARN_MORE", 1)):
        handed = [row(gone, "google_business", day(11, 20), cta=cta)]
        assert len(planned([post], handed_over=handed, days=10).shares) == count


def test_a_call_may_stand_five_before_one_that_was_handed_over() -> None:
    between = [shared(f"o{number}") for number in range(4)]
    coming, call = shared("coming", books=True), shared("c", books=True)
    row_ = [*between, coming]
    handed = [
        line
        for of, dom in zip(row_, range(24, 29), strict=True)
        for line in rows(of, day(11, dom, 12, 15))
    ]
    found = planned([*row_, call], handed_over=handed, plan=DAILY, days=6)
    assert told(found)[0] == ("11-23 12:15", "c")


def test_notices_and_events_may_call_as_often_as_they_need() -> None:
    posts = [
        shared("c", books=True),
        shared("n", Notice, books=True),
        shared("m", Notice, books=True, starts=date(2026, 12, 27), ends=date(2026, 12, 28)),
    ]
    assert [uid for _, uid in told(planned(posts, days=7))] == ["n", "m", "c"]


def test_a_post_that_may_not_call_again_is_told_why() -> None:
    found = planned([shared("a", books=True), shared("b", books=True)], days=30)
    (left,) = found.unplanned
    assert left.shared.post.uid == "b"
    assert "only one of 5 shares in a row" in left.why
    assert not left.urgent


def test_a_post_whose_topic_never_has_room_is_told_why() -> None:
    posts = [shared("a", topics=("flu",)), shared("b", topics=("flu",))]
    (left,) = planned(posts, days=12).unplanned
    assert "none may come twice in 14 days" in left.why
