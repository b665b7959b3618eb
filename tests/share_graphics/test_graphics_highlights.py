"""What an article or a question shows large: a myth with its fact, a number, a quote, one fact."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import combinations
from typing import Any

import pytest

from plugins.practice.posts import PICTURED, HealthPost, Myth, Quote
from plugins.share_graphics.graphic import Graphic
from plugins.share_graphics.plan import plan_graphics
from plugins.share_graphics.shapes import SHAPES
from tests.share_graphics.graphic_samples import (
    LEADS,
    PEOPLE,
    PRACTICE,
    RISK,
    article,
    lines_of,
    plan,
    planned,
    question,
)
from tests.share_graphics.laid_out import layout_of

_MYTH = Myth(
    claim="The flu shot can give you the flu.",
    fact="The flu shot has no live virus, so it cannot give you the flu.",
)
_FIELDS: dict[str, Any] = {
    "myth": _MYTH,
    "risk": RISK,
    "quote": Quote(text="Two readings at home tell me more.", by="amara-okafor"),
    "key_fact": "Sit still for 5 minutes before you measure.",
}
_LEAD_OF = {"title": "title", "myth": "fact", "number": "counted", "quote": "quote", "fact": "fact"}
_BOTH: list[Callable[..., HealthPost]] = [article, question]


def _lead(graphic: Graphic) -> str:
    return next(block.role for block in layout_of(graphic).texts if block.role in LEADS)


def _said(graphic: Graphic, role: str) -> str:
    return " ".join(lines_of(graphic, role))


@pytest.mark.parametrize("shape", sorted(SHAPES))
def test_the_fact_stands_above_the_claim_and_larger(shape: str) -> None:
    graphic = planned(article(myth=_MYTH), shape)
    fact, claim = (
        next(block for block in layout_of(graphic).texts if block.role == role)
        for role in ("fact", "claim")
    )
    assert fact.box.bottom < claim.box.top
    assert fact.size > claim.size
    assert fact.weight == "bold"
    assert claim.weight == "regular"
    roles = [block.role for block in layout_of(graphic).texts]
    assert roles.index("fact") < roles.index("claim")


@pytest.mark.parametrize("shape", sorted(SHAPES))
def test_tick_and_cross_stand_before_the_words_fact_and_myth(shape: str) -> None:
    graphic = planned(article(myth=_MYTH), shape)
    assert lines_of(graphic, "tag") == ["Fact", "Myth"]
    signs = {
        figure.glyph: layer
        for layer in layout_of(graphic).figures
        for figure in layer.figures
        if figure.glyph in {"tick", "cross"}
    }
    tags = [block for block in layout_of(graphic).texts if block.role == "tag"]
    for tag, glyph in zip(tags, ("tick", "cross"), strict=True):
        _, top, right, bottom = signs[glyph].box
        assert right <= tag.box.left
        assert top <= (tag.box.top + tag.box.bottom) / 2 <= bottom


def test_a_screen_reader_hears_the_fact_first_and_each_by_its_name() -> None:
    for shape in SHAPES:
        alt = planned(article(myth=_MYTH), shape).alt
        assert alt.startswith(f"Fact: {_MYTH.fact} Myth: {_MYTH.claim} ")


def test_a_spanish_myth_is_called_so() -> None:
    graphic = planned(article(lang="es", myth=_MYTH), "square")
    assert lines_of(graphic, "tag") == ["Realidad", "Mito"]
    assert graphic.alt.startswith("Realidad: ")


@pytest.mark.parametrize("made", _BOTH)
@pytest.mark.parametrize("wanted", ["title", *PICTURED])
def test_the_writer_chooses_what_the_picture_shows(
    made: Callable[..., HealthPost], wanted: str
) -> None:
    post = made(graphic=wanted, **_FIELDS)
    assert _lead(planned(post, "square")) == _LEAD_OF[wanted]
    assert post.pictured == wanted


@pytest.mark.parametrize("made", _BOTH)
def test_without_a_choice_the_strongest_that_is_there_is_shown(
    made: Callable[..., HealthPost],
) -> None:
    names = list(PICTURED)
    for first, second in combinations(names, 2):
        post = made(**{PICTURED[name]: _FIELDS[PICTURED[name]] for name in (second, first)})
        assert post.pictured == first
        assert _lead(planned(post, "square")) == _LEAD_OF[first]
    assert _lead(planned(made(), "square")) == "title"


def test_a_choice_of_what_is_not_there_shows_the_title() -> None:
    assert _lead(planned(article(graphic="myth", key_fact="Sit still."), "square")) == "title"


def test_all_kinds_of_highlights_look_different() -> None:
    """Three neighbours in a feed are told apart at a glance."""
    grounds = {
        name: layout_of(planned(article(**{field: _FIELDS[field]}), "square")).ground
        for name, field in PICTURED.items()
    }
    assert len(set(grounds.values())) == len(grounds)


def _with_person(post: HealthPost, **fields: Any) -> Graphic:
    people = {"amara-okafor": replace(PEOPLE["amara-okafor"], **fields)}
    (graphic,), _ = plan_graphics(post, practice=PRACTICE, people=people, shapes=["square"])
    return graphic


def test_a_quote_is_signed_with_name_and_role_in_the_posts_language() -> None:
    post = article(quote=_FIELDS["quote"])
    graphic = _with_person(post, role="Family doctor")
    assert _said(graphic, "byline") == "Amara Okafor, MD"
    assert _said(graphic, "role") == "Family doctor"
    assert not lines_of(_with_person(replace(post, lang="es"), role="Family doctor"), "role")


def test_a_quote_stands_in_marks_in_its_alt_text() -> None:
    alt = planned(article(quote=_FIELDS["quote"]), "card").alt
    assert alt.startswith("“Two readings at home tell me more.” Amara Okafor, MD.")


def test_a_quote_by_somebody_unknown_still_says_by_whom() -> None:
    graphic = planned(article(quote=Quote(text="Rest well.", by="ben-stone")), "card")
    assert _said(graphic, "byline") == "ben-stone"


def test_the_numbers_come_first_in_the_alt_text_of_a_number() -> None:
    alt = planned(article(risk=RISK), "card").alt
    assert alt.startswith("Without a program: 11 out of 100; With a program: 5 out of 100. Getting")


def test_a_number_without_names_is_told_as_before_and_after() -> None:
    graphic = planned(article(risk=replace(RISK, labels=())), "square")
    assert lines_of(graphic, "name") == ["Before", "After"]
    assert lines_of(planned(article(risk=RISK), "square"), "name") == list(RISK.labels)


@pytest.mark.parametrize("field", sorted(_FIELDS))
def test_every_shape_has_room_for_every_highlight(field: str) -> None:
    graphics, problems = plan(article(**{field: _FIELDS[field]}))
    assert [graphic.shape for graphic in graphics] == list(SHAPES)
    assert not problems
