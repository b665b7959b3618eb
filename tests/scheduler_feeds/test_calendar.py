"""The plan as a calendar, read by a library that is not ours."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from plugins.editorial_review.freshness.due import Due, Sort
from plugins.scheduler_feeds.calendar import calendar_of
from plugins.scheduler_feeds.posting_plan.planned import PostingPlan
from tests.scheduler_feeds.upload_samples import PRACTICE, TODAY, ZONE, plan, share, shared

TITLES = st.lists(
    st.one_of(
        st.sampled_from(
            (
                ",",
                ";",
                "\\",
                "\\n",
                ":",
                '"',
                "END:VEVENT",
                "\U0001f469\U0001f3fd\u200d\u2695\ufe0f",
            )
        ),
        st.sampled_from(("ألم في الصدر", "中文" * 20, "é" * 80, "word ", "\u2028")),
        st.text(max_size=30),
    ),
    max_size=10,
).map(lambda parts: "T" + "".join(c for c in "".join(parts) if c.isprintable() or c == "\u2028"))


def body_of(posting_plan: PostingPlan, *items: Due, today: date = TODAY) -> bytes:
    return calendar_of(posting_plan, practice=PRACTICE, due=items, today=today)


def events(posting_plan: PostingPlan, *items: Due, today: date = TODAY) -> Mapping[str, Any]:
    found = Calendar.from_ical(body_of(posting_plan, *items, today=today)).walk("VEVENT")
    assert not [error for event in found for error in event.errors]
    by_uid = {str(event["UID"]): event for event in found}
    assert len(by_uid) == len(found)
    return by_uid


def due(
    number: int, day: date, title: str = "Flu shots", sort: Sort = Sort.REVIEW, **fields: Any
) -> Due:
    return Due(
        key=f"{sort}-uid{number:07}",
        sort=sort,
        day=day,
        title=title,
        lang="en",
        file=f"articles/post-{number}.md",
        to_do="Read it again.",
        **fields,
    )


@pytest.mark.parametrize("month", [7, 11])
def test_a_share_stands_at_its_time_for_a_quarter_of_an_hour_in_summer_and_winter(
    month: int,
) -> None:
    at = datetime(2026, month, 25, 12, 15, tzinfo=ZONE)
    event = events(plan(share(shared(1), at)))["housecall-share-uid0000001-0"]
    assert event["DTSTART"].dt == at
    assert event["DTEND"].dt - event["DTSTART"].dt == timedelta(minutes=15)
    assert event["DTSTART"].dt.utcoffset() == timedelta(0)


def test_a_share_across_the_end_of_summer_time_is_no_longer_than_others() -> None:
    at = datetime(2026, 11, 1, 1, 50, tzinfo=ZONE)
    [event] = events(plan(share(shared(1), at))).values()
    assert event["DTEND"].dt - event["DTSTART"].dt == timedelta(minutes=15)


def test_a_share_tells_its_networks_its_state_and_its_page() -> None:
    one = share(shared(1, title="Flu shots"), networks=("x",), handed_over=("facebook",))
    [event] = events(plan(one)).values()
    assert event["SUMMARY"] == "Share: Flu shots (X, Facebook)"
    to_do, done, page = str(event["DESCRIPTION"]).split("\n")
    assert "by hand: X." in to_do
    assert "was given it for: Facebook." in done
    assert page == str(event["URL"]) == one.shared.url


def test_a_share_that_is_all_handed_over_asks_for_nothing() -> None:
    [event] = events(plan(share(shared(1), networks=(), handed_over=("facebook",)))).values()
    assert "by hand" not in event["DESCRIPTION"]


def test_each_turn_of_a_post_is_an_entry_of_its_own_whatever_is_edited() -> None:
    first, again = share(shared(1)), share(shared(1), turn=1)
    edited = share(shared(1, title="New", slug="new"), datetime(2026, 12, 1, 8, 0, tzinfo=ZONE))
    assert list(events(plan(first, again))) == [
        "housecall-share-uid0000001-0",
        "housecall-share-uid0000001-1",
    ]
    assert list(events(plan(edited))) == ["housecall-share-uid0000001-0"]


def test_one_turn_at_two_times_gives_two_entries() -> None:
    later = datetime(2026, 11, 26, 12, 15, tzinfo=ZONE)
    both = plan(share(shared(1)), share(shared(1), later, ("x",)))
    assert len(events(both)) == 2


def test_a_review_that_is_due_fills_its_day_and_an_overdue_one_stands_on_today() -> None:
    found = events(plan(), due(1, date(2026, 12, 1)), due(2, date(2026, 3, 1)))
    assert {uid: event["DTSTART"].dt for uid, event in found.items()} == {
        "housecall-review-uid0000001": date(2026, 12, 1),
        "housecall-review-uid0000002": TODAY,
    }
    assert found["housecall-review-uid0000001"]["SUMMARY"] == "Review: Flu shots"
    assert "articles/post-1.md" in found["housecall-review-uid0000001"]["DESCRIPTION"]
    assert "It was due on 2026-03-01." in found["housecall-review-uid0000002"]["DESCRIPTION"]


def test_what_fell_to_somebody_who_has_left_says_so() -> None:
    one = due(1, date(2026, 12, 1), who="Elena Ruiz", for_somebody_else=True)
    [event] = events(plan(), one).values()
    assert "Elena Ruiz has left: it is for somebody else." in event["DESCRIPTION"]


def test_sources_to_read_again_on_one_day_are_one_entry_with_their_titles() -> None:
    one, other, later = (
        due(number, date(2026, 12, day), title, Sort.SOURCE)
        for number, day, title in ((1, 1, "Flu"), (2, 1, "Cold"), (3, 2, "Cough"))
    )
    found = events(plan(), one, other, later)
    assert set(found) == {"housecall-sources-2026-12-01", "housecall-sources-2026-12-02"}
    event = found["housecall-sources-2026-12-01"]
    assert event["SUMMARY"] == "Read 2 sources again"
    assert str(event["DESCRIPTION"]).split("\n") == ["Flu", "Cold"]


def test_the_day_until_which_approved_material_lasts_is_told() -> None:
    [event] = events(PostingPlan(lasts_until=date(2026, 12, 18))).values()
    assert event["DTSTART"].dt == date(2026, 12, 18)
    assert event["SUMMARY"] == "Approved material lasts until today"


def test_an_empty_plan_is_a_calendar_without_entries() -> None:
    assert events(plan()) == {}


def test_nothing_in_it_keeps_anybody_from_an_appointment() -> None:
    found = events(plan(share(shared(1))), due(2, TODAY))
    assert {str(event["TRANSP"]) for event in found.values()} == {"TRANSPARENT"}


def test_the_same_plan_on_the_same_day_gives_the_same_bytes() -> None:
    one = plan(share(shared(1)), share(shared(2)))
    other = PostingPlan(shares=tuple(reversed(one.shares)))
    assert body_of(one) == body_of(other)
    [*stamps] = {event["DTSTAMP"].dt for event in events(one).values()}
    assert stamps == [datetime(2026, 11, 21, tzinfo=UTC)]


@given(TITLES)
def test_a_title_is_read_as_it_was_written_whatever_stands_in_it(title: str) -> None:
    [share_, review] = events(plan(share(shared(1, title=title))), due(2, TODAY, title)).values()
    shown = " ".join(title.split())
    found = {str(share_["SUMMARY"]), str(review["SUMMARY"])}
    assert found == {f"Share: {shown} (Facebook)", f"Review: {shown}"}


@given(TITLES)
def test_no_line_is_over_75_octets_and_none_cuts_a_character(title: str) -> None:
    body = body_of(plan(share(shared(1, title=title))), due(2, TODAY, title))
    assert body.endswith(b"\r\nEND:VCALENDAR\r\n")
    lines = body.split(b"\r\n")
    assert max(len(line) for line in lines) <= 75
    assert all(line.decode() is not None for line in lines)
    assert not any(b"\n" in line or b"\r" in line for line in lines)
