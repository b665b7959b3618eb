"""The font of figures: what stands in it, how far it reaches, how one figure cuts another."""

from __future__ import annotations

import ast
from dataclasses import replace
from functools import cache
from io import BytesIO
from math import cos, hypot, pi, sin
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops

from plugins.practice.posts import Post
from plugins.share_graphics.draw import draw_graphic
from plugins.share_graphics.graphic import Box, Figure, FigureLayer, Graphic, Layout
from plugins.share_graphics.layout.figures import (
    FONT_FILE,
    GLYPHS,
    UNIT,
    bar,
    disc,
    extent,
    figure_font,
    layers,
    moved,
    panel,
    sign,
    slanted,
    turned,
)
from tests.share_graphics.graphic_samples import EVERY_KIND, plan
from tests.share_graphics.laid_out import layout_of

_SIDE = 120
_PAGE = (0, 0, _SIDE, _SIDE)
_MATRICES = st.tuples(*[st.floats(-300, 300)] * 4, *[st.floats(-1000, 1000)] * 2)
_FIGURES = st.builds(Figure, st.sampled_from(sorted(GLYPHS)), _MATRICES)


def _drawn(*made: FigureLayer) -> Image.Image:
    """The layers on white, without anything else, in shades of grey."""
    layout = Layout(ground="#FFFFFF", motif=(), layers=made, texts=())
    graphic = Graphic(uid="a1", shape="card", path="x.jpg", width=_SIDE, height=_SIDE, alt="",
                      key="", layout=layout)  # fmt: skip
    with Image.open(BytesIO(draw_graphic(graphic))) as picture:
        return picture.convert("L")


def _black(*figures: Figure, ground: str = "#FFFFFF") -> Image.Image:
    return _drawn(*layers(figures, "#000000", ground, _PAGE))


def _is_ink(picture: Image.Image, x: int, y: int) -> bool:
    shade: Any = picture.getpixel((x, y))
    return bool(shade < 128)


class _Points:
    """A pen that notes every point of an outline, curves in steps."""

    def __init__(self) -> None:
        self.found: list[tuple[float, float]] = []

    def moveTo(self, point: tuple[float, float]) -> None:  # noqa: N802  # fontTools' names
        self.found.append(point)

    lineTo = moveTo  # noqa: N815

    def curveTo(self, *points: tuple[float, float]) -> None:  # noqa: N802
        curve = (self.found[-1], *points)
        for step in range(1, 17):
            t = step / 16
            share = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
            x, y = (sum(s * p[n] for s, p in zip(share, curve, strict=True)) for n in (0, 1))
            self.found.append((x, y))

    qCurveTo = curveTo  # noqa: N815  # asked for; our outlines have none

    def closePath(self) -> None:  # noqa: N802
        """Nothing to note."""


@cache
def _outline(glyph: str) -> list[tuple[float, float]]:
    """The outline of a figure in units."""
    pen: Any = _Points()
    figure_font().draw_glyph_with_pen(GLYPHS[glyph], pen)
    return [(x / UNIT, y / UNIT) for x, y in pen.found]


def test_the_names_are_those_that_the_font_was_made_with_in_their_order() -> None:
    program = ast.parse((FONT_FILE.parent / "make_figures.py").read_text(encoding="utf-8"))
    made = next(
        node.value
        for node in program.body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "FIGURES"
    )
    assert isinstance(made, ast.Dict)
    assert [ast.literal_eval(key) for key in made.keys if key] == list(GLYPHS)
    font = figure_font()
    assert {name: font.glyph_to_string(glyph) for name, glyph in GLYPHS.items()} == {
        name: name for name in GLYPHS
    }


@pytest.mark.parametrize("glyph", sorted(GLYPHS))
def test_every_figure_has_ink_and_reaches_no_further_than_its_unit(glyph: str) -> None:
    assert len(_outline(glyph)) >= 3
    assert _black(Figure(glyph, (50.0, 0.0, 0.0, 50.0, 60.0, 60.0))).getextrema()[0] == 0
    low = -1.001 if glyph in {"disc", "half"} else -0.501 if glyph == "leaf" else -0.001
    assert all(low <= x <= 1.001 and low <= y <= 1.001 for x, y in _outline(glyph))


@given(_FIGURES)
@settings(max_examples=300)
def test_extent_holds_all_ink_of_any_figure_however_it_is_placed(figure: Figure) -> None:
    a, b, c, d, e, f = figure.matrix
    slack = 0.002 * (hypot(a, b) + hypot(c, d)) + 1e-6
    left, top, right, bottom = extent([figure])
    for x, y in _outline(figure.glyph):
        assert left - slack <= a * x + c * y + e <= right + slack
        assert top - slack <= b * x + d * y + f <= bottom + slack


@given(st.lists(_FIGURES, min_size=1, max_size=4))
def test_a_layer_is_as_large_as_its_figures_and_never_leaves_its_room(
    figures: list[Figure],
) -> None:
    left, top, right, bottom = extent(figures)
    for made in layers(figures, "#000000", "", _PAGE):
        assert made.box[0] < made.box[2]
        assert made.box[1] < made.box[3]
        assert made.box[0] >= 0
        assert made.box[1] >= 0
        assert made.box[2] <= _SIDE
        assert made.box[3] <= _SIDE
        assert made.box[0] <= max(0, left)
        assert made.box[1] <= max(0, top)
        assert made.box[2] >= min(_SIDE, right)
        assert made.box[3] >= min(_SIDE, bottom)


@given(_FIGURES, st.floats(-3, 3), st.floats(-3, 3), st.floats(-500, 500), st.floats(-500, 500))
def test_a_figure_that_is_moved_goes_where_its_corners_go(
    figure: Figure, across: float, down: float, x: float, y: float
) -> None:
    _, _, _, _, e, f = figure.matrix
    after = moved(figure, across, down, x, y).matrix
    assert after[4] == pytest.approx(e * across + x, abs=0.001)
    assert after[5] == pytest.approx(f * down + y, abs=0.001)


@pytest.mark.parametrize("ground", ["#FFFFFF", ""])
def test_a_mirrored_figure_cuts_a_hole_into_its_layer(ground: str) -> None:
    whole = disc(60, 60, 50)
    for hole in (disc(60, 60, 20, hole=True), bar(45, 45, 75, 75, hole=True)):
        picture = _black(whole, hole, ground=ground)
        assert not _is_ink(picture, 60, 60)
        assert _is_ink(picture, 60, 20)
        assert not _is_ink(picture, 4, 4)


def test_a_hole_cuts_nothing_of_the_layers_beneath() -> None:
    beneath = layers([disc(60, 60, 50)], "#000000", "#FFFFFF", _PAGE)[0]
    above = layers([disc(60, 60, 30), disc(60, 60, 15, hole=True)], "#808080", "", _PAGE)[0]
    picture = _drawn(beneath, above)
    assert _is_ink(picture, 60, 60)
    assert picture.getpixel((60, 37)) == pytest.approx(128, abs=12)


def test_figures_laid_over_each_other_leave_no_seam() -> None:
    picture = _black(*panel(Box(10, 20, 110, 100), 24))
    assert all(_is_ink(picture, x, y) for x in range(36, 85) for y in range(22, 99))
    assert all(_is_ink(picture, x, y) for x in range(12, 109) for y in range(46, 75))
    assert not _is_ink(picture, 12, 22)


@pytest.mark.parametrize("ground", ["#FFFFFF", ""])
def test_what_lies_outside_the_box_of_a_layer_does_not_show(ground: str) -> None:
    cut = layers([disc(60, 60, 50)], "#000000", ground, (0, 0, 60, _SIDE))[0]
    picture = _drawn(cut)
    assert _is_ink(picture, 40, 60)
    assert not _is_ink(picture, 75, 60)


def test_figures_turn_clockwise_as_seen() -> None:
    picture = _black(turned("triangle", 60, 60, 50, pi / 2))
    assert _is_ink(picture, 50, 70)
    assert not _is_ink(picture, 70, 70)


def test_a_slanted_square_has_its_corners_where_they_are_asked_for() -> None:
    figure = slanted((60, 10, 110, 60, 10, 60))
    assert extent([figure]) == (10, 10, 110, 110)
    picture = _black(figure)
    assert _is_ink(picture, 60, 60)
    assert not _is_ink(picture, 15, 15)


def test_a_sign_fills_its_box_and_the_alert_has_its_mark_cut_out() -> None:
    picture = _black(sign("alert", Box(10, 10, 110, 110)))
    assert not _is_ink(picture, 60, 60)
    assert _is_ink(picture, 40, 90)
    assert extent([sign("tick", Box(3, 4, 9, 8))]) == (3, 4, 9, 8)


def test_a_disc_is_round() -> None:
    picture = _black(disc(60, 60, 50))
    for step in range(16):
        x, y = cos(step * pi / 8), sin(step * pi / 8)
        assert _is_ink(picture, round(60 + 47 * x), round(60 + 47 * y))
        assert not _is_ink(picture, round(60 + 53 * x), round(60 + 53 * y))


@pytest.mark.parametrize("post", EVERY_KIND, ids=lambda post: f"{post.kind}-{post.title[:12]}")
def test_a_layer_that_names_its_ground_covers_nothing_but_that(post: Post) -> None:
    """It is pasted with its ground: whatever lay beneath would be gone."""
    for graphic in plan(post, "card", "square")[0]:
        layers = layout_of(graphic).layers
        for place, one in enumerate(layers):
            if one.ground:
                before = replace(layout_of(graphic), layers=layers[:place], texts=(), photos=())
                with Image.open(BytesIO(draw_graphic(replace(graphic, layout=before)))) as picture:
                    beneath = picture.crop(one.box)
                ground = Image.new("RGB", beneath.size, one.ground)
                off: Any = ImageChops.difference(beneath, ground).getextrema()
                assert max(high for _, high in off) <= 40, one.figures[0]
