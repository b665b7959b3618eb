"""P-11: an answer to somebody that confirms, denies or hints that they are a patient.

What an answer must not say is much more than what a post must not: "your results" is harmless in an
article. So the words of `care_words.toml` are asked only of texts that speak to one person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.editorial_review.privacy.care_check import care_findings
from plugins.editorial_review.privacy.reading import Read, read
from plugins.editorial_review.privacy.told import found, quoted
from plugins.editorial_review.prose import Part
from plugins.editorial_review.rule import Found
from plugins.editorial_review.subject import Subject

_MOST = 1200
"""Characters of the longest answer; people write less."""
_SPEAKS = re.compile(
    r"^[\W_]{0,4}(?:(?:a+w+|oh|wow|well|yes|no|ok|yay)[ ,!]{1,3})?(?:many |so many |huge )?"
    r"(?:thank(?:s| you)\b(?! to (?:everyone|all|our|the))|"
    r"dear (?!friends|neighbors|patients|all|community)|"
    r"(?:hi|hello|hey)\b(?! (?:everyone|all|friends|folks|neighbors))|sorry|so sorry|"
    r"(?:we(?:'re| are)|i(?:'m| am)) (?:so |very |truly |really )?"
    r"(?:sorry|glad|happy to hear|thrilled)|"
    r"(?:we|i) (?:really |so |truly )?appreciate (?:the|your)|we have looked|we looked|we reviewed|"
    r"actually|sir\b|ma'am|glad|five stars|(?:this|the) reviewer|congrat|your balance|the balance|"
    r"as we (?:told|said|explained)|gracias|hola|estimad[oa]|lamentamos|sentimos|respuesta|reply)",
    re.IGNORECASE,
)
_TO_ONE = re.compile(
    r"§|\b(?:sir|ma'am|reviewer|señor|señora)\b|\b(?:your|the|su|tu) "
    r"(?:kind |lovely |honest |5-star |five-star |great |negative |recent ){0,3}"
    r"(?:review|feedback|comments?|words|rating|stars|reseña|"
    r"comentario)\b|\b(?:told|show|explained)\b.{0,40}\byou\b|\byour (?:son|daughter|mother|mom|"
    r"father|dad|little one|husband|wife|baby)(?:'s)?\b|\byou(?:'re| are| were) (?:unhappy|"
    r"disappointed|upset|not satisfied|dissatisfied)\b|\b(?:five|5) stars\b"
)
"""What only one person is told."""
_SURE = re.compile(
    r"\b(?:our records (?:show|indicate|say)|this reviewer was|(?:was|were) discharged from our|"
    r"you (?:were|are) (?:advised|told|seen|given|scheduled) (?:in writing|to|within|by|at)|"
    r"being (?:our|a|such a) (?:\w+ )?patient|(?:it was|it has been) (?:a|an|such an?) "
    r"(?:privilege|honor|pleasure) to (?:be your|treat you|see you|care for you|deliver))\b",
    re.IGNORECASE,
)


def check(subject: Subject) -> Iterator[Found]:
    """What each text that speaks to one person gives away."""
    for piece in read(subject):
        if piece.piece.part not in (Part.ADDRESS, Part.CODE):
            yield from _in(piece)


def _in(piece: Read) -> Iterator[Found]:
    text = piece.piece.text
    if len(text) > _MOST:
        return
    sure = [hit[0] for hit in _SURE.finditer(text)]
    speaks = _SPEAKS.search(text) and _TO_ONE.search(piece.marked)
    told = list(care_findings(text, "")) if speaks else []
    words = [*sure, *(phrase for phrase, _ in told)]
    if words:
        why = told[0][1] if told else "says who is a patient"
        yield found(piece.piece, 0, f"{quoted(words)}: {why}")
