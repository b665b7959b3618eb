"""Numbers say what they mean to a reader who is no statistician."""

from __future__ import annotations

import pytest

from plugins.practice.posts import Risk
from plugins.practice.problems import Severity
from tests.editorial_review.claim_samples import article, problems, says


@pytest.mark.parametrize(
    "text",
    [
        "Smoking doubles the risk of a heart attack.",
        "It cuts your risk of falling by half.",
        "It reduces the chance of a stroke by about 30%.",
        "People who smoke are twice as likely to have it.",
        "They are 50% more likely to get sick.",
        "Women have three times the risk.",
        "They are 4 times more likely to fall.",
    ],
)
def test_a_relative_risk_needs_counts_beside_it(text: str) -> None:
    assert [p.severity for p in says("N-01", text)] == [Severity.WARN]
    assert not says("N-01", text + " It goes from 1 in 100 to 2 in 100.")
    assert says("N-01", text + "\n\nIt goes from 1 in 100 to 2 in 100.")


@pytest.mark.parametrize(
    "text",
    [
        "It lowers your risk of falling.",
        "Cut the pills by half.",
        "Take it twice a day.",
        "Double the recipe.",
        "30% of adults have it.",
        "The risk rises from 2% to 4% and doubles the risk.",
        "Many times the rash goes away.",
    ],
)
def test_other_numbers_are_no_relative_risk(text: str) -> None:
    assert not says("N-01", text)


def test_the_counts_of_the_risk_field_suffice() -> None:
    risk = Risk(what="Falls in a year", before=(30, 100), after=(23, 100))
    post = article("A program cuts your risk of falling by half.", risk=risk)
    assert not problems(post, "N-01")


@pytest.mark.parametrize(
    ("text", "fires"),
    [
        ("- 1 in 7 women\n- 1 in 12 men", True),
        ("- 1 in 100 women\n- 2 in 100 men", False),
        ("| a | b |\n| - | - |\n| 1 in 10 | 5 out of 1,000 |", True),
        ("It strikes 1 in 7 women and 1 in 12 men.", True),
        ("It strikes 1 in 7 women. Falls strike 1 in 4 adults.", False),
        ("It comes 2 in 24 hours, or 3 in 7 days.", False),
        ("About 1 in 5 adults has it.", False),
    ],
)
def test_what_is_compared_is_out_of_the_same_number(text: str, fires: bool) -> None:
    assert bool(says("N-02", text)) is fires


@pytest.mark.parametrize(
    ("text", "fires"),
    [
        ("It strikes 14.3% of people.", True),
        ("It strikes 14% of people.", False),
        ("An A1C of 5.7% is the start of prediabetes.", False),
        ("## A1C\n\n| Result | Meaning |\n| - | - |\n| 6.5% | diabetes |", False),
        ("The A1C tells it.\n\n| Result | Meaning |\n| - | - |\n| 6.5% | diabetes |", False),
        ("Use a 0.9% saline solution.", False),
        ("Serious side effects are rare.", True),
        ("Rare side effects, in fewer than 1 in 1,000 people, are serious.", False),
        ("A rare disease.", False),
    ],
)
def test_decimals_and_rare_are_noted(text: str, fires: bool) -> None:
    assert [p.severity for p in says("N-03", text)] == [Severity.NOTE] * fires


@pytest.mark.parametrize(
    ("lang", "text", "fires"),
    [
        ("es", "Fiebre de 100.4°F.", True),
        ("es", "Fiebre de 100.4°F (38°C).", False),
        ("es", "Fiebre de 38°C.", False),
        ("en", "A fever of 38°C.", True),
        ("en", "A fever of 38 degrees C, or 100.4 degrees F.", False),
        ("en", "A fever of 100.4°F.", False),
        ("en", "Hepatitis C and 5 F words.", False),
    ],
)
def test_readers_get_the_degrees_that_they_know(lang: str, text: str, fires: bool) -> None:
    assert bool(says("N-04", text, lang)) is fires


@pytest.mark.parametrize(
    ("text", "fires"),
    [
        ("People over 50 need it.", True),
        ("Children under the age of 12 should not.", True),
        ("Adults aged 50 and over need it.", False),
        ("Adults over 200 pounds need it.", False),
        ("People over 30 BMI need it.", False),
        ("Blood pressure over 140 is high.", False),
        ("Babies under 6 weeks are small.", False),
        ("Adults younger than 50 need none.", False),
    ],
)
def test_an_age_says_whether_it_is_included(text: str, fires: bool) -> None:
    assert [p.severity for p in says("N-05", text)] == [Severity.NOTE] * fires


@pytest.mark.parametrize("rule", ["N-01", "N-02", "N-03", "N-05"])
def test_rules_for_english_words_leave_spanish_alone(rule: str) -> None:
    text = "Smoking doubles the risk for people over 50: 14.3%."
    text += "\n\nIt strikes 1 in 7 women and 1 in 12 men."
    assert says(rule, text)
    assert not says(rule, text, "es")
