"""Colours as "#rrggbb": contrast (WCAG 2.2), and the nearest colour that can be read (OKLCH).

OKLab and its polar form OKLCH order colours as eyes do: equal distances look equally far. Numbers:
Björn Ottosson, "A perceptual color space for image processing", bottosson.github.io/posts/oklab.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from math import cbrt, dist

LEAST_CONTRAST = 4.5
"""To 1, for text of any size: WCAG 2.2, success criterion 1.4.3."""
LEAST_SHAPE_CONTRAST = 3.0
"""To 1, for shapes that say something: WCAG 2.2, success criterion 1.4.11."""

_Triple = tuple[float, float, float]

_STEPS = 16  # halvings: finer than one of 256 steps of a channel


def rgb(colour: str) -> tuple[int, int, int]:
    """ "#0F5C6E" as (15, 92, 110)."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def mix(one: str, other: str, share: float) -> str:
    """`one` with a `share` (0 to 1) of `other` stirred in."""
    parts = (round(a + (b - a) * share) for a, b in zip(rgb(one), rgb(other), strict=True))
    return "#" + "".join(f"{part:02X}" for part in parts)


@cache
def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def least_contrast(colour: str, grounds: tuple[str, ...]) -> float:
    """The contrast of a colour on that of the grounds on which it is worst to see."""
    return min(contrast(colour, ground) for ground in grounds)


def distance(one: str, other: str) -> float:
    """How far two colours look from each other: 0 to 1, which is black to white (OKLab)."""
    return dist(_oklab(one), _oklab(other))


@cache
def nearest_readable(colour: str, grounds: tuple[str, ...], least: float = LEAST_CONTRAST) -> str:
    """The colour nearest to `colour` that reaches the contrast `least` on every ground.

    Hue and, where a screen can show it, chroma stay: only the lightness moves. Where grounds are
    so unlike that nothing is readable on all of them, the better one of black and white.
    """

    def reads(found: str) -> bool:
        return least_contrast(found, grounds) >= least

    if reads(colour):
        return colour
    found = [near for end in (0.0, 1.0) if (near := _towards(end, _oklab(colour), reads))]
    if not found:
        return max("#000000", "#FFFFFF", key=lambda end: least_contrast(end, grounds))
    return min(found, key=lambda near: distance(near, colour))


def _towards(end: float, lab: _Triple, reads: Callable[[str], bool]) -> str:
    """The first colour that reads on the way to the lightness `end`; "" where even `end` does
    not. Contrast only grows on the way, so halving finds it."""
    good, bad = end, lab[0]
    if not reads(_at(good, lab)):
        return ""
    for _ in range(_STEPS):
        middle = (good + bad) / 2
        good, bad = (middle, bad) if reads(_at(middle, lab)) else (good, middle)
    return _at(good, lab)


def _at(lightness: float, lab: _Triple) -> str:
    """The colour at another lightness, with as much of its chroma as a screen can show there."""
    _, a, b = lab
    kept, out = 0.0, 1.0
    if _is_shown(_linear((lightness, a, b))):
        kept = 1.0
    else:
        for _ in range(_STEPS):
            middle = (kept + out) / 2
            shown = _is_shown(_linear((lightness, a * middle, b * middle)))
            kept, out = (middle, out) if shown else (kept, middle)
    parts = (_encoded(part) for part in _linear((lightness, a * kept, b * kept)))
    return "#" + "".join(f"{round(min(max(part, 0.0), 1.0) * 255):02X}" for part in parts)


def _is_shown(linear: _Triple) -> bool:
    return all(-1e-6 <= part <= 1 + 1e-6 for part in linear)


@cache
def _oklab(colour: str) -> _Triple:
    red, green, blue = _decoded(colour)
    long = cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    medium = cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    return (
        0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short,
    )


def _linear(lab: _Triple) -> _Triple:
    lightness, a, b = lab
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )


def _luminance(colour: str) -> float:
    red, green, blue = _decoded(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _decoded(colour: str) -> _Triple:
    """sRGB's own steps as light (IEC 61966-2-1)."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (value / 255 for value in rgb(colour))
    )
    return red, green, blue


def _encoded(light: float) -> float:
    return light * 12.92 if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055
