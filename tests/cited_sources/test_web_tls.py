"""A connection that is not secure is told in words and never called broken: a proxy that looks into
TLS, or a machine without authorities, would else take a whole site down."""

from __future__ import annotations

import socket
import ssl
import threading
from contextlib import suppress

import pytest

from plugins.practice.source_checks import Verdict
from tests.cited_sources.fakes.answers import lead
from tests.cited_sources.fakes.behaviours import BEHAVIOURS
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
    assert _answer(certificate) == (Verdict.BLOCKED, words)


def test_an_authority_that_this_machine_does_not_know_is_told_as_such() -> None:
    verdict, words = _answer("good", authority="other-host")
    assert verdict is Verdict.BLOCKED
    assert words == (
        "no secure connection: its certificate cannot be traced to an authority from here"
    )


def test_a_host_without_https_is_never_broken_there() -> None:
    with fake_web() as web:
        (answer,) = check_all([web.base.replace("http:", "https:")])
    assert answer.verdict is Verdict.BLOCKED
    assert "no secure connection" in answer.what


def test_a_handshake_that_is_broken_off_is_no_silent_host() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        hanging_up = threading.Thread(target=_hang_up, args=(server,), daemon=True)
        hanging_up.start()
        (answer,) = check_all([f"https://127.0.0.1:{server.getsockname()[1]}/guide"])
    assert (answer.verdict, answer.what) == (
        Verdict.BLOCKED,
        "no secure connection: it breaks the handshake off",
    )


def _hang_up(server: socket.socket) -> None:
    with suppress(OSError):
        while True:
            connection, _ = server.accept()
            with connection:
                connection.recv(1 << 14)


@pytest.mark.parametrize("certificate", ["expired", "other-host", "self-signed"])
def test_a_bad_certificate_behind_a_redirect_is_no_worse(certificate: str) -> None:
    tls = ssl.create_default_context(cafile=CERTIFICATES / "authority.pem")
    with (
        fake_web() as first,
        fake_web(certificate=certificate) as second,
        pytest.MonkeyPatch.context() as patch,
    ):
        patch.setitem(BEHAVIOURS, "to-bad-tls", lead(f"{second.base}/ok", 301))
        (answer,) = check_all([f"{first.base}/to-bad-tls/1"], tls=tls)
    assert answer.verdict is Verdict.BLOCKED
    assert answer.what.startswith("no secure connection: its certificate")
