"""N-04: a temperature stands in the degrees that its readers know."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.editorial_review.claims.phrases import Hit, hits, quoted, said
from plugins.editorial_review.rule import Found
from plugins.editorial_review.subject import Subject

_HEAT = re.compile(
    r"(?<![\w.,])\d{1,3}(?:[.,]\d)?\s?(?:°|º|degrees?\s|grados\s)\s?[FC](?!\w)",
    re.IGNORECASE,
)
_NEAR = 40
"""So close to each other two temperatures are one, told twice."""


def other_degrees(subject: Subject) -> Iterator[Found]:
    """N-04: readers of a translation know Celsius, readers of English in the United States know
    Fahrenheit. The first of a page is told."""
    wanted = "F" if subject.is_english else "C"
    places = subject.practice.places
    if subject.is_english and places and places[0].country != "US":
        return
    for hit in hits(_HEAT, said(subject.passages)):
        if _scale(hit.words) != wanted and not _told_too(hit, wanted):
            yield Found(
                at=hit.line,
                what=f"{quoted(hit.words)} stands without °{wanted}",
                fix="Write both: 100.4°F (38°C).",
            )
            return


def _scale(words: str) -> str:
    return words[-1].upper()


def _told_too(hit: Hit, wanted: str) -> bool:
    around = hit.passage.text[max(0, hit.start - _NEAR) : hit.end + _NEAR]
    return any(_scale(found[0]) == wanted for found in _HEAT.finditer(around))
