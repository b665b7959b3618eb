"""How many there are, in words."""

from __future__ import annotations

from collections.abc import Sequence

from plugins.cited_sources.consequences.reliance import Reliance


def counted(number: int, one: str, many: str = "") -> str:
    """ "1 picture", "2 pictures"."""
    return f"{number} {one if number == 1 else many or f'{one}s'}"


def joined(words: Sequence[str]) -> str:
    """ "one, two and three"."""
    return " and ".join(words) if len(words) < 3 else f"{', '.join(words[:-1])} and {words[-1]}"


def made_of_posts(resting: Reliance) -> str:
    """What else rests on a work than posts: "8 pictures and 5 feed items"; "" for nothing."""
    amounts = (
        (len(resting.graphics), "picture"),
        (len(resting.feeds), "feed item"),
        (len(resting.handed_over), "handed-over row"),
    )
    return joined([counted(number, word) for number, word in amounts if number])
