"""The practice's picture and covers: nothing that says something is cropped, covered or unread."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from io import BytesIO
from math import hypot

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from plugins.networks.table import NETWORKS
from plugins.practice.colours import contrast
from plugins.practice.looks import LOOKS
from plugins.practice.settings import Brand, NetworkChoice, Practice
from plugins.share_graphics.avatars import AVATAR
from plugins.share_graphics.covers import cover_shape
from plugins.share_graphics.draw import FEWEST_BYTES, MOST_BYTES, draw_graphic
from plugins.share_graphics.emblems import emblem, initials
from plugins.share_graphics.graphic import Box, Graphic
from plugins.share_graphics.layout.figures import extent
from plugins.share_graphics.profile_pictures import profile_graphics
from plugins.share_graphics.typesetting.shaping import shape_line
from tests.share_graphics.graphic_samples import PRACTICE, png
from tests.share_graphics.laid_out import layout_of

WITH_COVER = tuple(name for name, network in NETWORKS.items() if network.cover)
TAGLINE = "Plain answers about your health, from the people who look after you"
OURS = replace(
    PRACTICE,
    networks={name: NetworkChoice(name=name) for name in NETWORKS},
    tagline={"en": TAGLINE},
)
LONG = (
    "The Northwest Saint Bartholomew's Interdisciplinary Family Medicine and Community Health "
    "Center of Exampleton"
)
ARABIC = replace(
    OURS,
    name="عيادة نهر الكركي لطب الأسرة",
    short_name="نهر الكركي",
    languages=("ar",),
    tagline={"ar": "إجابات واضحة عن صحتك من الأشخاص الذين يعتنون بك"},
)
CHINESE = replace(
    OURS,
    name="鹤溪家庭医疗诊所",
    short_name="鹤溪",
    languages=("zh",),
    tagline={"zh": "关于您健康的明白回答，来自照顾您的人"},
)
PRACTICES: Mapping[str, Practice] = {
    "plain": OURS,
    "long name": replace(OURS, name=LONG, short_name="St. Bartholomew's"),
    "short name": replace(OURS, name="Lakeside", short_name="Lakeside", tagline={}),
    "arabic": ARABIC,
    "chinese": CHINESE,
}


def _in_look(practice: Practice, look: str, **brand: str) -> Practice:
    return replace(practice, brand=Brand(look=look, **brand))


def _by_shape(
    practice: Practice, pictures: Mapping[str, bytes] | None = None
) -> dict[str, Graphic]:
    graphics, problems = profile_graphics(practice, pictures)
    assert not problems
    return {graphic.shape: graphic for graphic in graphics}


def _ink(graphic: Graphic) -> Iterator[Box]:
    for block in layout_of(graphic).texts:
        for line in block.lines:
            shaped = shape_line(line.text, block.weight, block.lang, block.rtl)
            yield Box(
                line.x + shaped.left * block.size,
                line.baseline - shaped.top * block.size,
                line.x + shaped.right * block.size,
                line.baseline + shaped.bottom * block.size,
            )


def _reach(box: Box) -> float:
    """How far the farthest corner of a box is from the middle of the profile picture."""
    middle = AVATAR.width / 2
    return max(
        hypot(x - middle, y - middle) for x in (box.left, box.right) for y in (box.top, box.bottom)
    )


def _words(graphic: Graphic) -> str:
    return " ".join(line.text for block in layout_of(graphic).texts for line in block.lines)


every_practice = pytest.mark.parametrize("practice", PRACTICES.values(), ids=PRACTICES)
every_look = pytest.mark.parametrize("look", LOOKS)


@every_practice
@every_look
def test_there_is_one_picture_for_all_and_a_cover_for_each_network_that_shows_one(
    practice: Practice, look: str
) -> None:
    expected = {"avatar", *(f"cover-{name}" for name in WITH_COVER)}
    assert WITH_COVER
    assert set(_by_shape(_in_look(practice, look))) == expected


def test_a_network_that_is_not_used_gets_no_cover() -> None:
    only = replace(OURS, networks={"x": NetworkChoice(name="x")})
    assert set(_by_shape(only)) == {"avatar", "cover-x"}


@every_practice
@every_look
def test_every_picture_is_a_file_that_networks_take(practice: Practice, look: str) -> None:
    for graphic in _by_shape(_in_look(practice, look)).values():
        data = draw_graphic(graphic)
        assert FEWEST_BYTES <= len(data) <= MOST_BYTES
        with Image.open(BytesIO(data)) as picture:
            assert picture.format == "JPEG"
            assert picture.mode == "RGB"
            assert picture.size == (graphic.width, graphic.height)
            assert not picture.info.get("progressive")
            assert not {"exif", "icc_profile", "comment"} & set(picture.info)


@every_practice
@every_look
def test_no_letter_of_the_profile_picture_is_cut_off_by_a_circle(
    practice: Practice, look: str
) -> None:
    for ink in _ink(_by_shape(_in_look(practice, look))["avatar"]):
        assert _reach(ink) < AVATAR.width / 2


@pytest.mark.parametrize("size", [(500, 500), (1600, 200), (200, 1000), (900, 250)])
@every_look
def test_no_corner_of_a_logo_is_cut_off_by_a_circle(size: tuple[int, int], look: str) -> None:
    practice = _in_look(OURS, look, logo="logo.png")
    logo = layout_of(_by_shape(practice, {"logo.png": png(*size)})["avatar"]).logo
    assert logo
    assert _reach(logo.box) < AVATAR.width / 2
    assert logo.box.width / logo.box.height == pytest.approx(size[0] / size[1], rel=0.01)


@every_look
@pytest.mark.parametrize("lettered", [True, False])
def test_the_figures_of_an_emblem_stay_in_the_circle(look: str, lettered: bool) -> None:
    for _, figures in emblem(LOOKS[look].shapes, lettered=lettered).parts:
        for figure in figures:
            left, top, right, bottom = extent([figure])
            if figure.glyph == "disc":
                a, b, _, _, x, y = figure.matrix
                assert hypot(x, y) + hypot(a, b) <= 1
            elif figure.glyph == "square":
                assert max(hypot(x, y) for x in (left, right) for y in (top, bottom)) <= 1
            else:
                assert max(abs(left), abs(top), abs(right), abs(bottom)) <= 1


def test_a_logo_takes_the_place_of_the_initials() -> None:
    practice = _in_look(OURS, "harbor", logo="logo.png")
    avatar = _by_shape(practice, {"logo.png": png(300, 300)})["avatar"]
    assert layout_of(avatar).logo
    assert not layout_of(avatar).texts


@pytest.mark.parametrize("pictures", [{}, {"logo.png": b"no picture"}, {"logo.png": png(4000, 90)}])
def test_a_logo_that_cannot_be_shown_leaves_the_initials(pictures: dict[str, bytes]) -> None:
    avatar = _by_shape(_in_look(OURS, "harbor", logo="logo.png"), pictures)["avatar"]
    assert _words(avatar) == "CC"


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Crane Creek", "CC"),
        ("Lakeside", "L"),
        ("Clinic of the Lake", "CL"),
        ("the lake clinic", "TL"),
        ("O'Neill & Sons", "ON"),
        ("Clínica Águila", "CÁ"),
        ("鹤溪", "鹤"),
        ("نهر الكركي", ""),
        ("हृदय केंद्र", ""),
        ("24/7 Care", "C"),
        ("...", ""),
        ("", ""),
    ],
)
def test_initials_are_letters_by_which_a_name_is_known(name: str, letters: str) -> None:
    assert initials(name) == letters


@given(st.text(max_size=30))
@settings(max_examples=200)
def test_any_name_has_at_most_two_initials(name: str) -> None:
    assert len(initials(name)) <= 4  # "ß" and its like grow when they become capitals


@every_practice
@every_look
def test_no_word_of_a_cover_stands_where_an_app_lays_something_over_it(
    practice: Practice, look: str
) -> None:
    graphics = _by_shape(_in_look(practice, look))
    for name in WITH_COVER:
        graphic, size = graphics[f"cover-{name}"], NETWORKS[name].cover
        assert size
        left, top, right, bottom = cover_shape(name, size).safe
        for ink in _ink(graphic):
            assert ink.left >= left - 1
            assert ink.top >= top - 1
            assert ink.right <= graphic.width - right + 1
            assert ink.bottom <= graphic.height - bottom + 1


@pytest.mark.parametrize("name", ["x", "bluesky", "linkedin", "mastodon", "facebook"])
def test_the_lower_left_of_a_cover_is_left_to_the_profile_picture(name: str) -> None:
    size = NETWORKS[name].cover
    assert size
    left, *_ = cover_shape(name, size).safe
    assert left > 0.25 * cover_shape(name, size).width


@every_practice
@every_look
def test_the_figure_of_a_cover_stands_behind_no_word(practice: Practice, look: str) -> None:
    for graphic in _by_shape(_in_look(practice, look)).values():
        if graphic.shape == "avatar":
            continue
        for layer in layout_of(graphic).motif:
            for ink in _ink(graphic):
                apart = layer.box[2] <= ink.left or layer.box[0] >= ink.right
                assert apart, graphic.shape


@every_practice
@every_look
@pytest.mark.parametrize("color", ["", "#FFDD00", "#111111"])
def test_every_word_can_be_read_on_its_ground(practice: Practice, look: str, color: str) -> None:
    for graphic in _by_shape(_in_look(practice, look, color=color)).values():
        for block in layout_of(graphic).texts:
            assert contrast(block.colour, block.ground) >= 4.5


@every_practice
def test_no_line_leaves_its_box(practice: Practice) -> None:
    for graphic in _by_shape(practice).values():
        for block in layout_of(graphic).texts:
            assert block.box.left >= 0
            assert block.box.right <= graphic.width
            assert block.box.bottom <= graphic.height
        boxes = [block.box for block in layout_of(graphic).texts]
        for ink in _ink(graphic):
            assert any(
                ink.left >= box.left - 1
                and ink.right <= box.right + 1
                and ink.top >= box.top - 1
                and ink.bottom <= box.bottom + 1
                for box in boxes
            )


def test_a_cover_says_the_name_and_the_tagline_and_so_does_its_alt_text() -> None:
    cover = _by_shape(OURS)["cover-x"]
    assert _words(cover) == f"{OURS.name} {TAGLINE}"
    assert cover.alt == f"{OURS.name}. {TAGLINE}."


def test_a_name_too_long_to_be_read_on_a_phone_gives_way_to_the_short_one() -> None:
    assert _words(_by_shape(PRACTICES["long name"])["cover-linkedin"]).startswith("St. Barth")


def test_a_name_without_any_room_is_told_and_the_other_pictures_are_made() -> None:
    endless = "Donaudampfschifffahrtsgesellschaftskrankenhaus" * 3
    graphics, problems = profile_graphics(replace(OURS, name=endless, short_name=endless))
    assert "avatar" in {graphic.shape for graphic in graphics}
    (problem,) = problems
    assert problem.rule == "practice-name-too-long-for-cover"
    assert not problem.blocks
    assert "LinkedIn" in problem.what


def test_a_name_that_no_font_can_draw_is_told_and_leaves_the_emblem() -> None:
    strange = replace(OURS, name="\u13a0\u13a1", short_name="\u13a0\u13a1")  # Cherokee
    graphics, problems = profile_graphics(strange)
    assert [graphic.shape for graphic in graphics] == ["avatar"]
    assert [problem.rule for problem in problems] == ["character-without-glyph"]


def test_a_tagline_that_no_font_can_draw_is_left_out() -> None:
    cover = _by_shape(replace(OURS, tagline={"en": "\u13a0\u13a1"}))["cover-x"]
    assert _words(cover) == OURS.name


def test_pictures_lie_in_the_kit_and_not_in_the_site() -> None:
    graphics = _by_shape(OURS)
    assert graphics["avatar"].path == "profiles/avatar.jpg"
    assert graphics["cover-x"].path == "profiles/cover-x.jpg"


def test_equal_practices_have_equal_keys_and_other_colours_another_one() -> None:
    first, again = _by_shape(OURS), _by_shape(replace(OURS))
    assert {g.key for g in first.values()} == {g.key for g in again.values()}
    other = _by_shape(_in_look(OURS, "orchard"))
    assert not {g.key for g in first.values()} & {g.key for g in other.values()}
    told = [g.key for g in first.values()]
    assert len(told) == len(set(told))


def test_the_same_plan_gives_the_same_bytes() -> None:
    for graphic in _by_shape(OURS).values():
        assert draw_graphic(graphic) == draw_graphic(graphic)
