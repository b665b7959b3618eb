"""What stands beside the words: icon arrays, calendar leaves, photographs."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, datetime, timedelta
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from plugins.practice.colours import rgb
from plugins.practice.looks import LOOKS
from plugins.practice.posts import Post, Quote, Risk
from plugins.practice.problems import Severity
from plugins.share_graphics.colours import schemes
from plugins.share_graphics.draw import draw_graphic
from plugins.share_graphics.graphic import Graphic
from plugins.share_graphics.layout.frames import frame_of
from plugins.share_graphics.plan import plan_graphics
from plugins.share_graphics.shapes import SHAPES
from tests.share_graphics.graphic_samples import (
    PEOPLE,
    PRACTICE,
    ZONE,
    article,
    event,
    lines_of,
    notice,
    plan,
    planned,
)
from tests.share_graphics.laid_out import layout_of

_STRONG = schemes(LOOKS["harbor"])["surface"].main
_TALL = [shape for shape in SHAPES if shape not in {"card", "wide"}]


def _number(before: tuple[int, int], after: tuple[int, int], **fields: Any) -> Post:
    risk = Risk(what="Getting the flu", before=before, after=after, labels=("No", "Yes"))
    return article(risk=risk, **fields)


def _icons(graphic: Graphic) -> list[Counter[str]]:
    """For each of the two arrays: how many icons are drawn as counted, and how many as others."""
    found: list[Counter[str]] = [Counter(), Counter()]
    second = [block.box.left for block in layout_of(graphic).texts if block.role == "name"][1]
    for layer in layout_of(graphic).layers:
        kind = "counted" if layer.colour == _STRONG else "others"
        found[layer.box[0] >= second - 1][kind] += len(layer.figures)
    return found


@given(st.integers(1, 1000), st.data())
@settings(max_examples=60)
def test_an_array_has_one_icon_for_each_of_the_whole(whole: int, data: st.DataObject) -> None:
    parts = [data.draw(st.integers(0, whole)) for _ in range(2)]
    graphic = planned(_number((parts[0], whole), (parts[1], whole)), "square")
    for part, found in zip(parts, _icons(graphic), strict=True):
        assert (found["counted"], found["others"]) == (part, whole - part)


@pytest.mark.parametrize("shape", _TALL)
@pytest.mark.parametrize(
    ("before", "after"),
    [((0, 100), (100, 100)), ((1, 1000), (999, 1000)), ((7, 12), (12, 12)), ((1, 1), (0, 1))],
)
def test_nobody_and_everybody_are_drawn_too(
    shape: str, before: tuple[int, int], after: tuple[int, int]
) -> None:
    graphic = planned(_number(before, after), shape)
    for (part, whole), found in zip((before, after), _icons(graphic), strict=True):
        assert (found["counted"], found["others"]) == (part, whole - part)
    assert lines_of(graphic, "number") == [f"{before[0]:,}", f"{after[0]:,}"]
    assert lines_of(graphic, "out_of") == [f"out of {before[1]:,}", f"out of {after[1]:,}"]


def test_those_counted_come_first_as_people_read() -> None:
    for lang in ("en", "ar"):
        layers = layout_of(planned(_number((3, 10), (3, 10), lang=lang), "square")).layers
        others, counted = ([f.matrix[4] for f in layer.figures] for layer in layers[:2])
        if lang == "en":
            assert max(counted) < min(others)
        else:
            assert min(counted) > max(others)


@pytest.mark.parametrize("counts", [(7, 12), (11, 100), (0, 100), (99, 100), (23, 150), (4, 4)])
def test_every_icon_that_is_planned_can_be_seen(counts: tuple[int, int]) -> None:
    graphic = planned(_number(counts, (1, counts[1])), "square")
    with Image.open(BytesIO(draw_graphic(graphic))) as picture:
        for layer in layout_of(graphic).layers:
            for figure in layer.figures:
                a, b, c, d, e, f = figure.matrix
                x, y = (0.5, 0.8) if figure.glyph == "person" else (0.0, 0.0)
                seen: Any = picture.getpixel((int(a * x + c * y + e), int(b * x + d * y + f)))
                off = [abs(one - other) for one, other in zip(seen, rgb(layer.colour), strict=True)]
                assert max(off) < 40, (figure, seen)


@pytest.mark.parametrize("shape", _TALL)
def test_a_whole_of_more_than_1000_is_told_in_words_and_the_writer_is_told(shape: str) -> None:
    graphics, problems = plan(_number((1, 10_000), (3, 10_000)), shape)
    assert [(p.rule, p.severity) for p in problems] == [("number-without-icons", Severity.WARN)]
    assert lines_of(graphics[0], "number") == ["1", "3"]
    assert lines_of(graphics[0], "out_of") == ["out of 10,000"] * 2
    if shape != "story":
        assert not layout_of(graphics[0]).figures


def _leaf(post: Post, shape: str = "square") -> list[str]:
    return lines_of(planned(post, shape), "leaf")


@pytest.mark.parametrize(
    ("lang", "words"),
    [("en", ["September", "9", "Wednesday"]), ("es", ["septiembre", "9", "miércoles"])],
)
def test_a_leaf_has_month_day_and_weekday_in_the_language_of_the_post(
    lang: str, words: list[str]
) -> None:
    day = date(2026, 9, 9)
    assert _leaf(event(lang=lang, starts=day, ends=day)) == words
    assert _leaf(notice("Cerrado" if lang == "es" else "Closed", lang=lang, starts=day, ends=day))


def test_two_days_of_a_month_share_a_leaf() -> None:
    two = notice(starts=date(2026, 11, 26), ends=date(2026, 11, 27))
    assert _leaf(two) == ["November", "26–27", "Thu – Fri"]


@pytest.mark.parametrize(
    ("starts", "ends"),
    [
        (date(2026, 11, 30), date(2026, 12, 1)),
        (date(2026, 12, 31), date(2027, 1, 1)),
        (date(2026, 12, 5), date(2027, 12, 5)),
    ],
)
@pytest.mark.parametrize("shape", sorted(SHAPES))
def test_days_of_two_months_have_no_leaf_but_the_motif(
    starts: date, ends: date, shape: str
) -> None:
    for post in (event(starts=starts, ends=ends), notice(starts=starts, ends=ends)):
        graphic = planned(post, shape)
        assert not lines_of(graphic, "leaf")
        assert layout_of(graphic).figures


@given(st.dates(date(2026, 1, 1), date(2027, 12, 31)), st.integers(0, 6))
@settings(max_examples=25)
def test_no_word_of_a_leaf_is_smaller_than_a_footer_may_be(first: date, more: int) -> None:
    for lang in ("en", "es"):
        post = event(lang=lang, starts=first, ends=first + timedelta(more))
        for graphic in plan(post)[0]:
            least = frame_of(SHAPES[graphic.shape], 0.6, 1.25).least_footer
            sizes = [b.size for b in layout_of(graphic).texts if b.role == "leaf"]
            assert all(size >= least for size in sizes), (graphic.shape, sizes)


def test_the_leaf_of_an_evening_is_that_of_its_day_here() -> None:
    late = datetime(2026, 12, 10, 23, 30, tzinfo=ZONE)
    assert _leaf(event(starts=late, ends=late + timedelta(minutes=20)))[:2] == ["December", "10"]


def _photo(turn: int = 1) -> bytes:
    """A photograph whose upper half is red as it was seen, with all that a camera writes."""
    seen = Image.new("RGB", (800, 600), "blue")
    seen.paste("red", (0, 0, 800, 300))
    stored = seen.transpose(Image.Transpose.ROTATE_90) if turn == 6 else seen
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = turn, "Camera of Somebody"
    exif[0x8825] = {1: "N", 2: (40.0, 44.0, 54.0)}
    file = BytesIO()
    stored.save(file, "JPEG", exif=exif, quality=95)
    return file.getvalue()


def _quoted(shape: str, data: bytes | None, lang: str = "en") -> Graphic:
    post = article(lang=lang, quote=Quote(text="Two readings tell me more.", by="amara-okafor"))
    people = {"amara-okafor": replace(PEOPLE["amara-okafor"], photo="face.jpg")}
    pictures = {"face.jpg": data} if data is not None else {}
    (graphic,), _ = plan_graphics(
        post, practice=PRACTICE, people=people, shapes=[shape], pictures=pictures
    )
    return graphic


@pytest.mark.parametrize("shape", sorted(SHAPES))
@pytest.mark.parametrize("lang", ["en", "ar"])
def test_a_photograph_reaches_the_edge_and_no_text_stands_on_it(shape: str, lang: str) -> None:
    graphic = _quoted(shape, _photo(), lang)
    (photo,) = layout_of(graphic).photos
    left, top, right, bottom = photo.box
    assert top == 0
    assert (left == 0) if lang == "ar" else (right == graphic.width)
    assert photo.mirrored is (lang == "ar")
    for block in layout_of(graphic).texts:
        box = block.box
        assert box.right <= left or right <= box.left or box.top >= bottom


@pytest.mark.parametrize("data", [None, b"", b"no picture", _photo()[:2000]])
def test_without_a_photograph_that_can_be_read_the_motif_takes_its_place(
    data: bytes | None,
) -> None:
    for shape in ("card", "square"):
        graphic = _quoted(shape, data)
        assert not layout_of(graphic).photos
        usual = planned(article(quote=Quote(text="Two readings tell me more.", by="x")), shape)
        assert {layer.colour for layer in layout_of(graphic).figures} == {
            layer.colour for layer in layout_of(usual).figures
        }


@pytest.mark.parametrize("turn", [1, 6])
def test_a_photograph_is_drawn_upright_and_without_what_the_camera_wrote(turn: int) -> None:
    graphic = _quoted("card", _photo(turn))
    left, _, right, bottom = layout_of(graphic).photos[0].box
    data = draw_graphic(graphic)
    assert b"Exif" not in data
    assert b"Somebody" not in data
    with Image.open(BytesIO(data)) as drawn:
        above: Any = drawn.getpixel(((left + right) // 2, 12))
        below: Any = drawn.getpixel(((left + right) // 2, bottom - 12))
    assert above[0] > 200 > 60 > above[2]
    assert below[2] > 200 > 60 > below[0]
