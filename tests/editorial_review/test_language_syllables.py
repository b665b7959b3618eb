"""Syllables are counted as they are spoken, in English and in Spanish."""

from __future__ import annotations

import time

import pytest

from plugins.editorial_review.language.spanish_syllables import spanish_syllables_of
from plugins.editorial_review.language.syllables import by_rule, syllables_of

ENGLISH = {
    1: "a the care called walked blood screened heart",
    2: "doctor table handled people sometimes vaccine codeine something",
    3: "metformin naloxone telehealth naproxen prednisone cirrhosis edema",
    4: "ibuprofen hypertension amlodipine hepatitis gabapentin cholesterol",
    5: "colonoscopy prediabetes retinopathy amoxicillin azithromycin tachycardia",
    6: "acetaminophen osteoporosis hypoglycemia gastroenteritis anticoagulant",
    7: "electrocardiogram",
    8: "hydrochlorothiazide",
}
SPANISH = {
    1: "y muy buey rey pie yo que hay",
    2: "día guía agua tiene cuerpo fiebre viaje siempre baúl leer huida leyes",
    3: "vacuna poeta guitarra pingüino médico cuidado ahumado corazón héroe farmacia diarrea",
    4: "cirugía medicina aéreo enfermedad continúe hipertensión",
    5: "antibiótico medicamento",
}


def each(table: dict[int, str]) -> list[tuple[str, int]]:
    return [(word, count) for count, words in table.items() for word in words.split()]


@pytest.mark.parametrize(("word", "count"), each(ENGLISH))
def test_an_english_word_has_the_syllables_that_are_spoken(word: str, count: int) -> None:
    assert syllables_of(word) == count


@pytest.mark.parametrize(("word", "count"), each(SPANISH))
def test_a_spanish_word_has_the_syllables_that_are_spoken(word: str, count: int) -> None:
    assert spanish_syllables_of(word) == count


@pytest.mark.parametrize("word", ["Metformin", "METFORMIN", "metformin's", "metformin’s"])
def test_a_word_counts_alike_however_it_is_written(word: str) -> None:
    assert syllables_of(word) == 3


def test_joined_words_are_counted_part_by_part() -> None:
    assert syllables_of("follow-up") == 3
    assert syllables_of("and/or") == 2


@pytest.mark.parametrize("word", ["5", "3.5", "1,000", "x", "'", ""])
def test_what_cannot_be_sounded_is_one_syllable(word: str) -> None:
    assert syllables_of(word) == spanish_syllables_of(word) == 1


def test_the_list_holds_only_words_for_which_the_rule_is_wrong() -> None:
    assert by_rule("diabetes") != syllables_of("diabetes") == 4
    assert by_rule("reading") == syllables_of("reading") == 2


@pytest.mark.parametrize("letter", ["a", "e", "ia", "nt", "é", "qu"])
def test_an_endless_word_is_counted_in_no_time(letter: str) -> None:
    begun = time.perf_counter()
    syllables_of(letter * 1_000_000)
    spanish_syllables_of(letter * 1_000_000)
    assert time.perf_counter() - begun < 5
