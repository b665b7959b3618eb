"""C-05: words that lean on research stand in a paragraph with a source."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.editorial_review.claims.doses import is_cited
from plugins.editorial_review.claims.phrases import hits, lead_ins, quoted
from plugins.editorial_review.prose import Part
from plugins.editorial_review.rule import Found
from plugins.editorial_review.subject import Subject

_CLAIM = re.compile(
    r"\b(?:(?:some|many|several|recent|new|large|most|two|three)\s(?:[\w-]{1,20}\s)?(?:studies|trials)\b"
    r"|(?:a|one)\s(?:recent|new|large|small|clinical)\s(?:[\w-]{1,20}\s)?(?:study|trial)\b"
    r"|(?:study|studies|research|trials?|evidence|data|scientists|researchers)\s"
    r"(?:have\s|has\s|also\s)?(?:shows?|showed|shown|found|finds?|suggests?|suggested|proves?|"
    r"proved|indicates?|link(?:s|ed)?|reported)"
    r"|according to (?:a|one|the|recent) (?:[\w-]{1,20}\s)?(?:study|survey|report|review)"
    r"|(?:clinically|scientifically|medically) proven|is proven|are proven|has been proven"
    r"|evidence[- ]based)"
    r"|(?<![\w.,])(?!100\b)\d{1,3}(?:\.\d{1,2})?\s?(?:%|percent\b)"
    r"(?!\s(?:alcohol|milk|juice|off|solution|cream|gel|peroxide|cotton|whole))",
    re.IGNORECASE,
)
"""Words that lean on research, and shares of people; "60% alcohol" is on a label."""


def uncited_claims(subject: Subject) -> Iterator[Found]:
    """C-05, once a paragraph."""
    leads = lead_ins(subject.body)
    told = set[int]()
    for hit in hits(_CLAIM, [p for p in subject.body if p.is_prose or p.part is Part.CELL]):
        if hit.passage.line not in told and not is_cited(hit.passage, leads):
            told.add(hit.passage.line)
            yield Found(at=hit.line, what=f"{quoted(hit.words)} in a paragraph without a source")
