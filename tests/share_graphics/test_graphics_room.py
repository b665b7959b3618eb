"""What must stand on a picture stands there, or somebody is told: never left out in silence."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.practice.posts import Myth, Post, Risk
from plugins.practice.problems import Severity
from plugins.practice.settings import Named, Practice
from plugins.share_graphics.plan import plan_graphics
from plugins.share_graphics.shapes import SHAPES
from plugins.share_graphics.typesetting.shaping import shape_line
from tests.share_graphics.graphic_samples import (
    PEOPLE,
    PRACTICE,
    RISK,
    article,
    event,
    lines_of,
    link,
    notice,
    plan,
    planned,
    question,
)
from tests.share_graphics.laid_out import layout_of


def _number(part: int, whole: int, **fields: Any) -> Post:
    risk = Risk(what="Getting the flu", before=(part, whole), after=(1, whole))
    return article("Flu", risk=risk, **fields)


@pytest.mark.parametrize("lang", ["en", "es", "ar", "zh"])
@pytest.mark.parametrize("whole", [12, 100, 1000, 10_000, 100_000])
@pytest.mark.parametrize("part", [1, 12, 123, 1234])
def test_the_numbers_stand_on_every_shape(lang: str, part: int, whole: int) -> None:
    if part > whole:
        return
    graphics, problems = plan(_number(part, whole, lang=lang))
    assert [graphic.shape for graphic in graphics] == list(SHAPES)
    assert not [problem for problem in problems if problem.blocks]
    for graphic in graphics:
        assert lines_of(graphic, "number") == [f"{part:,}", "1"]
        assert len(lines_of(graphic, "out_of")) == 2
        assert len(layout_of(graphic).layers) >= (2 if whole <= 1000 else 0)


def _risk(name: str, value: Any) -> Risk:
    return replace(RISK, what=value) if name == "what" else replace(RISK, labels=value)


@given(st.sampled_from(["what", "labels"]), st.integers(1, 60))
@settings(max_examples=40)
def test_where_the_numbers_have_no_room_there_is_no_picture_and_a_problem(
    name: str, words: int
) -> None:
    text = " ".join(["Immunotherapy", "with", "a", "program"] * 15).split(" ")[:words]
    value: Any = " ".join(text) if name == "what" else (" ".join(text), "Without")
    graphics, problems = plan(article(risk=_risk(name, value)))
    told = " ".join(problem.what for problem in problems if problem.blocks)
    assert all(shape in {g.shape for g in graphics} or shape in told for shape in SHAPES)
    for graphic in graphics:
        assert lines_of(graphic, "number") == ["11", "5"]
        foot = min(b.box.top for b in layout_of(graphic).texts if b.role in {"mark", "address"})
        assert all(layer.box[3] < foot for layer in layout_of(graphic).layers)


def test_names_of_counts_that_are_too_long_are_told_with_their_field() -> None:
    graphics, problems = plan(article(risk=replace(RISK, labels=("x" * 40, "y"))), "card")
    assert not graphics
    assert [p.rule for p in problems] == ["text-too-long-for-graphic"]
    assert "`risk`" in problems[0].what
    assert "`labels`" in problems[0].fix


@pytest.mark.parametrize(("whole", "columns"), [(7, 7), (12, 6), (25, 5), (50, 10), (100, 10)])
def test_icons_stand_in_even_rows(whole: int, columns: int) -> None:
    layers = layout_of(planned(_number(0, whole), "square")).layers
    tops = [round(figure.matrix[5]) for figure in layers[0].figures]
    assert all(tops.count(top) % columns == 0 for top in tops)


_LONG = "Cardiovascular diseases, high blood pressure and the prevention of a stroke"


def _at(practice: Practice, post: Post) -> tuple[Any, Any]:
    return plan_graphics(post, practice=practice, people=PEOPLE, shapes=tuple(SHAPES))


def test_a_topic_with_a_long_name_holds_no_post() -> None:
    topics = {**PRACTICE.topics, "heart": Named(id="heart", name={"en": _LONG})}
    graphics, problems = _at(replace(PRACTICE, topics=topics), article())
    assert [graphic.shape for graphic in graphics] == list(SHAPES)
    labels = {graphic.shape: " ".join(lines_of(graphic, "label")) for graphic in graphics}
    assert labels["card"] == _LONG
    assert labels["square"] == labels["story"] == "Health guide"
    assert {(p.rule, p.severity, p.file) for p in problems} == {
        ("topic-too-long-for-graphic", Severity.WARN, "practice.toml")
    }


@pytest.mark.parametrize("short_name", ["Crane Creek", "Exampleton Family Medicine"])
@pytest.mark.parametrize("post", [article(), question(), notice(), event()])
def test_a_long_name_and_a_long_address_take_two_lines(short_name: str, post: Post) -> None:
    site = "https://www.exampletonfamilymedicine.com"
    graphics, problems = _at(replace(PRACTICE, short_name=short_name, site_url=site), post)
    assert [graphic.shape for graphic in graphics] == list(SHAPES)
    assert not problems
    for graphic in graphics:
        foot = {block.role: block for block in layout_of(graphic).texts}
        assert "exampletonfamilymedicine.com" in foot["address"].lines[0].text
        assert foot["mark"].box.bottom <= foot["address"].box.top + 20 or (
            foot["mark"].box.right < foot["address"].box.left
        )


def test_the_text_that_is_too_long_is_the_one_that_is_named() -> None:
    publisher = "National Center for " * 12
    _, problems = plan(link(publisher=publisher.strip()), "pin")
    assert ["publisher's name" in p.what for p in problems] == [True]
    people = {f"p{n}": replace(PEOPLE["amara-okafor"], name="Maximilian Stone") for n in range(9)}
    away = notice("Away", type="availability", affects=tuple(people))
    _, problems = plan_graphics(away, practice=PRACTICE, people=people, shapes=["pin"])
    assert ["names under `affects`" in p.what for p in problems] == [True]


def test_a_leaf_of_a_whole_month_names_no_weekdays() -> None:
    """ "1–31, Tue – Thu" would say that it is these three days a week."""
    month = event(starts=date(2026, 12, 1), ends=date(2026, 12, 31))
    assert lines_of(planned(month, "square"), "leaf") == ["December", "1–31"]
    week = event(starts=date(2026, 12, 7), ends=date(2026, 12, 11))
    assert lines_of(planned(week, "square"), "leaf") == ["December", "7–11", "Mon – Fri"]


@pytest.mark.parametrize("shape", ["card", "square", "story"])
def test_our_english_words_run_from_left_to_right_on_an_arabic_picture(shape: str) -> None:
    for post in (event(lang="ar"), notice(lang="ar"), notice(lang="ar", type="alert")):
        for block in layout_of(planned(post, shape)).texts:
            if block.lines[0].text.isascii() or block.role in {"when", "date"}:
                assert not block.rtl, block
                assert block.box.right > 0


@pytest.mark.parametrize(
    ("text", "rtl"),
    [("6:00 PM–7:00 PM", False), ("قراءة (mm Hg)", True), ("COVID-19 لقاح", True), ("2/7 ←", True)],
)
def test_a_paragraph_runs_as_its_letters_do(text: str, rtl: bool) -> None:
    titled = planned(article(text, lang="ar", summary="", key_points=()), "square")
    title = next(block for block in layout_of(titled).texts if block.role == "title")
    assert title.rtl is rtl
    hangs = max(
        line.x + shape_line(line.text, title.weight, "ar", rtl).right * title.size
        for line in title.lines
    )
    assert hangs == pytest.approx(titled.width - 86, abs=1)


def test_a_tick_is_a_tick_in_every_language() -> None:
    post = article(lang="ar", myth=Myth(claim="لقاح", fact="لقاح"))
    layers = layout_of(planned(post, "square")).layers
    signs = [f for layer in layers for f in layer.figures if f.glyph in {"tick", "cross"}]
    assert len(signs) == 2
    assert all(figure.matrix[0] > 0 for figure in signs)


def test_one_text_that_is_too_long_is_one_problem_that_names_every_shape() -> None:
    _, problems = plan(article("When to call us about a fever " * 14))
    assert [p.rule for p in problems] == ["title-too-long-for-graphic"]
    assert all(shape in problems[0].what for shape in SHAPES)


def test_two_texts_that_are_too_long_together_are_both_named() -> None:
    words = "The flu shot has no live virus in it at all, so say the people who make it. " * 4
    _, problems = plan(question(myth=Myth(claim=words.strip(), fact=words.strip())), "card")
    assert len(problems) == 1
    assert "together" in problems[0].what
    assert problems[0].what.count("The flu shot") == 2
