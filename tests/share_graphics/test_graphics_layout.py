"""Text stands where it can be read: in its box, within the margins, large enough, well broken."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from uniseg.linebreak import line_break_units

from plugins.share_graphics.graphic import Box, Graphic, TextBlock
from plugins.share_graphics.shapes import SHAPES, Shape, slide_shape
from plugins.share_graphics.typesetting.breaking import line_units, pieces_of
from plugins.share_graphics.typesetting.fonts import SCRIPTS, font
from plugins.share_graphics.typesetting.shaping import shape_line
from tests.share_graphics.graphic_samples import (
    EVERY_KIND,
    LEADS,
    article,
    event,
    lines_of,
    notice,
    plan,
    planned,
    question,
)

_TEXTS = {
    "en": "when to call us about a fever or chest pain 5 mg 140/90 follow-up",
    "es": "¿cuándo llamar por una fiebre o dolor de pecho? 38,5 °C niños",
    "vi": "Đo huyết áp tại nhà mỗi ngày 5 phút",
    "ru": "Когда звонить врачу 7 часов сна",
    "ar": "قياس ضغط الدم في المنزل 5 دقائق 120/80 (مرتين) COVID-19",
    "hi": "घर पर अपना रक्तचाप कैसे मापें 5 मिनट",
    "zh": "在家 测量血压 ： 每天 5分钟 ， 记录 两次读数",
}
_WORDS = {lang: text.split() for lang, text in _TEXTS.items()}


@st.composite
def titles(draw: st.DrawFn) -> tuple[str, str]:
    lang = draw(st.sampled_from(sorted(_WORDS)))
    words = draw(st.lists(st.sampled_from(_WORDS[lang]), min_size=1, max_size=14))
    return ("" if lang == "zh" else " ").join(words), lang


def _ink(block: TextBlock) -> list[Box]:
    """The rectangles that the lines' glyphs fill."""
    boxes = []
    for line in block.lines:
        shaped = shape_line(line.text, block.weight, block.lang, block.rtl)
        boxes.append(
            Box(
                line.x + shaped.left * block.size,
                line.baseline - shaped.top * block.size,
                line.x + shaped.right * block.size,
                line.baseline + shaped.bottom * block.size,
            )
        )
    return boxes


def _inside(inner: Box, outer: Box, slack: float = 0.6) -> bool:
    return (
        inner.left >= outer.left - slack
        and inner.top >= outer.top - slack
        and inner.right <= outer.right + slack
        and inner.bottom <= outer.bottom + slack
    )


def _apart(one: Box, other: Box) -> bool:
    return (
        one.right <= other.left
        or other.right <= one.left
        or one.bottom <= other.top
        or other.bottom <= one.top
    )


_VISUAL = {"leaf", "number", "out_of", "name"}
"""Roles of texts that belong to the visual."""
_FOOT = {"mark", "address", "month", "leaf"}
_SHAPES = {**SHAPES, **{f"slide-{n}": slide_shape(n) for n in range(1, 11)}}


def _safe(shape: Shape) -> Box:
    """Where text may stand: inside the margins, off the edges that an app covers."""
    margin = round(0.08 * min(shape.width, shape.height))
    left, top, right, bottom = (max(margin, strip) for strip in shape.safe)
    slack = 0.25 * margin  # the footer's letters hang below its line
    return Box(left, top, shape.width - right, shape.height - bottom + slack)


def _check(graphic: Graphic) -> None:
    page = _safe(_SHAPES[graphic.shape])
    ink = [box for block in graphic.layout.texts for box in _ink(block)]
    for block in graphic.layout.texts:
        assert all(_inside(box, block.box) for box in _ink(block)), block
        assert _inside(block.box, page), block
        least = 28 if block.role in _FOOT else 34
        assert block.size >= least * graphic.width / 1080 - 1, block
    for one, other in combinations(ink, 2):
        assert _apart(one, other)
    for block in graphic.layout.texts:
        under = [one for one in graphic.layout.figures if not _apart(block.box, Box(*one.box))]
        if under:  # a panel or a leaf: the text stands on its one colour
            assert under[-1].colour == block.ground, (block, under[-1])
            assert _inside(block.box, Box(*under[-1].box)), (block, under[-1])
        for photo in graphic.layout.photos:
            assert _apart(block.box, Box(*photo.box))


@given(titles())
@settings(max_examples=60)
def test_text_never_leaves_its_box_or_meets_other_text_or_the_motif(title: tuple[str, str]) -> None:
    text, lang = title
    for post in (article(text, lang=lang, summary=text), question(text, lang=lang, answer=text)):
        graphics, problems = plan(post)
        drawn = {graphic.shape for graphic in graphics}
        told = " ".join(problem.what for problem in problems)
        assert all(shape in drawn or shape in told for shape in SHAPES)
        for graphic in graphics:
            _check(graphic)


@pytest.mark.parametrize("post", EVERY_KIND, ids=lambda post: f"{post.kind}-{post.title[:12]}")
def test_every_kind_keeps_margins_and_least_sizes(post) -> None:
    graphics, problems = plan(post)
    assert [graphic.shape for graphic in graphics] == list(SHAPES)
    assert not [problem for problem in problems if problem.blocks]
    for graphic in graphics:
        _check(graphic)


def test_the_lead_is_the_largest_text() -> None:
    for post in EVERY_KIND:
        for graphic in plan(post)[0]:
            own = [block for block in graphic.layout.texts if block.role not in _VISUAL]
            largest = max(own, key=lambda block: block.size)
            assert largest.role in LEADS


_ALONE = {"summary": "", "key_points": ()}


@pytest.mark.parametrize(
    ("post", "shape", "lines"),
    [
        (article(), "card", ["Check your blood", "pressure at home"]),
        (article("Colorectal cancer screening: choose a test that suits you"), "card",
         ["Colorectal cancer", "screening: choose", "a test that suits you"]),
        (event(), "square", ["Talk: living well with", "high blood pressure"]),
        (article("在家测量血压：每天5分钟，记录两次读数", lang="zh", **_ALONE), "card",
         ["在家测量血压：", "每天5分钟，", "记录两次读数"]),
    ],
)  # fmt: skip
def test_titles_break_as_a_designer_would(post, shape: str, lines: list[str]) -> None:
    assert lines_of(planned(post, shape), "title") == lines


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Take 5 mg twice", "5 mg"),
        ("Call (212) 555-0143 now", "(212) 555-0143"),
        ("Rest for 10 minutes", "10 minutes"),
        ("Above 140/90 mmHg", "140/90 mmHg"),
        ("From 9–12 on Saturday", "9–12"),
        ("每天5分钟", "5分"),
        ("Get a flu shot 💉 today", "shot 💉"),
    ],
)
def test_a_number_stays_with_its_unit(text: str, kept: str) -> None:
    assert any(kept in piece.text for piece in pieces_of(text, "bold", "en", False))


def test_right_to_left_posts_hang_from_the_right_edge_with_the_motif_on_the_left() -> None:
    graphic = planned(article("قياس ضغط الدم: 5 دقائق كل يوم", lang="ar"), "card")
    edge = graphic.width - round(0.08 * graphic.height)
    blocks = {block.role: block for block in graphic.layout.texts}
    assert blocks["title"].rtl
    assert (
        blocks["title"].box.right == blocks["label"].box.right == blocks["mark"].box.right == edge
    )
    assert all(layer.box[2] < blocks["title"].box.left for layer in graphic.layout.figures)


def test_a_question_in_a_wide_feed_shows_its_answer_only_where_there_is_room() -> None:
    long = "No. " + "The flu shot has no live virus and cannot give you the flu. " * 4
    assert lines_of(planned(question(), "square"), "answer")
    assert not lines_of(planned(question(answer=long.strip()), "card"), "answer")


def test_a_notice_can_be_read_at_180_pixels() -> None:
    for post in EVERY_KIND:
        if post.kind != "notice":
            continue
        for graphic in plan(post)[0]:
            state = next(block for block in graphic.layout.texts if block.role == "state")
            assert state.size * 180 / graphic.width >= 15


def test_a_wide_notice_goes_without_the_word_notice() -> None:
    assert not lines_of(planned(notice(), "card"), "label")
    assert lines_of(planned(notice(), "square"), "label") == ["Notice"]


_LATIN = st.text(st.sampled_from("abcéñữ 019  ,.;:!?'’()&-/%–"), max_size=40)


@given(_LATIN)
@settings(max_examples=400)
def test_plain_latin_text_is_cut_exactly_where_uax_14_cuts_it(text: str) -> None:
    text = " ".join(text.split())
    assert line_units(text) == list(line_break_units(text))


def test_chinese_is_shaped_with_simplified_forms_and_bold_figures() -> None:
    assert SCRIPTS["chinese"].language == "zh-Hans"
    graphic = planned(article("血压", lang="zh", summary="安静地坐5分钟。"), "square")
    support = next(block for block in graphic.layout.texts if block.role == "support")
    assert support.weight == "bold"
    used = {glyph.font.script for glyph in shape_line("中5", "bold", "zh", False).glyphs}
    assert used == {"chinese", "latin"}


def test_arabic_letters_join_and_figures_run_left_to_right() -> None:
    joined = shape_line("ضغط", "bold", "ar", True)
    alone = sum(shape_line(char, "bold", "ar", True).advance for char in "ضغط")
    assert joined.advance < alone
    figures = shape_line("ضغط 120/80", "bold", "ar", True).glyphs
    latin = font("latin", "bold")
    drawn = [glyph.id for glyph in figures if glyph.font is latin]
    expected = [latin.shaper.get_nominal_glyph(ord(char)) for char in "120/80"]
    assert [glyph for glyph in drawn if glyph in set(expected)] == expected
