"""A line of text as placed glyphs: fonts chosen by run, shaped by HarfBuzz, measured in ems."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from plugins.share_graphics.typesetting.directions import visual_runs
from plugins.share_graphics.typesetting.fallback import font_runs
from plugins.share_graphics.typesetting.fonts import ARABIC, SCRIPTS, Font
from plugins.share_graphics.typesetting.harfbuzz import hb
from plugins.share_graphics.typesetting.isolating import with_isolates


class Glyph(NamedTuple):
    """A glyph and the place of its origin on the line, in ems from the line's left end."""

    font: Font
    id: int
    x: float
    y: float


class GlyphRun(NamedTuple):
    """Glyphs of one font, in columns: planning measures many lines that are never drawn."""

    font: Font
    ids: list[int]
    xs: list[float]
    ys: list[float]

    @property
    def glyphs(self) -> list[Glyph]:
        """The glyphs one by one, made anew each time."""
        columns = zip(self.ids, self.xs, self.ys, strict=True)
        return [Glyph(self.font, glyph, x, y) for glyph, x, y in columns]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shaped:
    """A shaped line in ems: how far it reaches and where its ink lies (`top` and `bottom` from the
    baseline, up and down, both positive outwards)."""

    runs: tuple[GlyphRun, ...]
    advance: float
    left: float
    right: float
    top: float
    bottom: float

    @property
    def glyphs(self) -> tuple[Glyph, ...]:
        """All glyphs from left to right, made anew each time."""
        return tuple(glyph for run in self.runs for glyph in run.glyphs)

    @property
    def scripts(self) -> frozenset[str]:
        """The scripts whose fonts it takes."""
        return frozenset([run.font.script for run in self.runs])


@lru_cache(maxsize=1024)
def shape_line(text: str, weight: str, lang: str, rtl: bool) -> Shaped:
    """One line of text, ready to measure and to draw at any size."""
    runs: list[GlyphRun] = []
    pen = 0.0
    text = with_isolates(text) if rtl else text
    for start, end, backwards in visual_runs(text, rtl):
        pieces = font_runs(text[start:end], weight, lang)
        for piece, used in reversed(pieces) if backwards else pieces:
            run, pen = _glyph_run(piece, used, lang, backwards, pen)
            runs.append(run)
    left, right, top, bottom = _ink(runs)
    return Shaped(runs=tuple(runs), advance=pen, left=left, right=right, top=top, bottom=bottom)


def advances(text: str, weight: str, lang: str) -> list[float]:
    """How far each character of a whole text moves the pen, in ems; in a ligature the first one
    moves it for all. So the width of any part is known from one shaping, kerning across spaces
    included."""
    moved = [0.0] * len(text)
    start = 0
    for piece, used in font_runs(text, weight, lang):
        # Widths do not depend on where a run comes to stand, so its order need not be known.
        buffer = _shaped(piece, used, lang, used.script == ARABIC)
        for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            moved[start + info.cluster] += place.x_advance * used.em
        start += len(piece)
    return moved


def _shaped(text: str, used: Font, lang: str, backwards: bool) -> Any:
    """HarfBuzz's buffer of a run. Figures need no feature to stand in columns: every font of ours
    has them of one width from the start."""
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if backwards else "ltr"
    buffer.language = SCRIPTS[used.script].language or lang
    hb.shape(used.shaper, buffer)
    return buffer


def _glyph_run(
    text: str, used: Font, lang: str, backwards: bool, pen: float
) -> tuple[GlyphRun, float]:
    """The glyphs of one run that starts at the pen, and the pen's new place."""
    em, drop = used.em, SCRIPTS[used.script].drop
    buffer = _shaped(text, used, lang, backwards)
    xs, ys = [], []
    for place in buffer.glyph_positions:
        right, up, advance, _ = place.position
        xs.append(pen + right * em)
        ys.append(up * em + drop)
        pen += advance * em
    return GlyphRun(used, [info.codepoint for info in buffer.glyph_infos], xs, ys), pen


def _ink(runs: list[GlyphRun]) -> tuple[float, float, float, float]:
    """How far the ink of a line reaches: left, right, up and down."""
    boxes = [
        (x + ink[0], x + ink[1], y + ink[2], ink[3] - y)
        for used, ids, xs, ys in runs
        for ink, x, y in zip(map(used.inks.__getitem__, ids), xs, ys, strict=True)
        if ink
    ]
    if not boxes:
        return 0.0, 0.0, 0.0, 0.0
    lefts, rights, tops, bottoms = zip(*boxes, strict=True)
    return min(lefts), max(rights), max(tops), max(bottoms)
