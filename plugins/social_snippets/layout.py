"""Parts into a text: in the network's order, and the least important left out until it fits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from plugins.networks.limits import Room
from plugins.social_snippets.parts import MUST, Part

# What stands between two parts of one role; between roles there is an empty line.
_BETWEEN = {"points": "\n", "facts": "\n", "then": " ", "message": " ", "hashtags": " "}

FEWEST_POINTS = 2
"""A list of one is no list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitted:
    """A text, the parts that are left in it, and by how much it is still too long."""

    text: str
    parts: tuple[Part, ...]
    excess: int

    def has_all(self, parts: Sequence[Part], role: str) -> bool:
        """Whether no part of a role was left out."""
        return sum(p.role == role for p in self.parts) == sum(p.role == role for p in parts)


def lay_out(parts: Sequence[Part], order: Sequence[str]) -> str:
    """The text of the parts; a role that `order` does not name is not used."""
    blocks = (
        _BETWEEN.get(role, "\n\n").join(part.text for part in parts if part.role == role)
        for role in order
    )
    return "\n\n".join(block for block in blocks if block)


def fit(parts: Sequence[Part], order: Sequence[str], room: Room) -> Fitted:
    """The most of the parts that there is room for; `excess` is above 0 when it is too small."""
    kept = [part for part in parts if part.role in order]
    while True:
        text = lay_out(kept, order)
        excess = room.excess(text)
        going = max(
            (index for index, part in enumerate(kept) if part.rank != MUST),
            key=lambda index: (kept[index].rank, index),
            default=None,
        )
        if not excess:
            return _with_hashtags(kept, parts, order, room)
        if going is None:
            return Fitted(text=text, parts=tuple(kept), excess=excess)
        kept = _without(kept, going)


def _with_hashtags(
    kept: list[Part], parts: Sequence[Part], order: Sequence[str], room: Room
) -> Fitted:
    """With the hashtags that have room after all, now that longer parts are gone."""
    for part in parts:
        if part.role == "hashtags" and "hashtags" in order and part not in kept:
            more = [*kept, part]
            kept = more if room.holds(lay_out(more, order)) else kept
    return Fitted(text=lay_out(kept, order), parts=tuple(kept), excess=0)


def _without(parts: list[Part], index: int) -> list[Part]:
    role = parts[index].role
    left = [*parts[:index], *parts[index + 1 :]]
    if role == "points" and sum(part.role == role for part in left) < FEWEST_POINTS:
        return [part for part in left if part.role != role]
    return left
