"""The pieces that motifs are built of, and the dice that choose them.

Built with the outer and top edge of the picture as x = 0 and y = 0; x grows inwards, y down, in any
unit. Figures may reach over those two edges, which crop them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
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


def disc(x: float, y: float, radius: float, *, hole: bool = False) -> Figure:
    return Figure("disc", (x - radius, y - radius, x + radius, y + radius), hole)


def square(x: float, y: float, reach: float, turned: bool, *, hole: bool = False) -> Figure:
    """A square about (x, y), on its side or on its point."""
    if turned:
        points = (x - reach, y, x, y - reach, x + reach, y, x, y + reach)
    else:
        points = (
            x - reach, y - reach, x + reach, y - reach, x + reach, y + reach, x - reach, y + reach
        )  # fmt: skip
    return Figure("polygon", points, hole)


def bar(left: float, top: float, right: float, bottom: float) -> Figure:
    return Figure("polygon", (left, top, right, top, right, bottom, left, bottom))


def leaf(x: float, y: float, length: float, width: float, angle: float) -> Figure:
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


def grid(dice: Dice, flat: bool) -> list[tuple[int, int, int]]:
    """A grid that thins out away from the corner: (column, row, turn) of each cell."""
    columns, rows = (5, 2) if flat else (3, 4)
    cells = [(c, r, dice.pick(4)) for c in range(columns) for r in range(rows)]
    far = columns + rows - 2
    return [cell for cell in cells if cell[0] + cell[1] < far - (0 if cell[2] else 1)]
