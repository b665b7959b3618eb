"""P-07: names of people who are neither of the practice nor authors of what it cites."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from plugins.editorial_review.privacy.names import Who
from plugins.editorial_review.privacy.reading import HIDDEN, Read, Sentence, read
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


_LONG_AGO = re.compile(r"\b1(?:[0-8]\d\d|9[0-6]\d)\b")
_OF_US = re.compile(r"\b(?:our|we|us|born|patient|mr|mrs|ms|miss)\b")


def _is_history(sentence: Sentence) -> bool:
    """Whether it tells of medicine long ago: a year before 1970, and nothing of a practice."""
    long_ago = _LONG_AGO.search(sentence.marked) is not None
    return long_ago and _OF_US.search(sentence.marked) is None


def _in(piece: Read) -> Iterator[Found]:
    names = [name for name in piece.names if name.who is not Who.STAFF]
    starts = [name.start for name in names]
    for sentence in piece.sentences:
        end = sentence.start + len(sentence.marked)
        here = names[bisect_left(starts, sentence.start) : bisect_left(starts, end)]
        if here and not is_praised(sentence) and not _is_history(sentence):
            words = piece.around(here[0].start, here[0].end, HIDDEN)
            yield found(piece.piece, here[0].start, f'the name of a person: "{words}"')
