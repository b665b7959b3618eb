"""A longer text as a row of posts, each from whole parts and numbered."""

from __future__ import annotations

from collections.abc import Sequence

from plugins.networks.limits import Room
from plugins.social_snippets.layout import lay_out
from plugins.social_snippets.parts import Part

_WIDEST_NUMBER = "\n\n99/99"


def plan_thread(parts: Sequence[Part], order: Sequence[str], room: Room) -> tuple[str, ...]:
    """The parts as posts, in the network's order; empty when a part alone is too long for one.

    The message opens the row; the link and the hashtags close it.
    """
    posts: list[list[Part]] = []
    for group in _groups(parts, order):
        if posts and _holds(posts[-1] + group, order, room) and not _opens(posts):
            posts[-1] += group
        elif _holds(group, order, room):
            posts.append(list(group))
        else:
            return ()
    texts = [lay_out(post, order) for post in posts]
    if len(texts) < 2:
        return ()
    return tuple(f"{text}\n\n{number}/{len(texts)}" for number, text in enumerate(texts, 1))


def _groups(parts: Sequence[Part], order: Sequence[str]) -> list[list[Part]]:
    """What must not be torn apart: the opening, each point, the closing.

    What is said of a picture stands in the opening, since the first post carries the pictures.
    """
    roles = {role: [part for part in parts if part.role == role] for role in order}
    opening = [
        part
        for role in ("hook", "when", "message", "facts", "credit")
        for part in roles.get(role, [])
    ]
    closing = [part for role in ("then", "link", "hashtags") for part in roles.get(role, [])]
    points = [[part] for part in roles.get("points", [])]
    return [group for group in (opening, *points, closing) if group]


def _opens(posts: Sequence[Sequence[Part]]) -> bool:
    """The message stands alone in the first post: points begin a new one."""
    return len(posts) == 1


def _holds(parts: Sequence[Part], order: Sequence[str], room: Room) -> bool:
    return room.holds(lay_out(parts, order) + _WIDEST_NUMBER)
