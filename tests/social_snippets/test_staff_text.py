"""What people of the practice post from their own account."""

from __future__ import annotations

from datetime import date

import pytest

from plugins.networks.counting import count
from plugins.networks.rows import Unit
from plugins.practice.posts import Post
from plugins.social_snippets.staff import staff_text
from tests.social_snippets.samples import URL, article, event, link, notice, practice, question


def staff(post: Post, url: str = URL) -> str:
    return staff_text(post, practice=practice(), url=url)


def test_it_says_who_speaks_one_thing_and_where_to_read_on():
    assert staff(article()) == (
        "I work at Crane Creek. From our website:\n\n"
        "A yearly flu vaccine is the first step, and it still helps later in the season.\n\n"
        f"Read more: {URL}"
    )


def test_it_speaks_spanish():
    text = staff(article(lang="es"))
    assert text.startswith("Trabajo en Crane Creek. De nuestro sitio web:")
    assert f"Más información: {URL}" in text


def test_a_question_stands_with_its_answer():
    """Nobody may take "I have had shingles" for the words of the one who posts."""
    post = question(title="I have had shingles. Do I need the shot?", answer="Yes. It helps.")
    assert "From our website:\n\nI have had shingles. Do I need the shot? Yes.\n\n" in staff(post)


def test_a_notice_and_an_event_say_when():
    assert "Closed on Thanksgiving Day" in staff(notice())
    assert "Thursday, November 26 – Friday, November 27" in staff(notice())
    told = notice(summary="We are closed on Thursday, November 26. Until Monday.")
    assert "\n\nWe are closed on Thursday, November 26.\n\n" in staff(told)
    assert "Thursday, December 10, 6:00\u00a0PM" in staff(event())


def test_a_link_is_told_by_its_title():
    assert "Worth reading: water and healthier drinks" in staff(link())


@pytest.mark.parametrize("make", [article, question, notice, event, link])
@pytest.mark.parametrize("lang", ["en", "es"])
def test_it_is_short_enough_for_every_network(make, lang: str):
    text = staff(make(lang=lang))
    assert text
    assert count(text, Unit.X) <= 280
    assert count(text, Unit.GRAPHEMES) <= 300


def test_a_sentence_that_is_too_long_gives_way_to_the_title():
    assert "Get ready for flu season" in staff(article(summary="word " * 60 + "end."))


def test_it_never_begins_in_the_middle():
    assert "It helps" not in staff(article(summary="It helps. Truly."))


def test_where_nothing_fits_there_is_none():
    assert staff(article(title="word " * 60, summary="word " * 60)) == ""
    assert staff(article(), url="https://www.example.org/" + "a" * 300) == ""


def test_a_withdrawn_post_has_none():
    assert staff(article(withdrawn=date(2026, 11, 1))) == ""
