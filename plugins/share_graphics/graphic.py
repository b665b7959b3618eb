"""What a planned graphic is: every box, line, size, colour and place; nothing left to decide."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.share_graphics.pictures import Picture


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in pixels from the top left corner."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """Pixels from left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Pixels from top to bottom."""
        return self.bottom - self.top

    def mirrored(self, width: float) -> Box:
        """The same box on a page of `width` pixels seen in a mirror."""
        return Box(width - self.right, self.top, width - self.left, self.bottom)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of text. `x` is where its first glyph from the left starts, both in pixels."""

    text: str
    x: float
    baseline: float


@dataclass(frozen=True, slots=True, kw_only=True)
class TextBlock:
    """Lines that are set alike. No ink of theirs leaves `box`."""

    role: str
    box: Box
    lines: tuple[Line, ...]
    size: int
    weight: str
    colour: str
    ground: str
    """The one colour behind the text."""
    lang: str
    rtl: bool


@dataclass(frozen=True, slots=True)
class Figure:
    """A shape or sign of the figure font, placed: x' = a x + c y + e, y' = b x + d y + f.

    A mirrored one (a d < b c) takes away from the figures beneath it in the same layer.
    """

    glyph: str
    matrix: tuple[float, ...]
    """a, b, c, d, e, f; from units to pixels."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureLayer:
    """Figures of one colour, drawn together; only what lies in `box` shows. Later ones cover."""

    box: tuple[int, int, int, int]
    colour: str
    ground: str
    """The colour beneath all of it; empty where there are several, which is slower to draw on."""
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Logo:
    """The practice's own mark, a PNG scaled into `box`, on a plate where the ground is dark."""

    box: Box
    plate: Box
    plate_colour: str
    """Empty where there is no plate."""
    picture: Picture


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedPhoto:
    """A photograph that fills `box`, with one round corner towards the text."""

    box: tuple[int, int, int, int]
    radius: int
    mirrored: bool
    """The round corner is the lower left one; mirrored: the lower right one."""
    picture: Picture


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Everything that is drawn, from the ground up."""

    ground: str
    motif: tuple[FigureLayer, ...] = ()
    """Lies on the ground alone; posts of one topic share it."""
    layers: tuple[FigureLayer, ...]
    texts: tuple[TextBlock, ...]
    photos: tuple[PlacedPhoto, ...] = ()
    logo: Logo | None = None

    @property
    def figures(self) -> tuple[FigureLayer, ...]:
        """All that is drawn beneath the texts, from the ground up."""
        return (*self.motif, *self.layers)


@dataclass(frozen=True, slots=True, kw_only=True)
class Graphic:
    """One picture of a post at one shape."""

    uid: str
    shape: str
    path: str
    """Where it stands in the output."""
    width: int
    height: int
    alt: str
    """The whole message in words, the lead fact first."""
    key: str
    """The sha256 of all that shapes the bytes: equal keys, equal pictures."""
    layout: Layout | None
    """None where an equal plan was drawn before and its picture is kept."""
