"""The large figure at the edge of a graphic, made from the topic: same topic, same motif."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from plugins.share_graphics.colours import Scheme
from plugins.share_graphics.graphic import FigureLayer
from plugins.share_graphics.layout.figures import extent, layers, moved
from plugins.share_graphics.motifs.arcs import ARCS
from plugins.share_graphics.motifs.bands import BANDS
from plugins.share_graphics.motifs.leaves import LEAVES
from plugins.share_graphics.motifs.pieces import Dice, Motif

FORMS: dict[str, tuple[Callable[[Dice, bool], Motif], ...]] = {
    "arcs": ARCS,
    "leaves": LEAVES,
    "bands": BANDS,
}
"""The forms of each family (`Look.shapes`); the flag asks for a motif that is wider than high."""

_FLAT = 1.15  # times as wide as high, from where on a motif lies rather than stands


@lru_cache(maxsize=512)
def motif(
    family: str,
    topic: str,
    box: tuple[int, int, int, int],
    scheme: Scheme,
    mirrored: bool,
    bottom: bool = False,
) -> tuple[FigureLayer, ...]:
    """The motif of a topic, as large as `box` allows, in its right upper (`bottom`: lower) corner;
    mirrored: the left one.

    The edges of the box at that corner, which are edges of the picture, crop it; it ends before
    the other two, where text stands.
    """
    left, top, right, low = box
    width, height = right - left, low - top
    if width < 1 or height < 1:
        return ()
    found, reach = _built(family, topic, width > height * _FLAT)
    scale = min(width / reach[0], height / reach[1])
    edge, across = (left, scale) if mirrored else (right, -scale)
    start, down = (low, -scale) if bottom else (top, scale)
    parts = (
        (found.soft, scheme.soft, scheme.ground),
        (found.main, scheme.main, ""),
        (found.accent, scheme.accent, ""),
    )
    return tuple(
        layer
        for figures, colour, ground in parts
        for layer in layers(
            (moved(figure, across, down, edge, start) for figure in figures), colour, ground, box
        )
    )


@lru_cache(maxsize=512)
def _built(family: str, topic: str, flat: bool) -> tuple[Motif, tuple[float, float]]:
    """The motif in the corner's own measure, and how far it reaches inwards and down."""
    dice = Dice(topic)
    forms = FORMS[family]
    found = forms[dice.pick(len(forms))](dice, flat)
    _, _, right, bottom = extent([*found.soft, *found.main, *found.accent])
    return found, (right, bottom)
