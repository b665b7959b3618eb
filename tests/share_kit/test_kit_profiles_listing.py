"""The listing: what patients read elsewhere is what stands on the site, holidays included."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from datetime import date, datetime, timedelta
from io import StringIO
from typing import Any

import pytest

from plugins.practice.posts import Notice
from plugins.practice.settings import Practice
from plugins.share_graphics.samples import ZONE, notice
from plugins.share_kit.profiles.closed_days import unclear_notices
from plugins.share_kit.profiles.listing import (
    listing_csv,
    listing_json,
    listing_text,
    listings,
)
from tests.share_kit.profile_samples import PEOPLE, PLACE, PRACTICE, TODAY, closed, extra

THANKSGIVING = closed(date(2026, 11, 26), date(2026, 11, 27))


def _rows(*notices: Notice, practice: Practice = PRACTICE) -> list[dict[str, str]]:
    data = listing_csv(listings(practice, PEOPLE, notices, TODAY)).decode("utf-8-sig")
    return list(csv.DictReader(StringIO(data)))


def _places(*notices: Notice, practice: Practice = PRACTICE) -> list[dict[str, Any]]:
    told: list[dict[str, Any]] = json.loads(
        listing_json(listings(practice, PEOPLE, notices, TODAY))
    )["places"]
    return told


def test_a_place_is_one_row_with_all_that_a_directory_asks_for() -> None:
    (row,) = _rows(THANKSGIVING)
    assert row["Name"] == "Crane Creek Family Practice"
    assert row["Street"] == "12 Crane Creek Road"
    assert row["Phone"] == "(212) 555-0143"
    assert row["Website"] == "https://www.example.org/"
    assert row["Languages"] == "English; Spanish"
    assert row["Monday"] == "08:00-17:00"
    assert row["Wednesday"] == "08:00-12:00, 13:00-19:00"
    assert row["Sunday"] == "closed"
    assert row["Special hours"] == "2026-11-26 closed, 2026-11-27 closed"


def test_two_places_are_two_rows_each_with_its_own_phone() -> None:
    other = replace(PLACE, id="east", name="East office", phone="+1 212-555-0199")
    rows = _rows(practice=replace(PRACTICE, places=(PLACE, other)))
    assert [row["Phone"] for row in rows] == ["(212) 555-0143", "(212) 555-0199"]


def test_a_place_without_a_phone_has_that_of_the_practice() -> None:
    (row,) = _rows(practice=replace(PRACTICE, places=(replace(PLACE, phone=""),)))
    assert row["Phone"] == "(212) 555-0143"


def test_a_place_of_which_no_hours_are_known_is_not_called_closed() -> None:
    unknown = replace(PRACTICE, places=(replace(PLACE, hours=((),) * 7),))
    (row,) = _rows(practice=unknown)
    assert row["Monday"] == ""
    assert "closed" not in listing_text(listings(unknown, PEOPLE, (), TODAY))
    assert _places(practice=unknown)[0]["hours"] == {}


def test_extra_hours_are_told_with_their_times() -> None:
    (row,) = _rows(extra(date(2026, 12, 5), 9, 12))
    assert row["Special hours"] == "2026-12-05 09:00-12:00"
    assert _places(extra(date(2026, 12, 5), 9, 12))[0]["special_hours"][0]["open"] == [
        ["09:00", "12:00"]
    ]


def test_early_closing_leaves_the_morning() -> None:
    early = notice(
        "Closing early on Christmas Eve",
        starts=datetime(2026, 12, 24, 12, tzinfo=ZONE),
        ends=datetime(2026, 12, 24, 17, tzinfo=ZONE),
    )
    assert _rows(early)[0]["Special hours"] == "2026-12-24 08:00-12:00"


def test_what_is_over_is_told_no_more() -> None:
    assert _rows(closed(TODAY - timedelta(days=1)))[0]["Special hours"] == ""
    assert _rows(closed(TODAY))[0]["Special hours"] == "2026-11-23 closed"


def test_days_come_in_their_order_whatever_the_order_of_the_notices() -> None:
    told = _rows(extra(date(2026, 12, 5), 9, 12), THANKSGIVING)[0]["Special hours"]
    assert told.index("2026-11-26") < told.index("2026-12-05")


def test_a_translated_notice_is_not_told_twice() -> None:
    spanish = replace(THANKSGIVING, lang="es", title="Cerrado por feriado")
    assert _rows(THANKSGIVING, spanish) == _rows(THANKSGIVING)


def test_a_notice_for_one_place_changes_no_other() -> None:
    other = replace(PLACE, id="east", name="East office")
    only = replace(THANKSGIVING, affects=("east",))
    first, second = _rows(only, practice=replace(PRACTICE, places=(PLACE, other)))
    assert first["Special hours"] == ""
    assert "closed" in second["Special hours"]


@pytest.mark.parametrize("kind", ["alert", "availability"])
def test_other_notices_change_no_hours(kind: str) -> None:
    assert _rows(replace(THANKSGIVING, type=kind))[0]["Special hours"] == ""


def test_a_notice_from_which_no_hours_follow_is_named_for_a_person_to_look_at() -> None:
    vague = notice("New hours in winter", starts=date(2026, 12, 1), ends=date(2026, 12, 20),
                   affects=("lab",))  # fmt: skip
    assert unclear_notices((vague, THANKSGIVING), PRACTICE, TODAY) == (vague,)


def test_the_text_can_be_read_out() -> None:
    text = listing_text(listings(PRACTICE, PEOPLE, (THANKSGIVING,), TODAY))
    assert "12 Crane Creek Road, Exampleton, NY 00000, US" in text
    assert "Thursday, November 26 to Friday, November 27, 2026: closed" in text


@pytest.mark.parametrize("name", ["=1+1", "+1", "-x", "@home", "\tx"])
def test_no_cell_is_a_formula_for_a_spreadsheet(name: str) -> None:
    odd = replace(PRACTICE, places=(replace(PLACE, name=name),))
    assert _rows(practice=odd)[0]["Name"] == f"'{name}"


def test_file_for_programs_and_file_for_spreadsheets_agree() -> None:
    (row,), (place,) = _rows(THANKSGIVING), _places(THANKSGIVING)
    assert place["phone"] == row["Phone"]
    assert place["hours"]["wed"] == [["08:00", "12:00"], ["13:00", "19:00"]]
    assert place["special_hours"] == [
        {"from": "2026-11-26", "to": "2026-11-27", "open": [], "why": THANKSGIVING.title}
    ]
