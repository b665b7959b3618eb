"""What no message may repeat: the rules of privacy hide what they find, but other rules quote."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from plugins.editorial_review.privacy.contacts import contacts_in
from plugins.editorial_review.privacy.identifiers import values_in
from plugins.editorial_review.privacy.names import Who
from plugins.editorial_review.privacy.reading import HIDDEN, Read, read
from plugins.editorial_review.subject import Subject

_FEWEST = 3
"""Characters of a piece that could tell something of the whole: fewer stand in any text."""
_PIECE = re.compile(r"[^\W_]+")


def secrets_of(subject: Subject) -> frozenset[str]:
    """The names, numbers and contacts of somebody in a document, whole and in pieces."""
    wholes = (whole for piece in read(subject) for whole in _in(piece, subject))
    return frozenset(part for whole in wholes for part in _parts(whole))


def without_secrets(text: str, secrets: Iterable[str]) -> str:
    """The text of a message with dots in the place of every secret in it."""
    words = sorted(secrets, key=len, reverse=True)
    if not words:
        return text
    found = "|".join(map(re.escape, words))
    return re.sub(rf"(?<![^\W_])(?:{found})(?![^\W_])", HIDDEN, text, flags=re.IGNORECASE)


def _in(one: Read, subject: Subject) -> Iterator[str]:
    for _, _, (start, end) in values_in(one):
        yield one.piece.text[start:end]
    for start, end in contacts_in(one.piece, subject.setting):
        yield one.piece.text[start:end]
    for name in one.names:
        if name.who is Who.SOMEBODY:
            yield one.piece.text[name.start : name.end]


def _parts(whole: str) -> Iterator[str]:
    """The whole, its pieces, and the pieces as hashtags and file names join them."""
    pieces = _PIECE.findall(whole)
    yield from (whole, "".join(pieces), "-".join(pieces), "_".join(pieces))
    yield from (piece for piece in pieces if len(piece) >= _FEWEST)
