"""Misspelt words, doubled words, articles and full stops."""

from __future__ import annotations

import pytest

from plugins.editorial_review.language.slips import begins_with_vowel_sound
from plugins.practice.problems import Severity
from tests.conftest import Folder
from tests.editorial_review.language_samples import only, told


def test_a_misspelt_word_is_told_once_with_the_word_that_was_meant() -> None:
    problem = only("S-05", "Rest.\n\nYour symtoms may last. If symtoms get worse, call.")
    assert problem.line == 3
    assert problem.what == (
        '"symtoms" stands in no list of words (and 1 more); is "symptoms" meant?'
    )


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("recieve", "receive"), ("diabtes", "diabetes"), ("pnuemonia", "pneumonia"),
        ("vacine", "vaccine"), ("definately", "definitely"), ("teh", "the"), ("dont", "don't"),
        ("Symtoms", "symptoms"), ("antibiotcs", "antibiotics"),
    ],
)  # fmt: skip
def test_the_word_that_was_meant_is_found(wrong: str, right: str) -> None:
    assert f'is "{right}" meant?' in only("S-05", f"{wrong} can be bad for you.").what


@pytest.mark.parametrize(
    "text",
    [
        "Metformin, ibuprofen, acetaminophen, naloxone and semaglutide are medicines.",
        "You need a colonoscopy, a mammogram or spirometry by telehealth.",
        "The doctor's office, the patients' room, a parent’s worry; don't, can’t, you'll.",
        "Ask Dr. Okafor in Exampleton about Ozempic, and read Medscape.",
        "Write to frnt.desk@example.org, see www.exmple.org/abd or https://xqzt.example/qq.",
        "Give 5mg or 10mL at 9am; use the #FluShott tag and @millraod.",
        "A follow-uppp visit, a self-mesure kit and and/orr.",
        "Nonsteroidal, postmenopausal and neurovascular care.",
    ],
)
def test_right_words_names_numbers_and_addresses_are_left_alone(text: str) -> None:
    assert told("S-05", text) == []


def test_a_word_near_no_other_is_only_a_note() -> None:
    problem = only("S-05", "The bradyzoites rest.")
    assert problem.severity is Severity.NOTE
    assert '"bradyzoites" (line 1)' in problem.what


def test_at_most_ten_misspelt_words_are_told_one_by_one() -> None:
    wrong = "symtoms recieve diabtes vacine definately occured seperate medecine inflamation "
    problems = told("S-05", f"{wrong} perscription pnuemonia antibiotcs hypertenson")
    assert len(problems) == 11
    assert problems[-1].what == "3 more words stand in no list of words"


def test_words_of_the_practice_are_right() -> None:
    assert told("S-05", "Ask about qigongs and Qigong's help.")
    assert told("S-05", "Ask about qigongs and Qigong's help.", words="qigong qigongs") == []


def test_words_txt_is_read_and_is_no_unread_file(folder: Folder) -> None:
    folder.write("words.txt", "# ours\nQigong  baclofens # two\n")
    content, problems = folder.read()
    assert content is not None
    assert content.words == {"qigong", "baclofens"}
    assert [p for p in problems if p.file == "words.txt"] == []


def test_a_words_txt_that_cannot_be_read_only_warns(folder: Folder) -> None:
    folder.write("words.txt", b"\xff\xfe")
    content, problems = folder.read()
    assert content is not None
    (problem,) = [p for p in problems if p.file == "words.txt"]
    assert problem.severity is Severity.WARN


def test_a_doubled_word_is_found_across_a_line_end() -> None:
    problem = only("S-10", "You can call the\nthe office.")
    assert problem.what == 'a word stands there twice: "the the" (line 2)'


@pytest.mark.parametrize(
    "text",
    ["I know that that helps.", "Call 555 555.", "Walla Walla is far.", "Rest. Rest is good.",
     "We had had enough, enough of it."],
)  # fmt: skip
def test_words_that_may_stand_twice_are_fine(text: str) -> None:
    assert told("S-10", text) == []


@pytest.mark.parametrize(
    "text",
    ["It takes a hour.", "Have an vaccine.", "See a ear doctor.", "An unit of blood.",
     "Get a MRI.", "A eye test helps.", "It is a 8-week course.", "Have a x-ray."],
)  # fmt: skip
def test_a_wrong_article_is_found(text: str) -> None:
    assert told("S-11", text)


@pytest.mark.parametrize(
    "text",
    ["It takes an hour.", "Use a unit, a UTI test, a one-time shot, a European one.",
     "An MRI, an 8-week and an 11th visit, an X-ray, an honest heir.", "Hepatitis A is rare.",
     "Vitamin A and D. Type A or B.", "A US panel of experts.", "An Rh-negative mother.",
     "A herpes test, a home visit, an herb."],
)  # fmt: skip
def test_a_right_article_is_fine(text: str) -> None:
    assert told("S-11", text) == []


def test_the_sound_of_a_name_of_letters_is_not_guessed() -> None:
    assert begins_with_vowel_sound("SARS") is None
    assert begins_with_vowel_sound("FDA") is True
    assert begins_with_vowel_sound("CDC") is False


def test_a_missing_full_stop_is_a_note() -> None:
    problem = only("S-12", "You can call us at any time of the day\n\nRest well.")
    assert problem.severity is Severity.NOTE
    assert 'any time of the day"' in problem.what


@pytest.mark.parametrize(
    "text",
    ["Call us at any hour of the day or night if:\n\n- you are ill\n- you cannot sleep at night",
     "You can call us at any time of the day!", "See the part that we wrote (it is long and good).",
     "With best wishes"],
)  # fmt: skip
def test_lists_short_lines_and_other_ends_need_no_full_stop(text: str) -> None:
    assert told("S-12", text) == []
