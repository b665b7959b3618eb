"""The files that come out: JPEG as networks want it, the same bytes for the same plan."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from multiprocessing import get_context
from pathlib import Path

import pytest
from bidi import get_display
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops

from plugins.practice.colours import contrast, rgb
from plugins.practice.looks import LOOKS
from plugins.share_graphics.cache import GraphicCache, draw_cached
from plugins.share_graphics.colours import schemes
from plugins.share_graphics.draw import draw_graphic
from plugins.share_graphics.layout.figures import extent
from plugins.share_graphics.motifs.motif import motif
from plugins.share_graphics.shapes import SHAPES
from plugins.share_graphics.typesetting.directions import visual_runs
from tests.share_graphics.graphic_samples import (
    EVERY_KIND,
    article,
    event,
    notice,
    plan,
    planned,
    png,
    question,
)


def _picture(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data))


@pytest.mark.parametrize("shape", sorted(SHAPES))
def test_every_kind_is_a_baseline_jpeg_without_metadata_of_a_size_that_networks_take(shape) -> None:
    for post in EVERY_KIND:
        graphic = planned(post, shape)
        data = draw_graphic(graphic)
        picture = _picture(data)
        assert (picture.format, picture.mode) == ("JPEG", "RGB")
        assert picture.size == (graphic.width, graphic.height)
        assert not picture.info.get("progressive")
        assert not picture.getexif()
        assert "icc_profile" not in picture.info
        assert b"\xff\xc0" in data  # baseline frame
        assert b"\xff\xc2" not in data  # progressive frame
        assert 10_240 < len(data) <= 950_000


def test_the_emptiest_graphic_is_still_over_10_kb() -> None:
    plain = replace(
        planned(article("Flu", summary="", key_points=()), "card"),
    )
    bare = replace(
        plain, layout=replace(plain.layout, motif=(), layers=(), texts=plain.layout.texts[:1])
    )
    assert len(draw_graphic(bare)) > 10_240


def test_the_same_plan_gives_the_same_bytes_in_another_process() -> None:
    program = (
        "import hashlib;"
        "from tests.share_graphics.graphic_samples import *;"
        "from plugins.share_graphics.draw import draw_graphic;"
        "print([(g.key, hashlib.sha256(draw_graphic(g)).hexdigest())"
        " for p in EVERY_KIND[:3] for g in plan(p)[0]])"
    )
    here = str(Path(__file__).parent)
    runs = [
        subprocess.run(
            [sys.executable, "-c", program], capture_output=True, text=True, check=True,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(Path(here).parents[1])},
        ).stdout
        for seed in ("1", "2")
    ]  # fmt: skip
    assert runs[0] == runs[1]
    assert len(runs[0]) > 400


def test_drawing_many_keeps_the_order_with_any_executor(tmp_path) -> None:
    graphics = [graphic for post in EVERY_KIND[:3] for graphic in plan(post)[0]]
    alone = list(draw_cached(graphics, GraphicCache(tmp_path / "alone")))
    with ThreadPoolExecutor(2) as pool:
        assert list(draw_cached(graphics, GraphicCache(tmp_path / "threads"), pool)) == alone
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        assert list(draw_cached(graphics, GraphicCache(tmp_path / "process"), pool)) == alone
    assert [graphic for graphic, _ in alone] == graphics


@pytest.mark.parametrize(
    "change",
    [
        {"title": "Check your blood pressure at home twice"},
        {"topics": ("diabetes",)},
        {"lang": "es"},
    ],
)
def test_the_key_follows_everything_that_shapes_the_bytes(change) -> None:
    assert planned(article(), "card").key != planned(article(**change), "card").key


def test_the_key_follows_look_colour_and_logo_and_nothing_else() -> None:
    keys = [
        planned(article(), "card").key,
        planned(article(), "card", look="orchard").key,
        planned(article(), "card", color="#123456").key,
        planned(article(), "card", logo=png(40, 20)).key,
        planned(article(), "card", logo=png(40, 21)).key,
    ]
    assert len(set(keys)) == len(keys)
    assert planned(article(file="articles/other.md"), "card").key == keys[0]


@pytest.mark.parametrize("look", sorted(LOOKS))
@pytest.mark.parametrize("color", ["", "#F2C94C", "#000000", "#FFFFFF", "#7F7F7F"])
def test_every_text_colour_reaches_4_5_to_1_on_its_ground(look: str, color: str) -> None:
    for post in EVERY_KIND:
        for graphic in plan(post, look=look, color=color)[0]:
            for block in graphic.layout.texts:
                assert contrast(block.colour, block.ground) >= 4.5, block


def test_contrast_is_measured_as_wcag_does() -> None:
    assert contrast("#FFFFFF", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_nothing_but_ground_lies_beneath_text() -> None:
    """The picture without its texts is one colour wherever a text stands."""
    for post in EVERY_KIND:
        for graphic in plan(post)[0]:
            bare = _picture(
                draw_graphic(replace(graphic, layout=replace(graphic.layout, texts=())))
            )
            for block in graphic.layout.texts:
                ground = Image.new("RGB", bare.size, rgb(block.ground))
                box = (
                    int(block.box.left),
                    int(block.box.top),
                    int(block.box.right),
                    int(block.box.bottom),
                )
                off = ImageChops.difference(bare.crop(box), ground.crop(box)).getextrema()
                assert max(high for _, high in off) <= 24  # what JPEG's ringing may add


def test_a_topic_has_one_motif_and_topics_differ() -> None:
    scheme = schemes(LOOKS["harbor"])["paper"]
    box = (0, 0, 400, 500)
    drawn = {t: motif("arcs", t, box, scheme, False) for t in ("heart", "mind", "pain", "children")}
    assert drawn["heart"] == motif("arcs", "heart", box, scheme, False)
    assert len(set(drawn.values())) == 4


@given(
    st.text(min_size=1, max_size=12),
    st.integers(40, 900),
    st.integers(40, 900),
    st.sampled_from(["arcs", "leaves", "bands"]),
    st.booleans(),
)
@settings(max_examples=80)
def test_a_motif_is_cropped_by_the_edges_of_the_picture_only(
    topic: str, width: int, height: int, family: str, mirrored: bool
) -> None:
    scheme = schemes(LOOKS["harbor"])["paper"]
    layers = motif(family, topic, (0, 0, width, height), scheme, mirrored)
    if not layers:
        return
    left, top, right, bottom = extent([f for layer in layers for f in layer.figures])
    assert bottom <= height + 0.1
    assert (right <= width + 0.1) if mirrored else (left >= -0.1)
    assert top <= 0.5 or (left <= 0.5 if mirrored else right >= width - 0.5)


def test_emoji_are_drawn_in_colour() -> None:
    graphic = planned(article("Sleep 😴 well", summary="", key_points=()), "card")
    title = next(block for block in graphic.layout.texts if block.role == "title")
    bare = replace(graphic.layout, motif=(), layers=(), texts=(title,))
    colours = _picture(draw_graphic(replace(graphic, layout=bare))).getcolors(1 << 20)
    assert colours
    assert any(r > 200 and 120 < g < 235 and b < 110 for _, (r, g, b) in colours)


def test_a_logo_stands_bottom_left_undistorted_on_a_plate_where_it_is_dark() -> None:
    for post in (article(), event()):
        layout = planned(post, "card", logo=png(60, 30)).layout
        assert layout.logo
        assert layout.logo.box.width / layout.logo.box.height == pytest.approx(2)
        assert bool(layout.logo.plate_colour) is (post.kind == "event")
        draw_graphic(planned(post, "card", logo=png(60, 30)))


def test_the_cache_draws_only_what_it_has_not_and_forgets_what_nobody_asks_for(tmp_path) -> None:
    cache = GraphicCache(tmp_path / "graphics")
    one, two = planned(article(), "card"), planned(question(), "card")
    first = list(draw_cached([one, two], cache))
    assert cache.read(one) == first[0][1]
    cache.write(one, b"kept" * 5000)
    assert [data for _, data in draw_cached([one, two], cache)] == [b"kept" * 5000, first[1][1]]
    (tmp_path / "graphics" / "x.123.tmp").write_bytes(b"half")
    cache.prune([two])
    assert cache.read(one) is None
    assert [file.name for file in cache.folder.iterdir()] == [f"{two.key}.jpg"]


def test_pruning_a_cache_that_never_was_is_no_error(tmp_path) -> None:
    GraphicCache(tmp_path / "none").prune([])


_PARTS = "ضغط الدم 120/80 5 COVID-19 mg 10% $5 ? ٣ ، a -"
_MIXED = st.lists(
    st.sampled_from(_PARTS.split()),
    min_size=1,
    max_size=7,
).map(" ".join)


@given(_MIXED, st.booleans())
@settings(max_examples=300)
def test_mixed_lines_stand_in_the_order_of_the_unicode_algorithm(text: str, rtl: bool) -> None:
    shown = "".join(
        text[start:end][::-1] if backwards else text[start:end]
        for start, end, backwards in visual_runs(text, rtl)
    )
    assert shown == get_display(text, base_dir="R" if rtl else "L")


@given(st.text(max_size=30), st.booleans())
@settings(max_examples=200)
def test_every_character_of_a_line_is_drawn_once(text: str, rtl: bool) -> None:
    runs = sorted((start, end) for start, end, _ in visual_runs(text, rtl))
    assert sum(end - start for start, end in runs) == len(text)
    assert all(one[1] == other[0] for one, other in pairwise(runs))


def test_a_notice_is_not_told_by_colour_alone() -> None:
    closed, alert = planned(notice(), "card"), planned(notice(type="alert"), "card")
    texts = [next(b for b in g.layout.texts if b.role == "state") for g in (closed, alert)]
    assert texts[0].lines[0].text != texts[1].lines[0].text


@pytest.mark.parametrize("look", sorted(LOOKS))
def test_the_motif_of_any_topic_can_be_drawn_in_any_look(look: str) -> None:
    for topic in ("heart", "mind", "pain", "children", "medicines", "prevention", "a", "zz"):
        for graphic in plan(article(topics=(topic,)), "card", "story", "pin", look=look)[0]:
            assert draw_graphic(graphic)
