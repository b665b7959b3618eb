"""The grown motifs: sprays, twigs, leaves on a grid."""

from __future__ import annotations

from math import cos, pi, sin

from plugins.share_graphics.layout.figures import disc
from plugins.share_graphics.motifs.pieces import Dice, Motif, grid, leaf


def _spray(dice: Dice, flat: bool) -> Motif:
    x, y = (dice.between(0.3, 0.7), -0.25) if flat else (-0.15, dice.between(0.05, 0.45))
    toward = pi * (0.26 if flat else 0.30)
    count = 4 + dice.pick(2)
    spread = pi * dice.between(0.17, 0.21)
    motif = Motif()
    for place in range(count):
        off = place - (count - 1) / 2
        length = 1.0 - 0.13 * abs(off)
        one = leaf(x, y, length, length * 0.30, toward + spread * off)
        (motif.soft if place % 2 else motif.main).append(one)
    angle = toward + spread * (0.5 if count % 2 else 1.0)
    motif.accent = [disc(x + 1.0 * cos(angle), y + 1.0 * sin(angle), 0.065)]
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
        motif.main.append(leaf(px, py, size, size * 0.38, angle + pi * 0.22))
        motif.soft.append(leaf(px, py, size, size * 0.38, angle - pi * 0.22))
    out = 0.1 + pairs * 0.46
    motif.main.append(leaf(x + out * cos(angle), y + out * sin(angle), 0.62, 0.24, angle))
    side = angle - pi * 0.13
    motif.accent = [disc(x + (out + 0.42) * cos(side), y + (out + 0.42) * sin(side), 0.1)]
    return motif


def _pair_of_leaves(dice: Dice, flat: bool) -> Motif:
    """Two large leaves, one with its middle rib cut out."""
    x, y = (-0.1, -0.1) if flat else (-0.12, -0.05)
    one = pi * (dice.between(0.13, 0.17) if flat else dice.between(0.30, 0.34))
    two = one + pi * (0.20 if flat else -0.17)
    berry = (one + two) / 2
    return Motif(
        soft=[leaf(x, y, 0.92, 0.36, two)],
        main=[
            leaf(x, y, 1.15, 0.40, one),
            leaf(x, y, 0.98, -0.022, one),
        ],
        accent=[disc(x + 1.04 * cos(berry), y + 1.04 * sin(berry), 0.06)],
    )


def _leaf_tiles(dice: Dice, flat: bool) -> Motif:
    cells = grid(dice, flat)
    special = dice.pick(len(cells))
    motif = Motif()
    for place, (column, row, turn) in enumerate(cells):
        if place == special:
            motif.accent.append(disc(column + 0.5, row + 0.5, 0.27))
            continue
        falling = turn % 2 == 0
        one = leaf(
            column, row + (0.0 if falling else 1.0), 2**0.5, 0.62, pi / 4 if falling else -pi / 4
        )
        (motif.main if (column + row) % 2 else motif.soft).append(one)
    return motif


LEAVES = (_spray, _branch, _leaf_tiles, _pair_of_leaves)
