"""Characters that can be drawn, those that are left out, and those that no font of ours has."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from uniseg.emoji import emoji, emoji_presentation, extended_pictographic

from plugins.share_graphics.typesetting.clusters import INVISIBLE, clusters_of, is_emoji
from plugins.share_graphics.typesetting.fallback import covering_scripts
from plugins.share_graphics.typesetting.fonts import LATIN, font

_SPACES = re.compile(r"[ \t\r\n\v\f\x85\u2028\u2029]+")
_SKIN_TONES = dict.fromkeys(range(0x1F3FB, 0x1F400))
_BLANK = " \u00a0\u2007\u202f" + "".join(sorted(INVISIBLE))


@dataclass(frozen=True, slots=True)
class Checked:
    """A text as it can be drawn. Skin tones are left out silently: the emoji stays."""

    text: str
    """Empty where nothing of it can be seen."""
    left_out: tuple[str, ...] = ()
    """Emoji that our fonts lack."""
    missing: tuple[str, ...] = ()
    """Other characters that our fonts lack; all characters of a text that nobody can see."""


@lru_cache(maxsize=1024)
def check_glyphs(text: str) -> Checked:
    """The text on one line, with what cannot be drawn named."""
    spaced = _SPACES.sub(" ", text).strip(" ")
    toned = spaced if spaced.isascii() else spaced.translate(_SKIN_TONES).strip(" ")
    if not toned.strip(_BLANK):
        return Checked("", missing=tuple(dict.fromkeys(spaced.replace(" ", ""))))
    if font(LATIN, "regular").characters.issuperset(toned):
        return Checked(toned)
    lacking = {cluster: lack for cluster in clusters_of(toned) if (lack := _lacking(cluster))}
    if not lacking:
        return Checked(toned)
    return _without(toned, lacking)


def _without(text: str, lacking: dict[str, str]) -> Checked:
    """The text without the clusters that cannot be drawn whole, each with the characters at fault:
    emoji are left out, anything else has to be told."""
    kept = "".join(cluster for cluster in clusters_of(text) if cluster not in lacking)
    pictures = tuple(cluster for cluster in lacking if _is_pictograph(cluster))
    others = "".join(lack for cluster, lack in lacking.items() if cluster not in pictures)
    tidy = _SPACES.sub(" ", kept).strip(" ")
    return Checked(tidy if tidy.strip(_BLANK) else "", pictures, tuple(dict.fromkeys(others)))


@lru_cache(maxsize=16384)
def _lacking(cluster: str) -> str:
    """The characters that keep a cluster from being drawn; none: one font draws all of it."""
    if covering_scripts(cluster, "regular"):
        return ""
    unknown = [char for char in cluster if not covering_scripts(char, "regular")]
    if unknown:
        return "".join(unknown)
    # A mark on a letter of another font would stand beside it, or on a dotted circle.
    own = font(covering_scripts(cluster[0], "regular")[0], "regular").characters
    return "".join(char for char in cluster if char not in own and char not in INVISIBLE)


def _is_pictograph(cluster: str) -> bool:
    char = cluster[0]
    return (
        is_emoji(cluster)
        or emoji_presentation(char)
        or (emoji(char) and extended_pictographic(char))
    )
