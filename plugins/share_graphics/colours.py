"""The scheme of each kind of graphic: which colour stands where, so that all of it can be read."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from plugins.practice.colours import (
    LEAST_CONTRAST,
    LEAST_SHAPE_CONTRAST,
    contrast,
    mix,
    nearest_readable,
)
from plugins.practice.looks import WHITE, Look

_SEEN = 1.3  # to 1; the least at which a figure that says nothing still shows on its ground


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
    """`soft` and `main` are for the motif only."""
    accent: str
    """For large shapes only: it reaches 3:1 on `ground`."""
    plate: str
    """What a logo stands on where the ground is dark; empty on light grounds."""


@cache
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


def _light(look: Look, ground: str, *, soft: str) -> Scheme:
    return Scheme(
        ground=ground,
        title=look.ink,
        text=readable(ground, (mix(look.ink, ground, 0.12), look.ink)),
        quiet=readable(ground, (look.muted, look.ink)),
        label=nearest_readable(look.brand, (ground,)),
        soft=soft,
        main=look.brand,
        accent=nearest_readable(look.accent, (ground,), LEAST_SHAPE_CONTRAST),
        plate="",
    )


def _dark(look: Look, wanted: str, *, main: str = "") -> Scheme:
    ground = nearest_readable(wanted, (WHITE,))
    if not main or contrast(main, ground) < _SEEN:
        main = mix(ground, WHITE, 0.26)
    return Scheme(
        ground=ground,
        title=WHITE,
        text=WHITE,
        quiet=readable(ground, (mix(WHITE, ground, 0.18), WHITE)),
        label=readable(ground, (mix(WHITE, ground, 0.10), WHITE)),
        soft=mix(ground, WHITE, 0.12),
        main=main,
        accent=nearest_readable(look.accent, (ground,), LEAST_SHAPE_CONTRAST),
        plate=look.surface,
    )


def readable(ground: str, wishes: tuple[str, ...]) -> str:
    """The first wish that can be read on `ground`, else the tone nearest to the first that can."""
    read = (wish for wish in wishes if contrast(wish, ground) >= LEAST_CONTRAST)
    return next(read, "") or nearest_readable(wishes[0], (ground,))
