"""Retry-After is understood in both forms, and what cannot be read is no reason to wait."""

from __future__ import annotations

from datetime import UTC, datetime
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.cited_sources.web.cookies import Cookies
from plugins.cited_sources.web.patience import pause, wait_asked

NOW = datetime(2026, 11, 22, 12, 0, 0, tzinfo=UTC)
AFTER = "Retry-After"


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({AFTER: "1"}, 1),
        ({AFTER: " 3600 "}, 3600),
        ({AFTER: "0"}, 0),
        ({AFTER: "Sun, 22 Nov 2026 12:00:02 GMT"}, 2),
        ({AFTER: "Sun, 22 Nov 2026 11:59:00 GMT"}, 0),
        ({AFTER: "Sun, 22 Nov 2026 13:00:02 GMT", "Date": "Sun, 22 Nov 2026 13:00:00 GMT"}, 2),
        ({AFTER: "Sunday, 22-Nov-26 12:00:02 GMT"}, 2),
        ({AFTER: "9" * 5000}, 999_999_999),
        ({AFTER: "soon"}, None),
        ({AFTER: "-1"}, None),
        ({AFTER: "١"}, None),
        ({}, None),
    ],
)
def test_a_host_says_how_long_to_wait(headers: dict[str, str], seconds: float | None) -> None:
    assert wait_asked(headers, NOW) == seconds


@given(st.text(), st.text())
def test_no_header_makes_the_waiting_fail(after: str, date: str) -> None:
    found = wait_asked({AFTER: after, "Date": date}, NOW)
    assert found is None or found >= 0


@pytest.mark.parametrize(
    ("retry", "asked", "least"), [(0, None, 0.5), (1, None, 1.5), (0, 0, 0.5), (1, 4, 4)]
)
def test_the_next_attempt_comes_no_sooner_than_asked_and_soon_after(
    retry: int, asked: float | None, least: float
) -> None:
    assert least <= pause(retry, asked, Random(3)) <= least + 0.25


def test_cookies_go_to_the_host_that_set_them_and_to_the_domain_that_they_name() -> None:
    cookies = Cookies()
    cookies.keep("login.clinic.example", ["a=1; Path=/", "b=2; Domain=.Clinic.example; Secure"])
    cookies.keep("login.clinic.example", ["c=3; domain=other.example", "d=4; domain=example"])
    cookies.keep("login.clinic.example", ["nonsense", "", "=x", ";", "a=9"])
    assert cookies.of("login.clinic.example") == "a=9; b=2; c=3; d=4"
    assert cookies.of("www.clinic.example") == "b=2"
    assert cookies.of("clinic.example") == "b=2"
    assert cookies.of("evilclinic.example") == ""
    assert cookies.of("other.example") == ""


@given(st.lists(st.text(), max_size=5))
def test_what_a_host_sets_as_a_cookie_can_always_be_sent(headers: list[str]) -> None:
    cookies = Cookies()
    cookies.keep("clinic.example", ["a=caf\udce9", "b=\x00", *headers])
    assert cookies.of("clinic.example").isprintable()
