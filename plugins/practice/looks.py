"""The three ready looks; site and graphics take their colours from here.

Every text colour reaches 4.5:1 (WCAG 2.2) on `paper`, `surface` and `tint`; a test measures it.
`accent` is for large shapes only, never for text.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from plugins.practice.colours import nearest_readable
from plugins.practice.settings import Brand

WHITE = "#FFFFFF"


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """Colours ("#rrggbb") and the family of shapes of a look."""

    name: str
    paper: str
    surface: str
    ink: str
    muted: str
    brand: str
    accent: str
    tint: str
    alert: str
    shapes: str
    """The geometry of the motifs: "arcs", "leaves" or "bands"."""


LOOKS: dict[str, Look] = {
    "harbor": Look(
        name="harbor", paper="#FBF8F3", surface="#FFFFFF", ink="#12263A", muted="#4A5B6C",
        brand="#0F5C6E", accent="#D9542B", tint="#DDEDEE", alert="#A3231A", shapes="arcs",
    ),
    "orchard": Look(
        name="orchard", paper="#FAF9F2", surface="#FFFFFF", ink="#1E2A1C", muted="#51604E",
        brand="#2F6B3C", accent="#C47A06", tint="#E4EEDB", alert="#A3231A", shapes="leaves",
    ),
    "evening": Look(
        name="evening", paper="#F7F6FB", surface="#FFFFFF", ink="#221B3A", muted="#585071",
        brand="#4B3A8C", accent="#C2376B", tint="#E8E4F6", alert="#A3231A", shapes="bands",
    ),
}  # fmt: skip


def look_of(brand: Brand) -> Look:
    """The look that a practice chose, with its own colour in the place of `brand`.

    Where the colour could not be read, the nearest tone that can stands in for it.
    """
    look = LOOKS[brand.look]
    if not brand.color:
        return look
    return replace(look, brand=nearest_readable(brand.color, (WHITE, *grounds(look))))


def grounds(look: Look) -> tuple[str, ...]:
    """What the brand colour stands on as text. White text stands on it in turn."""
    return look.paper, look.surface, look.tint
