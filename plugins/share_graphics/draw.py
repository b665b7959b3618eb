"""A planned graphic as a JPEG file: puts every glyph and figure where the plan says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import Executor
from functools import lru_cache
from io import BytesIO
from math import ceil, floor

import uharfbuzz as hb
from PIL import Image, ImageDraw

from plugins.share_graphics.colours import rgb
from plugins.share_graphics.fonts import EMOJI, SCRIPTS
from plugins.share_graphics.graphic import Figure, Graphic, Line, Logo, MotifLayer, TextBlock
from plugins.share_graphics.shaping import Glyph, shape_line

QUALITIES = (88, 84, 80, 75, 70)
"""Tried in turn until the file is small enough."""
MOST_BYTES = 950_000  # Bluesky takes 1,000,000; reference/networks.md section 2, 2026-11-21
FEWEST_BYTES = 10_241  # Google Business refuses less than 10 KB; the same table
_FINER = (92, 95, 98, 100)

_FINE = 3  # motifs are drawn this many times larger and scaled down, which smooths their edges


def draw_graphic(graphic: Graphic) -> bytes:
    """The baseline JPEG (sRGB, no metadata) of a plan: the same bytes for the same plan."""
    layout = graphic.layout
    canvas = Image.new("RGB", (graphic.width, graphic.height), rgb(layout.ground))
    for layer in layout.motif:
        canvas.paste(rgb(layer.colour), layer.box, _layer_mask(layer.box, layer.figures))
    for block in layout.texts:
        for line in block.lines:
            _draw_line(canvas, block, line)
    if layout.logo:
        _draw_logo(canvas, layout.logo)
    return _encoded(canvas)


def draw_all(
    graphics: Iterable[Graphic], executor: Executor | None = None
) -> Iterator[tuple[Graphic, bytes]]:
    """Every graphic with its JPEG, in the order given; on `executor` where there is one."""
    wanted = list(graphics)
    drawn = executor.map(draw_graphic, wanted) if executor else map(draw_graphic, wanted)
    return zip(wanted, drawn, strict=True)


@lru_cache(maxsize=64)
def _layer_mask(box: tuple[int, int, int, int], figures: tuple[Figure, ...]) -> Image.Image:
    left, top, right, bottom = box
    mask = Image.new("L", ((right - left) * _FINE, (bottom - top) * _FINE))
    pen = ImageDraw.Draw(mask)
    for figure in figures:
        draw = pen.ellipse if figure.form == "disc" else pen.polygon
        draw([part * _FINE for part in figure.points], fill=0 if figure.hole else 255)
    return mask.reduce(_FINE)


def _draw_line(canvas: Image.Image, block: TextBlock, line: Line) -> None:
    shaped = shape_line(line.text, block.weight, block.lang, block.rtl)
    size = block.size
    left, right = floor(line.x + shaped.left * size) - 1, ceil(line.x + shaped.right * size) + 1
    top, bottom = (
        floor(line.baseline - shaped.top * size) - 1,
        ceil(line.baseline + shaped.bottom * size) + 1,
    )
    pen = hb.RasterDraw()
    pen.extents = hb.RasterExtents(left, -bottom, right - left, bottom - top, 0)
    for glyph in shaped.glyphs:
        if glyph.font.script == EMOJI:
            _draw_emoji(canvas, glyph, line, size)
        else:
            em = size * SCRIPTS[glyph.font.script].scale / glyph.font.upem
            x, y = line.x + glyph.x * size, glyph.y * size - line.baseline
            pen.transform = (em, 0.0, 0.0, em, x, y)
            pen.draw_glyph(glyph.font.shaper, glyph.id)
    mask = _as_image(pen.render(), "L", "L")
    if mask:
        canvas.paste(rgb(block.colour), (left, top), mask)


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


def _as_image(raster: hb.RasterImage | None, mode: str, raw: str) -> Image.Image | None:
    """HarfBuzz's picture as Pillow's; its rows run from the bottom up."""
    if raster is None or not raster.extents.width:
        return None
    extents = raster.extents
    size = (extents.width, extents.height)
    return Image.frombuffer(mode, size, raster.buffer, "raw", raw, extents.stride, -1)


def _draw_logo(canvas: Image.Image, logo: Logo) -> None:
    box = tuple(round(side) for side in (logo.box.left, logo.box.top, logo.box.right, logo.box.bottom))
    picture = _scaled_logo(logo.data, (box[2] - box[0], box[3] - box[1]))
    if logo.plate:
        pad = round(logo.box.height * 0.14)
        plate = (box[0] - pad, box[1] - pad, box[2] + pad, box[3] + pad)
        ImageDraw.Draw(canvas).rounded_rectangle(plate, radius=pad * 2, fill=rgb(logo.plate))
    canvas.paste(picture, (box[0], box[1]), picture)


@lru_cache(maxsize=8)
def _scaled_logo(data: bytes, size: tuple[int, int]) -> Image.Image:
    with Image.open(BytesIO(data)) as picture:
        return picture.convert("RGBA").resize(size, Image.Resampling.LANCZOS)


def _encoded(canvas: Image.Image) -> bytes:
    data = b""
    for quality in QUALITIES:
        data = _jpeg(canvas, quality)
        if len(data) <= MOST_BYTES:
            break
    for quality in _FINER:
        if len(data) >= FEWEST_BYTES:
            break
        data = _jpeg(canvas, quality)
    return data


def _jpeg(canvas: Image.Image, quality: int) -> bytes:
    file = BytesIO()
    canvas.save(file, "JPEG", quality=quality, subsampling=0)
    return file.getvalue()
