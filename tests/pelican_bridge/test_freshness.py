"""A page whose check is late says so; far too late, it leaves feeds, kit and searches."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from icalendar import Calendar

from plugins.pelican_bridge.due_command import due
from plugins.practice.posts import State
from plugins.scheduler_feeds.feeds.feed import guid_of
from tests.conftest import Build, Built, Folder

FLU, SPANISH = "articles/flu.md", "articles/flu.es.md"
PAGE = "articles/flu/index.html"
REVIEW = "next_review: 2027-11-01"


def due_on(folder: Folder, day: str) -> None:
    folder.edit(FLU, REVIEW, f"next_review: {day}")


def in_feed(built: Built, uid: str, path: str = "feeds/all.xml") -> bool:
    return guid_of(uid) in built.page(path)


def in_kit(built: Built) -> dict[str, object]:
    posts = json.loads((built.kit / "posts.json").read_text(encoding="utf-8"))["posts"]
    (found,) = (post for post in posts if post["uid"] == "a123456789")
    assert isinstance(found, dict)
    return found


def test_a_page_that_is_fresh_has_no_bar(folder: Folder, build: Build) -> None:
    assert 'class="bar"' not in build(folder.path).page(PAGE)


def test_a_late_page_has_a_bar_with_the_phone_and_stays_everywhere(
    folder: Folder, build: Build
) -> None:
    due_on(folder, "2026-08-23")  # 90 days before
    built = build(folder.path)
    page = built.page(PAGE)
    assert '<div class="bar" role="note">' in page
    assert "This page is due for a new check." in page
    assert 'href="tel:' in page.partition('class="bar"')[2].partition("</div>")[0]
    assert "A esta página le toca una nueva revisión." in built.page("es/articles/flu/index.html")
    assert in_feed(built, "a123456789")
    assert in_kit(built)["networks"]
    assert "noindex" not in page


def test_a_page_that_is_far_too_late_stays_and_nobody_is_sent_there(
    folder: Folder, build: Build
) -> None:
    due_on(folder, "2026-08-22")
    built = build(folder.path)
    assert built.result.plan is not None
    states = {p.post.file: p.state for p in built.result.plan.posts}
    assert (states[FLU], states[SPANISH]) == (State.PUBLISHED, State.PUBLISHED)
    assert '<meta name="robots" content="noindex">' in built.page(PAGE)
    assert not in_feed(built, "a123456789")
    assert not in_feed(built, "b123456789", "es/feeds/all.xml")
    kit = in_kit(built)
    assert (kit["networks"], kit["planned"], kit["zip"]) == ({}, [], "")
    assert not list((built.kit / "flu").glob("*.jpg"))
    for path in ("search/index.html", "latest/index.html", "sitemap.xml"):
        assert "/articles/flu/" not in built.page(path), path
    assert "/articles/flu/" in built.page("articles/index.html")


def test_a_translation_older_than_its_original_says_so_and_leads_there(
    folder: Folder, build: Build
) -> None:
    folder.edit(SPANISH, "translated_by:", "source_hash: 0000 0000\ntranslated_by:")
    page = build(folder.path).page("es/articles/flu/index.html")
    bar = page.partition('class="bar"')[2].partition("</div>")[0]
    assert "Esta traducción es más antigua que la página en inglés" in bar
    assert "Leer la página en inglés" in bar
    assert "/articles/flu/" in bar


def test_a_person_who_left_keeps_the_byline_and_loses_the_team_page(
    folder: Folder, build: Build
) -> None:
    folder.edit("people/ada.md", "name: Ada Able", "name: Ada Able\nleft: 2026-11-20")
    built = build(folder.path)
    assert "Ada Able, MD" in built.page(PAGE)
    assert "Ada Able" not in built.page("people/index.html")
    assert "No longer works here." in built.page("people/ada/index.html")


def test_the_reader_of_a_late_review_is_told_in_the_kit(folder: Folder, build: Build) -> None:
    due_on(folder, "2026-08-22")
    built = build(folder.path)
    assert "Its review is too late" in (built.kit / "index.html").read_text(encoding="utf-8")


def test_an_interest_that_the_text_names_stands_above_it(folder: Folder, build: Build) -> None:
    folder.edit(FLU, "disclosures: none", "disclosures: [Example Pharma pays for our fridge.]")
    assert 'class="bar"' not in build(folder.path).page(PAGE)
    folder.edit(FLU, "Most people get well at home.[", "This is sponsored by them. They rest.[")
    page = build(folder.path, to="2").page(PAGE)
    assert page.index("Example Pharma pays") < page.index("They rest.")
    assert page.count("Example Pharma pays") == 1


def test_what_is_due_stands_in_the_calendar_of_the_kit(folder: Folder, build: Build) -> None:
    due_on(folder, "2026-12-24")
    folder.edit("pages/about.md", "review_by: 2027-11-01", "review_by: 2026-11-01")
    built = build(folder.path)
    events: list[Any] = Calendar.from_ical((built.kit / "calendar.ics").read_bytes()).walk("VEVENT")
    days = {str(event["UID"]): event["DTSTART"].dt for event in events}
    assert days["housecall-review-a123456789"] == date(2026, 12, 24)
    assert days["housecall-page-about-en"] == date(2026, 11, 21)  # late: today


# The command


@pytest.fixture
def on_the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795262400")  # noon of 2026-11-21 in UTC


@pytest.mark.usefixtures("on_the_day")
def test_due_lists_late_reviews_first_and_those_of_leavers_for_somebody_else(
    folder: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    due_on(folder, "2026-11-11")
    folder.edit("people/ada.md", "name: Ada Able", "name: Ada Able\nleft: 2026-11-01")
    folder.copy(FLU, "articles/cold.md", uid="c123456789", reviewed_by="", next_review="2026-12-01")
    folder.edit("articles/cold.md", "reviewed_by: ", "reviewed_by: ben")
    assert due(str(folder.path), "90", as_json=False) == 0
    told = capsys.readouterr().out
    assert "Dec 1, 2026, in 10 days" in told
    assert "Nov 11, 2026, 10 days ago" in told
    assert told.index("For somebody else") < told.index("Ada Able, who has left")


@pytest.mark.usefixtures("on_the_day")
def test_due_prints_rows_for_programs(folder: Folder, capsys: pytest.CaptureFixture[str]) -> None:
    due_on(folder, "2026-11-11")
    assert due(str(folder.path), "90", as_json=True) == 0
    rows = json.loads(capsys.readouterr().out)
    (row,) = (row for row in rows if row["key"] == "review-a123456789")
    assert row == {
        "key": "review-a123456789",
        "what": "review",
        "day": "2026-11-11",
        "late": True,
        "title": "What to do about the flu",
        "lang": "en",
        "file": FLU,
        "to_do": row["to_do"],
        "who": "Ada Able",
        "for_somebody_else": False,
    }


@pytest.mark.usefixtures("on_the_day")
def test_due_looks_as_far_as_it_is_asked_to(
    folder: Folder, capsys: pytest.CaptureFixture[str]
) -> None:
    due_on(folder, "2026-12-24")
    for days, is_there in (("32", False), ("33", True)):
        assert due(str(folder.path), days, as_json=False) == 0
        assert ("What to do about the flu" in capsys.readouterr().out) is is_there


@pytest.mark.parametrize("days", ["x", "-1", "", "99999999999999999999", "٣"])
def test_due_wants_a_number_of_days(
    folder: Folder, days: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert due(str(folder.path), days, as_json=False) == 1
    assert "is no number of days" in capsys.readouterr().err
