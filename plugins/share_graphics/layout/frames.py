"""Where things may stand on a shape: margins, columns, footer line. All follows from its size."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from math import ceil, sqrt

from plugins.share_graphics.graphic import Box
from plugins.share_graphics.shapes import Shape

_MARGIN = 0.08  # of the shorter side: one big margin instead of many small ones
_LEAST_TEXT, _LEAST_FOOTER = 34, 28  # px at 1080 px width; the same


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A shape seen from left to right; right-to-left graphics are mirrored in the end."""

    width: int
    height: int
    content: Box
    """Inside the margins and safe zones."""
    column: float
    """How wide text may be beside the visual."""
    unit: float
    """What sizes of text are shares of, in pixels: the side of a square of the same area."""
    wide: bool
    series: bool

    @property
    def has_foot(self) -> bool:
        """Whether the app covers so much of the bottom that no text, but a motif has room there."""
        return self.height - self.content.bottom > self.height / 4

    @property
    def least_text(self) -> int:
        """The smallest size of any text but footers, in pixels."""
        return ceil(_LEAST_TEXT * self.width / 1080)

    @property
    def least_footer(self) -> int:
        """The smallest size of footers, in pixels."""
        return ceil(_LEAST_FOOTER * self.width / 1080)

    def size(self, share: float) -> int:
        """A size of text from its share of the unit."""
        return max(self.least_text, round(share * self.unit))


class NoRoomError(Exception):
    """Something that must stand has no room. `what` is "label", "mark", "stack" or "counts"."""

    def __init__(self, what: str, frame: Frame, height: float = 0.0) -> None:
        super().__init__(what)
        self.what, self.frame, self.height = what, frame, height


@cache
def frame_of(shape: Shape, column: float, wide_from: float, *, rtl: bool = False) -> Frame:
    """The frame of a shape.

    `column`: the share of a wide shape's width at which its text ends. `wide_from`: how many times
    as wide as high a wide shape is. `rtl`: it will be mirrored, its safe strips will not.
    """
    wide = shape.width > wide_from * shape.height
    margin = round(_MARGIN * min(shape.width, shape.height))
    left, top, right, bottom = (max(margin, safe) for safe in shape.safe)
    left, right = (right, left) if rtl else (left, right)
    content = Box(left, top, shape.width - right, shape.height - bottom)
    return Frame(
        width=shape.width,
        height=shape.height,
        content=content,
        column=min(shape.width * column - left, content.width) if wide else content.width,
        unit=sqrt(content.width * content.height) * 1.19,  # 1.19: the square's margins taken back
        wide=wide,
        series=shape.series,
    )
