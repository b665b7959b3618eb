"""Numbers, days and phone numbers of a text: found in every usual way of writing them, and asked
for in the post."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from plugins.practice.figures.figure import Sort
from plugins.practice.figures.finding import figures_in
from plugins.practice.posts import Post, Risk, Share
from plugins.practice.problems import Severity
from plugins.social_snippets.figures.checking import unknown_figures
from tests.social_snippets.samples import (
    URL,
    article,
    event,
    hand_written,
    link,
    notice,
    plan,
    practice,
    question,
)


def keys(text: str, sort: Sort, lang: str = "en") -> list[tuple[str | int, ...]]:
    return sorted(figure.key for figure in figures_in(text, lang) if figure.sort is sort)


@pytest.mark.parametrize(
    "text",
    [
        "November 26", "Nov 26", "Nov. 26th", "26 November", "26 de noviembre", "26 nov.",
        "Thursday, November 26, 2026", "el jueves 26 de noviembre de 2026", "2026-11-26",
        "NOVEMBER 26",
    ],
)  # fmt: skip
def test_a_day_is_found_however_it_is_written(text: str):
    assert [key[1:] for key in keys(text, Sort.DATE)] == [(11, 26)]
    assert keys(text, Sort.NUMBER) == []


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("December 7 to 11", [7, 11]),
        ("December 7–11", [7, 11]),
        ("December 7 and 8", [7, 8]),
        ("del 7 al 11 de diciembre", [7, 11]),
        ("el 7 y el 8 de diciembre", [7, 8]),
        ("December 5 from 9 am", [5]),
        ("December 5 - 9 am", [5]),
    ],
)
def test_both_ends_of_a_stretch_are_days(text: str, days: list[int]):
    assert [key[2] for key in keys(text, Sort.DATE)] == days


@pytest.mark.parametrize(
    "text", ["5 pm", "5:00 p.m.", "5PM", "17:00", "5:00\u00a0p. m.", "a las 5 de la tarde"]
)
def test_a_time_is_found_however_it_is_written(text: str):
    assert keys(text, Sort.TIME, "es") == [(17 * 60, 1)]


def test_noon_is_twelve_and_a_span_has_two_times():
    assert keys("9 am to noon", Sort.TIME) == [(9 * 60, 1), (12 * 60, 1)]
    assert keys("9–11 am", Sort.TIME) == [(9 * 60, 0), (11 * 60, 1)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("6 weeks", ("6", "week")),
        ("a 6-week course", ("6", "week")),
        ("six weeks", ("6", "week")),
        ("500mg", ("500", "mg")),
        ("500 mg", ("500", "mg")),
        ("2.50 mL", ("2.5", "ml")),
        ("190 mg/dL", ("190", "mg/dl")),
        ("1,000 steps", ("1000", "")),
        ("38.0 °C", ("38", "°c")),
        ("100.4 F", ("100.4", "°f")),
        ("100.4 degrees F", ("100.4", "°f")),
        ("11 %", ("11", "percent")),
        ("$20", ("20", "dollar")),
        ("½ tablet", ("0.5", "tablet")),
        ("1½ cups", ("1.5", "cup")),
        ("an hour", ("1", "hour")),
        ("half an hour", ("0.5", "hour")),
        ("half a tablet", ("0.5", "tablet")),
        ("twice a day", ("2", "time")),
        ("٥ mg", ("5", "mg")),
        ("५ mg", ("5", "mg")),
    ],
)
def test_a_number_is_read_with_its_unit(text: str, found: tuple[str, str]):
    assert found in keys(text, Sort.NUMBER)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("38,5 °C", ("38.5", "°c")),
        ("once semanas", ("11", "week")),
        ("dos veces", ("2", "time")),
        ("1.000 mg", ("1000", "mg")),
        ("una hora", ("1", "hour")),
        ("media tableta", ("0.5", "tablet")),
    ],
)
def test_a_number_is_read_in_spanish(text: str, found: tuple[str, str]):
    assert found in keys(text, Sort.NUMBER, "es")


@pytest.mark.parametrize("text", ["la primera dosis", "un medioambiente", "diezmo"])
def test_a_number_within_a_word_is_none(text: str):
    assert figures_in(text, "es") == ()


def test_a_small_dose_is_no_thousand():
    assert keys("0.125 mg", Sort.NUMBER) == [("0.125", "mg")]


def test_both_ends_of_a_range_have_its_unit():
    assert keys("2 to 6 months", Sort.NUMBER) == [("2", "month"), ("6", "month")]
    assert keys("10–20 mg", Sort.NUMBER) == [("10", "mg"), ("20", "mg")]


@pytest.mark.parametrize(
    "text", ["1 in 4", "one in four", "1 of 4", "1 out of 4", "1 out of every 4", "1 de cada 4"]
)
def test_a_part_of_a_whole_is_one_figure(text: str):
    assert keys(text, Sort.PAIR) == [("1", "4")]
    assert keys(text, Sort.NUMBER) == []


@pytest.mark.parametrize(
    "text", ["(212) 555-0143", "212-555-0143", "212.555.0143", "+1 212-555-0143", "1-212-555-0143"]
)
def test_a_phone_number_is_its_digits(text: str):
    assert keys(f"Call {text}.", Sort.PHONE) == [("2125550143",)]


@pytest.mark.parametrize(
    "text",
    [
        "COVID-19", "A1C and B12", "H5N1", "N95", "open 24/7", "#Call988", "in 2026", "the 1990s",
        "https://example.org/2024/55/", "example.org/12", "write to a1@example.org", "1️⃣ Rest",
        "1. Rest\n2. Drink", "[@cdc-2024]", "@clinic24",
    ],
)  # fmt: skip
def test_what_only_has_digits_is_no_figure(text: str):
    assert figures_in(text, "en") == ()


# What a post says, what a text of it says, and whether the post knows that.
SAID = [
    ("2 of 100 people", "5 of 100 people", False),
    ("2 of 100 people", "two of 100", True),
    ("2 of 100 people", "2 out of every 100", True),
    ("for 6 weeks", "for 6 months", False),
    ("for 6 weeks", "for six weeks", True),
    ("for six weeks", "for 6 weeks", True),
    ("aged 45 to 75", "45 to 75 years old", True),
    ("1 to 2 days", "2 days", True),
    ("5 mg", "5 mL", False),
    ("0.5 g", "500 mg", True),
    ("500 mcg", "500 mg", False),
    ("at least 7 hours", "7 or more hours", True),
    ("a reading of 180/120", "180/120 is high", True),
    ("a reading of 180/120", "180/110 is high", False),
    ("38.0 °C", "38 °C", True),
    ("38.0 °C", "38.5 °C", False),
    ("1,000 people", "1000 people", True),
    ("nothing", "5 tips for you", True),
    ("nothing", "Two things to know", True),
    ("nothing", "One day you will", True),
    ("nothing", "Call 911", True),
    ("nothing", "Call 988", False),
    ("call 988", "Call 9-8-8", True),
    ("nothing", "open 24/7 in 2026, COVID-19", True),
    ("We close at 5:00 p.m.", "until 5 pm", True),
    ("We close at 5:00 p.m.", "until 6 pm", False),
    ("on December 3", "on 12/3", True),
    ("on December 3", "on December 4", False),
    ("on December 3, 2026", "on December 3, 2025", False),
    ("&#53; mg", "5 mg", True),
    ("It takes 2\nweeks to build.", "2 weeks", True),
    ("Take ½ tablet.", "Take 1/2 tablet", True),
    ("Take 1 1/2 tablets.", "Take 1½ tablets", True),
    ("Take 1/2 tablet.", "Take 1/4 tablet", False),
    ("2 weeks", "Closed in November\n2 weeks", True),
]


@pytest.mark.parametrize(("post", "text", "known"), SAID)
def test_a_figure_must_stand_in_the_post(post: str, text: str, known: bool):
    found = unknown_figures([text], article(text=post, key_points=()), practice("x"))
    assert (found == []) is known, found


def test_every_field_of_a_post_counts():
    posts = [
        article(title="7 habits"), article(key_points=("Sleep 7 hours.",)), article(summary="7"),
        question(answer="About 7."), notice(then="Wait 7 days."), event(questions=("Why 7?",)),
        link(title="The 7"), article(text="- 7 of them"),
    ]  # fmt: skip
    for post in posts:
        assert unknown_figures(["7"], post, practice("x")) == [], post.kind
    assert unknown_figures(["7"], article(), practice("x"))


def test_the_risk_of_a_post_counts():
    risk = Risk(what="Falls", before=(11, 100), after=(5, 100))
    post = article(risk=risk, key_points=())
    assert unknown_figures(["11 of 100, then 5%"], post, practice("x")) == []
    assert unknown_figures(["12 of 100"], post, practice("x"))


def test_the_practice_s_own_data_count():
    text = "Call 212-555-0143, or come to 12 Crane Creek Road."
    assert unknown_figures([text], article(), practice("x")) == []


@pytest.mark.parametrize(
    "text",
    ["Closed November 26", "Closed Nov 26–27", "Closed 11/26", "Cerrado el 26 de noviembre",
     "Closed Thursday and Friday", "Closed on the 26th"],
)  # fmt: skip
def test_the_days_of_a_notice_count_in_any_way_of_writing_them(text: str):
    assert unknown_figures([text], notice(), practice("x")) == []


def test_days_between_the_first_and_the_last_count():
    week = notice(starts=date(2026, 12, 7), ends=date(2026, 12, 11), summary="Away.", then="Wait.")
    assert unknown_figures(["Away on Wednesday, December 9"], week, practice("x")) == []
    assert unknown_figures(["Away on December 12"], week, practice("x"))
    assert unknown_figures(["Away on Saturday"], week, practice("x"))


@pytest.mark.parametrize(
    ("post", "text", "rule", "severity"),
    [
        (article(), "Protection takes 3 weeks.", "snippet-number", Severity.WARN),
        (article(), "Take 500 mg.", "snippet-dose", Severity.BLOCK),
        (article(), "Call (212) 555-0144.", "snippet-other-phone", Severity.BLOCK),
        (notice(), "Closed on November 28.", "snippet-date", Severity.BLOCK),
        (notice(), "Closed on 11/28.", "snippet-date", Severity.BLOCK),
        (notice(), "A reading of 180/120.", "snippet-number", Severity.WARN),
        (notice(), "Closed on Sunday.", "snippet-date", Severity.WARN),
        (event(), "Join us on December 11.", "snippet-date", Severity.BLOCK),
        (article(), "Join us on December 11.", "snippet-date", Severity.WARN),
    ],
)
def test_a_hand_written_text_that_differs_is_told(
    post: Post, text: str, rule: str, severity: Severity
):
    problem = hand_written("facebook", f"{text} {URL}", post)[rule]
    assert problem.severity is severity
    assert "your text for Facebook says" in problem.what


def test_the_message_quotes_the_figure():
    problem = hand_written("x", f"5 of 100 people. {URL}", article(text="2 of 100"))
    assert 'says "5 of 100 people"' in problem["snippet-number"].what


@pytest.mark.parametrize(
    "text", ["Closed on Thanksgiving, November 26 and 27.", "Call (212) 555-0143, or 911."]
)
def test_a_hand_written_text_that_agrees_is_not_told(text: str):
    told = hand_written("facebook", f"{text} {URL}", notice())
    assert not {rule for rule in told if rule.startswith(("snippet-date", "snippet-number"))}
    assert "snippet-other-phone" not in told


def test_a_hand_written_thread_is_asked_too_but_not_its_numbering():
    share = Share(thread=("Flu facts 1/3", "It takes 2 weeks. 2/3", f"Wait 9 weeks. {URL} (3/3)"))
    _, problems = plan(replace(article(), share=share), "x")
    numbers = [problem for problem in problems if problem.rule == "snippet-number"]
    assert ["9 weeks" in problem.what for problem in numbers] == [True]
    assert "post 3 of the thread" in numbers[0].what
