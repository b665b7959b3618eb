"""Colours that can be read: contrast (WCAG 2.2) and the scheme of each kind of graphic."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from plugins.practice.looks import Look

LEAST_CONTRAST = 4.5  # to 1; WCAG 2.2 success criterion 1.4.3, for text of any size


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheme:
    """The colours ("#rrggbb") of one graphic. Text colours reach 4.5:1 on `ground`."""

    ground: str
    title: str
    text: str
    quiet: str
    """Footers and everything second in rank."""
    label: str
    soft: str
    main: str
    accent: str
    """`soft`, `main` and `accent` are for the motif only."""
    plate: str
    """What a logo stands on where the ground is dark; empty on light grounds."""


def schemes(look: Look) -> dict[str, Scheme]:
    """The schemes of a look: one ground a kind, so that three neighbours in a feed differ."""
    return {
        "paper": _light(look, look.paper, soft=look.tint),
        "tint": _light(look, look.tint, soft=mix(look.tint, look.brand, 0.16)),
        "surface": _light(look, look.surface, soft=look.tint),
        "brand": _dark(look, look.brand),
        "alert": _dark(look, look.alert),
        "ink": _dark(look, look.ink, main=look.brand),
    }


@cache
def _light(look: Look, ground: str, *, soft: str) -> Scheme:
    return Scheme(
        ground=ground,
        title=look.ink,
        text=readable(ground, (mix(look.ink, ground, 0.12), look.ink)),
        quiet=readable(ground, (look.muted, look.ink)),
        label=readable(ground, (look.brand, look.ink)),
        soft=soft,
        main=look.brand,
        accent=look.accent,
        plate="",
    )


@cache
def _dark(look: Look, wanted: str, *, main: str = "") -> Scheme:
    ground = wanted
    while contrast("#FFFFFF", ground) < LEAST_CONTRAST:  # a pale brand colour
        ground = mix(ground, look.ink, 0.1)
    return Scheme(
        ground=ground,
        title="#FFFFFF",
        text="#FFFFFF",
        quiet=readable(ground, (mix("#FFFFFF", ground, 0.18), "#FFFFFF")),
        label=readable(ground, (mix("#FFFFFF", ground, 0.10), "#FFFFFF")),
        soft=mix(ground, "#FFFFFF", 0.12),
        main=main or mix(ground, "#FFFFFF", 0.26),
        accent=look.accent if contrast(look.accent, ground) >= 1.6 else look.paper,
        plate=look.surface,
    )


def readable(ground: str, wishes: tuple[str, ...]) -> str:
    """The first wish that can be read on `ground`, else black or white, whichever can."""
    for wish in (*wishes, "#FFFFFF"):
        if contrast(wish, ground) >= LEAST_CONTRAST:
            return wish
    return "#000000"


@cache
def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (value / 255 for value in rgb(colour))
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def rgb(colour: str) -> tuple[int, int, int]:
    """ "#0F5C6E" as (15, 92, 110)."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def mix(one: str, other: str, share: float) -> str:
    """`one` with a `share` (0 to 1) of `other` stirred in."""
    parts = (round(a + (b - a) * share) for a, b in zip(rgb(one), rgb(other), strict=True))
    return "#" + "".join(f"{part:02X}" for part in parts)
