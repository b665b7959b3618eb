"""What a page says of itself is found in any markup, and no bytes can make it fail or slow."""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from multidict import CIMultiDict

from plugins.cited_sources.web.decoding import decoded
from plugins.cited_sources.web.got import Got
from plugins.cited_sources.web.judging import judge, place_of
from plugins.cited_sources.web.pages import places, read_page
from plugins.cited_sources.web.shells import is_bare, is_scripted, sends_to
from plugins.cited_sources.web.trips import start
from plugins.practice.source_checks import Verdict

HTML = {"Content-Type": "text/html"}


@pytest.mark.parametrize(
    ("markup", "title"),
    [
        ("<title>Asthma &amp; children</title>", "Asthma & children"),
        ("<TITLE lang=en>\n  Asthma\n in  children </TITLE >", "Asthma in children"),
        ("<titles>no</titles><title>Asthma</title>", "Asthma"),
        ("<title></title><title>Asthma</title>", "Asthma"),
        ("<title>Never closed", ""),
        ("<title", ""),
        ("", ""),
        ("<title>" + "a" * 5000 + "</title>", "a" * 300),
        ("<title>As\x00th\u202ema</title>", "Asthma"),
        ("<p>İİİ</p><title>Asma</title>", "Asma"),
    ],
)
def test_the_title_is_read_as_people_see_it(markup: str, title: str) -> None:
    assert read_page(markup).title == title


@pytest.mark.parametrize(
    ("markup", "found"),
    [
        ('<meta name="citation_doi" content="10.1001/X.1">', (("doi", "10.1001/x.1"),)),
        (
            "<META content='https://doi.org/10.1001/x' name='DC.Identifier'>",
            (("doi", "10.1001/x"),),
        ),
        ("<meta name=citation_pmid content=12345>", (("pmid", "12345"),)),
        ("<meta name=citation_pmid content=none>", ()),
        ("<p>citation_doi 10.1001/x</p>", ()),
    ],
)
def test_a_page_names_its_own_identifiers(markup: str, found: tuple[tuple[str, str], ...]) -> None:
    assert read_page(markup).identifiers == found


@pytest.mark.parametrize(
    "sentence",
    [
        "This guideline has been replaced by NG245.",
        "This page has been archived and is no longer updated.",
        "This clinical practice guideline has now been withdrawn.",
        "These recommendations have been superseded by those of 2025.",
        "This guidance has been updated and replaced by NG245.",
        "Esta guía ha sido sustituida por la de 2025.",
        "Este documento ha sido retirado.",
    ],
)
def test_a_page_that_says_it_was_replaced_is_quoted(sentence: str) -> None:
    words = sentence.split(" ")
    markup = f"<p>First.</p><div>{words[0]} <b>{words[1]}</b> {' '.join(words[2:])}</div>More."
    assert read_page(markup).superseded == sentence


@pytest.mark.parametrize(
    "sentence",
    [
        "This page has been updated on 3 May 2026.",
        "The old inhaler has been replaced by a new one.",
        "This guideline has been endorsed by the society.",
        "<script>var s = 'This page has been archived'</script>",
        "<!-- This page has been archived -->",
        "Esta guía ha sido revisada por el comité.",
    ],
)
def test_a_page_that_speaks_of_something_else_is_not(sentence: str) -> None:
    assert read_page(f"<p>{sentence}</p>").superseded == ""


def test_places_are_ids_and_names_outside_of_comments_and_scripts() -> None:
    markup = (
        "<p id=a><a name='b'></a><p class=x ID = \"c&amp;d\"><p data-id=e>"
        "<!-- <p id=f> --><script>x='<p id=g>'</script><p\nid='h'/>"
    )
    assert places(markup) == {"a", "b", "c&d", "h"}


@pytest.mark.parametrize(
    ("fragment", "name"),
    [
        ("dose", "dose"),
        ("a%C3%B1o", "año"),
        ("dose:~:text=a", "dose"),
        (":~:text=twice%20a%20day", ""),
        ("/route", ""),
        ("!route", ""),
        ("page=3", ""),
        ("top", ""),
        ("", ""),
    ],
)
def test_only_a_place_in_the_page_is_looked_for(fragment: str, name: str) -> None:
    assert place_of(fragment) == name


@pytest.mark.parametrize(
    ("data", "content_type", "text"),
    [
        ("año".encode(), "text/html", "año"),
        ("año".encode("cp1252"), "text/html", "año"),
        ("año “x”".encode("cp1252"), "text/html; charset=ISO-8859-1", "año “x”"),
        ("\ufeffaño".encode("utf-16-le"), "text/html", "año"),
        (b"<meta charset=koi8-r>" + "да".encode("koi8-r"), "", "<meta charset=koi8-r>да"),
        ("año".encode(), "text/html; charset=punycode", "año"),
        ("año".encode(), "text/html; charset=nonsense", "año"),
        ("x" * 10 + "ñ", "text/html", "x" * 10 + "�"),
    ],
)
def test_text_is_read_in_the_charset_that_it_was_written_in(
    data: bytes | str, content_type: str, text: str
) -> None:
    raw = data.encode()[:-1] if isinstance(data, str) else data
    assert decoded(raw, content_type) == text


@given(st.binary(max_size=2000), st.sampled_from(["", "#dose"]), st.sampled_from([200, 202, 404]))
@example(b"\xff\xfe<\x00t\x00i", "", 200)
@example(b"<!doctype html><title>\xc3\x28</title><h1>\x00</h1>", "#dose", 200)
def test_any_bytes_are_a_page_that_can_be_judged(data: bytes, place: str, status: int) -> None:
    for content_type in ("text/html", "text/html; charset=utf-16", ""):
        headers = CIMultiDict({"Content-Type": content_type})
        answer = judge(start(f"https://a.example/{place}"), Got(status, headers, data))
        assert answer.verdict in Verdict
        assert answer.title.isprintable()


@pytest.mark.parametrize(
    "piece",
    ["<h1>", "<h1", "<title>", "<meta ", "<!--", "<script", "<", ' id="', "this ", " been this a ",
     "<meta name=citation_doi content='", "&", "<div id=root>", "<noscript", "<title",
     "<meta http-equiv=refresh content='0;url=",
     "<meta http-equiv=refresh content='                ;'>", " id=", "\u0130", "İ<h1>"],
)  # fmt: skip
def test_no_page_takes_long_to_read(piece: str) -> None:
    markup = piece * (1_000_000 // len(piece))
    began = time.process_time()
    read_page(markup[: 64 << 10] + " been citation_doi")
    places(markup)
    is_scripted(markup[: 64 << 10])
    is_bare(markup)
    sends_to(markup + " refresh")
    assert time.process_time() - began < 1.5
