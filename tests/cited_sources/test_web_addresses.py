"""An address is asked as it was meant, or its fault is told; so is where a redirect leads."""

from __future__ import annotations

import socket
from contextlib import suppress
from ipaddress import ip_address

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from yarl import URL

from plugins.cited_sources.web.ended import Ended
from plugins.cited_sources.web.guard import is_refused
from plugins.cited_sources.web.locations import next_address, read_address
from plugins.cited_sources.web.trips import start
from plugins.practice.source_checks import Verdict
from tests.cited_sources.web_runs import check

HERE = URL("https://clinic.example/a/b?c=1#dose")


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (" https://clinic.example/a b ", "https://clinic.example/a%20b"),
        ("https://bücher.example/año?q=ñ", "https://xn--bcher-kva.example/a%C3%B1o?q=%C3%B1"),
        ("https://a.example/10.1002/(SICI)1097-0258(19980815)17:15%3C1661::AID-SIM968%3E3.0.CO;2-2",
         "https://a.example/10.1002/(SICI)1097-0258(19980815)17:15%3C1661::AID-SIM968%3E3.0.CO;2-2"),
        ("http://134744072/x", "http://8.8.8.8/x"),
        ("HTTPS://Clinic.Example", "https://clinic.example"),
    ],
)  # fmt: skip
def test_an_address_is_encoded_as_browsers_do(text: str, asked: str) -> None:
    assert str(read_address(text)) == asked


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("javascript:alert(1)", "begins with javascript:"),
        ("file:///etc/passwd", "begins with file:"),
        ("clinic.example/page", "begins with no scheme"),
        ("https://me:secret@clinic.example/", "user name or password"),
        ("https://me@clinic.example/", "user name or password"),
        ("https://clinic.example/" + "a" * 10_000, "over 2,000 characters"),
        ("https://clinic.example/a\nb", "control characters"),
        ("https://[half/", "no web address"),
        ("https://clinic.example:99999/", "no web address"),
        ("https:///page", "no web address"),
        ("https://" + "a" * 64 + "ü.example/", "no web address"),
        ("", "begins with no scheme"),
    ],
)
def test_what_cannot_be_asked_is_broken_and_told_why(text: str, words: str) -> None:
    answer = check(text)
    assert (answer.verdict, answer.requests, answer.url) == (Verdict.BROKEN, 0, text)
    assert words in answer.what


@pytest.mark.parametrize(
    ("location", "there"),
    [
        ("/new", "https://clinic.example/new#dose"),
        ("new", "https://clinic.example/a/new#dose"),
        ("?d=2", "https://clinic.example/a/b?d=2#dose"),
        ("//other.example/x", "https://other.example/x#dose"),
        ("http://other.example/x#top", "http://other.example/x#top"),
        (" /new\r\n", "https://clinic.example/new#dose"),
        ("/a b/ñ", "https://clinic.example/a%20b/%C3%B1#dose"),
        ("/caf\udce9", "https://clinic.example/caf%E9#dose"),
    ],
)
def test_a_redirect_leads_where_browsers_go_and_keeps_the_place(location: str, there: str) -> None:
    assert str(next_address(HERE, location)) == there


@given(st.text(max_size=300))
@example("http://0x7f.1/")
@example("//127。0。0。1/")
@example("https:\\\\127.0.0.1\\")
@example("//①②⑦.0.0.1")
def test_any_location_leads_to_a_public_host_or_is_told(location: str) -> None:
    with suppress(Ended):
        there = next_address(HERE, location)
        assert there.scheme in {"http", "https"}
        host = there.raw_host or ""
        assert host
        with suppress(OSError):  # an oracle of its own: what the machine would make of the host
            known = ip_address(socket.inet_aton(host))
            assert known.is_global or is_refused(host, allow_private=False)


@given(st.text(max_size=300))
def test_any_text_can_be_asked_for_or_is_told(text: str) -> None:
    with suppress(Ended):
        start(text)
        start("https://clinic.example/" + text)


@pytest.mark.parametrize("location", ["http://", "HTTPS://", "//", "http:///page", "https://?a=b"])
def test_a_redirect_without_a_host_leads_to_no_address(location: str) -> None:
    with pytest.raises(Ended, match="redirects to something that is no web address"):
        next_address(HERE, location)


def test_a_permanent_redirect_counts_as_moved_only_where_more_than_the_scheme_changed() -> None:
    asked = "http://www.clinic.example/page/"
    same = ["https://clinic.example/page", "https://www.clinic.example/page/"]
    other = ["https://clinic.example/other", "https://clinic.example/page?id=1"]
    assert not any(_moved(asked, 301, there) for there in same)
    assert all(_moved(asked, 308, there) for there in other)
    assert not any(_moved(asked, 302, there) for there in other)


def _moved(asked: str, status: int, there: str) -> bool:
    trip = start(asked)
    trip.go(status, there, ())
    return trip.has_moved
