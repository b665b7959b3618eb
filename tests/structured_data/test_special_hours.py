"""What a notice about the hours makes of the week."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.practice.posts import Notice
from plugins.structured_data.hours import regular_hours, special_hours
from tests.structured_data.samples import CREEK, HILL, PRACTICE, TWO_PLACES, WEEK, ZONE, notice


def at(day: int, hour: int = 0, minute: int = 0) -> datetime:
    """A moment of November 2026; the 23rd is a Monday."""
    return datetime(2026, 11, day, hour, minute, tzinfo=ZONE)


def told(of: Notice) -> list[tuple[str, str, str, str]]:
    """First day, last day, opening and closing time of each specification."""
    rows: list[Any] = special_hours(of, CREEK, PRACTICE)
    return [(r["validFrom"][5:], r["validThrough"][5:], r["opens"], r["closes"]) for r in rows]


def test_the_week_is_told_by_its_spans_and_leaves_closed_days_out() -> None:
    rows: list[Any] = regular_hours(CREEK)
    week = {(r["opens"], r["closes"]): [d.rsplit("/")[-1] for d in r["dayOfWeek"]] for r in rows}
    assert week == {
        ("08:00", "17:00"): ["Monday", "Tuesday", "Thursday"],
        ("08:00", "12:00"): ["Wednesday"],
        ("13:00", "19:00"): ["Wednesday"],
        ("08:00", "15:00"): ["Friday"],
    }


def test_a_place_that_never_closes_is_open_until_a_minute_to_midnight() -> None:
    always: Any = regular_hours(replace(CREEK, hours=(((0, 1440),),) * 7))
    assert [(row["opens"], row["closes"]) for row in always] == [("00:00", "23:59")]


CLOSED = ("00:00", "00:00")


@pytest.mark.parametrize(
    ("starts", "ends", "expected"),
    [
        (date(2026, 11, 26), date(2026, 11, 27), [("11-26", "11-27", *CLOSED)]),
        (date(2026, 11, 26), date(2026, 11, 26), [("11-26", "11-26", *CLOSED)]),
        (at(25, 13), at(25, 19), [("11-25", "11-25", "08:00", "12:00")]),
        (at(23, 8), at(23, 17), [("11-23", "11-23", *CLOSED)]),
        (
            at(24, 11),
            at(24, 13),
            [("11-24", "11-24", "08:00", "11:00"), ("11-24", "11-24", "13:00", "17:00")],
        ),
        (
            at(23, 12),
            at(27, 10),
            [
                ("11-23", "11-23", "08:00", "12:00"),
                ("11-24", "11-26", *CLOSED),
                ("11-27", "11-27", "10:00", "15:00"),
            ],
        ),
        (date(2026, 11, 23), at(24), [("11-23", "11-23", *CLOSED)]),
        (
            date(2026, 11, 27),
            at(30, 12),
            [("11-27", "11-29", *CLOSED), ("11-30", "11-30", "12:00", "17:00")],
        ),
        (date(2026, 11, 23), date(9999, 12, 31), [("11-23", "12-31", *CLOSED)]),
    ],
)
def test_a_closing_leaves_the_hours_that_are_left(
    starts: date, ends: date, expected: list[tuple[str, str, str, str]]
) -> None:
    assert told(notice(title="Closed for a while", starts=starts, ends=ends)) == expected


def test_extra_hours_on_a_closed_day_are_all_there_is() -> None:
    assert told(notice(starts=at(28, 9), ends=at(28, 12))) == [("11-28", "11-28", "09:00", "12:00")]


def test_longer_hours_come_on_top_of_the_regular_ones() -> None:
    assert told(notice(starts=at(23, 17), ends=at(23, 20))) == [
        ("11-23", "11-23", "08:00", "20:00")
    ]


def test_extra_hours_over_several_days_are_not_guessed() -> None:
    assert told(notice(starts=at(28, 9), ends=at(29, 12))) == []


def test_a_late_opening_takes_the_first_hours_away() -> None:
    late = notice(title="Open late on Monday: snow", starts=at(23, 10, 30), ends=at(23, 17))
    assert told(late) == [("11-23", "11-23", "10:30", "17:00")]
    assert told(replace(late, ends=at(23, 12))) == told(late)
    assert told(replace(late, starts=at(23, 7))) == []


@pytest.mark.parametrize(
    "title", ["Open late on Monday", "We have moved", "Extra day for flu shots", "Open on Monday"]
)
def test_a_whole_day_without_times_is_no_day_of_24_hours(title: str) -> None:
    day = date(2026, 11, 28)
    assert told(notice(title=title, starts=day, ends=day)) == []


@pytest.mark.parametrize("title", ["Flu clinic canceled", "Flu clinic moved to Monday"])
def test_what_is_canceled_or_moved_opens_nothing(title: str) -> None:
    assert told(notice(title=title, starts=at(28, 9), ends=at(28, 12))) == []


def test_an_extra_day_has_the_hours_that_it_says() -> None:
    extra = notice(title="Extra day for flu shots", starts=at(28, 9), ends=at(28, 12))
    assert told(extra) == [("11-28", "11-28", "09:00", "12:00")]


@pytest.mark.parametrize(
    "fields",
    [
        {"type": "alert"},
        {"type": "availability"},
        {"affects": ("hill",)},
        {"affects": ("lab",)},
        {"affects": ("creek", "lab")},
        {"starts": date(2026, 11, 28), "ends": date(2026, 11, 26)},
        {"starts": at(23, 17), "ends": at(23, 8)},
    ],
)
def test_what_is_not_about_the_hours_of_the_place_changes_none(fields: dict[str, Any]) -> None:
    assert told(notice(**fields)) == []


def test_extra_hours_for_one_service_are_hours_of_the_place() -> None:
    assert told(notice(starts=at(28, 9), ends=at(28, 12), affects=("creek", "vaccines")))


def test_a_closing_names_only_the_places_that_it_affects() -> None:
    closing = notice(affects=("hill",))
    assert special_hours(closing, CREEK, TWO_PLACES) == []
    assert special_hours(closing, HILL, TWO_PLACES)


MINUTES = st.integers(0, 1439)


@given(day=st.integers(23, 29), begin=MINUTES, length=st.integers(1, 600))
def test_every_minute_of_a_changed_day_is_told_right(day: int, begin: int, length: int) -> None:
    end = min(begin + length, 1439)
    regular = {minute for opens, closes in WEEK[day - 23] for minute in range(opens, closes)}
    change = set(range(begin, end))
    midnight = at(day)
    closing = any(opens < end and begin < closes for opens, closes in WEEK[day - 23])
    changed = notice(
        title="Closed for a while" if closing else "Extra hours",
        starts=midnight + timedelta(minutes=begin),
        ends=midnight + timedelta(minutes=end),
    )
    rows = told(changed)
    open_minutes = {
        minute for _, _, opens, closes in rows for minute in range(of_day(opens), of_day(closes))
    }
    if begin < end:
        assert open_minutes == (regular - change if closing else regular | change)
        assert rows
    else:
        assert rows == []


def of_day(clock: str) -> int:
    """Minutes after midnight."""
    return int(clock[:2]) * 60 + int(clock[3:])
