"""How a rule of privacy tells what it found: the words in quotes, values hidden."""

from __future__ import annotations

from collections.abc import Iterable

from plugins.editorial_review.privacy.pieces import Piece
from plugins.editorial_review.rule import Found

_MOST_WORDS = 4


def masked(value: str) -> str:
    """A number of somebody's with all but its last two characters hidden: "••••13"."""
    bare = value.strip()
    return f"••••{bare[-2:]}" if len(bare) > 5 else "••••"


def found(piece: Piece, offset: int, what: str) -> Found:
    """One place, with where it is when it is not simply the text."""
    inside = f" (in {piece.where})" if piece.where else ""
    return Found(at=piece.place(offset), what=f"{what}{inside}")


def quoted(words: Iterable[str]) -> str:
    """A few words in quotes, each once: "she", "last Tuesday"."""
    unique = list(dict.fromkeys(filter(None, words)))
    return ", ".join(f'"{word}"' for word in unique[:_MOST_WORDS])
