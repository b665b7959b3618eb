"""Where apps lay their own buttons, and where they crop, no word of ours stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from plugins.practice.posts import Post
from plugins.share_graphics.graphic import Box, Graphic
from plugins.share_graphics.plan import plan_graphics
from plugins.share_graphics.samples import CAROUSEL, EVERY_KIND, EVERY_SCRIPT, PEOPLE, PRACTICE
from plugins.share_graphics.typesetting.shaping import shape_line
from tests.share_graphics.graphic_samples import plan, png
from tests.share_graphics.laid_out import layout_of

_STORY = Box(70, 270, 940, 1250)
"""What neither Instagram's, Facebook's nor TikTok's own signs cover (docs/graphics.md)."""
_GRID = 34
"""Pixels that Instagram's grid cuts off either side of a portrait."""
_LANGUAGES = ["en", "es", "ar"]


def _ink(graphic: Graphic) -> Iterator[tuple[str, Box]]:
    """The rectangle that each line's letters fill."""
    for block in layout_of(graphic).texts:
        for line in block.lines:
            shaped = shape_line(line.text, block.weight, block.lang, block.rtl)
            yield (
                line.text,
                Box(
                    line.x + shaped.left * block.size,
                    line.baseline - shaped.top * block.size,
                    line.x + shaped.right * block.size,
                    line.baseline + shaped.bottom * block.size,
                ),
            )


def _posts() -> list[Post]:
    kinds = [replace(post, lang=lang) for post in EVERY_KIND for lang in _LANGUAGES]
    return [*kinds, *EVERY_SCRIPT]


@pytest.mark.parametrize("short_name", ["Crane Creek", "Pfingstquerweg", "عيادة القلب", "हृदय केंद्र"])
def test_a_story_keeps_its_words_off_what_the_apps_cover(short_name: str) -> None:
    practice = replace(PRACTICE, short_name=short_name)
    for post in _posts():
        (graphic,), _ = plan_graphics(post, practice=practice, people=PEOPLE, shapes=["story"])
        for words, ink in _ink(graphic):
            assert ink.left >= _STORY.left, words
            assert ink.top >= _STORY.top - 0.1, words
            assert ink.right <= _STORY.right + 0.1, words
            assert ink.bottom <= _STORY.bottom, words


@pytest.mark.parametrize("look", ["harbor", "evening"])
def test_the_logo_of_a_story_stays_in_its_safe_zone_too(look: str) -> None:
    for post in _posts():
        (graphic,), _ = plan(post, "story", look=look, logo=png(90, 60))
        logo = layout_of(graphic).logo
        assert logo
        seen = logo.plate if logo.plate_colour else logo.box
        assert _STORY.left <= seen.left < seen.right <= _STORY.right
        assert seen.bottom <= _STORY.bottom


def test_a_leaf_and_a_panel_of_a_story_stay_in_its_safe_zone() -> None:
    for post in _posts():
        (graphic,), _ = plan(post, "story")
        for layer in layout_of(graphic).layers:
            left, top, right, bottom = layer.box
            assert left >= _STORY.left
            assert top >= _STORY.top - 1
            assert right <= _STORY.right + 1
            assert bottom <= _STORY.bottom


def test_the_crop_of_a_profile_grid_cuts_no_word() -> None:
    portraits = [graphic for post in _posts() for graphic in plan(post, "portrait")[0]]
    for graphic in (*portraits, *plan(CAROUSEL, "portrait", slides=True)[0]):
        for words, ink in _ink(graphic):
            assert ink.left >= _GRID, words
            assert ink.right <= graphic.width - _GRID, words


@pytest.mark.parametrize("shape", ["card", "wide", "landscape", "square", "pin"])
def test_round_corners_and_a_cropped_edge_cut_no_word(shape: str) -> None:
    """Feeds round the corners of pictures, and some crop 2 % of an edge."""
    for post in _posts():
        (graphic,), _ = plan(post, shape)
        room = 0.04 * min(graphic.width, graphic.height)
        for words, ink in _ink(graphic):
            assert ink.left >= room, words
            assert ink.right <= graphic.width - room, words
            assert ink.top >= room, words
            assert ink.bottom <= graphic.height - room, words
