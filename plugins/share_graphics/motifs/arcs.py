"""The rounded motifs: rings, discs, waves, quarters."""

from __future__ import annotations

from math import cos, pi, sin

from plugins.share_graphics.graphic import Figure
from plugins.share_graphics.layout.figures import disc, turned
from plugins.share_graphics.motifs.pieces import Dice, Motif, grid


def _ripples(dice: Dice, flat: bool) -> Motif:
    x, y = (dice.between(1.2, 2.4), dice.between(-0.4, 0.4)) if flat else (
        dice.between(-0.3, 0.6), dice.between(1.0, 2.6))  # fmt: skip
    rings = 1 + dice.pick(3)
    motif = Motif(soft=[disc(x, y, rings + 2.1)])
    for ring in range(rings, 0, -1):
        motif.main += [disc(x, y, ring + 1.0), disc(x, y, ring + 0.5, hole=True)]
    motif.main.append(disc(x, y, 1.0))
    angle = pi * dice.between(0.14, 0.30)
    motif.accent = [disc(x + (rings + 2.1) * cos(angle), y + (rings + 2.1) * sin(angle), 0.55)]
    return motif


def _two_discs(dice: Dice, flat: bool) -> Motif:
    x, y = (1.3, 0.1) if flat else (0.5, 1.5)
    x, y = x + dice.between(-0.3, 0.3), y + dice.between(-0.2, 0.2)
    ring = dice.between(0.34, 0.46)
    side = (1.7, 0.15) if flat else (0.35, 1.75)
    return Motif(
        soft=[disc(x + side[0], y + side[1], 1.75)],
        main=[disc(x, y, 1.55), disc(x, y, 1.55 - ring, hole=True), disc(x, y, 0.62)],
        accent=[disc(x + side[0] + 0.35, y + side[1] + (0.9 if flat else 0.7), 0.3)],
    )


def _waves(dice: Dice, flat: bool) -> Motif:
    """Half discs in rows, as scales or waves, fewer from row to row."""
    counts = (3, 2) if flat else (2, 3, 2, 1)
    motif = Motif()
    for row, count in enumerate(counts):
        for place in range(count):
            x = place * 2.0 + (1 - row % 2)  # every second row stands half a wave aside
            (motif.main if dice.pick(5) < 2 else motif.soft).append(
                turned("half", x, float(row), 1.0)
            )
    row = len(counts) - 1
    motif.accent = [disc(2.0 * counts[-1] + 0.1 + row % 2, row + 0.5, 0.4)]
    return motif


def _quarters(dice: Dice, flat: bool) -> Motif:
    cells = grid(dice, flat)
    special = dice.pick(len(cells))
    motif = Motif()
    for place, (column, row, turn) in enumerate(cells):
        if place == special:
            motif.accent.append(disc(column + 0.5, row + 0.5, 0.34))
        else:
            (motif.main if (column + row) % 2 else motif.soft).append(_quarter(column, row, turn))
    return motif


def _quarter(column: int, row: int, turn: int) -> Figure:
    """A quarter of a disc that fills its cell, its corner turned one of four ways."""
    x, y = column + (turn in (1, 2)), row + (turn >= 2)
    return turned("quarter", x, y, 1.0, pi / 2 * turn)


ARCS = (_ripples, _two_discs, _quarters, _waves)
