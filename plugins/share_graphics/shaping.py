"""A line of text as placed glyphs: fonts chosen by run, shaped by HarfBuzz, measured in ems."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from uniseg.emoji import emoji_presentation
from uniseg.graphemecluster import grapheme_clusters

from plugins.share_graphics.directions import visual_runs
from plugins.share_graphics.fonts import CHINESE, EMOJI, LATIN, SCRIPTS, Font, font
from plugins.share_graphics.harfbuzz import hb

# Invisible characters that steer shaping; no font needs to have them.
_UNSEEN = frozenset(map(ord, "\u200b\u200c\u200d\u200e\u200f\u2060\ufe0e\ufe0f\u00ad\u061c"))
_EMOJI_MARKS = ("\ufe0f", "\u20e3")
_EMOJI_RISE, _EMOJI_FALL = (
    0.93,
    0.25,
)  # em; what Noto Color Emoji fills above and below its baseline


@dataclass(frozen=True, slots=True)
class Glyph:
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


@lru_cache(maxsize=8192)
def shape_line(text: str, weight: str, lang: str, rtl: bool) -> Shaped:
    """One line of text, ready to measure and to draw at any size."""
    glyphs: list[Glyph] = []
    pen = 0.0
    for start, end, backwards in visual_runs(text, rtl):
        runs = font_runs(text[start:end], weight)
        for piece, used in reversed(runs) if backwards else runs:
            pen = _shape_run(piece, used, lang, backwards, pen, glyphs)
    return _measured(tuple(glyphs), pen)


def _shape_run(
    text: str, used: Font, lang: str, backwards: bool, pen: float, glyphs: list[Glyph]
) -> float:
    """Appends the glyphs of one run; the pen's new place."""
    script = SCRIPTS[used.script]
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if backwards else "ltr"
    buffer.language = script.language or lang
    hb.shape(used.shaper, buffer)
    em = script.scale / used.upem
    for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        x, y = pen + place.x_offset * em, place.y_offset * em + script.drop
        glyphs.append(Glyph(used, info.codepoint, x, y))
        pen += place.x_advance * em
    return pen


def _measured(glyphs: tuple[Glyph, ...], advance: float) -> Shaped:
    boxes = [box for box in map(_ink, glyphs) if box]
    return Shaped(
        glyphs=glyphs,
        advance=advance,
        left=min((box[0] for box in boxes), default=0.0),
        right=max((box[1] for box in boxes), default=0.0),
        top=max((box[2] for box in boxes), default=0.0),
        bottom=max((box[3] for box in boxes), default=0.0),
        scripts=frozenset(glyph.font.script for glyph in glyphs),
    )


def _ink(glyph: Glyph) -> tuple[float, float, float, float] | None:
    """Left, right, top and bottom of a glyph's ink in ems; None for a space."""
    scale = SCRIPTS[glyph.font.script].scale
    em = scale / glyph.font.upem
    if glyph.font.script == EMOJI:
        wide = glyph.font.shaper.get_glyph_h_advance(glyph.id) * em
        rise, fall = _EMOJI_RISE * scale + glyph.y, _EMOJI_FALL * scale - glyph.y
        return (glyph.x, glyph.x + wide, rise, fall) if wide else None
    box = glyph.font.shaper.get_glyph_extents(glyph.id)
    if box is None or not box.width:
        return None
    left, top = glyph.x + box.x_bearing * em, glyph.y + box.y_bearing * em
    return left, left + box.width * em, top, -(top + box.height * em)


def font_runs(text: str, weight: str) -> list[tuple[str, Font]]:
    """The text in reading order, cut where the font changes."""
    latin = font(LATIN, weight)
    if all(ord(char) in latin.characters for char in text):
        return [(text, latin)] if text else []
    chosen: list[tuple[str, Font]] = []
    before = latin
    for cluster in grapheme_clusters(text):
        before = _font_of(cluster, weight, before)
        chosen.append((cluster, before))
    return [
        ("".join(cluster for cluster, _ in group), used) for used, group in _grouped_by_font(chosen)
    ]


@lru_cache(maxsize=4096)
def even_weight(text: str, weight: str) -> str:
    """The weight to set a text in: Chinese is drawn bold only, so figures beside it are too."""
    if weight == "bold" or text.isascii():
        return weight
    latin, chinese = font(LATIN, weight).characters, font(CHINESE, weight).characters
    codes = set(map(ord, text))
    return "bold" if (codes - latin) & chinese else weight


def _grouped_by_font(
    chosen: list[tuple[str, Font]],
) -> list[tuple[Font, list[tuple[str, Font]]]]:
    return [
        (group[0][1], group)
        for _, places in groupby(chosen, key=lambda pair: pair[1].file)
        if (group := list(places))
    ]


def _font_of(cluster: str, weight: str, before: Font) -> Font:
    """The first font that has all of a cluster; a space stays with the text before it."""
    if cluster.isspace() and before.script != EMOJI and ord(cluster[0]) in before.characters:
        return before
    found = covering_scripts(cluster, weight)
    return font(found[0] if found else LATIN, weight)


def covering_scripts(cluster: str, weight: str) -> list[str]:
    """The scripts whose font can draw a whole cluster, the fitting one first; none: nothing can."""
    needed = {ord(char) for char in cluster} - _UNSEEN
    able = [script for script in SCRIPTS if needed <= font(script, weight).characters]
    if is_emoji(cluster) and EMOJI in able:
        able.sort(key=lambda script: script != EMOJI)
    return able


def is_emoji(cluster: str) -> bool:
    """Whether a cluster asks to be shown as a coloured picture."""
    return emoji_presentation(cluster[0]) or any(mark in cluster for mark in _EMOJI_MARKS)
