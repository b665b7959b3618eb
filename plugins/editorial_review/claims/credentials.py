"""K-02: who says "board certified" names the board, and the board stands in the person's file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from plugins.editorial_review.claims.ourselves import is_about_us, people_in
from plugins.editorial_review.claims.phrases import Hit, any_of, hits, quoted, said
from plugins.editorial_review.rule import Found
from plugins.editorial_review.subject import Subject
from plugins.practice.people import Person

_ELIGIBLE = any_of(
    "board eligible, board-eligible, board qualified, board-qualified, board admissible, "
    "board-admissible"
)
_CERTIFIED = any_of(
    "board certified, board-certified, board certification, certificado por la junta, certificada "
    "por la junta"
)
BOARD = re.compile(
    r"\b(?:American\s(?:Osteopathic\s)?Board\sof\s[A-Z]\w{2,30}(?:\s(?:and\s)?[A-Z]\w{2,30}){0,3}"
    r"|American (?:Academy|Association) of Nurse Practitioners(?: Certification Board)?"
    r"|American Nurses Credentialing Center|National Commission on Certification of Physician "
    r"Assistants|AANPCB|ANCC|NCCPA|ABFM|ABIM|ABMS|AOBFP|Pediatric Nursing Certification Board)\b"
)
"""Boards by name, as the American Board of Medical Specialties and those of nurses and assistants
write it (general knowledge)."""


def boards_unnamed(subject: Subject) -> Iterator[Found]:
    """K-02, for sentences about the practice's own people."""
    passages = said(subject.passages)
    for hit in hits(_ELIGIBLE, passages):
        yield Found(
            at=hit.line,
            what=f"{quoted(hit.words)} in {quoted(hit.sentence)}",
            fix="Leave it out: say it once the person is certified, and by which board.",
        )
    for hit in hits(_CERTIFIED, passages):
        if is_about_us(hit, subject) and not hit.is_negated:
            yield from _certified(hit, subject)


def _certified(hit: Hit, subject: Subject) -> Iterator[Found]:
    around = hit.passage.text[max(0, hit.start - 300) : hit.end + 300]
    named = BOARD.search(around)
    people = _meant(hit, subject)
    if not named:
        yield Found(at=hit.line, what=f"{quoted(hit.sentence)} does not say by which board")
    elif not any(named[0] in _record(person) for person in people):
        yield Found(
            at=hit.line,
            what=f"{quoted(named[0])} stands in no file of the people named here",
            fix="Write the board into the person's file in content/people/, if it is true.",
        )


def _meant(hit: Hit, subject: Subject) -> Iterable[Person]:
    if isinstance(subject.document, Person):
        return (subject.document,)
    people = subject.setting.people
    return people_in(hit.sentence, people) or people.values()


def _record(person: Person) -> str:
    return f"{person.credentials} {person.role} {person.text}"
