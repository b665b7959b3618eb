"""Doses: a number with a unit of medicine, or how often to take it. The basis of C-07."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from plugins.editorial_review.claims.phrases import any_of, lead_ins, quoted
from plugins.editorial_review.prose import Part, Passage
from plugins.editorial_review.rule import Found
from plugins.editorial_review.subject import Subject
from plugins.practice.figures.reading import BEGINS, NUMBER
from plugins.practice.posts import HealthPost, Post

_UNIT = (
    r"mg|mcg|µg|μg|milligrams?|micrograms?|ml|cc|milliliters?|meq|iu|units?|tablets?|pills?|capsules?|"
    r"caplets?|drops?|puffs?|teaspoons?|tsp|tablespoons?|tbsp|miligramos?|microgramos?|mililitros?|"
    r"unidades|tabletas?|pastillas?|comprimidos?|cápsulas?|gotas?|inhalaciones|cucharaditas?|"
    r"cucharadas?"
)
_AMOUNT = re.compile(
    rf"{BEGINS}(?:{NUMBER}|\b(?:one|two|three|four|una?|dos|tres|cuatro))\s?-?(?P<unit>{_UNIT})"
    r"(?![\w])(?!\s?/\s?(?:dl|l|ml|g|liter|deciliter|mmol)\b)(?!\sper\s(?:deciliter|dl|liter|milliliter))",
    re.IGNORECASE,
)
_OFTEN = re.compile(
    r"\b(?:once|twice|(?:one|two|three|four|\d)\s(?:to\s\w{1,5}\s)?times)\s(?:a|per|each|every)\sday"
    r"|\bevery\s\d{1,2}(?:\s?(?:to|-|–)\s?\d{1,2})?\shours|\b(?:\d|\w{3,6})\sveces\sal\sdía"
    r"|\bcada\s\d{1,2}(?:\s?(?:a|-)\s?\d{1,2})?\shoras",
    re.IGNORECASE,
)
_TAKING = any_of(
    "take, takes, taking, taken, dose, doses, dosage, give, given, swallow, inhale, inject, "
    "injected, injection, medicine, medicines, medication, drug, drugs, pill, pills, tablet, "
    "tablets, antibiotic, prescribed, tome, tomar, tómelo, dé, dosis, inyecte, inhale, medicina, "
    "medicamento, pastilla, pastillas"
)
_FOOD = re.compile(
    r"^\s?(?:(?:or\s(?:less|more)\s|a\sday\s|per\sday\s|daily\s|of\s|de\s|dietary\s|total\s){0,3})"
    r"(?:sodium|salt|caffeine|cholesterol|carbohydrates?|carbs?|protein|sugars?|fib(?:er|re)|fat|"
    r"alcohol|water|blood|urine|oil|honey|vinegar|sodio|sal|cafeína|colesterol|azúcar|fibra|grasa|"
    r"agua|aceite|miel|sangre|oxygen)\b",
    re.IGNORECASE,
)
_ANY_FOOD = any_of(
    "sodium, salt, caffeine, cholesterol, LDL, HDL, triglyceride*, sodio, cafeína, colesterol"
)
_COUNTED = (
    "tablet", "pill", "capsule", "caplet", "drop", "teaspoon", "tsp", "tablespoon", "tbsp", "unit",
    "unidad", "cc", "puff", "gota", "cuchara",
)  # fmt: skip
"""Units that also measure other things than medicine: they count where something is taken."""


def doses_in(text: str) -> Iterator[tuple[int, str]]:
    """Each dose of a text: where it begins, and its words."""
    for found in _AMOUNT.finditer(text):
        if _is_medicine(text, found):
            yield found.start(), found[0]
    for found in _OFTEN.finditer(text):
        if _TAKING.search(_around(text, found, 80)):
            yield found.start(), found[0]


def _around(text: str, found: re.Match[str], width: int) -> str:
    return text[max(0, found.start() - width) : found.end() + width]


def _is_medicine(text: str, found: re.Match[str]) -> bool:
    if _FOOD.match(text[found.end() : found.end() + 60]):
        return False
    if _ANY_FOOD.search(_around(text, found, 40)):
        return False
    unit = found["unit"].lower().rstrip("s")
    is_counted = unit.startswith(_COUNTED)
    return not is_counted or _TAKING.search(_around(text, found, 60)) is not None


def _dosed(passages: Iterable[Passage]) -> Iterator[tuple[Passage, int, str]]:
    for passage in passages:
        if passage.is_shown and passage.part is not Part.CODE:
            for start, words in doses_in(passage.text):
                yield passage, start, words


def needs_two_clinicians(post: Post, passages: Iterable[Passage]) -> bool:
    """Whether a second clinician must approve the post: it gives a dose, in its text or its fields.

    `passages`: all passages of the post. Pages and people have no approvals.
    """
    return isinstance(post, HealthPost) and next(_dosed(passages), None) is not None


def uncited_doses(subject: Subject) -> Iterator[Found]:
    """C-07: doses in paragraphs without a source; one in a field must stand cited in the body."""
    leads = lead_ins(subject.body)
    found = list(_dosed(subject.passages))
    sourced = {_key(words) for p, _, words in found if not p.field and is_cited(p, leads)}
    told = set[tuple[int, str]]()
    for passage, start, words in found:
        is_fine = passage.cited or (
            _key(words) in sourced if passage.field else is_cited(passage, leads)
        )
        if not is_fine and (passage.line, passage.field) not in told:
            told.add((passage.line, passage.field))
            yield Found(
                at=passage.line_at(start),
                what=f"the dose {quoted(words)} has no source in its paragraph: "
                f"{quoted(passage.text[max(0, start - 40) : start + 50])}",
                fix=_IN_FIELD if passage.field else "",
            )


_IN_FIELD = "Let the same dose stand in the text below, with its [@source]; or leave it out here."


def _key(words: str) -> str:
    return re.sub(r"[\s,-]", "", words.lower())


def is_cited(passage: Passage, leads: Mapping[int, Passage]) -> bool:
    """Whether a source stands in the paragraph, or in the one that leads into its list or table."""
    lead = leads.get(passage.line)
    return passage.cited or (lead is not None and lead.cited)
