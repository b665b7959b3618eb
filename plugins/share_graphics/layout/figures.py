"""The shapes and signs that graphics are built of: glyphs of a font of our own, placed by a matrix.

HarfBuzz draws them like letters, with smooth edges at any size. y grows downwards; a figure that is
mirrored takes away from those beneath it in its layer.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from math import ceil, cos, floor, hypot, pi, sin
from pathlib import Path
from typing import Any

from plugins.share_graphics.graphic import Box, Figure, FigureLayer
from plugins.share_graphics.typesetting.harfbuzz import hb

FONT_FILE = Path(__file__).parents[1] / "fonts" / "housecall-figures.otf"
UNIT = 10_000
"""Font units for 1.0."""

_NAMES = ("disc", "half", "quarter", "square", "triangle", "leaf", "person", "tick", "cross",
          "arrow", "quotation", "alert")  # fmt: skip
GLYPHS = {name: place + 1 for place, name in enumerate(_NAMES)}
"""Glyph ids of `housecall-figures.otf`, in the order of fonts/make_figures.py."""

_ROUND = tuple((cos(pi * step / 32), sin(pi * step / 32)) for step in range(64))
_LEAF = tuple((step / 40, side * sin(pi * (step / 40) ** 0.9) / 2)
              for step in range(41) for side in (1, -1))  # fmt: skip
_CORNERS = ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0))
_OUTLINES: dict[str, tuple[tuple[float, float], ...]] = {
    "half": _ROUND[:33],
    "quarter": (*_ROUND[:17], (0.0, 0.0)),
    "triangle": (_CORNERS[0], _CORNERS[1], _CORNERS[3]),
    "leaf": _LEAF,
}
"""Points on the outline, to know how far a figure reaches; unit squares where none stand."""


@cache
def figure_font() -> Any:
    """The `hb.Font` of the figures."""
    return hb.Font(hb.Face(hb.Blob.from_file_path(str(FONT_FILE))))


def disc(x: float, y: float, radius: float, *, hole: bool = False) -> Figure:
    """A disc about (x, y)."""
    return Figure("disc", (-radius if hole else radius, 0.0, 0.0, radius, x, y))


def turned(glyph: str, x: float, y: float, size: float, angle: float = 0.0) -> Figure:
    """A figure whose origin stands at (x, y), turned clockwise by an angle in radians."""
    return stretched(glyph, x, y, size, size, angle)


def stretched(glyph: str, x: float, y: float, length: float, width: float, angle: float) -> Figure:
    """The same, its own x and y scaled apart; a negative width makes a hole."""
    c, s = cos(angle), sin(angle)
    return Figure(glyph, (length * c, length * s, -width * s, width * c, x, y))


def bar(left: float, top: float, right: float, bottom: float, *, hole: bool = False) -> Figure:
    """A rectangle."""
    wide = right - left
    start, wide = (right, -wide) if hole else (left, wide)
    return Figure("square", (wide, 0.0, 0.0, bottom - top, start, top))


def slanted(points: tuple[float, float, float, float, float, float]) -> Figure:
    """The parallelogram from a corner (x, y) to the next one along its top and the one below."""
    x, y, right_x, right_y, low_x, low_y = points
    return Figure("square", (right_x - x, right_y - y, low_x - x, low_y - y, x, y))


def sign(glyph: str, box: Box) -> Figure:
    """A sign in a box."""
    return Figure(glyph, (box.width, 0.0, 0.0, box.height, box.left, box.top))


def panel(box: Box, radius: float) -> tuple[Figure, ...]:
    """A rectangle with rounded corners."""
    r = min(radius, box.width / 2, box.height / 2)
    corners = [(x, y) for x in (box.left + r, box.right - r) for y in (box.top + r, box.bottom - r)]
    return (
        *(disc(x, y, r) for x, y in corners),
        bar(box.left + r, box.top, box.right - r, box.bottom),
        bar(box.left, box.top + r, box.right, box.bottom - r),
    )


def layers(
    figures: Iterable[Figure], colour: str, ground: str, room: tuple[int, int, int, int]
) -> tuple[FigureLayer, ...]:
    """One layer, no larger than its figures and not beyond `room` (left, top, right, bottom); none
    where nothing of them lies in it."""
    figures = tuple(figures)
    if not figures:
        return ()
    left, top, right, bottom = extent(figures)
    box = (
        max(room[0], floor(left)),
        max(room[1], floor(top)),
        min(room[2], ceil(right)),
        min(room[3], ceil(bottom)),
    )
    if box[0] >= box[2] or box[1] >= box[3]:
        return ()
    return (FigureLayer(box=box, colour=colour, ground=ground, figures=figures),)


def extent(figures: Iterable[Figure]) -> tuple[float, float, float, float]:
    """How far figures reach: left, top, right, bottom."""
    boxes = [_extent(figure) for figure in figures]
    return (min(box[0] for box in boxes), min(box[1] for box in boxes),
            max(box[2] for box in boxes), max(box[3] for box in boxes))  # fmt: skip


def _extent(figure: Figure) -> tuple[float, float, float, float]:
    a, b, c, d, e, f = figure.matrix
    if figure.glyph == "disc":
        wide, tall = hypot(a, c), hypot(b, d)
        return e - wide, f - tall, e + wide, f + tall
    points = _OUTLINES.get(figure.glyph, _CORNERS)
    xs = [a * x + c * y + e for x, y in points]
    ys = [b * x + d * y + f for x, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def moved(figure: Figure, scale_x: float, scale_y: float, x: float, y: float) -> Figure:
    """A figure scaled about the origin and then moved; a negative scale mirrors it."""
    a, b, c, d, e, f = figure.matrix
    matrix = (a * scale_x, b * scale_y, c * scale_x, d * scale_y, e * scale_x + x, f * scale_y + y)
    return Figure(figure.glyph, tuple(round(part, 3) for part in matrix))
