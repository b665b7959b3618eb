"""Doses and what research says stand beside their source."""

from __future__ import annotations

import pytest

from plugins.editorial_review.claims.doses import doses_in, needs_two_clinicians
from plugins.editorial_review.texts import all_passages
from plugins.practice.posts import Post
from tests.editorial_review.claim_samples import article, says

DOSES = [
    "Take 500 mg of acetaminophen.",
    "No more than 4,000 mg in 24 hours.",
    "Give 2.5 mL to a small child.",
    "The dose is 10 units of insulin.",
    "Take two tablets.",
    "Take it three times a day.",
    "Give the medicine every 4 to 6 hours.",
    "Inject 0.3 mg at once.",
    "Take 5 mg/kg.",
    "Take 400 micrograms of folic acid.",
]


@pytest.mark.parametrize("text", DOSES)
def test_a_dose_without_a_source_in_its_paragraph_blocks(text: str) -> None:
    found = says("C-07", text)
    assert len(found) == 1
    assert found[0].blocks
    assert not says("C-07", text + "[@label]")
    assert says("C-07", text + "\n\nMore.[@label]")


@pytest.mark.parametrize(
    "text",
    [
        "Tome 500 mg.",
        "Tome dos tabletas.",
        "Tome el medicamento 3 veces al día.",
        "Dé la dosis cada 6 horas.",
    ],
)
def test_spanish_doses_are_known(text: str) -> None:
    assert says("C-07", text, "es")
    assert not says("C-07", text + "[@label]", "es")


@pytest.mark.parametrize(
    "text",
    [
        "Your LDL is below 100 mg/dL.",
        "A ratio above 30 mg/g is high.",
        "A level of 20 ng per mL, or 50 mg per deciliter.",
        "Eat less than 2,300 mg of sodium.",
        "Coffee has 95 mg of caffeine.",
        "Brush your teeth twice a day.",
        "Check your blood pressure two times a day.",
        "The hospital has 12 units of blood.",
        "Two drops of rain fell.",
        "Stir in 2 teaspoons of honey.",
        "Call us 2 times.",
        "It lasts 5 minutes, and 20 mgs.",
    ],
)
def test_lab_values_food_and_habits_are_no_doses(text: str) -> None:
    assert not list(doses_in(text)), text


def test_a_source_in_the_sentence_above_holds_for_its_list() -> None:
    assert not says("C-07", "The label says:[@label]\n\n- take 500 mg\n- wait 6 hours")
    assert says("C-07", "The label says:[@label]\n\n## Next\n\n- take 500 mg")


def test_a_dose_in_a_field_must_stand_with_its_source_in_the_text() -> None:
    assert says("C-07", "Rest.", summary="Take 500 mg.")
    assert says("C-07", "Take 250 mg.[@label]", summary="Take 500 mg.")
    assert not says("C-07", "Take 500 mg.[@label]", summary="Take 500 mg.")


@pytest.mark.parametrize("text", DOSES)
def test_a_post_with_a_dose_needs_two_clinicians(text: str) -> None:
    def needs(post: Post) -> bool:
        return needs_two_clinicians(post, all_passages(post))

    assert needs(article(text + "[@label]"))
    assert needs(article("Rest.", key_points=(text,)))
    assert not needs(article("Rest.<!-- " + text + " -->"))
    assert not needs(article("Your LDL is below 100 mg/dL."))


@pytest.mark.parametrize(
    "text",
    [
        "Studies show that it helps.",
        "Research has found a link.",
        "It is clinically proven.",
        "About 30% of adults have it.",
        "According to a recent study, sleep helps.",
    ],
)
def test_what_leans_on_research_names_it(text: str) -> None:
    assert len(says("C-05", text)) == 1
    assert not says("C-05", text + "[@cdc-flu]")


@pytest.mark.parametrize(
    "text",
    [
        "A sleep study is done at night.",
        "Use a rub with 60% alcohol.",
        "You are 100% right to ask.",
        "Drink 2% milk.",
        "The trial begins.",
    ],
)
def test_other_studies_and_percents_need_no_source(text: str) -> None:
    assert not says("C-05", text)
