"""The mark of a practice that has no logo: the figure of its look, with its initials in it.

Networks show a profile picture as a circle, often no wider than a line of text is high: one figure,
two letters at most, and nothing outside the inscribed circle that anybody would miss.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from math import cos, pi, sin

from plugins.share_graphics.graphic import Figure
from plugins.share_graphics.layout.figures import disc
from plugins.share_graphics.motifs.pieces import leaf, square

_WORD = re.compile(r"[^\W_]+")
_ALPHABETS = ("LATIN", "GREEK", "CYRILLIC")
"""Scripts whose letters stand for their word when they stand alone."""
_SIGNS = ("CJK",)
"""Signs that are words themselves."""
_MOST_LETTERS = 2

Part = tuple[str, tuple[Figure, ...]]
"""The name of a colour of `Scheme`, and the figures that have it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Emblem:
    """Figures in the unit circle about (0, 0), y downwards."""

    parts: tuple[Part, ...]
    """From the ground up."""
    room: float
    """The radius about the middle that stays free for letters."""


def initials(name: str) -> str:
    """One or two letters by which a name is known ("CC"), or the first sign of a Chinese name.

    Empty where a letter alone says nothing, as in Arabic. Where words with and without a capital
    stand side by side, those without are no part of it: "Clinic of the Lake" is "CL".
    """
    first: list[str] = [word[0] for word in _WORD.findall(name)]
    if first and unicodedata.name(first[0], "").startswith(_SIGNS):
        return first[0]
    letters = [letter for letter in first if unicodedata.name(letter, "").startswith(_ALPHABETS)]
    capitals = [letter for letter in letters if letter.isupper()]
    return "".join(capitals or letters)[:_MOST_LETTERS].upper()


def emblem(family: str, *, lettered: bool) -> Emblem:
    """The emblem of a family of shapes (`Look.shapes`); without letters its middle is filled."""
    whole, middle, room = _EMBLEMS[family]
    return Emblem(parts=(*whole(), *(() if lettered else middle())), room=room)


def _rings() -> Iterator[Part]:
    """Rings, as on water, with the sun on them."""
    yield "soft", (disc(0, 0, 0.93),)
    yield "main", (disc(0, 0, 0.81),)
    yield "ground", (disc(0, 0, 0.71),)
    yield "accent", (disc(0.80 * cos(pi / 4), -0.80 * sin(pi / 4), 0.15),)


def _inner_rings() -> Iterator[Part]:
    yield "soft", (disc(0, 0, 0.54),)
    yield "title", (disc(0, 0, 0.30),)


def _wreath() -> Iterator[Part]:
    """Two boughs that meet below, with a berry."""
    yield "soft", tuple(_bough(-0.20))
    yield "main", tuple(_bough(0.17))
    yield "accent", (disc(0, 0.78, 0.10),)


def _bough(lean: float) -> Iterator[Figure]:
    """The leaves on one side of both boughs, which lean away from their line."""
    for place in range(6):
        angle = pi * (0.39 - 0.145 * place)
        x, y, toward = 0.72 * cos(angle), 0.72 * sin(angle), angle - pi / 2 + lean * pi
        yield leaf(x, y, 0.31, 0.13, toward)
        yield leaf(-x, y, 0.31, 0.13, pi - toward)


def _sprig() -> Iterator[Part]:
    toward = -pi / 2
    yield "main", tuple(leaf(0, 0.40, 0.62, 0.24, toward + side * 0.30 * pi) for side in (1, -1))
    yield "title", (leaf(0, 0.44, 0.90, 0.30, toward),)


def _frame() -> Iterator[Part]:
    """A frame with one corner set apart."""
    yield "main", (square(0, 0, 0.63, False), square(0, 0, 0.54, False, hole=True))
    yield "accent", (square(0.55, -0.55, 0.13, False),)


def _tiles() -> Iterator[Part]:
    yield "soft", (square(-0.20, -0.20, 0.17, False), square(0.20, 0.20, 0.17, False))
    yield "title", (square(0.20, -0.20, 0.17, False), square(-0.20, 0.20, 0.17, False))


_Parts = Callable[[], Iterator[Part]]
_EMBLEMS: Mapping[str, tuple[_Parts, _Parts, float]] = {
    "arcs": (_rings, _inner_rings, 0.60),
    "leaves": (_wreath, _sprig, 0.53),
    "bands": (_frame, _tiles, 0.50),
}
"""Of each family: the whole, what fills its middle where no letters do, and their room."""
