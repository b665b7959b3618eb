"""Names that nobody knows, or about which the DNS is silent, are told and hold nothing up."""

from __future__ import annotations

import asyncio
import socket
import time

from aiohttp.abc import AbstractResolver, ResolveResult

from plugins.practice.source_checks import Verdict
from tests.cited_sources.fakes.web import fake_web
from tests.cited_sources.web_runs import check, check_all


class _Dns(AbstractResolver):
    """A DNS that takes so many seconds and then knows nothing."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.is_closed = False

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        await asyncio.sleep(self.seconds)
        raise OSError("no such name")

    async def close(self) -> None:
        self.is_closed = True


def test_a_name_that_nobody_knows_may_be_an_outage_of_the_dns() -> None:
    dns = _Dns(0)
    (answer,) = check_all(["https://clinic.example/"], resolver=dns)
    assert answer.verdict is Verdict.TEMPORARY
    assert "host name is not known" in answer.what
    assert dns.is_closed


def test_a_silent_dns_takes_no_longer_than_a_silent_host() -> None:
    began = time.monotonic()
    (answer,) = check_all(["https://clinic.example/"], resolver=_Dns(60), seconds=0.2)
    assert time.monotonic() - began < 2
    assert (answer.verdict, answer.what) == (Verdict.TEMPORARY, "no answer within 0.2 seconds")


def test_a_name_of_this_machine_is_looked_up_by_its_own_resolver() -> None:
    with fake_web() as web:
        answer = check(web.base.replace("127.0.0.1", "localhost") + "/ok")
    assert answer.verdict is Verdict.OK
