"""Whether a text is about medicines, vaccines or doses: what is known of them changes sooner."""

from __future__ import annotations

import re

from plugins.editorial_review.prose import Passage
from plugins.editorial_review.subject import Subject
from plugins.practice.figures.figure import Figure, Sort
from plugins.practice.figures.finding import figures_in
from plugins.practice.figures.units import dose_of

_WORDS = re.compile(
    r"\b(?:vaccin\w*|immuni[sz]ation\w*|(?:flu|booster|tetanus|allergy) shots?|medicines?"
    r"|medications?|antibiotics?|antivirals?|opioids?|statins?|insulin|inhalers?|steroids?|aspirin"
    r"|ibuprofen|acetaminophen|paracetamol|supplements?|doses?|dosages?|overdose"
    r"|vacunas?|vacunaci[oó]n|medicamentos?|medicinas?|antibi[oó]ticos?|antivirales|opioides"
    r"|estatinas?|insulina|inhaladores|aspirina|ibuprofeno|acetaminof[eé]n|paracetamol"
    r"|suplementos?|dosis|sobredosis)\b",
    re.IGNORECASE,
)


def medicine_words(subject: Subject) -> str:
    """The words by which it is; "" where it is not."""
    # Only the title says what a text is about: most texts name a medicine somewhere.
    if named := _WORDS.search(subject.document.title):
        return named[0]
    doses = (dose for passage in subject.body for dose in _doses(passage, subject.document.lang))
    return next(doses, "")


def _doses(passage: Passage, lang: str) -> list[str]:
    return [figure.said for figure in figures_in(passage.text, lang) if is_dose(figure)]


def is_dose(figure: Figure) -> bool:
    """Whether it is an amount of a medicine: "5 mg", but not "190 mg/dL" or "a pill"."""
    unit = str(figure.key[1]) if figure.sort is Sort.NUMBER else ""
    is_article = figure.in_words and figure.key[0] == "1"
    return not is_article and "/" not in unit and dose_of(unit) is not None
