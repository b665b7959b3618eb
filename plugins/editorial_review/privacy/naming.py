"""P-07: names of people who are neither of the practice nor authors of what it cites."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.editorial_review.privacy.names import Who
from plugins.editorial_review.privacy.reading import HIDDEN, Read, read
from plugins.editorial_review.privacy.stories import is_praised
from plugins.editorial_review.privacy.told import found
from plugins.editorial_review.prose import Part
from plugins.editorial_review.rule import Found
from plugins.editorial_review.subject import Subject


def check(subject: Subject) -> Iterator[Found]:
    """One finding for each sentence with such a name, unless P-05 has told of it."""
    for piece in read(subject):
        if piece.piece.part is not Part.ADDRESS:
            yield from _in(piece)


def _in(piece: Read) -> Iterator[Found]:
    names = [name for name in piece.names if name.who is not Who.STAFF]
    for sentence in piece.sentences:
        end = sentence.start + len(sentence.marked)
        here = [name for name in names if sentence.start <= name.start < end]
        if here and not is_praised(sentence):
            words = piece.around(here[0].start, here[0].end, HIDDEN)
            yield found(piece.piece, here[0].start, f'the name of a person: "{words}"')
