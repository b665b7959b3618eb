"""Makes housecall-figures.otf, the font of shapes and signs that the graphics are built of.

Run by hand, when a figure is added:  uv run --with fonttools==4.68.0 make_figures.py
Each figure fits a unit: 1.0 is `UNIT` font units. y grows downwards, as on the picture. All
outlines turn clockwise there, so that figures laid over each other add up and a mirrored one cuts
a hole.
"""

from __future__ import annotations

from itertools import pairwise
from math import cos, pi, sin, sqrt
from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen

UNIT = 10_000
FIRST = 0xE000
_ROUND = 4 / 3 * (sqrt(2) - 1)
"""How far the control points of a quarter circle lie from its ends."""

_Point = tuple[float, float]
_Curve = tuple[_Point, _Point, _Point]
_AROUND = [2 * pi * step / 32 for step in range(32)]


class Outline:
    """A glyph's outline, drawn in units."""

    def __init__(self) -> None:
        self.pen = T2CharStringPen(UNIT, None)

    def polygon(self, *points: tuple[float, float]) -> Outline:
        first, *others = [(x * UNIT, y * UNIT) for x, y in points]
        self.pen.moveTo(first)
        for point in others:
            self.pen.lineTo(point)
        self.pen.closePath()
        return self

    def arc(self, x: float, y: float, radius: float, start: float, turns: int) -> list[_Curve]:
        """The curve of `turns` quarters of a circle from angle `start`, as control points."""
        curve = []
        for quarter in range(turns):
            one = start + quarter * pi / 2
            two = one + pi / 2
            k = _ROUND * radius
            curve.append(
                (
                    (x + radius * cos(one) - k * sin(one), y + radius * sin(one) + k * cos(one)),
                    (x + radius * cos(two) + k * sin(two), y + radius * sin(two) - k * cos(two)),
                    (x + radius * cos(two), y + radius * sin(two)),
                )
            )
        return curve

    def round(self, x: float, y: float, radius: float, start: float = 0.0, turns: int = 4,
              corner: tuple[float, float] | None = None) -> Outline:  # fmt: skip
        """A disc, or the part of it that lies between an arc and a corner (or its chord)."""
        self.pen.moveTo(((x + radius * cos(start)) * UNIT, (y + radius * sin(start)) * UNIT))
        for curve in self.arc(x, y, radius, start, turns):
            self.pen.curveTo(*((px * UNIT, py * UNIT) for px, py in curve))
        if corner:
            self.pen.lineTo((corner[0] * UNIT, corner[1] * UNIT))
        self.pen.closePath()
        return self

    def stroke(self, *points: tuple[float, float], width: float) -> Outline:
        """A line with round ends and joints."""
        for (x1, y1), (x2, y2) in pairwise(points):
            length = sqrt((x2 - x1) ** 2 + (y2 - y1) ** 2)
            dx, dy = (y2 - y1) / length * width / 2, -(x2 - x1) / length * width / 2
            self.polygon((x1 + dx, y1 + dy), (x2 + dx, y2 + dy), (x2 - dx, y2 - dy),
                         (x1 - dx, y1 - dy))  # fmt: skip
        for x, y in points:
            self.round(x, y, width / 2)
        return self


def leaf() -> Outline:
    """A pointed oval, 1 long and 1 wide, from (0, 0) along x."""
    along = [step / 40 for step in range(41)]
    edge = [(part, -sin(pi * part**0.9) / 2) for part in along]
    return Outline().polygon(*edge, *((x, -y) for x, y in reversed(edge[1:-1])))


def person() -> Outline:
    """A head and shoulders in a unit square."""
    shape = Outline().round(0.5, 0.25, 0.2)
    shape.round(0.5, 0.84, 0.34, pi, 2)
    return shape.polygon((0.16, 0.83), (0.84, 0.83), (0.84, 0.96), (0.16, 0.96))


def arrow() -> Outline:
    """An arrow to the right in a unit square."""
    shape = Outline().stroke((0.12, 0.5), (0.86, 0.5), width=0.12)
    return shape.stroke((0.58, 0.22), (0.86, 0.5), (0.58, 0.78), width=0.12)


def quotation() -> Outline:
    """Two opening marks in a unit square."""
    shape = Outline()
    for x in (0.0, 0.54):
        shape.round(x + 0.23, 0.68, 0.23)
        shape.polygon((x, 0.68), (x + 0.10, 0.36), (x + 0.30, 0.12), (x + 0.42, 0.20),
                      (x + 0.28, 0.36), (x + 0.23, 0.50))  # fmt: skip
    return shape


def alert() -> Outline:
    """A warning triangle with round corners in a unit square, an exclamation mark cut out."""
    corners = ((0.5, 0.15), (0.92, 0.86), (0.08, 0.86))
    shape = Outline().stroke(*corners, corners[0], width=0.16).polygon(*corners)
    shape.polygon((0.445, 0.42), (0.465, 0.63), (0.535, 0.63), (0.555, 0.42))  # the other way round
    dot = [(0.5 + 0.05 * cos(step), 0.72 - 0.05 * sin(step)) for step in _AROUND]
    return shape.polygon(*dot)


FIGURES = {
    "disc": Outline().round(0, 0, 1),
    "half": Outline().round(0, 0, 1, 0, 2),
    "quarter": Outline().round(0, 0, 1, 0, 1, corner=(0, 0)),
    "square": Outline().polygon((0, 0), (1, 0), (1, 1), (0, 1)),
    "triangle": Outline().polygon((0, 0), (1, 0), (0, 1)),
    "leaf": leaf(),
    "person": person(),
    "tick": Outline().stroke((0.2, 0.54), (0.42, 0.76), (0.82, 0.28), width=0.13),
    "cross": Outline().stroke((0.25, 0.25), (0.75, 0.75), width=0.13).stroke(
        (0.75, 0.25), (0.25, 0.75), width=0.13),
    "arrow": arrow(),
    "quotation": quotation(),
    "alert": alert(),
}  # fmt: skip
"""By name; `layout/figures.py` lists the same names in the same order."""


def main() -> None:
    names = [".notdef", *FIGURES]
    font = FontBuilder(UNIT, isTTF=False)
    font.setupGlyphOrder(names)
    font.setupCharacterMap({FIRST + place: name for place, name in enumerate(FIGURES)})
    outlines = {".notdef": Outline(), **FIGURES}
    charstrings = {name: one.pen.getCharString() for name, one in outlines.items()}
    font.setupCFF("HousecallFigures", {"FullName": "Housecall Figures"}, charstrings, {})
    font.setupHorizontalMetrics(dict.fromkeys(names, (UNIT, 0)))
    font.setupHorizontalHeader(ascent=UNIT, descent=0)
    font.setupNameTable({"familyName": "Housecall Figures", "styleName": "Regular"})
    font.setupOS2()
    font.setupPost()
    font.font["head"].created = font.font["head"].modified = 0
    font.font.recalcTimestamp = False
    font.save(Path(__file__).with_name("housecall-figures.otf"))


main()
