"""The shapes in which every post is drawn: one row a shape."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A picture size in pixels. `safe` keeps text off the edges that an app covers with its own."""

    name: str
    width: int
    height: int
    safe: tuple[int, int, int, int] = (0, 0, 0, 0)
    """Left, top, right and bottom strips, in pixels, in which no text may stand."""
    series: bool = False
    """One of several that are seen one after the other: what repeats must not jump."""


# Sizes: the networks' API documents and the schedulers' manuals, read 2026-11, agree (confidence:
# high). Instagram's profile grid cuts about 34 px off each side of a portrait, which the margins
# cover. Story: the app covers the top 14 % and, when a post is promoted, the bottom 35 %; TikTok
# covers a rail at the right. One design for all keeps its text inside x 70-940, y 270-1250: the
# footer's line is a little higher, as letters and the logo hang below it.
_ROWS = (
    Shape(name="card", width=1200, height=630),
    Shape(name="wide", width=1200, height=675),
    Shape(name="landscape", width=1200, height=900),
    Shape(name="square", width=1080, height=1080),
    Shape(name="portrait", width=1080, height=1350),
    Shape(name="story", width=1080, height=1920, safe=(70, 270, 140, 690)),
    Shape(name="pin", width=1000, height=1500),
)

SHAPES: dict[str, Shape] = {shape.name: shape for shape in _ROWS}
"""Every shape by its name, which is also the name of its file."""


def slide_shape(number: int) -> Shape:
    """The shape of a slide of a carousel, the first being 1."""
    return Shape(name=f"slide-{number}", width=1080, height=1350, series=True)
