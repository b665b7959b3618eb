"""Errors of the network become words, and none of them blames a host for what we cannot do."""

from __future__ import annotations

import errno
import ssl

import aiohttp
import pytest
from aiohttp.client_reqrep import ConnectionKey

from plugins.cited_sources.web.faults import ended_by
from plugins.practice.source_checks import Verdict

_KEY = ConnectionKey("a.example", 443, True, True, None, None, None)


def _socket(number: int) -> aiohttp.ClientConnectorError:
    return aiohttp.ClientConnectorError(_KEY, OSError(number, "said the system"))


def _tls(reason: str) -> aiohttp.ClientConnectorSSLError:
    fault = ssl.SSLError(1, reason)
    fault.reason = reason
    return aiohttp.ClientConnectorSSLError(_KEY, fault)


@pytest.mark.parametrize(
    ("fault", "verdict", "words"),
    [
        (_socket(errno.ECONNREFUSED), Verdict.TEMPORARY, "refuses connections"),
        (_socket(errno.ENETUNREACH), Verdict.TEMPORARY, "is this machine online?"),
        (_socket(errno.EMFILE), Verdict.UNVERIFIED, "this machine has too much open"),
        (_socket(12345), Verdict.TEMPORARY, "no connection"),
        (aiohttp.ServerDisconnectedError(), Verdict.TEMPORARY, "breaks the connection off"),
        (aiohttp.ClientPayloadError(), Verdict.TEMPORARY, "breaks the connection off"),
        (aiohttp.InvalidURL("x"), Verdict.BROKEN, "no web address"),
        (ValueError("in a header"), Verdict.TEMPORARY, "no connection"),
        (_tls("UNSUPPORTED_PROTOCOL"), Verdict.BLOCKED, "unsupported protocol"),
        (_tls("UNSAFE_LEGACY_RENEGOTIATION_DISABLED"), Verdict.BLOCKED, "unsafe legacy"),
        (_tls("SSLV3_ALERT_HANDSHAKE_FAILURE"), Verdict.BLOCKED, "alert handshake failure"),
        (_socket(errno.ECONNRESET), Verdict.BLOCKED, "breaks the handshake off"),
        (ConnectionResetError(errno.ECONNRESET, ""), Verdict.TEMPORARY, "breaks the connection"),
    ],
)  # fmt: skip
def test_a_fault_is_told_in_words(fault: Exception, verdict: Verdict, words: str) -> None:
    end = ended_by(fault)
    assert end.verdict is verdict
    assert words in end.what


def test_without_tls_a_connection_that_breaks_off_is_no_handshake() -> None:
    end = ended_by(_socket(errno.ECONNRESET), is_secure=False)
    assert (end.verdict, end.what) == (Verdict.TEMPORARY, "it breaks the connection off")
