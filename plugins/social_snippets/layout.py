"""Parts into a text: in the network's order, and the least important left out until it fits."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from plugins.networks.limits import Room
from plugins.practice.sentences import is_urgent
from plugins.social_snippets.parts import BULLET, MUST, Part

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
        return self.number_of(role) == sum(p.role == role for p in parts)

    def number_of(self, role: str) -> int:
        """How many parts of a role are left."""
        return sum(part.role == role for part in self.parts)


def lay_out(parts: Sequence[Part], order: Sequence[str]) -> str:
    """The text of the parts; a role that `order` does not name is not used."""
    blocks = (_block([part for part in parts if part.role == role], role) for role in order)
    return "\n\n".join(block for block in blocks if block)


def _block(parts: Sequence[Part], role: str) -> str:
    between = _BETWEEN.get(role, "\n\n")
    text = ""
    for before, part in zip((None, *parts), parts, strict=False):
        if before is not None:
            text += "\n\n" if before.apart or part.apart else between
        text += part.text
    return text


def fit(parts: Sequence[Part], order: Sequence[str], room: Room) -> Fitted:
    """The most of the parts that there is room for; `excess` is above 0 when it is too small."""
    used = [part for part in parts if part.role in order]
    going = [index for index, part in enumerate(used) if part.rank != MUST]
    going.sort(key=lambda index: (used[index].rank, index), reverse=True)

    def fits(gone: int) -> bool:
        return room.holds(lay_out(_without(used, going[:gone]), order))

    # The more parts are gone, the shorter it is: the least number is found by halving.
    gone = 0 if fits(0) else bisect_left(range(len(going)), True, lo=1, key=fits)
    kept = _without(used, going[:gone])
    text = lay_out(kept, order)
    excess = room.excess(text)
    if excess:
        return Fitted(text=text, parts=tuple(kept), excess=excess)
    return _with_hashtags(kept, parts, order, room)


def _with_hashtags(
    kept: list[Part], parts: Sequence[Part], order: Sequence[str], room: Room
) -> Fitted:
    """With the hashtags that have room after all, now that longer parts are gone."""
    for part in parts:
        if part.role == "hashtags" and "hashtags" in order and part not in kept:
            more = [*kept, part]
            kept = more if room.holds(lay_out(more, order)) else kept
    return Fitted(text=lay_out(kept, order), parts=tuple(kept), excess=0)


def _without(parts: Sequence[Part], gone: Sequence[int]) -> list[Part]:
    """The other parts; of a list that has shrunk to one, only what is said for emergencies."""
    out = set(gone)
    left = [part for index, part in enumerate(parts) if index not in out]
    number = sum(part.role == "points" for part in left)
    if number >= FEWEST_POINTS or number == sum(part.role == "points" for part in parts):
        return left
    return [_alone(part) for part in left if part.role != "points" or is_urgent(part.text)]


def _alone(part: Part) -> Part:
    return replace(part, text=part.text.removeprefix(BULLET)) if part.role == "points" else part
