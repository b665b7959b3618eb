"""How many there are, in words."""

from __future__ import annotations

from plugins.cited_sources.consequences.reliance import Reliance
from plugins.practice.amounts import counted, joined


def made_of_posts(resting: Reliance) -> str:
    """What else rests on a work than posts: "8 pictures and 5 feed items"; "" for nothing."""
    amounts = (
        (len(resting.graphics), "picture"),
        (len(resting.feeds), "feed item"),
        (len(resting.handed_over), "handed-over row"),
    )
    return joined([counted(number, word) for number, word in amounts if number])
