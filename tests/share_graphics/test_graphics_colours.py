"""Colours that can be read: the looks, a practice's own colour, and the nearest one that passes."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from plugins.practice.colours import (
    contrast,
    distance,
    least_contrast,
    mix,
    nearest_readable,
)
from plugins.practice.looks import LOOKS, WHITE, Look, grounds, look_of
from plugins.practice.problems import Severity
from plugins.practice.settings import Brand
from plugins.share_graphics.colours import Scheme, readable, schemes
from plugins.share_graphics.findings import brand_problems
from tests.share_graphics.graphic_samples import PRACTICE

COLOURS = st.integers(0, 0xFFFFFF).map("#{:06X}".format)
AWKWARD = ("#FFFFFF", "#F2C94C", "#7F7F7F", "#00FF00", "#000000", "#00FFFF", "#FFFF00", "#0000FF")
TEXTS = ("title", "text", "quiet", "label")


def brand_grounds(look: Look) -> tuple[str, ...]:
    return (WHITE, *grounds(look))


def every_scheme(look: Look) -> list[Scheme]:
    return list(schemes(look).values())


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_every_text_of_a_look_can_be_read_on_every_ground_that_it_stands_on(look: Look) -> None:
    for ground in grounds(look):
        for colour in (look.ink, look.muted, look.brand, look.alert):
            assert contrast(colour, ground) >= 4.5, (colour, ground)
    for ground in (look.brand, look.alert, look.ink):
        assert contrast(WHITE, ground) >= 4.5, ground


@pytest.mark.parametrize("color", ["", *AWKWARD])
@pytest.mark.parametrize("name", LOOKS)
def test_every_text_of_a_scheme_can_be_read_and_its_accent_seen(name: str, color: str) -> None:
    for scheme in every_scheme(look_of(Brand(look=name, color=color))):
        for role in TEXTS:
            assert contrast(getattr(scheme, role), scheme.ground) >= 4.5, (role, scheme)
        assert contrast(scheme.accent, scheme.ground) >= 3, scheme
        assert contrast(scheme.main, scheme.ground) >= 1.3, scheme
        assert scheme.soft != scheme.ground


def test_the_looks_differ_in_colours_and_in_shapes() -> None:
    assert len({look.shapes for look in LOOKS.values()}) == len(LOOKS)
    for one, other in combinations(LOOKS.values(), 2):
        for name in ("brand", "accent"):  # 0.02 is said to be the least that eyes tell apart
            assert distance(getattr(one, name), getattr(other, name)) > 0.08, (one, other)
        assert {one.paper, one.ink, one.tint}.isdisjoint({other.paper, other.ink, other.tint})


def test_the_grounds_of_a_look_differ_so_that_kinds_do() -> None:
    for look in LOOKS.values():
        assert len({scheme.ground for scheme in every_scheme(look)}) == 6


def test_distance_and_hue_are_those_of_oklab() -> None:
    assert distance("#000000", "#FFFFFF") == pytest.approx(1, abs=1e-6)
    assert distance("#FF0000", "#000000") == pytest.approx(0.67882, abs=1e-4)  # L 0.62796 C 0.25768
    assert distance("#7F7F7F", "#808080") < 0.004


def test_the_nearest_colour_is_the_one_that_a_reference_finds() -> None:
    """Found with the library coloraide: OKLCH, less lightness, chroma cut at the edge of sRGB."""
    assert nearest_readable("#F2C94C", brand_grounds(LOOKS["harbor"])) == "#826600"
    assert nearest_readable("#00FF00", brand_grounds(LOOKS["harbor"])) == "#007B00"
    assert nearest_readable("#7F7F7F", brand_grounds(LOOKS["evening"])) == "#676767"


@given(COLOURS, st.sampled_from(sorted(LOOKS)))
def test_the_named_colour_passes_and_is_nearer_than_black(colour: str, look: str) -> None:
    found = nearest_readable(colour, brand_grounds(LOOKS[look]))
    assert least_contrast(found, brand_grounds(LOOKS[look])) >= 4.5
    if found != colour:
        assert distance(found, colour) < distance("#000000", colour)


@given(COLOURS, st.sampled_from(sorted(LOOKS)))
def test_the_named_colour_is_no_darker_than_it_must_be(colour: str, look: str) -> None:
    found = nearest_readable(colour, brand_grounds(LOOKS[look]))
    assume(found != colour)
    assert least_contrast(found, brand_grounds(LOOKS[look])) < 4.65


@given(COLOURS, COLOURS, st.sampled_from([3.0, 4.5]))
def test_on_any_one_ground_something_near_can_be_read(colour: str, on: str, least: float) -> None:
    found = nearest_readable(colour, (on,), least)
    assert contrast(found, on) >= least
    ends = [end for end in ("#000000", WHITE) if contrast(end, on) >= least]
    assert distance(found, colour) <= min(distance(end, colour) for end in ends)


@given(COLOURS)
def test_what_can_be_read_stays_as_it_is(colour: str) -> None:
    assume(contrast(colour, WHITE) >= 4.5)
    assert nearest_readable(colour, (WHITE,)) == colour
    assert nearest_readable(colour.lower(), (WHITE,)) == colour.lower()


def test_where_nothing_can_be_read_on_all_grounds_the_better_end_is_taken() -> None:
    assert nearest_readable("#FF0000", ("#000000", "#FFFFFF", "#777777")) in ("#000000", WHITE)


@given(COLOURS, COLOURS)
def test_a_wish_that_cannot_be_read_becomes_the_tone_nearest_to_it(wish: str, on: str) -> None:
    assert contrast(readable(on, (wish, mix(wish, on, 0.5))), on) >= 4.5


@given(COLOURS, st.sampled_from(sorted(LOOKS)))
def test_a_brand_colour_is_told_exactly_when_another_takes_its_place(
    colour: str, look: str
) -> None:
    brand = Brand(look=look, color=colour)
    problems = brand_problems(replace(PRACTICE, brand=brand))
    assert bool(problems) is (look_of(brand).brand != colour)
    assert bool(problems) is (least_contrast(colour, brand_grounds(LOOKS[look])) < 4.5)


@pytest.mark.parametrize(
    ("colour", "said", "named"),
    [
        ("#FFFFFF", "1.00 to 1 with white text on it", "#696969"),
        ("#F2C94C", "1.58 to 1 with white text on it", "#826600"),
        ("#7F7F7F", "4.00 to 1 with white text on it", "#696969"),
        ("#00FF00", "1.37 to 1 with white text on it", "#007B00"),
        ("#0F7C8E", "4.05 to 1 as text on the grounds of its look", "#007486"),
    ],
)
def test_an_unreadable_brand_colour_is_told_with_its_line_its_ratio_and_the_nearest(
    colour: str, said: str, named: str
) -> None:
    brand = Brand(color=colour)
    practice = replace(PRACTICE, brand=brand, lines={"brand": 7, "brand.color": 9})
    (problem,) = brand_problems(practice)
    assert (problem.severity, problem.file, problem.line) == (Severity.WARN, "practice.toml", 9)
    assert colour in problem.what
    assert said in problem.what
    assert f'color = "{named}"' in problem.fix
    assert brand_problems(replace(PRACTICE, brand=Brand(color=named))) == []
    assert schemes(look_of(brand))["brand"].ground == named


@pytest.mark.parametrize("colour", ["", "#000000", "#0F5C6E", "#0f5c6e"])
def test_a_brand_colour_that_can_be_read_is_used_as_it_is(colour: str) -> None:
    brand = Brand(color=colour)
    assert brand_problems(replace(PRACTICE, brand=brand)) == []
    assert look_of(brand).brand == (colour or LOOKS["harbor"].brand)
