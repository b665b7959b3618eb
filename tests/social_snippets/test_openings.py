"""What is seen before "more": the first 110 characters."""

from __future__ import annotations

from datetime import date

import pytest

from plugins.practice.settings import Place
from plugins.social_snippets.openings import FIRST_LOOK, stands_alone
from plugins.social_snippets.plan import plan_snippets
from tests.social_snippets.samples import (
    PLACE,
    URL,
    article,
    hand_written,
    notice,
    only,
    plan,
    practice,
    question,
)

LONG = "Steady hours and a dark and quiet room and less coffee help most people to sleep "
WORDS = "better at night than any of the pills that are on sale."


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("Short.", True),
        ("A short sentence. " + LONG * 2, True),
        ("A title\n\n" + LONG * 2, True),
        ("Do you sleep well? " + LONG * 2, True),
        ("睡眠很重要。" + "好" * 200, True),
        (LONG * 3, False),
        (f"{URL}\n{LONG * 3}", False),
        (f"{URL} {LONG * 3}", False),
        ("Dr. " + LONG * 3, False),
        ("Take 2.5 mg " + LONG * 3, False),
    ],
)
def test_the_first_look_stands_alone_when_a_sentence_or_a_line_ends_in_it(text: str, alone: bool):
    assert stands_alone(text) is alone


def test_an_article_with_a_long_first_sentence_opens_with_its_title():
    post = article(summary=f"{LONG}{WORDS} It works.", title="Sleep better")
    text = only(post, "facebook").text
    assert text.startswith(f"Sleep better\n\n{LONG}{WORDS}")


def test_where_nothing_is_hidden_the_title_gives_way_to_the_whole_message():
    post = article(summary=f"{LONG}{WORDS} It works.", title="Sleep better " * 6, key_points=())
    assert only(post, "x").text.startswith(LONG)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (LONG * 3, True),
        (f"No, {LONG * 3}", True),
        (f"{URL} {LONG * 3}", True),
        (f"At home in a room that is dark and very quiet, {LONG * 2}", False),
        (f"Sleep well. {LONG * 3}", False),
    ],
)
def test_a_hand_written_opening_that_does_not_stand_alone_is_told(text: str, told: bool):
    assert ("snippet-opening" in hand_written("facebook", text)) is told


def test_a_notice_says_in_its_first_look_what_and_when():
    for snippet in plan(notice())[0].values():
        look = f"{snippet.title}\n\n{snippet.text[:FIRST_LOOK]}"
        assert "Closed" in look
        assert "November 26" in look


def test_a_notice_whose_sentence_says_it_needs_no_line_of_its_own():
    summary = "Nuestro consultorio estará cerrado el jueves 26 de noviembre y el viernes 27 de "
    post = notice(
        lang="es", title="Un aviso para todas las familias de nuestra clínica y sus amigos",
        summary=f"{summary}noviembre de 2026.",
    )  # fmt: skip
    text = only(post, "facebook").text
    assert text.startswith(summary)
    assert "Jueves, 26" not in text


def test_a_title_that_leaves_the_state_open_is_followed_by_it():
    post = notice(title="Thanksgiving", summary="Have a good holiday.")
    assert only(post, "facebook").text.startswith(
        "Thanksgiving\n\nClosed: Thursday, November 26 – Friday, November 27\n\nHave"
    )


def test_a_title_that_fills_the_first_look_stands_below_the_day():
    post = notice(title="A word about the holiday " * 5, summary="Have a good holiday.")
    assert only(post, "facebook").text.startswith("Closed: Thursday, November 26")
    assert plan(post, "facebook")[1] == []


def test_of_several_addresses_the_notice_says_which():
    north = Place(id="north", name="Crane Creek North", street="1 Hill Road", city="Northton")
    two = practice("facebook")
    two = type(two)(
        name=two.name, short_name=two.short_name, site_url=two.site_url, languages=two.languages,
        time_zone=two.time_zone, phone=two.phone, places=(PLACE, north), networks=two.networks,
    )  # fmt: skip
    post = notice(
        affects=("north",),
        summary="We are closed on Thursday, November 26 and Friday, November 27.",
    )
    (snippet,), _ = plan_snippets(post, practice=two, url=URL)
    assert "Crane Creek North: Thursday, November 26" in snippet.text


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("We wish you a happy holiday.", True),
        ("Closed for the holiday.", True),
        ("See you on November 26.", True),
        (f"{'We wish you a good time. ' * 5}Closed on November 26.", True),
        ("Closed on Thursday, Nov 26.", False),
        ("No office hours on 11/26.", False),
        ("We are closed on 26 November.", False),
    ],
)
def test_a_hand_written_notice_must_say_it_too(text: str, told: bool):
    assert ("snippet-opening-notice" in hand_written("facebook", text, notice())) is told


def test_an_alert_needs_no_day():
    post = notice(type="alert", title="Boil your water", starts=date(2026, 11, 1))
    assert "snippet-opening-notice" not in hand_written("facebook", "Boil it.", post)
    assert only(post, "facebook").text.startswith("Boil your water\n\nOur office")


@pytest.mark.parametrize("summary", ["It comes each year. Be ready.", "This is how to get ready."])
def test_a_summary_that_speaks_of_the_title_stands_below_it(summary: str):
    text = only(article(summary=summary), "facebook").text
    assert text.startswith(f"Get ready for flu season\n\n{summary}")


def test_an_answer_without_its_question_never_opens_a_text():
    long_answer = "Not by itself. " + "It has to be measured again outside of the clinic. " * 6
    post = question(answer=long_answer, summary=f"No. {long_answer}", key_points=())
    assert only(post, "x").text.startswith(f"{post.title}\n\nNot by itself.")
