"""Which behaviour of the fake web must be judged how: one table for tests, figures and docs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from plugins.practice.source_checks import Verdict
from tests.cited_sources.fakes.web import FakeWeb

OK, MOVED, SOFT_GONE = Verdict.OK, Verdict.MOVED, Verdict.SOFT_GONE
BROKEN, BLOCKED, TEMPORARY = Verdict.BROKEN, Verdict.BLOCKED, Verdict.TEMPORARY


@dataclass(frozen=True, slots=True)
class Case:
    """One behaviour, and how an address that behaves so must be judged when it is first asked."""

    path: str
    """The first part of the path, and what follows the last: "places#dose"."""
    wanted: Verdict
    words: str = ""
    """What the explanation must say."""
    requests: int = 1
    share: int = 0
    """How many of 2,000 addresses behave so in the mix that is measured."""
    seconds: float = 5
    """Enough time for a request here: traps that hang are tried with less."""

    def url(self, web: FakeWeb, number: int = 0, host: int = 0) -> str:
        """An address of this kind; different numbers are different pages."""
        if self.path == "refused":
            return f"{web.refused}/{number}"
        path, mark, place = self.path.partition("#")
        return f"{web.bases[host]}/{path}/{number}{mark}{place}"


WANTED = (
    Case("ok", OK, share=1000),
    Case("pdf", OK, share=60),
    Case("big", OK, share=5),
    Case("slow", OK, share=10),
    Case("once", OK, requests=2, share=150),
    Case("four", OK, requests=5, share=20),
    Case("head-405", OK, share=60),
    Case("head-404", OK, share=20),
    Case("browsers-only", OK, share=20),
    Case("cookie-loop", OK, requests=2, share=20),
    Case("busy-second", OK, requests=2, share=40),
    Case("busy-date", OK, requests=2, share=10),
    Case("once-500", OK, requests=2, share=40),
    Case("places#dose", OK, share=20),
    Case("forbidden", BLOCKED, "HTTP 403", share=40),
    Case("denied", BLOCKED, "HTTP 999", share=5),
    Case("busy-hour", BLOCKED, "HTTP 429", share=5),
    Case("soft-404", SOFT_GONE, "“Page not found”", share=30),
    Case("home", SOFT_GONE, "home page", requests=2, share=15),
    Case("404", BROKEN, "HTTP 404 (not found)", share=300),
    Case("410", BROKEN, "HTTP 410 (gone for good)", share=35),
    Case("twelve", BROKEN, "more than 10 times", requests=11, share=5),
    Case("loop", BROKEN, "in a circle", requests=2, share=10),
    Case("to-404", BROKEN, "HTTP 404 (not found) at the end of a redirect", requests=2, share=20),
    Case("places#missing", BROKEN, "no place called #missing", share=10),
    Case("503", TEMPORARY, "HTTP 503", requests=3, share=15),
    Case("hang", TEMPORARY, "no answer within", share=15, seconds=0.5),
    Case("refused", TEMPORARY, "refuses connections", share=10),
    Case("reset", TEMPORARY, "breaks the connection off", share=10),
)
"""What issue 5 wants judged right on a first run."""

MORE = (
    Case("pdf-as-bytes", OK),
    Case("once-301", MOVED, "moved for good", requests=2),
    Case("four-308", MOVED, requests=5),
    Case("busy-unsaid", OK, requests=2),
    Case("once-503", OK, requests=2),
    Case("places#side-effects", OK),
    Case("places#plain", OK),
    Case("places#anexo-%C3%A9", OK),
    Case("places#hidden", BROKEN),
    Case("places#/a/route", OK),
    Case("places#:~:text=Asthma", OK),
    Case("pdf#page=3", OK),
    Case("pdf#section", OK),
    Case("far#far", OK),
    Case("gzip#dose", OK),
    Case("gzip#missing", BROKEN),
    Case("too-far#far", OK, "not seen in the first 2 MiB"),
    Case("login", BLOCKED, "HTTP 401"),
    Case("legal", BLOCKED, "HTTP 451"),
    Case("always-busy", BLOCKED, "HTTP 429", requests=3),
    Case("challenge", BLOCKED, "test for people"),
    Case("challenge-202", BLOCKED, "test for people"),
    Case("challenge-403", BLOCKED, "test for people"),
    Case("challenge-503", BLOCKED, "test for people"),
    Case("soft-404-es", SOFT_GONE, "“Página no encontrada”"),
    Case("lost", SOFT_GONE, "error page", requests=2),
    Case("to-search", SOFT_GONE, "redirects to a search page", requests=2),
    Case("sign-in", BLOCKED, "“Sign in”"),
    Case("parked", SOFT_GONE, "“example.org is for sale”"),
    Case("maintenance", TEMPORARY, "“Site under maintenance”"),
    Case("shell", OK, "only with a script"),
    Case("bare-script", OK, "only with a script"),
    Case("no-content", OK, "nothing to read"),
    Case("brotli", OK, "nothing to read"),
    Case("plain-text", OK),
    Case("image", OK),
    Case("refresh", OK, requests=2),
    Case("refresh-home", SOFT_GONE, "redirects to the home page", requests=2),
    Case("refresh-late", OK),
    Case("refresh-news", OK),
    Case("refresh-here", OK, "nothing to read"),
    Case("400", BROKEN, "HTTP 400"),
    Case("no-location", BROKEN, "HTTP 302"),
    Case("to-refused", TEMPORARY, "refuses connections", requests=1 + 1),
    Case("503-hour", TEMPORARY, "HTTP 503"),
)
"""What the web does besides."""

BAD_INPUT = (
    Case("endless", OK),
    Case("ten-gigabytes", OK),
    Case("gzip-bomb", OK),
    Case("gzip-bomb#dose", OK, "not seen"),
    Case("gzip-broken", OK, "nothing to read"),
    Case("bad-title", OK),
    Case("drip", OK, seconds=0.5),
    Case("half", OK),
    Case("empty", OK, "nothing to read"),
    Case("long-header", OK),
    Case("endless-cookies", BROKEN, "more than 10 times", requests=11),
    Case("to-file", BROKEN, "begins with file:"),
    Case("to-script", BROKEN, "begins with javascript:"),
    Case("to-metadata", BROKEN, "169.254.169.254"),
    Case("to-password", BROKEN, "user name or password"),
    Case("to-latin", OK, requests=2),
    Case("to-nowhere", BROKEN, "no web address"),
    Case("to-bare-http", BROKEN, "redirects to something that is no web address"),
    Case("refresh-on", BROKEN, "more than 10 times", requests=11),
    Case("refresh-file", OK, "nothing to read"),
    Case("refresh-metadata", BROKEN, "169.254.169.254"),
    Case("longest-header", TEMPORARY),
    Case("nonsense", TEMPORARY),
    Case("hang-up", TEMPORARY, "breaks the connection off"),
    Case("hang-after-head", TEMPORARY, "no answer within", seconds=0.5),
)
"""Servers that are broken or hostile: nothing raises, nothing hangs, nothing is endless."""

CASES = WANTED + MORE + BAD_INPUT


def mix(web: FakeWeb, seed: int = 5) -> list[tuple[str, Verdict]]:
    """2,000 addresses spread over the hosts in a shuffled order, each with its right verdict."""
    cases = [case for case in WANTED for _ in range(case.share)]
    Random(seed).shuffle(cases)
    return list(_spread(web, cases))


def _spread(web: FakeWeb, cases: list[Case]) -> Iterator[tuple[str, Verdict]]:
    for number, case in enumerate(cases):
        yield case.url(web, number, number % len(web.bases)), case.wanted
