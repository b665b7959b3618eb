"""A picture in the making: what stands on it so far, each thing in its place and colour."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from plugins.practice.looks import Look
from plugins.share_graphics.colours import Scheme, schemes
from plugins.share_graphics.graphic import (
    Box,
    Figure,
    FigureLayer,
    Line,
    Logo,
    PlacedPhoto,
    TextBlock,
)
from plugins.share_graphics.layout.figures import layers, moved, sign
from plugins.share_graphics.layout.frames import Frame
from plugins.share_graphics.layout.styles import Style
from plugins.share_graphics.messages.message import Message
from plugins.share_graphics.pictures import Picture
from plugins.share_graphics.typesetting.directions import is_right_to_left
from plugins.share_graphics.typesetting.fitting import Fitted, Setting, fit_at, setting_of
from plugins.share_graphics.typesetting.shaping import shape_line


@dataclass(slots=True)
class Board:
    """A frame with what stands on it. All places are given as seen from left to right; where the
    language runs the other way, `put_...` sets the mirrored place down."""

    message: Message
    frame: Frame
    look: Look
    pictures: Mapping[str, Picture]
    """The practice's own pictures, by their names in content/images."""
    texts: list[TextBlock] = field(default_factory=list)
    motif: list[FigureLayer] = field(default_factory=list)
    layers: list[FigureLayer] = field(default_factory=list)
    photos: list[PlacedPhoto] = field(default_factory=list)
    logo: Logo | None = None

    @property
    def rtl(self) -> bool:
        """Whether everything hangs from the right edge."""
        return is_right_to_left(self.message.lang)

    @property
    def scheme(self) -> Scheme:
        """The colours of the picture."""
        return schemes(self.look)[self.message.scheme]

    @property
    def panel(self) -> Scheme:
        """The colours of a panel that stands out from the ground."""
        light = self.message.scheme in ("surface", "paper")
        return schemes(self.look)["tint" if light else "surface"]

    def setting(self, text: str, style: Style) -> Setting:
        """A text of this message in the manner of a style."""
        return setting_of(text, style.weight, self.message.lang, running=style.running)

    def fit(self, text: str, style: Style, width: float, size: int) -> Fitted | None:
        """The text at a size, in at most the style's lines."""
        return fit_at(self.setting(text, style), width, self.frame.height, size, style.lines)

    def seen(self, box: Box) -> Box:
        """Where a box stands in the end."""
        return box.mirrored(self.frame.width) if self.rtl else box

    def put(
        self,
        role: str,
        style: Style,
        fitted: Fitted,
        left: float,
        top: float,
        scheme: Scheme | None = None,
    ) -> Box:
        """Sets a fitted text down with its corner at (left, top)."""
        scheme = scheme or self.scheme
        box = Box(left, top, left + fitted.width, top + fitted.height)
        seen = self.seen(box)
        self.texts.append(
            TextBlock(
                role=role,
                box=seen,
                lines=tuple(_lines(fitted, seen, self.rtl)),
                size=fitted.size,
                weight=fitted.setting.weight,
                colour=getattr(scheme, style.colour),
                ground=scheme.ground,
                lang=self.message.lang,
                rtl=fitted.setting.rtl,
            )
        )
        return box

    def put_sign(self, glyph: str, box: Box, colour: str, ground: str) -> None:
        """Draws a sign, which nobody reads from right to left, in the place of `box`."""
        room = (0, 0, self.frame.width, self.frame.height)
        self.layers += layers([sign(glyph, self.seen(box))], colour, ground, room)

    def put_figures(self, figures: Iterable[Figure], colour: str, ground: str = "") -> None:
        """Draws figures in a colour; `ground`: the one colour beneath them, where there is one."""
        width, height = self.frame.width, self.frame.height
        if self.rtl:
            figures = [moved(figure, -1, 1, width, 0) for figure in figures]
        self.layers += layers(figures, colour, ground, (0, 0, width, height))


def _lines(fitted: Fitted, box: Box, hangs_right: bool) -> list[Line]:
    lines, setting = [], fitted.setting
    for text, drop in zip(fitted.lines, fitted.baselines, strict=True):
        shaped = shape_line(text, setting.weight, setting.lang, setting.rtl)
        # The ink stands on the edge, not the glyph's own margin: large letters would look set in.
        left, right = shaped.left * fitted.size, shaped.right * fitted.size
        x = box.right - right if hangs_right else box.left - left
        lines.append(Line(text=text, x=round(x, 2), baseline=round(box.top + drop, 2)))
    return lines
