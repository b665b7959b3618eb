"""A line of text as placed glyphs: fonts chosen by run, shaped by HarfBuzz, measured in ems."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Any, NamedTuple

from plugins.share_graphics.clusters import INVISIBLE, clusters_of, is_emoji
from plugins.share_graphics.directions import visual_runs
from plugins.share_graphics.fonts import ARABIC, CHINESE, EMOJI, LATIN, SCRIPTS, Font, font
from plugins.share_graphics.harfbuzz import hb

_SPACES = frozenset(" \u00a0")


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
        return tuple(
            Glyph(run.font, glyph, x, y)
            for run in self.runs
            for glyph, x, y in zip(run.ids, run.xs, run.ys, strict=True)
        )

    @property
    def scripts(self) -> frozenset[str]:
        """The scripts whose fonts it takes."""
        return frozenset([run.font.script for run in self.runs])


@lru_cache(maxsize=1024)
def shape_line(text: str, weight: str, lang: str, rtl: bool) -> Shaped:
    """One line of text, ready to measure and to draw at any size."""
    runs: list[GlyphRun] = []
    pen = 0.0
    for start, end, backwards in visual_runs(text, rtl):
        pieces = font_runs(text[start:end], weight, lang)
        for piece, used in reversed(pieces) if backwards else pieces:
            run, pen = _glyph_run(piece, used, lang, backwards, pen)
            runs.append(run)
    left, right, top, bottom = _ink(runs)
    return Shaped(
        runs=tuple(runs), advance=pen, left=left, right=right, top=top, bottom=bottom
    )


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


def font_runs(text: str, weight: str, lang: str) -> list[tuple[str, Font]]:
    """The text in reading order, cut where the font changes."""
    latin = font(LATIN, weight)
    if latin.characters.issuperset(text) and not _is_chinese(lang):
        return [(text, latin)] if text else []
    cuts: list[tuple[int, Font]] = []
    for start, used in _chosen(text, weight, lang, latin):
        if not cuts or cuts[-1][1] is not used:
            cuts.append((start, used))
    return [
        (text[start:end], used) for (start, used), (end, _) in pairwise([*cuts, (len(text), latin)])
    ]


def _chosen(text: str, weight: str, lang: str, before: Font) -> Iterator[tuple[int, Font]]:
    """Where each cluster starts, and its font; a space stays with the text before it."""
    start, chinese = 0, _is_chinese(lang)
    for cluster in clusters_of(text):
        if not (cluster in _SPACES and before.script != EMOJI and cluster in before.characters):
            before = _font_of(cluster, weight, chinese)
        yield start, before
        start += len(cluster)


@lru_cache(maxsize=16384)
def _font_of(cluster: str, weight: str, chinese: bool) -> Font:
    """The first font that has all of a cluster."""
    found = covering_scripts(cluster, weight)
    # Quotation marks, dashes and dots are as wide as a letter in Chinese.
    if chinese and CHINESE in found and not cluster.isascii():
        return font(CHINESE, weight)
    return font(found[0] if found else LATIN, weight)


def covering_scripts(cluster: str, weight: str) -> list[str]:
    """The scripts whose font can draw a whole cluster, the fitting one first; none: nothing can."""
    needed = set(cluster) - INVISIBLE
    able = [script for script in SCRIPTS if needed <= font(script, weight).characters]
    if is_emoji(cluster) and EMOJI in able:
        able.sort(key=lambda script: script != EMOJI)
    return able


@lru_cache(maxsize=1024)
def even_weight(text: str, weight: str) -> str:
    """The weight to set a text in: Chinese is drawn bold only, so figures beside it are too."""
    if weight == "bold" or text.isascii():
        return weight
    foreign = set(text) - font(LATIN, weight).characters
    return weight if foreign.isdisjoint(font(CHINESE, weight).characters) else "bold"


def _is_chinese(lang: str) -> bool:
    return lang.split("-", maxsplit=1)[0].lower() == "zh"
