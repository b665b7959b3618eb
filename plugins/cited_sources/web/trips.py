"""The way that one check takes: from hop to hop, until it ends or goes in circles. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from yarl import URL

from plugins.cited_sources.web.cookies import Cookies
from plugins.cited_sources.web.ended import Ended
from plugins.cited_sources.web.locations import next_address, read_address
from plugins.cited_sources.web.soft_gone import same_site
from plugins.practice.source_checks import Verdict

MOST_REDIRECTS = 10
BUDGET = 30.0
"""Seconds of requests and waiting for one address, however many hops; not counted is the time in
the queue of its host."""
REDIRECTS = frozenset({301, 302, 303, 307, 308})
_PERMANENT = frozenset({301, 308})


@dataclass(slots=True)
class Trip:
    """One check on its way."""

    url: str
    """As it was given."""
    asked: URL
    here: URL
    chain: list[URL] = field(default_factory=list)
    hops: list[int] = field(default_factory=list)
    """The status of each redirect; 200 for a page that sends browsers on."""
    cookies: Cookies = field(default_factory=Cookies)
    requests: int = 0
    retries: int = 0
    left: float = BUDGET
    _seen: set[tuple[URL, str]] = field(default_factory=set)

    @property
    def host(self) -> str:
        """The host that is asked now."""
        return self.here.raw_host or ""

    def go(self, status: int, location: str, cookies: Sequence[str]) -> None:
        """Follows a redirect. Raises `Ended` (broken) for a circle, too many, or no address."""
        self._seen.add((self.here.with_fragment(None), self.cookies.of(self.host)))
        self.cookies.keep(self.host, cookies)
        self.here = next_address(self.here, location)
        self.chain.append(self.here)
        self.hops.append(status)
        if (self.here.with_fragment(None), self.cookies.of(self.host)) in self._seen:
            raise Ended(Verdict.BROKEN, "its redirects lead in a circle")
        if len(self.hops) > MOST_REDIRECTS:
            raise Ended(Verdict.BROKEN, f"it redirects more than {MOST_REDIRECTS} times")

    def go_on(self, status: int, location: str, cookies: Sequence[str]) -> bool:
        """Follows a page that sends browsers on, if that leads to an address not yet seen: what a
        browser does with such a page depends on its scripts. Raises `Ended` for too many."""
        if not location or not self._is_new(location):
            return False
        self.go(status, location, cookies)
        return True

    def _is_new(self, location: str) -> bool:
        try:
            there = next_address(self.here, location).with_fragment(None)
        except Ended:
            return False
        return there not in {one.with_fragment(None) for one in (self.asked, *self.chain)}

    @property
    def has_moved(self) -> bool:
        """Whether it is at another address for good: every redirect permanent, and more changed
        than http to https, www and a slash at the end."""
        return bool(self.hops) and _PERMANENT.issuperset(self.hops) and not self._is_same()

    def _is_same(self) -> bool:
        one, other = self.asked, self.here
        is_same_path = one.raw_path.rstrip("/") == other.raw_path.rstrip("/")
        is_same_query = one.raw_query_string == other.raw_query_string
        return same_site(one, other) and is_same_path and is_same_query

    @property
    def ways(self) -> tuple[str, ...]:
        """The addresses that redirects led to; none where they led back, as cookies make them."""
        return tuple(map(str, self.chain)) if self.here != self.asked else ()


def start(url: str) -> Trip:
    """Raises `Ended` (broken) for what cannot be asked."""
    address = read_address(url)
    return Trip(url, address, address)
