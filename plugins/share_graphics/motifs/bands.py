"""The straight motifs: frames, stripes, steps, tiles."""

from __future__ import annotations

from math import pi

from plugins.share_graphics.graphic import Figure
from plugins.share_graphics.layout.figures import bar, slanted, turned
from plugins.share_graphics.motifs.pieces import Dice, Motif, grid, square


def _frames(dice: Dice, flat: bool) -> Motif:
    """Squares one in the other, about a point at the edge."""
    turned = dice.pick(2) == 0
    x, y = (dice.between(1.4, 2.4), dice.between(-0.6, 0.2)) if flat else (
        dice.between(-0.3, 0.4), dice.between(1.2, 2.4))  # fmt: skip
    motif = Motif(soft=[square(x, y, 4.2, turned)])
    for ring in (2, 1):
        motif.main += [
            square(x, y, ring + 1.2, turned),
            square(x, y, ring + 0.62, turned, hole=True),
        ]
    motif.main.append(square(x, y, 1.0, turned))
    reach = 4.2 / 2 if turned else 4.2
    motif.accent = [square(x + reach, y + (reach if turned or not flat else 2.6), 0.5, turned)]
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
    start, foot = left + top * lean, left + bottom * lean
    return slanted((start, top, start + wide, top, foot, bottom))


def _steps(dice: Dice, flat: bool) -> Motif:
    """Bars from the outer edge, one below the other, each shorter than the last but one."""
    count = 4 if flat else 7
    motif = Motif()
    for place in range(count):
        reach = 4.4 - place * (0.62 if flat else 0.42) - (place % 2) * dice.between(0.5, 1.1)
        one = bar(0.0, place * 0.72, reach, place * 0.72 + 0.50)
        (motif.soft if place % 2 else motif.main).append(one)
        if place == 1:
            motif.accent = [bar(reach + 0.22, 0.72, reach + 0.72, 1.22)]
    return motif


def _tiles(dice: Dice, flat: bool) -> Motif:
    """Squares, some of them halved, on a grid."""
    cells = grid(dice, flat)
    special = dice.pick(len(cells))
    motif = Motif()
    for place, (column, row, turn) in enumerate(cells):
        if place == special:
            motif.accent.append(square(column + 0.5, row + 0.5, 0.26, on_point=True))
            continue
        x, y = column + (turn in (1, 2)), row + (turn >= 2)
        half = turned("triangle", x, y, 1.0, pi / 2 * turn)
        (motif.main if (column + row) % 2 else motif.soft).append(half)
    return motif


BANDS = (_frames, _stripes, _tiles, _steps)
