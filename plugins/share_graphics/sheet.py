"""A contact sheet: many graphics on one picture, for a pair of eyes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO

from PIL import Image

from plugins.share_graphics.draw import draw_graphic
from plugins.share_graphics.graphic import Graphic

_GAP = 24
_TABLE = "#8B9298"
"""The colour of the table that the pictures lie on: light ones and dark ones stand out from it."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows of graphics that are shown equally high, `height` pixels."""

    rows: Sequence[Sequence[Graphic]]
    height: int

    @property
    def count(self) -> int:
        """How many graphics there are."""
        return sum(map(len, self.rows))

    def draw(self) -> bytes:
        """The sheet as a JPEG."""
        strips = [self._strip(row) for row in self.rows if row]
        width = max(strip.width for strip in strips) + 2 * _GAP
        table = Image.new("RGB", (width, sum(s.height + _GAP for s in strips) + _GAP), _TABLE)
        top = _GAP
        for strip in strips:
            table.paste(strip, (_GAP, top))
            top += strip.height + _GAP
        file = BytesIO()
        table.save(file, "JPEG", quality=80)
        return file.getvalue()

    def _strip(self, row: Iterable[Graphic]) -> Image.Image:
        pictures = [self._scaled(graphic) for graphic in row]
        width = sum(picture.width + _GAP for picture in pictures) - _GAP
        strip = Image.new("RGB", (width, self.height), _TABLE)
        left = 0
        for picture in pictures:
            strip.paste(picture, (left, 0))
            left += picture.width + _GAP
        return strip

    def _scaled(self, graphic: Graphic) -> Image.Image:
        width = round(graphic.width * self.height / graphic.height)
        with Image.open(BytesIO(draw_graphic(graphic))) as picture:
            return picture.resize((width, self.height), Image.Resampling.LANCZOS)
