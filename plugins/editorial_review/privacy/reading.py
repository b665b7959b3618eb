"""A document read for privacy: sentences with the names and cues in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from plugins.editorial_review.privacy.allowed import allowed_names, words_of
from plugins.editorial_review.privacy.cues import Hit, context_in, hits_in
from plugins.editorial_review.privacy.identity import remembered
from plugins.editorial_review.privacy.names import Name, Who, names_in
from plugins.editorial_review.privacy.normal import lowered
from plugins.editorial_review.privacy.pieces import Piece, pieces_of
from plugins.editorial_review.privacy.sentences import sentence_spans
from plugins.editorial_review.subject import Subject

SOMEBODY, KNOWN = "§", "¤"
"""What stands in the place of each letter of a name in a marked text."""
HIDDEN = "••••"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence by its place in the piece, in small letters, names marked."""

    start: int
    marked: str
    hits: tuple[Hit, ...]
    """Cues that speak for themselves."""

    @property
    def context(self) -> tuple[Hit, ...]:
        """Cues that say something only beside another."""
        return context_in(self.marked)

    def words(self, hit: Hit) -> str:
        """The words of a cue, names hidden."""
        return hidden(self.marked[hit.start : hit.end]).strip(" .,:;!?(\"'-")


@dataclass(frozen=True)
class Read:
    """A piece with its names and sentences."""

    piece: Piece
    names: tuple[Name, ...]

    @cached_property
    def marked(self) -> str:
        """The text in small letters, every name marked."""
        return marked_text(self.piece.text, self.names)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Its sentences, the cues of each found."""
        spans = sentence_spans(self.piece.text)
        found = ((start, self.marked[start:end]) for start, end in spans)
        return tuple(Sentence(start, marked, hits_in(marked)) for start, marked in found)

    def around(self, start: int, end: int, instead: str = "") -> str:
        """The words around a place, names hidden, and the place itself as `instead`."""
        left = self._hidden(max(0, start - 40), start)
        right = self._hidden(end, min(len(self.piece.text), end + 30))
        inside = instead or self._hidden(start, end)
        left = left.partition(" ")[2] if start > 40 else left
        right = right.rpartition(" ")[0] if end + 30 < len(self.piece.text) else right
        return f"{left}{inside}{right}".strip()

    def _hidden(self, start: int, end: int) -> str:
        marks = self.marked[start:end]
        letters = zip(self.piece.text[start:end], marks, strict=True)
        return hidden("".join(m if m in (SOMEBODY, KNOWN) else letter for letter, m in letters))


def marked_text(text: str, names: Sequence[Name]) -> str:
    """A text in small letters with every letter of a name marked; an ending 's stays."""
    low, pieces, at = lowered(text), list[str](), 0
    for name in names:
        end = name.end - 2 if text.startswith("'s", name.end - 2) else name.end
        mark = KNOWN if name.who is Who.STAFF else SOMEBODY
        pieces += [low[at : name.start], mark * (end - name.start)]
        at = end
    return "".join([*pieces, low[at:]])


def hidden(marked: str) -> str:
    """A marked text for messages: dots for every name."""
    out, last = list[str](), ""
    for letter in marked:
        if letter in (SOMEBODY, KNOWN):
            out += [HIDDEN] if last != letter else []
        else:
            out.append(letter)
        last = letter
    return "".join(out)


@remembered
def read(subject: Subject) -> tuple[Read, ...]:
    """Everything that leaves with a document."""
    pieces = tuple(pieces_of(subject))
    allowed = allowed_names(subject.setting)
    english = subject.is_english
    allowed |= frozenset(words_of(_staff(pieces, allowed)))
    return tuple(Read(piece, _names(piece.text, allowed, english)) for piece in pieces)


def _staff(pieces: Iterable[Piece], allowed: frozenset[str]) -> Iterable[str]:
    """Names that the document itself introduces as those of clinicians or staff."""
    for piece in pieces:
        for name in _names(piece.text, allowed, True):
            if name.who is Who.STAFF:
                yield piece.text[name.start : name.end]


@lru_cache(maxsize=256)
def _names(text: str, allowed: frozenset[str], english: bool) -> tuple[Name, ...]:
    return names_in(text, allowed, english=english)
