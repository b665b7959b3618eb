"""What stands where on a picture that was planned in this run."""

from __future__ import annotations

from plugins.share_graphics.graphic import Graphic, Layout


def layout_of(graphic: Graphic) -> Layout:
    """The layout of a graphic; one that was remembered has none."""
    assert graphic.layout
    return graphic.layout
