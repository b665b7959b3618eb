"""Notices: their fields, their days, the holidays, and the health of staff (H-01 to H-04); S-06."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import date

import pytest

from plugins.editorial_review.judging import judge
from plugins.editorial_review.practice_pages import rules
from plugins.editorial_review.practice_pages.holidays import holidays_between
from plugins.practice.notice_reasons import REASONS, reason_of, shown_reason
from plugins.practice.posts import Notice
from plugins.practice.problems import Severity
from plugins.practice.words import LANGUAGES, section
from tests.conftest import Folder
from tests.editorial_review.read_samples import (
    add_field,
    add_text,
    setting_of,
    told,
    told_of_practice,
    words,
)

FILE = "notices/closed.md"


def changed(folder: Folder, rule: str, **fields: str) -> str:
    """What a rule says of the notice with these fields, its reason a holiday."""
    lines = (folder.path / FILE).read_text("utf-8").split("\n")
    values = {"reason": "holiday", **fields}
    kept = [line for line in lines if line.partition(":")[0] not in values]
    folder.write(FILE, "\n".join(kept))
    add_field(folder, "\n".join(f"{k}: {v}" for k, v in values.items() if v), FILE)
    return words([p for p in told(folder, rule) if p.file == FILE])


def test_a_complete_notice_is_good(folder: Folder) -> None:
    assert changed(folder, "H-01") == ""
    assert changed(folder, "H-03") == ""


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"reason": ""}, "`reason` is missing or empty"),
        ({"reason": "Dr. Able is ill"}, '`reason` is "Dr. Able is ill"'),
        ({"reason": "'other:'"}, "`reason` is"),
        ({"affects": ""}, "`affects` is missing"),
        ({"ends": "2026-12-28"}, "it lasts 31 days; a notice of type hours lasts at most 30"),
        ({"type": "alert", "ends": "2027-02-26"}, "it lasts 91 days; a notice of type alert"),
    ],
)
def test_what_a_notice_lacks_holds_it(folder: Folder, fields: dict[str, str], said: str) -> None:
    assert said in changed(folder, "H-01", **fields)
    assert all(problem.blocks for problem in told(folder, "H-01"))


@pytest.mark.parametrize(
    "fields",
    [
        {"ends": "2026-12-27"},
        {"type": "alert", "ends": "2027-02-25", "reason": "wildfire smoke"},
        {"type": "availability", "ends": "2027-01-20"},
        {"reason": '"other: repaving of the car park"'},
        {"reason": "Police or fire"},
    ],
)
def test_near_misses_are_left_alone(folder: Folder, fields: dict[str, str]) -> None:
    assert changed(folder, "H-01", **fields) == ""


def test_a_reason_is_known_by_id_and_by_words_and_told_in_the_language_of_the_page() -> None:
    assert reason_of("police-or-fire", "es") == "police-or-fire"
    assert reason_of("Día feriado", "es") == "holiday"
    assert reason_of("día feriado", "en") == ""
    assert shown_reason("holiday", "es") == "Día feriado"
    assert shown_reason("other: a new floor", "en") == "a new floor"
    assert shown_reason("other", "en") == ""
    assert shown_reason("wildfire smoke", "en") == "wildfire smoke"
    for lang in LANGUAGES:
        assert {*section(lang, "reasons")} == {*REASONS}


@pytest.mark.parametrize(
    ("summary", "said"),
    [
        (
            "We are closed on Thursday, November 27. Call us.",
            '"Thursday, November 27": November 27 2026',
        ),
        ("We are closed on Friday, November 27, 2025.", "2025 is a Thursday"),
        ("We are closed on Saturday, November 28. Call us then.", "title and summary name"),
        ("Closed Friday, November 27. We are back on Sunday, November 29.", "no place has hours"),
    ],
)
def test_days_that_do_not_agree_are_told(folder: Folder, summary: str, said: str) -> None:
    title = "Closed for a day"
    assert said in changed(folder, "H-03", title=title, summary=summary)


@pytest.mark.parametrize(
    "summary",
    [
        "We are closed on Friday, November 27. We are back on Monday, November 30.",
        "We are closed from Thursday, November 26 to Friday, November 27, 2026.",
        "We are closed that Friday. Ask for a refill by Tuesday, November 24, and no later.",
        "Closed Friday, Nov. 27 and every Monday in May. We have 27 thanks to say.",
        "We are closed on 11/27. The nurse on call answers the same number.",
        "We are closed on the day after Thanksgiving. The nurse on call answers.",
    ],
)
def test_days_that_agree_are_left_alone(folder: Folder, summary: str) -> None:
    assert changed(folder, "H-03", title="Closed", summary=summary) == ""


def test_times_must_be_those_of_the_fields(folder: Folder) -> None:
    fields = {
        "title": "Extra hours",
        "starts": "2026-12-05 09:00",
        "ends": "2026-12-05 12:00",
        "summary": "We open on Saturday, December 5, from 8 am to 11 am.",
    }
    assert "`starts` and `ends` say 09:00 to 12:00" in changed(folder, "H-03", **fields)
    for right in ("from 9 to noon", "from 9:00 AM on", "until 12:00"):
        summary = f"We open on Saturday, December 5, {right}."
        assert changed(folder, "H-03", **{**fields, "summary": summary}) == ""


def test_spanish_days_are_read(folder: Folder) -> None:
    file = "notices/closed.es.md"
    text = (
        "---\ntitle: Cerrado\nsummary: Cerramos el jueves, 27 de noviembre. Llame.\n"
        "uid: e123456789\nthen: Llame.\n---\nTexto.\n"
    )
    folder.write(file, text)
    assert "27 de noviembre" in words([p for p in told(folder, "H-03") if p.file == file])
    folder.edit(file, "jueves", "viernes")
    assert [p for p in told(folder, "H-03") if p.file == file] == []


def test_an_alert_may_speak_of_any_day(folder: Folder) -> None:
    summary = "Since Monday, November 2, there is more flu around. Please wash your hands."
    assert changed(folder, "H-03", type="alert", summary=summary) == ""


def test_federal_holidays_are_computed_as_the_law_has_them() -> None:
    days = holidays_between(date(2026, 1, 1), date(2026, 12, 31))
    found = {name: day for day, name in days}
    assert found == {
        "New Year's Day": date(2026, 1, 1),
        "Martin Luther King Jr. Day": date(2026, 1, 19),
        "Presidents' Day": date(2026, 2, 16),
        "Memorial Day": date(2026, 5, 25),
        "Juneteenth": date(2026, 6, 19),
        "Independence Day": date(2026, 7, 3),  # a Saturday
        "Labor Day": date(2026, 9, 7),
        "Columbus Day": date(2026, 10, 12),
        "Veterans Day": date(2026, 11, 11),
        "Thanksgiving Day": date(2026, 11, 26),
        "Christmas Day": date(2026, 12, 25),
    }


def test_new_years_day_on_a_saturday_is_observed_the_day_before() -> None:
    assert [*holidays_between(date(2027, 12, 30), date(2027, 12, 31))] == [
        (date(2027, 12, 31), "New Year's Day")
    ]


def test_coming_holidays_without_a_notice_are_one_note(folder: Folder) -> None:
    (problem,) = told_of_practice(folder, "H-03")
    assert problem.severity is Severity.NOTE
    assert problem.file == "practice.toml"
    assert "Thanksgiving Day (Thursday, November 26, 2026); Christmas Day" in problem.what
    assert "Memorial" not in problem.what
    changed(folder, "H-03", starts="2026-11-26")
    assert "Thanksgiving" not in words(told_of_practice(folder, "H-03"))


def test_a_holiday_on_a_day_without_hours_is_not_told(folder: Folder) -> None:
    # Veterans Day of 2026 is a Wednesday, when the small practice is closed.
    found = told_of_practice(folder, "H-03", date(2026, 11, 1))
    assert "Veterans" not in words(found)


@pytest.mark.parametrize(
    "text",
    [
        "Ada Able has surgery that week.",
        "Dr. Able is on medical leave.",
        "Ada is recovering.",
    ],
)
def test_the_health_of_staff_is_nobodys_business(folder: Folder, text: str) -> None:
    name = setting_of(folder).people["ada"].name.split()
    add_text(folder, text.replace("Ada", name[0]).replace("Able", name[-1]), FILE)
    (problem,) = told(folder, "H-04")
    assert problem.severity is Severity.WARN


def test_she_is_known_by_what_the_notice_affects(folder: Folder) -> None:
    add_text(folder, "She is in the hospital.", FILE)
    assert told(folder, "H-04") == []
    assert "in the hospital" in changed(folder, "H-04", affects="[ada]")


@pytest.mark.parametrize(
    "text",
    [
        "Ada Able is away.",
        "The surgery is closed.",
        "Call us after your operation.",
        "The flu is around.",
    ],
)
def test_plain_words_about_staff_and_illness_are_left_alone(folder: Folder, text: str) -> None:
    add_text(folder, text, FILE)
    assert told(folder, "H-04") == []


@pytest.mark.parametrize(
    ("summary", "said"),
    [
        ("Too short for a list.", "has 21 characters"),
        ("word " * 70, "has 349 characters"),
        ("One is here. Two is here. Three is here. Four is here, too.", "has 4 sentences"),
        ("Three is here. Two is here. One sentence more is here.", ""),
        ("Vaccines protect you at any age. Is it too late? No, ask Dr. Able or us.", ""),
    ],
)
def test_a_summary_has_one_to_three_sentences_of_a_fit_length(
    folder: Folder, summary: str, said: str
) -> None:
    lines = (folder.path / "articles/flu.md").read_text("utf-8").split("\n")
    fixed = [f"summary: {summary}" if line.startswith("summary:") else line for line in lines]
    folder.write("articles/flu.md", "\n".join(fixed))
    found = [p for p in told(folder, "S-06") if p.file == "articles/flu.md"]
    assert said in words(found)
    assert bool(said) == bool(found)
    assert all(problem.blocks for problem in found)


@pytest.mark.parametrize(
    "text",
    [
        "Friday, " * 130_000,
        "Friday, November 27 " * 20_000,
        "back on Monday, November 30 " * 15_000,
        "November 27 and " * 60_000,
        "She has surgery. " * 50_000,
    ],
)
def test_a_megabyte_of_anything_takes_seconds(folder: Folder, text: str) -> None:
    setting = setting_of(folder)
    notice = next(p for p in setting.posts if isinstance(p, Notice))
    started = time.perf_counter()
    judge([replace(notice, text=text, affects=("ada",))], setting, None, rules.RULES)
    assert time.perf_counter() - started < 20
