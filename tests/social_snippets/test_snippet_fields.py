"""Consent, the text without its link, calls to book, hashtags."""

from __future__ import annotations

import pytest

from plugins.networks.table import NETWORK_NAMES, NETWORKS
from plugins.practice.posts import Share
from plugins.practice.problems import Severity
from plugins.social_snippets.booking import asks_to_book
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
    plan,
    question,
)

PICTURE = {"image": "images/ann.jpg", "image_alt": "Ann at the clinic", "consent": "c-2026-07"}
CONSENT = "Photo shared with permission."


@pytest.mark.parametrize("make", [article, question, notice, event, link])
def test_beside_the_picture_of_a_person_stands_that_it_is_shown_with_permission(make):
    snippets, problems = plan(make(**PICTURE))
    assert problems == []
    for name, snippet in snippets.items():
        for_patients = NETWORKS[name].tone == "patient"
        assert snippet.text.count(CONSENT) == for_patients, name
        assert not snippet.thread or CONSENT in snippet.thread[0]


def test_it_is_said_again_when_the_post_is_shared_again():
    assert all(CONSENT in again(article(**PICTURE), "facebook", turn).text for turn in (1, 2))


def test_it_is_said_in_spanish():
    assert "Foto publicada con permiso." in only(article(lang="es", **PICTURE), "facebook").text


@pytest.mark.parametrize("missing", ["image", "consent"])
def test_without_a_picture_or_a_consent_nothing_is_said(missing: str):
    assert CONSENT not in only(article(**(PICTURE | {missing: ""})), "facebook").text


def test_sentences_go_before_the_consent_does():
    post = article(
        summary="A flu vaccine helps. " + "It is safe for you and yours. " * 8, **PICTURE
    )
    text = only(post, "x").text
    assert text.startswith("A flu vaccine helps.")
    assert CONSENT in text


def test_where_it_has_no_room_there_is_a_problem_instead_of_a_text():
    post = article(title="Word " * 48, summary="word " * 70, key_points=(), **PICTURE)
    snippets, problems = plan(post, "x")
    assert snippets == {}
    assert [problem.rule for problem in problems] == ["snippet-no-room"]


def test_a_hand_written_text_is_asked_for_it():
    post = article(**PICTURE)
    problem = hand_written("facebook", f"Meet Ann. {URL}", post)["snippet-consent"]
    assert problem.severity is Severity.WARN
    assert CONSENT in problem.fix
    assert "snippet-consent" not in hand_written("facebook", f"With Ann's consent. {URL}", post)
    assert "snippet-consent" not in hand_written("doximity", f"Meet Ann. {URL}", post)


def test_the_text_apart_is_the_text_without_the_line_of_the_link():
    snippet = only(article(), "facebook")
    assert snippet.text_apart == snippet.text.replace(f"Read more: {URL}\n\n", "")
    assert URL not in snippet.text_apart


@pytest.mark.parametrize("name", [n for n in NETWORK_NAMES if n != "snapchat"])
@pytest.mark.parametrize("make", [article, question, notice, event, link])
def test_there_is_a_text_apart_where_an_address_stands_in_the_text(make, name: str):
    for snippet in plan(make(), name)[0].values():
        assert bool(snippet.text_apart) == ("http" in snippet.text)
        assert "http" not in snippet.text_apart


def test_a_hand_written_text_and_its_link_are_not_parted():
    assert only(article(share=Share(texts={"x": f"Flu. {URL}"})), "x").text_apart == ""


@pytest.mark.parametrize(
    ("text", "lang", "asks"),
    [
        ("Call us to book a visit.", "en", True),
        ("Are you over 50? Schedule an appointment.", "en", True),
        ("If you are over 50, book an appointment.", "en", True),
        ("If you want to book a visit, call us.", "en", True),
        ("To book with her, call (212) 555-0143.", "en", True),
        ("Call (212) 555-0143 to choose a time.", "en", True),
        ("If your appointment is on Thursday, call us.", "en", False),
        ("Call us to reschedule.", "en", False),
        ("Bring your log to your visit.", "en", False),
        ("You do not need to book a visit.", "en", False),
        ("Come by without an appointment.", "en", False),
        ("No need to make an appointment.", "en", False),
        ("When you book online, tell us.", "en", False),
        ("I read a book about sleep.", "en", False),
        ("Call 911.", "en", False),
        ("Llame para pedir una cita.", "es", True),
        ("¿Tiene más de 50 años? Pida una cita.", "es", True),
        ("Reserve su visita.", "es", True),
        ("No hace falta pedir cita.", "es", False),
        ("Al pedir cita, díganos su edad.", "es", False),
        ("Traiga su registro a la cita.", "es", False),
        ("Reserve 10 minutos para caminar.", "es", False),
    ],
)
def test_a_call_to_book_is_told_from_talk_of_appointments(text: str, lang: str, asks: bool):
    assert asks_to_book(text, lang) is asks


def test_a_snippet_knows_whether_it_asks_to_book():
    asking = article(key_points=(*POINTS[:2], "Book a visit for your flu vaccine."))
    assert only(asking, "facebook").books
    assert not only(article(), "facebook").books


@pytest.mark.parametrize(
    ("typed", "tag"),
    [
        ("flu vaccine", "FluVaccine"),
        ("corazón sano", "CorazónSano"),
        ("corazo\u0301n", "Corazón"),
        ("niños", "Niños"),
        ("流感 疫苗", "流感疫苗"),
        ("صحة القلب", "صحةالقلب"),
        ("स्वास्थ्य", "स्वास्थ्य"),
        ("flu🎉shot", "FluShot"),
        ("#FluShot", "FluShot"),
        ("A1C", "A1C"),
    ],
)
@pytest.mark.parametrize("name", [n for n in NETWORK_NAMES if NETWORKS[n].hashtags])
def test_a_hashtag_is_one_word_on_every_network(name: str, typed: str, tag: str):
    snippet = only(article(share=Share(hashtags=(typed,))), name)
    most = NETWORKS[name].hashtags.size
    assert snippet.hashtags == ((tag,) if most else ())
    assert (f"#{tag}" in snippet.text) == bool(most)


@pytest.mark.parametrize("typed", ["🎉", "2026", "", " ", "&", "x" * 70])
def test_what_can_be_no_hashtag_is_left_out(typed: str):
    snippet = only(article(share=Share(hashtags=(typed, "Flu"))), "facebook")
    assert snippet.hashtags == ("Flu",)


def test_the_same_hashtag_twice_keeps_its_first_place():
    share = Share(hashtags=("FluShot", "Health", "flushot"))
    assert only(article(share=share), "facebook").hashtags == ("FluShot", "Health")
