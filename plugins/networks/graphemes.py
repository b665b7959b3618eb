"""What a reader takes for one character (Unicode Annex 29, extended grapheme clusters)."""

from __future__ import annotations

import re

from uniseg.emoji import extended_pictographic
from uniseg.graphemecluster import grapheme_clusters

# Nothing below U+0300 joins its neighbour, save CR with LF; nor do the usual dashes and quotes. Most
# texts consist of these, and need no walk through the Unicode tables.
_SIMPLE = re.compile("[^\r\u0300-\U0010ffff]|[\u2010-\u2027\u2032-\u2037]")
_ALL_SIMPLE = re.compile(f"(?:{_SIMPLE.pattern})*")

_REGIONAL = range(0x1F1E6, 0x1F200)
_EMOJI_MARKS = frozenset("\ufe0f\u20e3")


def clusters(text: str) -> list[str]:
    """The text, grapheme by grapheme."""
    if _ALL_SIMPLE.fullmatch(text):
        return list(text)
    return list(grapheme_clusters(text))


def is_emoji(cluster: str) -> bool:
    """Whether a grapheme is shown, or may be shown, as an emoji."""
    return any(
        mark in _EMOJI_MARKS or ord(mark) in _REGIONAL or extended_pictographic(mark)
        for mark in cluster
        if mark > "\u00a8"  # the first pictographic character is the copyright sign
    )


def has_emoji(text: str) -> bool:
    """Whether a text holds a picture; signs such as the copyright sign are not meant."""
    return any(
        is_emoji(cluster) and (len(cluster) > 1 or cluster > "\u2300") for cluster in clusters(text)
    )
