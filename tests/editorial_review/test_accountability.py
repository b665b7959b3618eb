"""Readers can see who wrote a text, who checked it, who pays, and what has changed (family A)."""

from __future__ import annotations

import time
from datetime import UTC, date, datetime

import pytest

from plugins.editorial_review.accountability.rules import RULES
from plugins.practice.people import Person
from plugins.practice.posts import Post
from plugins.practice.problems import Problem, Severity
from plugins.practice.sources import Source
from tests.editorial_review.fresh_samples import (
    ADA,
    BEN,
    article,
    in_spanish,
    notice,
    person,
    question,
    records,
    setting,
    told,
)


def of(rule: str, post: Post, *people: Person) -> list[Problem]:
    return told(RULES, rule, post, setting(post, people=people or (ADA, BEN)))


def only(rule: str, post: Post, *people: Person) -> Problem:
    (found,) = of(rule, post, *people)
    return found


@pytest.mark.parametrize("rule", [row.id for row in RULES])
def test_a_post_in_order_breaks_no_rule(rule: str) -> None:
    assert of(rule, article()) == []


#


@pytest.mark.parametrize(
    ("given", "lacking"),
    [
        ({"text": " "}, "text about the person"),
        ({"role": "", "credentials": ""}, "credentials or role"),
    ],
)
def test_an_author_of_whom_readers_learn_too_little_holds_the_post(
    given: dict[str, object], lacking: str
) -> None:
    found = only("A-01", article(), person("ada", **given))
    assert found.severity is Severity.BLOCK
    assert lacking in found.what
    assert "people/ada.md" in found.fix


def test_a_post_without_an_author_is_held() -> None:
    assert "nobody" in only("A-01", article(authors=())).what


def test_an_author_whom_nobody_knows_is_told_by_the_rule_for_names_alone() -> None:
    assert of("A-01", article(authors=("nobody",))) == []


def test_what_a_translation_takes_over_is_told_of_the_original_alone() -> None:
    original = article(authors=(), reviewed_by="ben")
    translation = in_spanish("Descanse.", authors=(), reviewed_by="ben", lines={})
    around = setting(original, translation)
    for rule in ("A-01", "A-02", "A-06", "A-09"):
        assert told(RULES, rule, translation, around) == []


#


@pytest.mark.parametrize("name", ["reviewed_by", "last_reviewed", "next_review"])
@pytest.mark.parametrize("make", [article, question])
def test_a_health_post_without_its_review_is_held(make: object, name: str) -> None:
    found = only("A-02", make(**{name: "" if name == "reviewed_by" else None}))  # type: ignore[operator]
    assert found.severity is Severity.BLOCK
    assert found.what == f"`{name}` is missing"


def test_a_notice_of_hours_needs_no_review() -> None:
    assert of("A-02", notice("hours")) == []
    assert of("A-06", notice("hours", lines={})) == []


def test_a_health_alert_needs_a_review_but_no_day_for_the_next() -> None:
    assert {p.what for p in of("A-02", notice("alert"))} == {
        "`reviewed_by` is missing",
        "`last_reviewed` is missing",
    }
    assert of("A-02", notice("alert", reviewed_by="ada", last_reviewed=date(2026, 11, 1))) == []


def test_a_health_alert_goes_out_within_a_week_of_its_review() -> None:
    post = notice("alert", reviewed_by="ada", last_reviewed=date(2026, 10, 25))
    assert "8 days after" in only("A-02", post).what


def test_somebody_who_is_no_clinician_cannot_be_the_reviewer() -> None:
    found = only("A-02", article(reviewed_by="ben"))
    assert found.severity is Severity.BLOCK
    assert "no clinician" in found.what


def test_a_review_that_is_still_to_come_holds_the_post() -> None:
    assert "to come" in only("A-02", article(last_reviewed=date(2026, 11, 22))).what


@pytest.mark.parametrize(
    ("following", "is_told"),
    [
        (date(2026, 11, 1), True),  # the day of the last one
        (date(2029, 11, 1), False),  # 36 months
        (date(2029, 11, 2), True),
    ],
)
def test_reviews_are_at_most_three_years_apart(following: date, *, is_told: bool) -> None:
    found = of("A-02", article(next_review=following))
    assert [p.severity for p in found] == [Severity.BLOCK] * is_told


@pytest.mark.parametrize(
    "given",
    [
        {"title": "Is the flu vaccine safe?"},
        {"text": "Take 500 mg with food."},
        {"text": "Use 2 puffs."},
    ],
)
def test_what_is_about_medicines_is_warned_of_after_a_year(given: dict[str, object]) -> None:
    assert of("A-02", article(**given)) == []
    found = only("A-02", article(next_review=date(2027, 11, 2), **given))
    assert found.severity is Severity.WARN
    assert "12 months" in found.what


@pytest.mark.parametrize(
    "text", ["Take your medicines in the evening.", "Below 190 mg/dL.", "There is a pill for it."]
)
def test_a_medicine_that_is_only_named_makes_no_text_about_medicines(text: str) -> None:
    assert of("A-02", article(text=text, next_review=date(2028, 11, 1))) == []


#


def test_disclosures_that_say_none_are_said_and_missing_ones_hold_the_post() -> None:
    assert of("A-06", article(disclosures=())) == []
    found = only("A-06", article(lines={"title": 2}))
    assert (found.severity, found.what) == (Severity.BLOCK, "`disclosures` is missing")


@pytest.mark.parametrize(
    "text",
    [
        "This page is sponsored by Example Pharma.",
        "We made it in partnership with Example Pharma.",
        "Our trusted partner has a discount for you.",
        "It is a paid promotion.",
        "The monitor was gifted to us.",
        "This is an affiliate link.",
        "Patrocinado por Example Pharma.",
        "Hay enlaces de afiliados.",
    ],
)
def test_an_interest_that_the_text_names_must_be_disclosed(text: str) -> None:
    found = only("A-06", article(text=text))
    assert found.severity is Severity.BLOCK
    assert found.line == 20
    assert of("A-06", article(text=text, disclosures=("Example Pharma pays us.",))) == []


@pytest.mark.parametrize(
    "text",
    [
        "Tell your sex partners, too.",
        "Bring your partner with you.",
        "A 1996 study sponsored by the National Institutes of Health found it.",
        "Build strong partnerships with your doctor.",
        "You may get paid sick leave.",
        "Gifted children need sleep as well.",
        "<!-- sponsored by nobody -->",
    ],
)
def test_a_word_alone_is_no_interest(text: str) -> None:
    assert of("A-06", article(text=text)) == []


#


def source(day: date) -> Source:
    return Source(key="cdc-flu", line=1, type="webpage", title="Flu", publisher="CDC", accessed=day)


def test_a_review_day_that_moved_without_any_source_read_again_is_told() -> None:
    before = article(sources=("cdc-flu",), last_reviewed=date(2026, 3, 1))
    post = article(sources=("cdc-flu",))
    for read, is_told in ((date(2026, 2, 1), True), (date(2026, 10, 30), False)):
        around = setting(post, sources=[source(read)], records=records((before, ())))
        found = told(RULES, "A-05", post, around)
        assert [p.severity for p in found] == [Severity.WARN] * is_told


def test_a_review_day_that_stays_is_not_asked_about() -> None:
    post = article(sources=("cdc-flu",))
    around = setting(post, sources=[source(date(2020, 1, 1))], records=records((post, ())))
    assert told(RULES, "A-05", post, around) == []


def test_a_correction_says_its_day() -> None:
    found = only("A-08", article(changes=("The dose was wrong.",)))
    assert "Nov 21, 2026: The dose was wrong." in found.fix
    assert of("A-08", article(changes=("November 20, 2026: the dose was wrong.",))) == []
    assert of("A-08", article(changes=("2026-11-20: the dose was wrong.",))) == []


def since_approved(before: Post, post: Post) -> list[str]:
    around = setting(post, records=records((before, ())))
    return [p.what for p in told(RULES, "A-08", post, around)]


def test_a_number_that_changed_since_it_was_approved_needs_a_correction() -> None:
    before, post = article(text="Take 5 mg."), article(text="Take 50 mg.")
    assert since_approved(before, post) == [
        'since it was approved, "5 mg" went out and "50 mg" came in'
    ]
    corrected = article(text="Take 50 mg.", changes=("2026-11-20: it said another dose.",))
    assert since_approved(before, corrected) == []


def test_other_words_need_no_correction() -> None:
    assert since_approved(article(text="Rest at home."), article(text="Stay at home.")) == []


def test_a_text_that_was_never_public_needs_no_correction() -> None:
    later = datetime(2026, 12, 2, tzinfo=UTC)
    before = article(text="Take 5 mg.", date=later)
    assert since_approved(before, article(text="Take 50 mg.", date=later)) == []


def test_a_correction_that_was_taken_out_is_told() -> None:
    before = article(changes=("2026-11-20: it said another dose.",))
    assert "was taken out" in since_approved(before, article())[0]


#


@pytest.mark.parametrize(
    "title",
    ["A patient story: back on her feet", "Her cancer journey", "Una historia de éxito"],
)
def test_a_story_asks_for_a_consent(title: str) -> None:
    assert only("A-07", article(title=title)).severity is Severity.WARN
    assert of("A-07", article(title=title, consent="k4s9")) == []


@pytest.mark.parametrize("title", ["The story of the flu vaccine", "Your family health history"])
def test_not_every_story_is_a_persons(title: str) -> None:
    assert of("A-07", article(title=title)) == []


def test_help_by_a_program_is_stated_in_known_words() -> None:
    assert "missing" in only("A-09", article(ai_assisted="")).what
    assert "robot" in only("A-09", article(ai_assisted="draft, robot")).what
    assert of("A-09", article(ai_assisted="draft, image")) == []


def test_help_by_a_program_needs_a_clinician_who_checked() -> None:
    assert "no clinician" in only("A-09", article(ai_assisted="draft", reviewed_by="ben")).what


def test_a_machine_translation_needs_somebody_who_read_it() -> None:
    original = article()
    for reader, is_told in (("", True), ("Ben", False)):
        post = in_spanish("x", ai_assisted="translation", translation_reviewed_by=reader)
        assert bool(told(RULES, "A-09", post, setting(original, post))) is is_told


@pytest.mark.parametrize("piece", ["sponsored ", "our partner ", "@" * 9, "5 mg ", "a", "9", "in "])
def test_any_text_takes_time_in_proportion_to_its_length(piece: str) -> None:
    post = article(text=piece * (1_000_000 // len(piece)))
    started = time.perf_counter()
    for row in RULES:
        of(row.id, post)
    assert time.perf_counter() - started < 20
