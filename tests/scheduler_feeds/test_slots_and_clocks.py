"""The slots of a plan lie where the practice's clocks show its times, summer and winter."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.practice.settings import WEEKDAYS, Plan
from plugins.scheduler_feeds.posting_plan.local_time import at_minute
from plugins.scheduler_feeds.posting_plan.slots import Slot, slots

NEW_YORK = ZoneInfo("America/New_York")
ZONES = (
    "America/New_York", "America/Phoenix", "Europe/Madrid", "Australia/Lord_Howe",
    "America/St_Johns", "Africa/Casablanca", "Asia/Kathmandu", "America/Havana",
)  # fmt: skip


def on_days(zone: ZoneInfo, first: date, *times: int, days: int = 1) -> tuple[Slot, ...]:
    """The slots of some days on which every weekday counts."""
    start = datetime.combine(first, time(), zone)
    plan = Plan(days=WEEKDAYS, times=times)
    return slots(plan, zone, start, start + timedelta(days=days))


def shown(found: tuple[Slot, ...]) -> list[str]:
    return [f"{slot.at.astimezone(UTC):%m-%d %H:%M}" for slot in found]


def test_slots_stand_on_the_days_and_times_of_the_plan_only() -> None:
    plan = Plan(days=("wed", "mon"), times=(17 * 60, 9 * 60))
    start = datetime(2026, 11, 23, tzinfo=NEW_YORK)
    found = slots(plan, NEW_YORK, start, start + timedelta(days=7))
    assert [f"{slot.at:%a %H:%M}" for slot in found] == [
        "Mon 09:00", "Mon 17:00", "Wed 09:00", "Wed 17:00",
    ]  # fmt: skip


def test_a_slot_at_the_very_start_counts_and_one_at_the_very_end_does_not() -> None:
    plan = Plan(days=WEEKDAYS, times=(9 * 60,))
    start = datetime(2026, 11, 23, 9, tzinfo=NEW_YORK)
    found = slots(plan, NEW_YORK, start, start + timedelta(days=2))
    assert [slot.at.day for slot in found] == [23, 24]


@pytest.mark.parametrize(
    ("zone", "before", "after"),
    [
        ("America/New_York", "03-13 17:15", "03-14 16:15"),
        ("America/Phoenix", "03-13 19:15", "03-14 19:15"),
    ],
)
def test_a_slot_keeps_its_time_of_day_when_clocks_change(
    zone: str, before: str, after: str
) -> None:
    found = on_days(ZoneInfo(zone), date(2027, 3, 13), 12 * 60 + 15, days=2)
    assert shown(found) == [before, after]


@pytest.mark.parametrize(
    ("zone", "day", "missing", "instead"),
    [
        ("America/New_York", date(2027, 3, 14), 2 * 60 + 30, time(3, 0)),
        ("America/New_York", date(2027, 3, 14), 2 * 60, time(3, 0)),
        ("America/New_York", date(2027, 3, 14), 2 * 60 + 59, time(3, 0)),
        ("Europe/Madrid", date(2027, 3, 28), 2 * 60 + 30, time(3, 0)),
        ("Australia/Lord_Howe", date(2026, 10, 4), 2 * 60 + 15, time(2, 30)),
        ("America/Santiago", date(2026, 9, 6), 30, time(1, 0)),
    ],
)
def test_a_time_that_clocks_skip_becomes_the_first_minute_after_the_gap(
    zone: str, day: date, missing: int, instead: time
) -> None:
    (slot,) = on_days(ZoneInfo(zone), day, missing)
    assert (slot.at.date(), slot.at.time(), slot.moved) == (day, instead, True)
    minute_before = slot.at.astimezone(UTC) - timedelta(minutes=1)
    assert (
        minute_before.astimezone(slot.at.tzinfo).time()
        != (datetime.combine(day, instead) - timedelta(minutes=1)).time()
    )


@pytest.mark.parametrize(
    ("zone", "day", "minutes", "first"),
    [
        ("America/New_York", date(2026, 11, 1), 90, "11-01 05:30"),
        ("Europe/Madrid", date(2026, 10, 25), 150, "10-25 00:30"),
        ("Australia/Lord_Howe", date(2027, 4, 4), 105, "04-03 14:45"),
    ],
)
def test_of_a_time_that_comes_twice_the_first_is_taken(
    zone: str, day: date, minutes: int, first: str
) -> None:
    found = on_days(ZoneInfo(zone), day, minutes)
    assert shown(found) == [first]
    assert not found[0].moved


def test_two_slots_that_fall_onto_one_moment_become_one() -> None:
    found = on_days(NEW_YORK, date(2027, 3, 14), 3 * 60, 2 * 60 + 30, 2 * 60 + 15)
    assert shown(found) == ["03-14 07:00"]
    assert found[0].moved


def test_a_time_named_twice_is_one_slot() -> None:
    assert len(on_days(NEW_YORK, date(2026, 11, 23), 540, 540)) == 1


def test_a_start_in_the_second_of_two_like_hours_comes_after_the_first() -> None:
    start = datetime(2026, 11, 1, 1, 10, tzinfo=NEW_YORK, fold=1)
    found = slots(Plan(days=WEEKDAYS, times=(90,)), NEW_YORK, start, start + timedelta(hours=3))
    assert found == ()


@pytest.mark.parametrize("plan", [Plan(days=()), Plan(times=())])
def test_a_plan_without_days_or_times_has_no_slots(plan: Plan) -> None:
    start = datetime(2026, 11, 23, tzinfo=NEW_YORK)
    assert slots(plan, NEW_YORK, start, start + timedelta(days=60)) == ()


@given(
    zone=st.sampled_from(ZONES),
    day=st.dates(date(2025, 1, 1), date(2029, 12, 31)),
    minutes=st.integers(0, 24 * 60 - 1),
)
def test_a_moment_exists_and_is_never_before_its_time(zone: str, day: date, minutes: int) -> None:
    known = ZoneInfo(zone)
    at = at_minute(day, minutes, known)
    meant = datetime.combine(day, time()) + timedelta(minutes=minutes)
    assert at.astimezone(UTC).astimezone(known).replace(tzinfo=None) == at.replace(tzinfo=None)
    assert timedelta() <= at.replace(tzinfo=None) - meant <= timedelta(hours=2)
    assert at.astimezone(UTC) <= at.replace(fold=1).astimezone(UTC)


@given(
    times=st.lists(st.integers(0, 24 * 60 - 1), max_size=6),
    days=st.lists(st.sampled_from(WEEKDAYS), max_size=7),
    zone=st.sampled_from(["America/New_York", "Australia/Lord_Howe", "America/Phoenix"]),
    offset=st.integers(0, 400),
)
def test_slots_rise_without_a_repeat(
    times: list[int], days: list[str], zone: str, offset: int
) -> None:
    known = ZoneInfo(zone)
    start = datetime(2026, 9, 1, 8, tzinfo=known) + timedelta(days=offset)
    found = slots(
        Plan(days=tuple(days), times=tuple(times)), known, start, start + timedelta(days=40)
    )
    instants = [slot.at.timestamp() for slot in found]
    assert instants == sorted(set(instants))
    assert all(WEEKDAYS[slot.at.weekday()] in days for slot in found)
