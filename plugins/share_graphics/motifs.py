"""The large figure at the edge of a graphic, made from the topic: same topic, same motif."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache

from plugins.share_graphics.colours import Scheme
from plugins.share_graphics.graphic import Figure, MotifLayer
from plugins.share_graphics.motif_arcs import ARCS
from plugins.share_graphics.motif_bands import BANDS
from plugins.share_graphics.motif_figures import Dice, Motif
from plugins.share_graphics.motif_leaves import LEAVES

FORMS: dict[str, tuple[Callable[[Dice, bool], Motif], ...]] = {
    "arcs": ARCS,
    "leaves": LEAVES,
    "bands": BANDS,
}
"""The forms of each family (`Look.shapes`); the flag asks for a motif that is wider than high."""

_FLAT = 1.15  # times as wide as high, from where on a motif lies rather than stands


@lru_cache(maxsize=512)
def motif(
    family: str, topic: str, box: tuple[int, int, int, int], scheme: Scheme, mirrored: bool
) -> tuple[MotifLayer, ...]:
    """The motif of a topic, as large as `box` allows, in its top right corner (mirrored: top left).

    The top and the outer edge of the box, which are edges of the picture, crop it; it ends before
    the other two, where text stands.
    """
    left, top, right, bottom = box
    width, height = right - left, bottom - top
    if width < 1 or height < 1:
        return ()
    dice = Dice(topic)
    forms = FORMS[family]
    found = forms[dice.pick(len(forms))](dice, width > height * _FLAT)
    layers = (found.soft, found.main, found.accent)
    figures = [figure for layer in layers for figure in layer]
    scale = min(
        width / max(max(f.points[::2]) for f in figures),
        height / max(max(f.points[1::2]) for f in figures),
    )
    return tuple(
        MotifLayer(box=box, colour=colour, figures=_placed(layer, scale, width, mirrored))
        for colour, layer in zip((scheme.soft, scheme.main, scheme.accent), layers, strict=True)
        if layer
    )


def _placed(
    figures: Iterable[Figure], scale: float, width: int, mirrored: bool
) -> tuple[Figure, ...]:
    """Figures from the corner's measure into pixels of the box."""
    placed = []
    for figure in figures:
        xs = [part * scale if mirrored else width - part * scale for part in figure.points[::2]]
        ys = [part * scale for part in figure.points[1::2]]
        if figure.form == "disc":
            xs.sort()
        points = tuple(round(part, 2) for pair in zip(xs, ys, strict=True) for part in pair)
        placed.append(Figure(figure.form, points, figure.hole))
    return tuple(placed)
