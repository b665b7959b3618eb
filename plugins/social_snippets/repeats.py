"""Nothing is said twice in one text, and no list has one point only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from plugins.social_snippets.likeness import leans, repeats
from plugins.social_snippets.parts import BULLET, Part

_SENTENCES = frozenset({"message", "then", "points"})
"""Roles that hold whole sentences of the post."""


def without_repeats(parts: Sequence[Part], lang: str) -> list[Part]:
    """A sentence is said once; where it stands twice, the place where it lasts longest counts.

    With a sentence of the message goes the next one, where that leans on it.
    """
    kept: list[Part] = []
    gone_from = ""
    for part in parts:
        at = _said_at(part, kept, lang)
        if at is not None:
            kept[at] = replace(kept[at], rank=min(kept[at].rank, part.rank))
            gone_from = part.role
        elif not (gone_from == part.role == "message" and leans(part.text, lang)):
            kept.append(part)
            gone_from = ""
    return _listed(kept)


def _said_at(part: Part, kept: Sequence[Part], lang: str) -> int | None:
    """Where the sentence of a part stands already."""
    if part.role not in _SENTENCES:
        return None
    text = part.text.removeprefix(BULLET)
    for index, other in enumerate(kept):
        lines = other.text.removeprefix(BULLET).split("\n") if other.role in _SENTENCES else []
        if any(repeats(line, text, lang) for line in lines):
            return index
    return None


def _listed(parts: list[Part]) -> list[Part]:
    """A list of one is no list: a single point is told as a sentence."""
    if sum(part.role == "points" for part in parts) != 1:
        return parts
    return [
        replace(part, text=part.text.removeprefix(BULLET)) if part.role == "points" else part
        for part in parts
    ]
