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


@dataclass(frozen=True, slots=True, kw_only=True)
class Shaped:
    """A shaped line in ems: how far it reaches and where its ink lies (`top` and `bottom` from the
    baseline, up and down, both positive outwards)."""

    glyphs: tuple[Glyph, ...]
    advance: float
    left: float
    right: float
    top: float
    bottom: float
    scripts: frozenset[str]


@lru_cache(maxsize=1024)
def shape_line(text: str, weight: str, lang: str, rtl: bool) -> Shaped:
    """One line of text, ready to measure and to draw at any size."""
    glyphs: list[Glyph] = []
    pen = 0.0
    for start, end, backwards in visual_runs(text, rtl):
        runs = font_runs(text[start:end], weight, lang)
        for piece, used in reversed(runs) if backwards else runs:
            pen = _place_run(piece, used, lang, backwards, pen, glyphs)
    return _measured(tuple(glyphs), pen)


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


def _place_run(
    text: str, used: Font, lang: str, backwards: bool, pen: float, glyphs: list[Glyph]
) -> float:
    """Appends the glyphs of one run; the pen's new place."""
    em, drop = used.em, SCRIPTS[used.script].drop
    buffer = _shaped(text, used, lang, backwards)
    for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        right, up, advance, _ = place.position
        glyphs.append(Glyph(used, info.codepoint, pen + right * em, up * em + drop))
        pen += advance * em
    return pen


def _measured(glyphs: tuple[Glyph, ...], advance: float) -> Shaped:
    boxes = [
        (x + ink[0], x + ink[1], y + ink[2], ink[3] - y)
        for used, glyph, x, y in glyphs
        if (ink := used.inks[glyph])
    ]
    lefts, rights, tops, bottoms = zip(*boxes, strict=True) if boxes else ((0.0,),) * 4
    return Shaped(
        glyphs=glyphs,
        advance=advance,
        left=min(lefts),
        right=max(rights),
        top=max(tops),
        bottom=max(bottoms),
        scripts=frozenset({used.script for used, _, _, _ in glyphs}),
    )


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
