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

    @property
    def is_wide(self) -> bool:
        """Whether there is room for a motif beside the text rather than above it."""
        return self.width > 1.25 * self.height


# Sizes: the networks' API documents and the schedulers' manuals, read 2026-11
# agree (confidence: high).
_ROWS = (
    Shape(name="card", width=1200, height=630),
    Shape(name="square", width=1080, height=1080),
)

SHAPES: dict[str, Shape] = {shape.name: shape for shape in _ROWS}
"""Every shape by its name, which is also the name of its file."""
