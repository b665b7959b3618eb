"""Another text for the second and the third share."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from plugins.networks.table import NETWORK_NAMES
from plugins.practice.posts import Myth, Post, Risk, Share
from plugins.social_snippets.plan import plan_later, plan_snippets
from plugins.social_snippets.snippet import Snippet
from tests.social_snippets.samples import (
    POINTS,
    URL,
    again,
    article,
    event,
    hand_written,
    link,
    notice,
    only,
    practice,
    question,
)


def turns(post: Post, name: str) -> list[Snippet | None]:
    return [only(post, name), again(post, name, 1), again(post, name, 2)]


def first_words(snippet: Snippet | None) -> str:
    assert snippet is not None
    return snippet.text.split("\n")[0]


@pytest.mark.parametrize("name", [n for n in NETWORK_NAMES if n != "snapchat"])
@pytest.mark.parametrize("make", [article, question])
def test_a_second_and_a_third_share_have_texts_of_their_own(make, name: str):
    texts = [snippet and snippet.text for snippet in turns(make(key_points=POINTS), name)]
    assert all(texts)
    assert len(set(texts)) == 3


def test_an_article_is_told_by_summary_then_by_its_points_then_by_one_of_them():
    _, second, third = turns(article(), "facebook")
    assert first_words(second) == "Get ready for flu season"
    assert second.text.count("•") == 4
    assert first_words(third) == POINTS[0]
    assert "A yearly flu vaccine is the first step" in third.text
    assert "•" not in third.text


def test_an_emergency_is_told_in_every_turn():
    assert all("call 911" in snippet.text for snippet in turns(article(), "facebook") if snippet)


def test_a_key_fact_opens_the_second_share():
    post = article(key_fact="A flu vaccine protects your family too.")
    assert first_words(again(post, "facebook", 1)) == "A flu vaccine protects your family too."


def test_of_myth_and_fact_the_fact_comes_first():
    """A phone may show one line only, and that must not be the myth."""
    myth = Myth(claim="The flu shot gives you the flu.", fact="It has no live flu virus in it.")
    text = again(question(myth=myth), "facebook", 1).text
    assert text.startswith(
        "Fact: It has no live flu virus in it.\nMyth: The flu shot gives you the flu.\n\n"
    )
    spanish = again(question(myth=myth, lang="es"), "facebook", 1).text
    assert spanish.startswith("Realidad: It")


def test_a_risk_is_told_with_both_counts():
    risk = Risk(
        what="Getting the flu in a season", before=(10, 100), after=(4, 100),
        labels=("Without a vaccine", "With a vaccine"),
    )  # fmt: skip
    assert again(article(risk=risk), "facebook", 1).text.startswith(
        "Getting the flu in a season:\nWithout a vaccine: 10 out of 100\n"
        "With a vaccine: 4 out of 100\n\nA yearly flu vaccine"
    )
    plain = again(article(risk=replace(risk, labels=())), "facebook", 1).text
    assert "Before: 10 out of 100\nAfter: 4 out of 100" in plain


def test_a_question_comes_back_with_its_points_and_with_its_summary():
    _, second, third = turns(question(key_points=POINTS), "facebook")
    assert first_words(second).endswith("high blood pressure?")
    assert f"• {POINTS[0]}" in second.text
    assert first_words(third).startswith("One high reading in the clinic is not enough")


def test_the_answer_to_a_question_never_stands_without_it():
    post = question(summary="No, it cannot. It has no virus in it.", key_points=POINTS)
    for turn in (1, 2):
        text = again(post, "facebook", turn).text
        assert not text.startswith("No,")
        assert "It has no virus in it." not in text or post.title in text


def test_a_link_comes_back_by_its_summary_or_by_its_title():
    _, second, third = turns(link(), "facebook")
    assert second.text.startswith("This page tells what water does")
    assert third.text.startswith("Worth reading: water and healthier drinks\n\nThe tips suit")


def test_a_sentence_that_leans_on_another_opens_nothing():
    points = ("It is given in 2 doses.", "They pass soon.", "This helps.")
    post = article(key_points=points, summary="The flu vaccine helps. It is safe.")
    for turn in (1, 2):
        snippet = again(post, "facebook", turn)
        assert snippet is None or not snippet.text.startswith(("It", "They", "This"))


def test_where_there_is_nothing_else_to_say_there_is_no_second_text():
    post = article(summary="Get a flu vaccine.", key_points=())
    assert again(post, "facebook", 1) is None
    assert plan_later(post, practice=practice("facebook"), url=URL) == ({}, {})


def test_a_network_above_whose_text_stands_the_title_begins_with_a_point():
    snippet = again(article(), "pinterest", 1)
    assert first_words(snippet) == POINTS[0]


def test_after_a_hand_written_text_come_the_made_ones():
    own = f"Flu shots are in. Come by! {URL}"
    post = article(share=Share(texts={"x": own}, thread=("One.", "Two.")))
    first, second, third = turns(post, "x")
    assert first.text == own
    assert second.text.startswith("A yearly flu vaccine is the first step")
    assert first_words(third) == "Get ready for flu season"
    assert (second.hand_written, second.thread) == (False, ())


def test_a_hand_written_text_with_the_summary_in_it_is_not_followed_by_the_summary():
    own = f"{article().summary} {URL}"
    post = article(share=Share(texts={"x": own}))
    assert first_words(again(post, "x", 1)) == "Get ready for flu season"


def test_problems_are_told_for_the_first_share_only():
    post = article(share=Share(texts={"x": "a" * 300}))
    assert "snippet-too-long" in hand_written("x", "a" * 300)
    assert plan_snippets(post, practice=practice("x"), url=URL, turn=1)[1] == ()


def test_later_texts_come_by_network_for_what_is_shared_again():
    one, two = plan_later(article(), practice=practice("x", "facebook"), url=URL, shapes=("wide",))
    assert list(one) == list(two) == ["x", "facebook"]
    assert one["x"].shape == "wide"
    assert one["x"] == again_with("x", 1)


def again_with(name: str, turn: int) -> Snippet:
    snippets, _ = plan_snippets(
        article(), practice=practice(name), url=URL, shapes=("wide",), turn=turn
    )
    return snippets[0]


@pytest.mark.parametrize(
    "post",
    [notice(), event(), article(evergreen=False), article(withdrawn=date(2026, 11, 1))],
)
def test_what_is_not_shared_again_has_no_later_texts(post: Post):
    assert plan_later(post, practice=practice("x"), url=URL) == ()


def test_a_notice_has_no_second_text():
    assert plan_snippets(notice(), practice=practice(), url=URL, turn=1) == ((), ())


def test_nothing_is_said_twice_in_one_text():
    post = article(
        summary="A yearly flu vaccine is the first step. Call us early if you feel sick.",
        key_points=(
            "A yearly flu vaccine is the first step.",
            "If you feel sick, call us early.",
            "Wash your hands.",
        ),
    )
    text = only(post, "facebook").text
    assert text.count("first step") == 1
    assert text.count("sick") == 1
    assert "\n\nWash your hands.\n\n" in text


def test_a_sentence_with_another_number_or_a_not_is_no_repeat():
    points = ("Take it for 3 days.", "Do not stop early on your own.", "Rest well.")
    post = article(summary="Take it for 5 days. Do stop early on your own.", key_points=points)
    text = only(post, "facebook").text
    assert all(f"• {point}" in text for point in points)
