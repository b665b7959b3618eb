"""Acronyms, jargon, terms and labels are found where they stand, with what to write instead."""

from __future__ import annotations

import pytest

from plugins.practice.problems import Severity
from tests.editorial_review.language_samples import only, told


def test_an_acronym_that_is_not_told_is_warned_of_once_with_its_line() -> None:
    problem = only(
        "R-05", "Rest.\n\nYou may have COPD. Tests show if COPD is there. Ask about GERD."
    )
    assert problem.what == 'not told what it is short for: "COPD" (line 3), "GERD" (line 3)'


@pytest.mark.parametrize(
    "text",
    [
        "Body mass index (BMI) is a number. A high BMI is common.",
        "BMI (body mass index) is a number. Know your BMI.",
        "Your BMI, or body mass index, is a number.",
        "This lung disease is called COPD.",
        "The CDC and the FDA say so, and an MRI shows it.",
        "Take vitamin B12, D3 or K2.",
        "DO NOT WAIT for help.",
        "See COPD.pdf or write to COPD@example.org.",
        "We see you on Monday, NY 10001.",
    ],
)
def test_an_acronym_that_is_told_or_known_is_fine(text: str) -> None:
    assert told("R-05", text) == []


def test_an_acronym_told_only_later_is_told_too_late() -> None:
    assert told("R-05", "Know your BMI. Body mass index (BMI) is a number.")


def test_a_hard_word_is_noted_with_a_plainer_one() -> None:
    problem = only("R-06", "Rest.\n\nWe utilize a cuff prior to each visit. Edema is common.")
    assert problem.severity is Severity.NOTE
    assert '"utilize" (line 3: use)' in problem.what
    assert '"prior to" (line 3: before)' in problem.what
    assert '"Edema" (line 3: swelling)' in problem.what


@pytest.mark.parametrize(
    "text",
    [
        "High blood pressure (hypertension) is common.",
        "Hypertension means high blood pressure.",
        "Swelling, called edema, is common.",
        "Ask the American College of Physicians.",
        "Some people have gastric bypass surgery.",
    ],
)
def test_a_hard_word_beside_its_plain_one_is_fine(text: str) -> None:
    assert told("R-06", text) == []


def test_the_word_that_a_post_is_about_is_no_jargon() -> None:
    assert told("R-06", "Insomnia is common.", title="Living with insomnia") == []
    assert told("R-06", "Insomnia is common.")


def test_terms_that_nobody_explains_are_a_note_and_many_a_warning() -> None:
    assert only("R-07", "You may take a statin at night.").severity is Severity.NOTE
    many = "You may get a stent. Take steroids daily. Then you need dialysis often."
    assert only("R-07", many).severity is Severity.WARN
    assert '"stent" (line 1)' in only("R-07", many).what


@pytest.mark.parametrize(
    "text",
    [
        "You may take a statin, a medicine that lowers cholesterol.",
        "A stent is a small tube.",
        "A medicine called a statin can help. Take the statin at night.",
        "Ask about [statins](../articles/statins.md).",
        "Some people need dialysis (a machine cleans the blood).",
    ],
)
def test_a_term_that_is_explained_is_fine(text: str) -> None:
    assert told("R-07", text) == []


def test_labels_for_people_are_warned_of_with_other_words() -> None:
    problem = only("R-08", "Diabetics need care. She suffers from asthma.\n\nHelp for the elderly.")
    assert '"Diabetics" (line 1: people with diabetes)' in problem.what
    assert '"suffers from" (line 1: has)' in problem.what
    assert '"the elderly" (line 3: older adults)' in problem.what


@pytest.mark.parametrize(
    "text",
    [
        "Ask about a diabetic eye exam.",
        "The blind spot of the eye is small.",
        "People with diabetes need care.",
        "> I suffer from nothing, she said.",
    ],
)
def test_names_that_only_begin_like_a_label_are_fine(text: str) -> None:
    assert told("R-08", text) == []


def test_rules_of_english_words_leave_other_languages_alone() -> None:
    text = "La EPOC es una enfermedad. Utilize commence statin diabetics sufferring."
    for rule in ("R-04", "R-05", "R-06", "R-07", "R-08", "R-09", "S-05", "S-11"):
        assert told(rule, text, lang="es") == []
