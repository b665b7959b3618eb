"""The figures that motifs are made of, by family: arcs, leaves, bands.

Built with the right and top edge of the picture as x = 0 and y = 0; x grows to the left, y down, in
any unit. Figures may reach over those two edges, which crop them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from math import cos, pi, sin

from plugins.share_graphics.graphic import Figure


class Dice:
    """Choices that follow from a name alone."""

    def __init__(self, name: str) -> None:
        self._bytes: Iterator[int] = iter(hashlib.sha512(name.encode()).digest())

    def pick(self, count: int) -> int:
        """A whole number from 0 to `count` - 1."""
        return next(self._bytes) % count

    def between(self, low: float, high: float) -> float:
        """A number from `low` to `high`."""
        return low + (high - low) * next(self._bytes) / 255


@dataclass(slots=True)
class Motif:
    """Figures in the soft, the main and the accent colour, each above the one before."""

    soft: list[Figure] = field(default_factory=list)
    main: list[Figure] = field(default_factory=list)
    accent: list[Figure] = field(default_factory=list)


def _disc(x: float, y: float, radius: float, *, hole: bool = False) -> Figure:
    return Figure("disc", (x - radius, y - radius, x + radius, y + radius), hole)


def _square(x: float, y: float, reach: float, turned: bool, *, hole: bool = False) -> Figure:
    """A square about (x, y), on its side or on its point."""
    if turned:
        points = (x - reach, y, x, y - reach, x + reach, y, x, y + reach)
    else:
        points = (
            x - reach, y - reach, x + reach, y - reach, x + reach, y + reach, x - reach, y + reach
        )  # fmt: skip
    return Figure("polygon", points, hole)


def _leaf(x: float, y: float, length: float, width: float, angle: float) -> Figure:
    """A pointed oval from (x, y) outwards."""
    steps = 20
    there = [(place / steps, 1) for place in range(steps + 1)]
    back = [(along, -1) for along, _ in reversed(there)]
    points: list[float] = []
    for along, side in (*there, *back):
        out, across = length * along, side * width / 2 * sin(pi * along**0.9)
        points += [
            x + out * cos(angle) - across * sin(angle),
            y + out * sin(angle) + across * cos(angle),
        ]
    return Figure("polygon", tuple(points))


def _cells(dice: Dice, flat: bool) -> list[tuple[int, int, int]]:
    """A grid that thins out away from the corner: (column, row, turn) of each cell."""
    columns, rows = (5, 2) if flat else (3, 4)
    cells = [(c, r, dice.pick(4)) for c in range(columns) for r in range(rows)]
    far = columns + rows - 2
    return [cell for cell in cells if cell[0] + cell[1] < far - (0 if cell[2] else 1)]


def _quarter(column: int, row: int, turn: int) -> Figure:
    """A quarter of a disc that fills its cell, its corner turned one of four ways."""
    right, low = turn in (1, 2), turn >= 2
    x, y = column + (1 if right else 0), row + (1 if low else 0)
    points: list[float] = [x, y]
    for step in range(25):
        angle = pi / 2 * step / 24
        points += [x + (-cos(angle) if right else cos(angle)), y + (-sin(angle) if low else sin(angle))]
    return Figure("polygon", tuple(points))


def _ripples(dice: Dice, flat: bool) -> Motif:
    x, y = (dice.between(1.2, 2.4), dice.between(-0.4, 0.4)) if flat else (
        dice.between(-0.3, 0.6), dice.between(1.0, 2.6))  # fmt: skip
    rings = 1 + dice.pick(3)
    motif = Motif(soft=[_disc(x, y, rings + 2.1)])
    for ring in range(rings, 0, -1):
        motif.main += [_disc(x, y, ring + 1.0), _disc(x, y, ring + 0.5, hole=True)]
    motif.main.append(_disc(x, y, 1.0))
    angle = pi * dice.between(0.14, 0.30)
    motif.accent = [_disc(x + (rings + 2.1) * cos(angle), y + (rings + 2.1) * sin(angle), 0.55)]
    return motif


def _two_discs(dice: Dice, flat: bool) -> Motif:
    x, y = (1.3, 0.1) if flat else (0.5, 1.5)
    x, y = x + dice.between(-0.3, 0.3), y + dice.between(-0.2, 0.2)
    ring = dice.between(0.34, 0.46)
    side = (1.7, 0.15) if flat else (0.35, 1.75)
    return Motif(
        soft=[_disc(x + side[0], y + side[1], 1.75)],
        main=[_disc(x, y, 1.55), _disc(x, y, 1.55 - ring, hole=True), _disc(x, y, 0.62)],
        accent=[_disc(x + side[0] + 0.35, y + side[1] + (0.9 if flat else 0.7), 0.3)],
    )


def _waves(dice: Dice, flat: bool) -> Motif:
    """Half discs in rows, as scales or waves, fewer from row to row."""
    counts = (3, 2) if flat else (2, 3, 2, 1)
    motif = Motif()
    for row, count in enumerate(counts):
        for place in range(count):
            x = place * 2.0 + (1 - row % 2)  # every second row stands half a wave aside
            (motif.main if dice.pick(5) < 2 else motif.soft).append(_half(x, float(row)))
    row = len(counts) - 1
    motif.accent = [_disc(2.0 * counts[-1] + 0.1 + row % 2, row + 0.5, 0.4)]
    return motif


def _half(x: float, top: float) -> Figure:
    """The lower half of a disc of radius 1."""
    angles = [pi * step / 32 for step in range(33)]
    return Figure(
        "polygon", tuple(part for a in angles for part in (x + cos(a), top + sin(a)))
    )


def _quarters(dice: Dice, flat: bool) -> Motif:
    cells = _cells(dice, flat)
    special = dice.pick(len(cells))
    motif = Motif()
    for place, (column, row, turn) in enumerate(cells):
        if place == special:
            motif.accent.append(_disc(column + 0.5, row + 0.5, 0.34))
        else:
            (motif.main if (column + row) % 2 else motif.soft).append(_quarter(column, row, turn))
    return motif


def _spray(dice: Dice, flat: bool) -> Motif:
    x, y = (dice.between(0.3, 0.7), -0.25) if flat else (-0.15, dice.between(0.05, 0.45))
    toward = pi * (0.26 if flat else 0.30)
    count = 4 + dice.pick(2)
    spread = pi * dice.between(0.17, 0.21)
    motif = Motif()
    for place in range(count):
        off = place - (count - 1) / 2
        length = 1.0 - 0.13 * abs(off)
        leaf = _leaf(x, y, length, length * 0.30, toward + spread * off)
        (motif.soft if place % 2 else motif.main).append(leaf)
    angle = toward + spread * (0.5 if count % 2 else 1.0)
    motif.accent = [_disc(x + 1.0 * cos(angle), y + 1.0 * sin(angle), 0.065)]
    return motif


def _branch(dice: Dice, flat: bool) -> Motif:
    """A twig that grows in from the edge, its leaves in pairs."""
    angle = pi * (dice.between(0.05, 0.10) if flat else dice.between(0.36, 0.43))
    x, y = (-0.3, 0.62) if flat else (0.62, -0.3)
    pairs = 3
    motif = Motif()
    for pair in range(pairs):
        out, size = 0.1 + pair * 0.46, 0.98 - 0.13 * pair
        px, py = x + out * cos(angle), y + out * sin(angle)
        motif.main.append(_leaf(px, py, size, size * 0.38, angle + pi * 0.22))
        motif.soft.append(_leaf(px, py, size, size * 0.38, angle - pi * 0.22))
    out = 0.1 + pairs * 0.46
    motif.main.append(_leaf(x + out * cos(angle), y + out * sin(angle), 0.62, 0.24, angle))
    side = angle - pi * 0.13
    motif.accent = [_disc(x + (out + 0.42) * cos(side), y + (out + 0.42) * sin(side), 0.1)]
    return motif


def _pair_of_leaves(dice: Dice, flat: bool) -> Motif:
    """Two large leaves, one with its middle rib cut out."""
    x, y = (-0.1, -0.1) if flat else (-0.12, -0.05)
    one = pi * (dice.between(0.13, 0.17) if flat else dice.between(0.30, 0.34))
    two = one + pi * (0.20 if flat else -0.17)
    berry = (one + two) / 2
    return Motif(
        soft=[_leaf(x, y, 0.92, 0.36, two)],
        main=[
            _leaf(x, y, 1.15, 0.40, one),
            Figure("polygon", _leaf(x, y, 0.98, 0.022, one).points, hole=True),
        ],
        accent=[_disc(x + 1.04 * cos(berry), y + 1.04 * sin(berry), 0.06)],
    )


def _leaf_tiles(dice: Dice, flat: bool) -> Motif:
    cells = _cells(dice, flat)
    special = dice.pick(len(cells))
    motif = Motif()
    for place, (column, row, turn) in enumerate(cells):
        if place == special:
            motif.accent.append(_disc(column + 0.5, row + 0.5, 0.27))
            continue
        falling = turn % 2 == 0
        leaf = _leaf(
            column, row + (0.0 if falling else 1.0), 2**0.5, 0.62, pi / 4 if falling else -pi / 4
        )
        (motif.main if (column + row) % 2 else motif.soft).append(leaf)
    return motif


def _frames(dice: Dice, flat: bool) -> Motif:
    """Squares one in the other, about a point at the edge."""
    turned = dice.pick(2) == 0
    x, y = (dice.between(1.4, 2.4), dice.between(-0.6, 0.2)) if flat else (
        dice.between(-0.3, 0.4), dice.between(1.2, 2.4))  # fmt: skip
    motif = Motif(soft=[_square(x, y, 4.2, turned)])
    for ring in (2, 1):
        motif.main += [
            _square(x, y, ring + 1.2, turned),
            _square(x, y, ring + 0.62, turned, hole=True),
        ]
    motif.main.append(_square(x, y, 1.0, turned))
    reach = 4.2 / 2 if turned else 4.2
    motif.accent = [_square(x + reach, y + (reach if turned or not flat else 2.6), 0.5, turned)]
    return motif


def _stripes(dice: Dice, flat: bool) -> Motif:
    """Slanting bands of uneven length that come down from the top edge."""
    motif = Motif()
    count, wide = (6, 0.62) if flat else (4, 0.66)
    for place in range(count):
        foot = dice.between(1.3, 2.1) if flat else dice.between(2.2, 4.4) - 0.35 * place
        (motif.main if place % 2 else motif.soft).append(_slanting(place - 0.6, wide, -0.4, foot))
    column = dice.pick(2) + 1
    top = 2.1 if flat else 4.0
    motif.accent = [_slanting(column - 0.6 + (1.0 if flat else 0.0), wide, top + 0.16, top + 0.62)]
    return motif


def _slanting(left: float, wide: float, top: float, bottom: float) -> Figure:
    lean = 0.5
    return Figure(
        "polygon",
        (
            left + top * lean, top, left + wide + top * lean, top,
            left + wide + bottom * lean, bottom, left + bottom * lean, bottom,
        ),
    )  # fmt: skip


def _steps(dice: Dice, flat: bool) -> Motif:
    """Bars from the outer edge, one below the other, each shorter than the last but one."""
    count = 4 if flat else 7
    motif = Motif()
    for place in range(count):
        reach = 4.4 - place * (0.62 if flat else 0.42) - (place % 2) * dice.between(0.5, 1.1)
        bar = _bar(0.0, place * 0.72, reach, place * 0.72 + 0.50)
        (motif.soft if place % 2 else motif.main).append(bar)
        if place == 1:
            motif.accent = [_bar(reach + 0.22, 0.72, reach + 0.72, 1.22)]
    return motif


def _bar(left: float, top: float, right: float, bottom: float) -> Figure:
    return Figure("polygon", (left, top, right, top, right, bottom, left, bottom))


def _tiles(dice: Dice, flat: bool) -> Motif:
    """Squares, some of them halved, on a grid."""
    cells = _cells(dice, flat)
    special = dice.pick(len(cells))
    motif = Motif()
    for place, (column, row, turn) in enumerate(cells):
        if place == special:
            motif.accent.append(_square(column + 0.5, row + 0.5, 0.26, turned=True))
            continue
        corners = [(column, row), (column + 1, row), (column + 1, row + 1), (column, row + 1)]
        kept = [corner for at, corner in enumerate(corners) if at != turn]
        points = tuple(float(part) for corner in kept for part in corner)
        (motif.main if (column + row) % 2 else motif.soft).append(Figure("polygon", points))
    return motif


FORMS: dict[str, tuple[Callable[[Dice, bool], Motif], ...]] = {
    "arcs": (_ripples, _two_discs, _quarters, _waves),
    "leaves": (_spray, _branch, _leaf_tiles, _pair_of_leaves),
    "bands": (_frames, _stripes, _tiles, _steps),
}
"""The forms of each family; the flag asks for a flat motif, wider than high."""
