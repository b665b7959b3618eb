"""Everything that leaves with a document, piece by piece: its passages, and what networks get.

What a network is given repeats the document's own words: only sentences that stand nowhere else
are looked at again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from plugins.editorial_review.privacy.normal import Plain, plain_lines
from plugins.editorial_review.privacy.sentences import sentence_spans
from plugins.editorial_review.prose import Part, Passage
from plugins.editorial_review.subject import Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One text made plain, with its place."""

    plain: Plain
    at: int | str
    """The first line of the file, or a front matter field."""
    part: Part
    where: str = ""
    """Words for messages, where it is not simply the text: "a comment", "the text for x"."""

    @property
    def text(self) -> str:
        """Its plain text."""
        return self.plain.text

    def place(self, offset: int) -> int | str:
        """The line or field in which the character at `offset` stands."""
        return self.at if isinstance(self.at, str) else self.at + self.plain.line_at(offset)


_WHERE = {
    Part.ALT: "the words for a picture",
    Part.CODE: "code",
    Part.COMMENT: "a comment",
    Part.ADDRESS: "a file name or address",
}


def pieces_of(subject: Subject) -> Iterator[Piece]:
    """The passages in the order of the file, then what only networks are given."""
    seen = set[str]()
    # A picture's address is also that of a link, to whoever takes Markdown apart.
    for piece in dict.fromkeys(_of_passage(passage) for passage in subject.passages):
        seen |= {_key(piece.text[start:end]) for start, end in sentence_spans(piece.text)}
        yield piece
    for outgoing in subject.outgoing:
        new = list(_unseen(plain_lines(outgoing.text).text, seen)) if not outgoing.own else []
        if new:
            yield Piece(
                plain=plain_lines(" ".join(new)),
                at="share",
                part=Part.FIELD,
                where=f"the text for {outgoing.network}",
            )


def _of_passage(passage: Passage) -> Piece:
    return Piece(
        plain=plain_lines(passage.text, passage.starts),
        at=passage.line,
        part=passage.part,
        where=_WHERE.get(passage.part, f"`{passage.field}`" if passage.field else ""),
    )


def _unseen(text: str, seen: set[str]) -> Iterable[str]:
    for start, end in sentence_spans(text):
        key = _key(text[start:end])
        if key and key not in seen:
            seen.add(key)
            yield text[start:end].strip()


def _key(sentence: str) -> str:
    return sentence.strip(" .!?…:;\"'()").lower()
