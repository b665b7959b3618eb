"""What a reader takes for one character (Unicode Annex 29, extended grapheme clusters)."""

from __future__ import annotations

import re
from functools import lru_cache

from uniseg.emoji import extended_pictographic
from uniseg.graphemecluster import grapheme_clusters

# None of these joins its neighbour: nothing below U+0300 does, save CR with LF; nor do the usual
# dashes and quotes, nor Chinese characters. Only what stands beside other characters needs a walk
# through the Unicode tables, which takes a hundred times as long.
_ALONE = "\u0000-\u000c\u000e-\u02ff\u2010-\u2027\u2032-\u2037\u4e00-\u9fff"
_JOINING = re.compile(f"[{_ALONE}]?(?:[^{_ALONE}]+[{_ALONE}]?)+")

_REGIONAL = range(0x1F1E6, 0x1F200)
_EMOJI_MARKS = frozenset("\ufe0f\u20e3")


def clusters(text: str) -> list[str]:
    """The text, grapheme by grapheme."""
    found: list[str] = []
    position = 0
    for match in _JOINING.finditer(text):
        found.extend(text[position : match.start()])
        found.extend(_joined(match[0]))
        position = match.end()
    found.extend(text[position:])
    return found


@lru_cache(maxsize=4096)
def _joined(text: str) -> tuple[str, ...]:
    return tuple(grapheme_clusters(text))


def is_emoji(cluster: str) -> bool:
    """Whether a grapheme is shown, or may be shown, as an emoji."""
    return not cluster.isascii() and any(
        mark in _EMOJI_MARKS or ord(mark) in _REGIONAL or extended_pictographic(mark)
        for mark in cluster
    )


def has_emoji(text: str) -> bool:
    """Whether a text holds a picture; signs such as the copyright sign are not meant."""
    return any(
        is_emoji(cluster) and (len(cluster) > 1 or cluster > "\u2300") for cluster in clusters(text)
    )
