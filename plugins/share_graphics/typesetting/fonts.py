"""The vendored fonts: which file draws which character, at which weight."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from plugins.share_graphics.typesetting.harfbuzz import hb

_FOLDER = Path(__file__).parents[1] / "fonts"

LATIN, ARABIC, DEVANAGARI, CHINESE, EMOJI = "latin", "arabic", "devanagari", "chinese", "emoji"


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """How a family of letters sits in a line; all measures are parts of the font size."""

    leading: float
    """Line height of display text; running text gets `RUNNING_LEADING` more."""
    language: str = ""
    """The language to shape with, where the text's own would choose wrong letter forms."""
    scale: float = 1.0
    """How large its letters stand beside Latin ones of the same nominal size."""
    drop: float = 0.0
    """How far the letters are moved down to stand level with Latin ones."""


# Leading and scale: set by eye beside Source Sans 3 at title size, 2026-11-21.
SCRIPTS: dict[str, Script] = {
    LATIN: Script(leading=1.06),
    ARABIC: Script(leading=1.34, scale=1.06),
    DEVANAGARI: Script(leading=1.30),
    CHINESE: Script(leading=1.22, language="zh-Hans", scale=0.96),
    EMOJI: Script(leading=1.10, scale=0.80, drop=-0.03),
}
RUNNING_LEADING = 0.20

_FILES: dict[str, dict[str, str]] = {
    "bold": {
        LATIN: "source-sans-3-bold.ttf",
        ARABIC: "noto-sans-arabic-bold.ttf",
        DEVANAGARI: "noto-sans-devanagari-bold.ttf",
        CHINESE: "noto-sans-sc-bold.otf",
        EMOJI: "noto-color-emoji.ttf",
    },
    "semibold": {
        LATIN: "source-sans-3-semibold.ttf",
        ARABIC: "noto-sans-arabic-bold.ttf",
        DEVANAGARI: "noto-sans-devanagari-bold.ttf",
        CHINESE: "noto-sans-sc-bold.otf",
        EMOJI: "noto-color-emoji.ttf",
    },
    "regular": {
        LATIN: "source-sans-3-regular.ttf",
        ARABIC: "noto-sans-arabic-regular.ttf",
        DEVANAGARI: "noto-sans-devanagari-regular.ttf",
        CHINESE: "noto-sans-sc-bold.otf",
        EMOJI: "noto-color-emoji.ttf",
    },
}


# What Noto Color Emoji fills above and below its baseline, in ems; its layers tell no extents.
_EMOJI_RISE, _EMOJI_FALL = 0.93, 0.25


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Font:
    """One font file, opened: there is one object for each."""

    file: str
    script: str
    upem: int
    characters: frozenset[str]
    """What it can draw."""
    shaper: Any
    """The `hb.Font`."""
    em: float
    """The part of the font size that one unit of the font is."""
    inks: Inks


class Inks(dict[int, tuple[float, float, float, float] | None]):
    """The ink of each glyph of a font in ems from its origin, measured when first asked for: how
    far it reaches to the left (negative), right, up and down; None where there is none."""

    def __init__(self, shaper: Any, em: float, script: str) -> None:
        self._shaper, self._em, self._script = shaper, em, script

    def __missing__(self, glyph: int) -> tuple[float, float, float, float] | None:
        found = self[glyph] = self._emoji(glyph) if self._script == EMOJI else self._outline(glyph)
        return found

    def _outline(self, glyph: int) -> tuple[float, float, float, float] | None:
        box, em = self._shaper.get_glyph_extents(glyph), self._em
        if box is None or not box.width:
            return None
        left, top = box.x_bearing * em, box.y_bearing * em
        return left, left + box.width * em, top, -(top + box.height * em)

    def _emoji(self, glyph: int) -> tuple[float, float, float, float] | None:
        wide = self._shaper.get_glyph_h_advance(glyph) * self._em
        scale = SCRIPTS[EMOJI].scale
        return (0.0, wide, _EMOJI_RISE * scale, _EMOJI_FALL * scale) if wide else None


@cache
def _opened(file: str, script: str) -> Font:
    face = hb.Face(hb.Blob.from_file_path(str(_FOLDER / file)))
    shaper, em = hb.Font(face), SCRIPTS[script].scale / face.upem
    return Font(
        file=file,
        script=script,
        upem=face.upem,
        characters=frozenset(map(chr, face.unicodes)),
        shaper=shaper,
        em=em,
        inks=Inks(shaper, em, script),
    )


def font(script: str, weight: str) -> Font:
    """The font of a script at "bold", "semibold" or "regular"."""
    return _opened(_FILES[weight][script], script)


@cache
def fonts_digest() -> str:
    """The sha256 of all font files together: part of every graphic's key."""
    digest = hashlib.sha256()
    for file in sorted({file for files in _FILES.values() for file in files.values()}):
        digest.update(hashlib.sha256((_FOLDER / file).read_bytes()).digest())
    return digest.hexdigest()
