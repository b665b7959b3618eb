"""A connection that is not secure is told in words, without blaming a host for this machine."""

from __future__ import annotations

import ssl

import pytest

from plugins.practice.source_checks import Verdict
from tests.cited_sources.fakes.web import CERTIFICATES, fake_web
from tests.cited_sources.web_runs import check_all


def _answer(certificate: str, authority: str = "authority") -> tuple[Verdict, str]:
    tls = ssl.create_default_context(cafile=CERTIFICATES / f"{authority}.pem")
    with fake_web(certificate=certificate) as web:
        (answer,) = check_all([f"{web.base}/ok"], tls=tls)
    return answer.verdict, answer.what


def test_a_good_certificate_needs_no_words() -> None:
    assert _answer("good") == (Verdict.OK, "")


@pytest.mark.parametrize(
    ("certificate", "words"),
    [
        ("expired", "no secure connection: its certificate has expired"),
        ("other-host", "no secure connection: its certificate is for another host"),
        ("self-signed", "no secure connection: its certificate is self-signed"),
    ],
)
def test_a_bad_certificate_is_named(certificate: str, words: str) -> None:
    assert _answer(certificate) == (Verdict.BROKEN, words)


def test_an_authority_that_this_machine_does_not_know_is_no_fault_of_the_host() -> None:
    verdict, words = _answer("good", authority="other-host")
    assert verdict is Verdict.UNVERIFIED
    assert "a browser may do better" in words


def test_a_host_without_https_is_broken_there() -> None:
    with fake_web() as web:
        (answer,) = check_all([web.base.replace("http:", "https:")])
    assert answer.verdict is Verdict.BROKEN
    assert "no secure connection" in answer.what
