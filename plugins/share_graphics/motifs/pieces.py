"""The pieces that motifs are built of, and the dice that choose them.

Built with the outer and top edge of the picture as x = 0 and y = 0; x grows inwards, y down, in any
unit. Figures may reach over those two edges, which crop them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from plugins.share_graphics.graphic import Figure
from plugins.share_graphics.layout.figures import bar, slanted, stretched


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


def square(x: float, y: float, reach: float, on_point: bool, *, hole: bool = False) -> Figure:
    """A square about (x, y), on its side or on its point."""
    if not on_point:
        return bar(x - reach, y - reach, x + reach, y + reach, hole=hole)
    side = -reach if hole else reach
    return slanted((x - side, y, x, y - reach, x, y + reach))


def leaf(x: float, y: float, length: float, width: float, angle: float) -> Figure:
    """A pointed oval from (x, y) outwards; a negative width cuts it out."""
    return stretched("leaf", x, y, length, width, angle)


def grid(dice: Dice, flat: bool) -> list[tuple[int, int, int]]:
    """A grid that thins out away from the corner: (column, row, turn) of each cell."""
    columns, rows = (5, 2) if flat else (3, 4)
    cells = [(c, r, dice.pick(4)) for c in range(columns) for r in range(rows)]
    far = columns + rows - 2
    return [cell for cell in cells if cell[0] + cell[1] < far - (0 if cell[2] else 1)]
