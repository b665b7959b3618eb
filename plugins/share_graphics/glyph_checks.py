"""Characters that can be drawn, those that are left out, and those that no font of ours has."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from uniseg.emoji import emoji, emoji_presentation, extended_pictographic
from uniseg.graphemecluster import grapheme_clusters

from plugins.share_graphics.fonts import LATIN, font
from plugins.share_graphics.shaping import covering_scripts, is_emoji

_SPACES = re.compile(r"[ \t\r\n\v\f\x85\u2028\u2029]+")
_SKIN_TONES = dict.fromkeys(range(0x1F3FB, 0x1F400))


@dataclass(frozen=True, slots=True)
class Checked:
    """A text as it can be drawn. Skin tones are left out silently: the emoji stays."""

    text: str
    left_out: tuple[str, ...] = ()
    """Emoji that our fonts lack."""
    missing: tuple[str, ...] = ()
    """Other characters that our fonts lack."""


@lru_cache(maxsize=4096)
def check_glyphs(text: str) -> Checked:
    """The text on one line, with what cannot be drawn named."""
    text = _SPACES.sub(" ", text).strip().translate(_SKIN_TONES)
    latin = font(LATIN, "regular").characters
    if all(ord(char) in latin for char in text):
        return Checked(text)
    kept, left_out, missing = [], [], []
    for cluster in grapheme_clusters(text):
        if covering_scripts(cluster, "regular") or all(map(_drawable, cluster)):
            kept.append(cluster)
        elif is_emoji(cluster) or _is_pictograph(cluster[0]):
            left_out.append(cluster)
        else:
            missing += [char for char in cluster if not _drawable(char)]
    tidy = _SPACES.sub(" ", "".join(kept)).strip()
    return Checked(tidy, tuple(dict.fromkeys(left_out)), tuple(dict.fromkeys(missing)))


def _drawable(char: str) -> bool:
    return bool(covering_scripts(char, "regular"))


def _is_pictograph(char: str) -> bool:
    return emoji_presentation(char) or (emoji(char) and extended_pictographic(char))
