"""What is new in a text, word by word. Pure; texts of any length take no longer than reading them
twice, because what is too long to be compared is shown whole, old and new."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby

SAME, OUT, IN = "same", "out", "in"

_WORD = re.compile(r"\s+|\w+|[^\w\s]")
_PARAGRAPH = re.compile(r"\n{2,}")
_MOST_COMPARED = 400_000
"""Of pairs: difflib's time grows with their number."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words that stayed (`SAME`), went (`OUT`) or came (`IN`)."""

    text: str
    kind: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A changed stretch of a text, or a number of paragraphs that stayed as they were."""

    pieces: tuple[Piece, ...] = ()
    unchanged: int = 0


def text_changes(old: str, new: str) -> tuple[Passage, ...]:
    """The changed paragraphs of a text with their words, and how many stayed between them."""
    before, after = (_PARAGRAPH.split(text.strip()) for text in (old, new))
    return tuple(_passages(before, after))


def _passages(before: Sequence[str], after: Sequence[str]) -> Iterator[Passage]:
    for tag, i1, i2, j1, j2 in _steps(before, after):
        if tag == "equal":
            yield Passage(unchanged=i2 - i1)
        else:
            yield Passage(word_changes("\n\n".join(before[i1:i2]), "\n\n".join(after[j1:j2])))


def word_changes(old: str, new: str) -> tuple[Piece, ...]:
    """Both texts as one row of pieces: without those that went it is the new text, without those
    that came the old one."""
    before, after = _WORD.findall(old), _WORD.findall(new)
    pieces = list[Piece]()
    steps = list(_steps(before, after))
    for number, (tag, i1, i2, j1, j2) in enumerate(steps):
        gone, come = "".join(before[i1:i2]), "".join(after[j1:j2])
        lone = tag == "equal" and 0 < number < len(steps) - 1 and gone.isspace()
        if tag == "equal" and not lone:
            pieces.append(Piece(gone, SAME))
        else:  # a space between two changes belongs to both: "old words" reads as one
            pieces += [Piece(gone, OUT), Piece(come, IN)]
    return tuple(_joined(piece for piece in pieces if piece.text))


def _joined(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """Neighbouring changes as one that went and one that came."""
    for is_same, run in groupby(pieces, key=lambda piece: piece.kind == SAME):
        found = list(run)
        for kind in (SAME,) if is_same else (OUT, IN):
            text = "".join(piece.text for piece in found if piece.kind == kind)
            if text:
                yield Piece(text, kind)


_Step = tuple[str, int, int, int, int]


def _steps(before: Sequence[str], after: Sequence[str]) -> Iterator[_Step]:
    """difflib's opcodes; what both begin and end with is found first, in linear time."""
    head = _common(before, after)
    tail = _common(before[head:][::-1], after[head:][::-1])
    old, new = before[head : len(before) - tail], after[head : len(after) - tail]
    if head:
        yield "equal", 0, head, 0, head
    for tag, i1, i2, j1, j2 in _middle(old, new):
        yield tag, i1 + head, i2 + head, j1 + head, j2 + head
    if tail:
        yield "equal", len(before) - tail, len(before), len(after) - tail, len(after)


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((n for n, (a, b) in pairs if a != b), min(len(one), len(other)))


def _middle(old: Sequence[str], new: Sequence[str]) -> Sequence[_Step]:
    if len(old) * len(new) > _MOST_COMPARED:
        return [("replace", 0, len(old), 0, len(new))]
    return SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
