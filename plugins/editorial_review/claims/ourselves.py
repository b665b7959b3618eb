"""Whom a sentence speaks of: claims about us are advertising, the same words elsewhere are not."""

from __future__ import annotations

import re
from collections.abc import Mapping

from plugins.editorial_review.claims.phrases import Hit, any_of
from plugins.editorial_review.subject import Subject
from plugins.practice.people import Person

_WE = any_of(
    "we, we're, we've, we'll, our, ours, us, nosotros, nosotras, nuestro, nuestra, nuestros, "
    "nuestras"
)
_WE_DO = any_of("somos, ofrecemos, tenemos, prometemos, garantizamos, curamos, aseguramos")
"""Spanish verbs that say "we" by themselves."""

_DOCTOR = re.compile(r"\b(?:Dra?\.?|Doctora?)\s[^\W\d_a-z]")
_THEY = any_of("he, she, he's, she's, his, her, él, ella, su")


def is_about_us(hit: Hit, subject: Subject) -> bool:
    """Whether the sentence of a phrase speaks of the practice or one of its people."""
    sentence = hit.sentence
    if any(words.search(sentence) for words in (_WE, _WE_DO, _DOCTOR)):
        return True
    if _names_us(sentence, subject):
        return True
    return isinstance(subject.document, Person) and _THEY.search(sentence) is not None


def _names_us(sentence: str, subject: Subject) -> bool:
    practice = subject.practice
    names = (practice.name, practice.short_name, *(p.name for p in subject.setting.people.values()))
    return any(name and name in sentence for name in names)


def people_in(sentence: str, people: Mapping[str, Person]) -> list[Person]:
    """The people of the practice whom a sentence names, by their whole or their last name."""
    words = {*re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)?", sentence)}
    return [p for p in people.values() if p.name and (p.name.split()[-1] in words)]
