"""A week is named as ISO 8601 does, and begins on Monday where the practice is."""

from __future__ import annotations

from datetime import UTC, date, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.practice.fields import UnfitError
from plugins.scheduler_feeds.posting_plan.weeks import shares_of, week_bounds, week_of
from tests.scheduler_feeds.posting_samples import planned, shared

NEW_YORK = ZoneInfo("America/New_York")


def test_a_week_runs_from_monday_to_monday() -> None:
    begins, ends = week_bounds("2026-W48", NEW_YORK)
    assert (f"{begins:%a %Y-%m-%d %H:%M}", f"{ends:%a %Y-%m-%d %H:%M}") == (
        "Mon 2026-11-23 00:00",
        "Mon 2026-11-30 00:00",
    )


@pytest.mark.parametrize(("week", "hours"), [("2027-W10", 167), ("2026-W44", 169)])
def test_a_week_in_which_clocks_change_is_an_hour_shorter_or_longer(week: str, hours: int) -> None:
    begins, ends = week_bounds(week, NEW_YORK)
    assert ends.astimezone(UTC) - begins.astimezone(UTC) == timedelta(hours=hours)


def test_the_53rd_week_of_a_long_year_is_one() -> None:
    begins, _ = week_bounds("2026-W53", NEW_YORK)
    assert begins.date() == date(2026, 12, 28)


@pytest.mark.parametrize(
    ("week", "what", "fix"),
    [
        ("2026-48", '"2026-48", not a week', "2026-W48 for the week of Monday, November 23"),
        ("2026-w8", '"2026-w8", not a week', "2026-W08 for"),
        ("2026 week 48", "not a week", "2026-W48 for"),
        ("2026-11-26", "not a week", "2026-W48 for"),
        ("2026-W54", "2026 has no week 54", "2026-W01 to 2026-W53"),
        ("2027-W53", "2027 has no week 53", "2027-W01 to 2027-W52"),
        ("2026-W00", "2026 has no week 0", "2026-W01 to 2026-W53"),
        ("W48", '"W48", not a week', "like 2026-W48"),
        ("next", '"next", not a week', "like 2026-W48"),
        ("", "not a week", "like 2026-W48"),
        ("2026-99", "not a week", "like 2026-W48"),
        ("9999-W52", "not a week", "like 2026-W48"),
        ("２０２６-W48", "not a week", "like 2026-W48"),
    ],
)
def test_what_is_no_week_is_told_with_what_to_write(week: str, what: str, fix: str) -> None:
    with pytest.raises(UnfitError) as told:
        week_bounds(week, NEW_YORK)
    assert what in told.value.what
    assert fix in told.value.fix


@given(st.text(max_size=12) | st.from_regex(r"[0-9]{4}-?[wW]?[0-9]{1,2}", fullmatch=True))
def test_any_text_is_a_week_or_told(week: str) -> None:
    try:
        begins, ends = week_bounds(week, NEW_YORK)
    except UnfitError as unfit:
        told = (unfit.what, unfit.fix)
    else:
        told = (f"{begins:%a}", f"{(ends.date() - begins.date()).days}")
    assert all(told)
    assert told[0].startswith("found") or "has no week" in told[0] or told == ("Mon", "7")


@given(st.dates(date(2000, 1, 3), date(2900, 12, 31)))
def test_every_day_lies_in_its_own_week(day: date) -> None:
    begins, ends = week_bounds(week_of(day), NEW_YORK)
    assert begins.date() <= day < ends.date()


def test_the_shares_of_a_week_are_those_of_its_days() -> None:
    plan = planned([shared(f"p{number}") for number in range(6)])
    assert [f"{share.at:%m-%d}" for share in shares_of(plan, "2026-W49")] == [
        "11-30", "12-02", "12-04",
    ]  # fmt: skip
    assert shares_of(plan, "2026-W52") == ()
