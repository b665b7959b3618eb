"""What changed since the text was approved: the fields that readers see, and the text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, datetime

from plugins.editorial_review.approvals.hashing import UNSEEN
from plugins.pelican_bridge.review_page.differences import (
    SAME,
    Passage,
    Piece,
    text_changes,
    word_changes,
)
from plugins.practice.dates import clock, long_day
from plugins.practice.posts import Post
from plugins.share_kit.frame import LANG

_APART = UNSEEN | {"text"}
"""Fields whose change no reader sees; the text is compared by paragraphs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """A field with its old and its new words."""

    name: str
    """"Key points"."""
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """Everything that differs from the approved copy."""

    fields: tuple[FieldChange, ...]
    passages: tuple[Passage, ...]

    @property
    def has_words(self) -> bool:
        """Whether any word differs; if not, a picture does."""
        return bool(self.fields) or any(passage.pieces for passage in self.passages)


def changes_since(approved: Post, post: Post) -> Changes:
    """What a reader must look at who has read `approved`."""
    return Changes(
        fields=tuple(_fields(approved, post)),
        passages=text_changes(approved.text, post.text),
    )


def _fields(approved: Post, post: Post) -> Iterator[FieldChange]:
    names = {one.name for one in fields(approved)}
    for one in fields(post):
        if one.name in _APART:
            continue
        old = shown(getattr(approved, one.name)) if one.name in names else ""
        pieces = word_changes(old, shown(getattr(post, one.name)))
        if any(piece.kind != SAME for piece in pieces):
            yield FieldChange(name=one.name.replace("_", " ").capitalize(), pieces=pieces)


def shown(value: object) -> str:
    """A field's value as people read it: a list on lines, a day in words, a table as its rows."""
    if value is None or value is False:
        return ""
    if isinstance(value, datetime):
        return f"{long_day(value, LANG)}, {clock(value, LANG)}"
    if isinstance(value, date):
        return long_day(value, LANG)
    if isinstance(value, tuple | list):
        return "\n".join(shown(item) for item in value)
    if is_dataclass(value):
        rows = {one.name: getattr(value, one.name) for one in fields(value)}
        return shown({name: row for name, row in rows.items() if name != "networks"})
    if isinstance(value, dict):
        rows = {name: shown(row) for name, row in value.items()}
        return "\n".join(f"{name}: {row}" for name, row in rows.items() if row)
    return "yes" if value is True else str(value)
