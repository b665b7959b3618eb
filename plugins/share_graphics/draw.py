"""A planned graphic as a JPEG file: puts every glyph and figure where the plan says."""

from __future__ import annotations

from functools import cache, lru_cache
from io import BytesIO
from math import ceil, floor
from typing import Any

from PIL import Image, ImageChops, ImageDraw

from plugins.practice.colours import rgb
from plugins.share_graphics.graphic import (
    Box,
    FigureLayer,
    Graphic,
    Line,
    Logo,
    PlacedPhoto,
    TextBlock,
)
from plugins.share_graphics.layout.figures import GLYPHS, UNIT, figure_font
from plugins.share_graphics.pictures import FACE, opened
from plugins.share_graphics.typesetting.fonts import EMOJI, SCRIPTS
from plugins.share_graphics.typesetting.harfbuzz import hb
from plugins.share_graphics.typesetting.shaping import Glyph, GlyphRun, shape_line

QUALITIES = (88, 84, 80, 75, 70)
"""Tried in turn until the file is small enough."""
MOST_BYTES = 950_000  # Bluesky's link card takes 1,000,000 (its lexicon, 2026-11)
FEWEST_BYTES = 10_241  # Google Business refuses less than 10 KB; the same table
_FINER = (92, 95, 98, 100)
_WITH_COLOUR, _PLAIN = 1, 2  # Pillow's words for 4:2:2 and 4:2:0
_COLOURFUL = 50  # steps of 255 between the strongest and the weakest channel of a ground

# Pillow keeps the memory of pictures that are gone for the next ones: a third of the time would go
# into asking the system for it anew. 32 blocks of 1 MB are what the largest picture takes.
_memory: Any = Image.core  # type: ignore[attr-defined]  # named in Pillow's manual, block allocator
_memory.set_block_size(1 << 20)
_memory.set_blocks_max(32)


def draw_graphic(graphic: Graphic) -> bytes:
    """The baseline JPEG (sRGB, no metadata) of a plan: the same bytes for the same plan.

    ValueError: a graphic without a layout, which is drawn already.
    """
    layout = graphic.layout
    if layout is None:
        raise ValueError(f"{graphic.path} is drawn already")
    canvas = Image.new("RGB", (graphic.width, graphic.height), rgb(layout.ground))
    if layout.motif:
        left, top, patch = _patch(layout.motif, layout.ground)
        canvas.paste(patch, (left, top))
    for layer in layout.layers:
        _draw_layer(canvas, layer, (0, 0))
    for photo in layout.photos:
        _draw_photo(canvas, photo)
    for block in layout.texts:
        _draw_block(canvas, block)
    if layout.logo:
        _draw_logo(canvas, layout.logo)
    return _encoded(canvas, _subsampling(layout.ground))


@lru_cache(maxsize=64)
def _patch(motif: tuple[FigureLayer, ...], ground: str) -> tuple[int, int, Image.Image]:
    """The part of a picture that a motif covers, with its left and top edge."""
    boxes = [layer.box for layer in motif]
    left, top = min(box[0] for box in boxes), min(box[1] for box in boxes)
    right, bottom = max(box[2] for box in boxes), max(box[3] for box in boxes)
    patch = Image.new("RGB", (right - left, bottom - top), rgb(ground))
    for layer in motif:
        _draw_layer(patch, layer, (left, top))
    return left, top, patch


def _draw_layer(canvas: Image.Image, layer: FigureLayer, origin: tuple[int, int]) -> None:
    """Draws figures on a canvas whose corner stands at `origin` of the picture."""
    left, top, right, bottom = layer.box
    corner = (left - origin[0], top - origin[1])
    pen = hb.RasterDraw()
    pen.extents = hb.RasterExtents(left, -bottom, right - left, bottom - top, 0)
    for figure in layer.figures:
        a, b, c, d, x, y = figure.matrix
        pen.transform = (a / UNIT, -b / UNIT, c / UNIT, -d / UNIT, x, -y)
        pen.draw_glyph(figure_font(), GLYPHS[figure.glyph])
    if layer.ground:
        _paste_shades(canvas, pen.render(), corner, layer.ground, layer.colour)
    elif mask := _as_image(pen.render(), "L", "L"):
        canvas.paste(rgb(layer.colour), corner, mask)


def _paste_shades(
    canvas: Image.Image, raster: Any, corner: tuple[int, int], ground: str, colour: str
) -> None:
    """Pastes ink on a ground of one colour: five times faster than through a mask."""
    inked = _as_image(raster, "P", "P")
    if inked:
        inked.putpalette(_shades(ground, colour))
        canvas.paste(inked.convert("RGB"), corner)


def _draw_block(canvas: Image.Image, block: TextBlock) -> None:
    """All lines of a block in one go: a mask of their ink, turned into the shades between ground
    and text colour. Nothing but one colour lies behind text."""
    lines = [
        (line, shape_line(line.text, block.weight, block.lang, block.rtl)) for line in block.lines
    ]
    left = min(floor(line.x + shaped.left * block.size) for line, shaped in lines) - 1
    right = max(ceil(line.x + shaped.right * block.size) for line, shaped in lines) + 1
    top = min(floor(line.baseline - shaped.top * block.size) for line, shaped in lines) - 1
    bottom = max(ceil(line.baseline + shaped.bottom * block.size) for line, shaped in lines) + 1
    pen = hb.RasterDraw()
    pen.extents = hb.RasterExtents(left, -bottom, right - left, bottom - top, 0)
    emoji: list[tuple[Glyph, Line]] = []
    for line, shaped in lines:
        for run in shaped.runs:
            if run.font.script == EMOJI:
                emoji += [(glyph, line) for glyph in run.glyphs]
            else:
                _draw_run(pen, run, line, block.size)
    _paste_shades(canvas, pen.render(), (left, top), block.ground, block.colour)
    for glyph, line in emoji:
        _draw_emoji(canvas, glyph, line, block.size)


def _draw_run(pen: Any, run: GlyphRun, line: Line, size: int) -> None:
    em = size * SCRIPTS[run.font.script].scale / run.font.upem
    left, base = line.x, line.baseline
    draw, font = pen.draw_glyph, run.font.shaper
    for glyph, x, y in zip(run.ids, run.xs, run.ys, strict=True):
        pen.transform = (em, 0.0, 0.0, em, left + x * size, y * size - base)
        draw(font, glyph)


@cache
def _shades(ground: str, colour: str) -> bytes:
    """256 steps from one colour to the other, as a palette."""
    ends = list(zip(rgb(ground), rgb(colour), strict=True))
    return bytes(
        round(low + (high - low) * step / 255) for step in range(256) for low, high in ends
    )


def _draw_emoji(canvas: Image.Image, glyph: Glyph, line: Line, size: int) -> None:
    em = size * SCRIPTS[EMOJI].scale / glyph.font.upem
    wide = ceil(glyph.font.shaper.get_glyph_h_advance(glyph.id) * em) + 2
    x, y = line.x + glyph.x * size, line.baseline - glyph.y * size
    left, top, tall = floor(x), floor(y - em * glyph.font.upem), ceil(em * glyph.font.upem * 1.35)
    brush = hb.RasterPaint()
    brush.transform = (em, 0.0, 0.0, em, x, -y)
    brush.extents = hb.RasterExtents(left, -(top + tall), wide, tall, 0)
    brush.paint_glyph(glyph.font.shaper, glyph.id)
    picture = _as_image(brush.render(), "RGBA", "BGRa")
    if picture:
        canvas.paste(picture, (left, top), picture)


def _as_image(raster: Any, mode: str, raw: str) -> Image.Image | None:
    """HarfBuzz's `RasterImage` as Pillow's; its rows run from the bottom up."""
    if raster is None or not raster.extents.width:
        return None
    extents = raster.extents
    size = (extents.width, extents.height)
    return Image.frombuffer(mode, size, raster.buffer, "raw", raw, extents.stride, -1)


def _draw_logo(canvas: Image.Image, logo: Logo) -> None:
    left, top, right, bottom = _corners(logo.box)
    picture = opened(logo.picture, (max(1, right - left), max(1, bottom - top)))
    if logo.plate_colour:
        plate = _corners(logo.plate)
        radius = round(logo.plate.height * 0.16)
        ImageDraw.Draw(canvas).rounded_rectangle(plate, radius, fill=rgb(logo.plate_colour))
    canvas.paste(picture, (left, top), picture)


def _corners(box: Box) -> tuple[int, int, int, int]:
    return round(box.left), round(box.top), round(box.right), round(box.bottom)


def _draw_photo(canvas: Image.Image, photo: PlacedPhoto) -> None:
    """The photograph, one corner of it round: through a mask of the same shape."""
    left, top, right, bottom = photo.box
    size = (right - left, bottom - top)
    mask = Image.new("L", size)
    corners = (False, False, photo.mirrored, not photo.mirrored)
    ImageDraw.Draw(mask).rounded_rectangle((0, 0, *size), photo.radius, fill=255, corners=corners)
    picture = opened(photo.picture, size, FACE)
    canvas.paste(picture, (left, top), ImageChops.multiply(mask, picture.getchannel("A")))


def _encoded(canvas: Image.Image, subsampling: int) -> bytes:
    data = b""
    for quality in QUALITIES:
        data = _jpeg(canvas, quality, subsampling)
        if len(data) <= MOST_BYTES:
            break
    for quality in _FINER:
        if len(data) >= FEWEST_BYTES:
            break
        data = _jpeg(canvas, quality, subsampling)
    return data


@cache
def _subsampling(ground: str) -> int:
    """How many pixels share a colour, by look: white letters on red blush at 4:2:0, and nothing can
    be seen of it on paper or on ink, where it takes a third of the time."""
    channels = rgb(ground)
    return _WITH_COLOUR if max(channels) - min(channels) > _COLOURFUL else _PLAIN


def _jpeg(canvas: Image.Image, quality: int, subsampling: int) -> bytes:
    file = BytesIO()
    canvas.save(file, "JPEG", quality=quality, subsampling=subsampling)
    return file.getvalue()
