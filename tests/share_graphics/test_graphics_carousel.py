"""The slides of a post: a cover that asks, one thing a slide, and at the end who says it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.practice.posts import Article, HealthPost, Myth, Post, Question, Quote
from plugins.practice.problems import Problem, Severity
from plugins.practice.settings import Brand
from plugins.practice.sources import Source
from plugins.share_graphics.documents import single_pictures, slides_of
from plugins.share_graphics.graphic import Graphic
from plugins.share_graphics.messages.carousels import FEWEST, MOST, MOST_WORDS
from plugins.share_graphics.plan import plan_graphics
from tests.share_graphics.graphic_samples import (
    CAROUSEL,
    EVERY_KIND,
    LEADS,
    PEOPLE,
    POINTS,
    PRACTICE,
    RISK,
    article,
    lines_of,
    png,
    question,
)
from tests.share_graphics.laid_out import layout_of

_PUBLISHERS = ("CDC", "NIH", "CDC", "AHA", "WHO", "FDA", "USPSTF", "AAFP")
_LEDGER = {
    f"work-{n}": Source(key=f"work-{n}", line=n, type="page", title="A page", publisher=publisher)
    for n, publisher in enumerate(_PUBLISHERS)
}


def _made(post: Post) -> tuple[tuple[Graphic, ...], tuple[Problem, ...]]:
    return plan_graphics(
        post, practice=PRACTICE, people=PEOPLE, shapes=(), slides=True, sources=_LEDGER
    )


def _slides(post: Post) -> tuple[Graphic, ...]:
    graphics, problems = _made(post)
    assert not [problem for problem in problems if problem.blocks]
    return graphics


def _said(slide: Graphic, role: str) -> str:
    return " ".join(lines_of(slide, role))


def _lead(slide: Graphic) -> str:
    return next(b.role for b in layout_of(slide).texts if b.role in LEADS)


def _points(count: int) -> tuple[str, ...]:
    return tuple(f"Point number {n}." for n in range(1, count + 1))


@pytest.mark.parametrize("count", range(FEWEST, MOST + 1))
def test_between_cover_and_end_stands_one_point_a_slide(count: int) -> None:
    slides = _slides(article(key_points=_points(count)))
    assert [slide.shape for slide in slides] == [f"slide-{n}" for n in range(1, count + 3)]
    assert _said(slides[0], "title") == "Check your blood pressure at home"
    assert [_said(slide, "point") for slide in slides[1:-1]] == list(_points(count))
    assert _said(slides[-1], "who") == PRACTICE.name
    assert {(slide.width, slide.height) for slide in slides} == {(1080, 1350)}


def test_each_slide_but_the_last_tells_its_number_and_where_to_go_on() -> None:
    slides = _slides(CAROUSEL)
    feet = [_said(slide, "address") for slide in slides]
    assert feet == ["1/6 →", "2/6 →", "3/6 →", "4/6 →", "5/6 →", "example.org"]
    arabic = _slides(article("ضغط الدم", lang="ar", key_points=("اجلس بهدوء.", "خذ قراءتين.")))
    assert _said(arabic[0], "address") == "1/4 ←"


def test_cover_and_end_tell_the_month_of_the_review_and_the_rest_does_not() -> None:
    months = [_said(slide, "month") for slide in _slides(CAROUSEL)]
    assert [bool(month) for month in months] == [True, False, False, False, False, True]


@pytest.mark.parametrize("count", range(FEWEST))
def test_too_little_to_say_is_no_carousel(count: int) -> None:
    assert _made(article(key_points=_points(count), reviewed_by="amara-okafor")) == ((), ())


def test_a_highlight_and_an_answer_count_as_things_to_say() -> None:
    assert not _made(article(key_points=(), risk=RISK))[0]
    assert len(_slides(article(key_points=(), risk=RISK, key_fact="Sit still."))) == 4
    assert not _made(question(key_points=()))[0]
    assert len(_slides(question(key_points=_points(1)))) == 4


def test_more_than_eight_things_to_say_is_told_and_the_first_eight_are_shown() -> None:
    graphics, problems = _made(article(key_points=_points(MOST + 3)))
    assert [_said(slide, "point") for slide in graphics[1:-1]] == list(_points(MOST))
    assert [(p.rule, p.severity) for p in problems] == [("too-many-slides", Severity.WARN)]
    assert "first 8 of 11" in problems[0].what


def test_answer_then_highlights_then_points_is_the_order() -> None:
    post = question(
        myth=Myth(claim="It hurts.", fact="It does not."),
        risk=RISK,
        quote=Quote(text="Rest first.", by="amara-okafor"),
        key_fact="Sit still.",
        key_points=POINTS,
    )
    leads = [_lead(slide) for slide in _slides(post)]
    assert leads == ["title", "point", "fact", "counted", "quote", "fact", *["point"] * 3, "who"]


_SENTENCE = "This is a sentence of exactly ten words for the test."


def test_a_long_answer_is_split_between_sentences() -> None:
    answer = " ".join([_SENTENCE] * 7)
    slides = _slides(question(answer=answer, key_points=()))
    parts = [_said(slide, "point") for slide in slides[1:-1]]
    assert " ".join(parts) == answer
    assert len(parts) > 1
    assert all(part.endswith(".") and len(part.split()) <= MOST_WORDS for part in parts)


@given(st.lists(st.integers(1, 24), min_size=2, max_size=7))
def test_no_word_of_an_answer_is_lost_and_no_sentence_cut(lengths: list[int]) -> None:
    said = ["Word " + "word " * (length - 1) for length in lengths]
    answer = " ".join(sentence.strip() + "." for sentence in said)
    graphics, _ = _made(question(answer=answer, key_points=()))
    parts = [_said(slide, "point") for slide in graphics[1:-1]]
    assert " ".join(parts) == (answer if parts else "")
    assert all(part.endswith(".") and len(part.split()) <= MOST_WORDS for part in parts)


@pytest.mark.parametrize(
    ("point", "told"),
    [
        (" ".join(["word"] * MOST_WORDS), False),
        (" ".join(["word"] * (MOST_WORDS + 1)), True),
        ("每天" * MOST_WORDS, False),
        ("每天" * MOST_WORDS + "测量", True),
    ],
)
def test_a_slide_of_more_than_30_words_is_told_with_its_number_of_words(
    point: str, told: bool
) -> None:
    _, problems = _made(article(key_points=(point, "Walk."), lang="zh" if "每" in point else "en"))
    assert [p.rule for p in problems] == (["slide-too-long"] if told else [])
    assert all(p.severity is Severity.WARN and "31 words" in p.what for p in problems)


def test_the_last_slide_names_who_reviewed_and_whose_works_are_cited() -> None:
    post = article(key_points=POINTS, reviewed_by="amara-okafor", text="[@work-1] and [@work-3]")
    end = _slides(replace(post, sources=("work-0",)))[-1]
    assert lines_of(end, "tag") == ["Reviewed by", "Sources"]
    assert _said(end, "byline") == "Amara Okafor, MD"
    assert _said(end, "sources") == "NIH · AHA · CDC"
    assert _said(end, "support") == "Read the whole guide at example.org"
    assert all(name in end.alt for name in ("Amara Okafor, MD", "NIH", "AHA", "CDC"))


def test_each_publisher_is_named_once_and_those_beyond_five_are_counted() -> None:
    end = _slides(article(key_points=POINTS, sources=tuple(_LEDGER)))[-1]
    assert _said(end, "sources") == "CDC · NIH · AHA · WHO · FDA · and 2 more"


def test_an_unknown_source_or_reviewer_leaves_no_empty_line() -> None:
    end = _slides(article(key_points=POINTS, sources=("nobody",), reviewed_by="nobody"))[-1]
    assert not lines_of(end, "tag")
    assert not lines_of(end, "sources")
    assert not lines_of(end, "byline")


_SAID = "Rest your arm on a table at the height of your heart and sit still for a while"


@pytest.mark.parametrize("title", ["Flu", "Check your blood pressure at home", "A word " * 15])
def test_the_motif_stands_in_the_same_place_on_all_slides(title: str) -> None:
    """Whoever swipes on sees the words change and nothing else jump."""
    for count in range(1, MOST_WORDS + 1):
        point = " ".join((_SAID.split() * 2)[:count]) + "."
        slides = _slides(article(title.strip(), key_points=("Walk.", point, *POINTS)))
        assert len({tuple(layer.box for layer in layout_of(slide).motif) for slide in slides}) == 1


def test_only_articles_and_questions_have_slides() -> None:
    for post in EVERY_KIND:
        full = replace(post, key_points=POINTS) if isinstance(post, HealthPost) else post
        graphics, _ = _made(full)
        assert bool(graphics) is isinstance(post, Article | Question)


def test_slides_are_made_only_when_they_are_asked_for() -> None:
    asked: dict[str, Any] = {"practice": PRACTICE, "people": PEOPLE, "shapes": ("card",)}
    one, both = (
        plan_graphics(CAROUSEL, **asked)[0],
        plan_graphics(CAROUSEL, slides=True, **asked)[0],
    )
    assert [graphic.shape for graphic in one] == ["card"]
    by_shape = {graphic.shape: graphic for graphic in both}
    assert [graphic.shape for graphic in single_pictures(by_shape)] == ["card"]
    assert len(slides_of(by_shape)) == 6


def test_every_slide_says_in_words_what_it_shows() -> None:
    slides = _slides(CAROUSEL)
    assert PRACTICE.name in slides[0].alt
    assert PRACTICE.name not in slides[2].alt
    for slide in slides:
        lead = next(b for b in layout_of(slide).texts if b.role in LEADS)
        assert slide.alt.startswith(" ".join(line.text for line in lead.lines)[:40])


def test_a_point_that_says_what_the_answer_said_has_no_slide_of_its_own() -> None:
    answer = "No. The flu shot has no live virus, so it cannot give you the flu."
    points = ("The flu shot has no live virus.", *POINTS)
    said = [
        " ".join(lines_of(slide, "point"))
        for slide in _slides(question(answer=answer, key_points=points))
    ]
    assert "The flu shot has no live virus." not in said
    assert sum(bool(text) for text in said) == 1 + len(POINTS)


def test_sources_stay_on_the_last_slide_beside_a_photograph() -> None:
    slides, _ = plan_graphics(
        article(key_points=POINTS, sources=tuple(_LEDGER), reviewed_by="amara-okafor"),
        practice=replace(PRACTICE, brand=Brand(photo="office.jpg")),
        people=PEOPLE, shapes=(), slides=True, sources=_LEDGER,
        pictures={"office.jpg": png(1600, 900)},
    )  # fmt: skip
    assert layout_of(slides[-1]).photos
    assert lines_of(slides[-1], "sources")
