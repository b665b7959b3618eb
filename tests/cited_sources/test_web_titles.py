"""A page that is not the work shows it by its title or heading: a wall, a login, a closed site, a
domain for sale. A work about such things does not look so."""

from __future__ import annotations

import pytest
from multidict import CIMultiDict

from plugins.cited_sources.web.answer import WebAnswer
from plugins.cited_sources.web.got import Got
from plugins.cited_sources.web.judging import judge
from plugins.cited_sources.web.soft_gone import says_parked
from plugins.cited_sources.web.trips import start
from plugins.cited_sources.web.walls import is_wall
from plugins.practice.source_checks import Verdict


@pytest.mark.parametrize(
    "title",
    ["Just a moment...", "Attention Required! | Cloudflare", "Access Denied", "Un momento…",
     "Radware Captcha Page", "Incapsula", "Pardon Our Interruption", "Access Denied | Example",
     "Example Clinic - Security check", "Are you a robot?", "Please verify you are a human"],
)  # fmt: skip
def test_a_test_for_people_is_known_by_its_title(title: str) -> None:
    assert is_wall(title, "", {})


@pytest.mark.parametrize(
    "title",
    ["Access denied - barriers to dental care among adults with learning disabilities in Wales",
     "Access denied: barriers to dental care", "Just a moment of mindfulness", "CAPTCHAs in care",
     "Checking your blood pressure", "Security checks at hospital doors", ""],
)  # fmt: skip
def test_an_article_is_no_wall(title: str) -> None:
    assert not is_wall(title, "<p>captcha</p>", {})


def test_a_heading_makes_a_wall_only_under_the_name_of_a_site() -> None:
    assert is_wall("example.org", "", {}, "Access Denied")
    article = "Inhaled corticosteroids in preschool children with wheeze: a randomized trial"
    assert not is_wall(article, "", {}, "Access Denied")


def test_walls_without_a_title_are_known_by_their_headers_and_markup() -> None:
    assert is_wall("", "", {"cf-mitigated": "challenge"})
    assert is_wall("", '<script src="/_Incapsula_Resource?x"></script>', {})
    assert not is_wall("Asthma", '<script src="/_Incapsula_Resource?x"></script>', {})


@pytest.mark.parametrize(
    ("title", "heading"),
    [("example.com is for sale", ""), ("my-clinic.co.uk may be for sale!", ""),
     ("Example.com is for sale | Domains", ""), ("This domain is for sale", ""),
     ("Domain parked", ""), ("example.org", "This domain is for sale!"), ("", "Domain parked"),
     ("Este dominio está en venta", "")],
)  # fmt: skip
def test_a_domain_that_is_for_sale_is_no_work(title: str, heading: str) -> None:
    assert says_parked(title, heading)


@pytest.mark.parametrize(
    "title",
    ["When a practice is for sale", "Why my-clinic.example is for sale: a founder looks back",
     "Domain parked: binding sites of kinases", "Asthma | Example Clinic", ""],
)  # fmt: skip
def test_an_article_about_a_sale_is_there(title: str) -> None:
    assert not says_parked(title, title)


_WORDS = ("Sign in", "Log in", "Log in to continue", "Iniciar sesión", "Acceder",
          "Subscribe to read")  # fmt: skip
_CLOSED = ("Site under maintenance", "Under maintenance", "Sitio en mantenimiento")


@pytest.mark.parametrize(
    ("phrase", "verdict"),
    [(words, Verdict.BLOCKED) for words in (*_WORDS, "Radware Captcha Page", "Incapsula")]
    + [(words, Verdict.TEMPORARY) for words in _CLOSED]
    + [(words, Verdict.SOFT_GONE) for words in ("example.com is for sale", "Domain parked")]
    + [(words, Verdict.SOFT_GONE) for words in ("Nothing found", "404", "Page Not Found - CDC")],
)
def test_a_page_that_is_not_the_work_is_known_by_its_title_or_heading(
    phrase: str, verdict: Verdict
) -> None:
    pages = [(phrase, ""), (f"{phrase} | Example Clinic", phrase), ("Example Clinic", phrase)]
    assert {_judged(title, heading).verdict for title, heading in pages} == {verdict}


@pytest.mark.parametrize(
    "title",
    ["Maintenance inhalers for asthma", "404 errors of the immune system",
     "How to sign in to your health portal", "Not found: the lost art of sleep",
     "Sign in: consent by sign language", "Under maintenance: the ageing kidney",
     "Subscribe to read more often: a trial of reading aloud", "Log in, drop out"],
)  # fmt: skip
def test_an_article_with_such_words_in_its_title_is_the_work(title: str) -> None:
    pages = [(title, ""), (f"{title} | Example Clinic", title), ("Example Clinic", title)]
    answers = [_judged(*page) for page in pages]
    assert {(answer.verdict, answer.what) for answer in answers} == {(Verdict.OK, "")}


def test_a_form_to_sign_in_above_an_article_does_not_hide_it() -> None:
    article = "Inhaled corticosteroids in preschool children with wheeze: a randomized trial"
    assert _judged(article, "Sign in").verdict is Verdict.OK


def _judged(title: str, heading: str) -> WebAnswer:
    markup = f"<title>{title}</title><h1>{heading}</h1><p>Words.</p>"
    headers = CIMultiDict({"Content-Type": "text/html; charset=utf-8"})
    return judge(start("https://a.example/guide"), Got(200, headers, markup.encode()))
