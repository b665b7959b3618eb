"""The golden pictures: what a person has looked at and found good.

After a change that is meant:  python -m tests.share_graphics.golden  (and look at them)
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from plugins.share_graphics.draw import draw_graphic
from plugins.share_graphics.graphic import Graphic
from plugins.share_graphics.samples import CAROUSEL, EVERY_KIND, EVERY_SCRIPT
from tests.share_graphics.graphic_samples import plan

FOLDER = Path(__file__).parent / "golden"

_LOOKS = ("harbor", "orchard", "evening")
_SHAPES = ("card", "square", "portrait", "wide", "story", "landscape", "pin")


def golden_graphics() -> Iterator[tuple[Path, Graphic]]:
    """Every kind and script once, over the shapes and looks in turn, and two slides."""
    for place, post in enumerate((*EVERY_KIND, *EVERY_SCRIPT)):
        shape, look = _SHAPES[place % len(_SHAPES)], _LOOKS[place % len(_LOOKS)]
        graphics, _ = plan(post, shape, look=look)
        yield FOLDER / f"{place:02}-{post.lang}-{post.kind}-{shape}-{look}.jpg", graphics[0]
    graphics, _ = plan(CAROUSEL, "card", slides=True)
    for slide in (graphics[1], graphics[-1]):
        yield FOLDER / f"{slide.shape}.jpg", slide


def main() -> None:
    """Write them anew."""
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.jpg"):
        old.unlink()
    for file, graphic in golden_graphics():
        file.write_bytes(draw_graphic(graphic))


if __name__ == "__main__":
    main()
