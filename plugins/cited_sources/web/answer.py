"""What the web says of one address."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.practice.source_checks import Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class WebAnswer:
    """One address, asked once."""

    url: str
    """As it was asked, with its fragment."""
    verdict: Verdict
    """OK, MOVED (every hop permanent), SOFT_GONE, BROKEN, BLOCKED, TEMPORARY or, where nothing was
    asked at all (a private address), UNVERIFIED."""
    what: str = ""
    """In words, for people: "HTTP 404", "redirects to the home page". Empty when all is well."""
    status: int = 0
    """Of the last response; 0 without one."""
    chain: tuple[str, ...] = ()
    """The addresses that redirects led to, in order; empty without a redirect."""
    title: str = ""
    """Of the page."""
    heading: str = ""
    """Its first heading, which often says more than the title."""
    identifiers: tuple[tuple[str, str], ...] = ()
    """Those that the page names as its own: (("doi", "10.1001/jama.2021.6238"),)."""
    superseded: str = ""
    """The sentence in which the page says that something newer stands in its place."""
    requests: int = 0
    is_empty: bool = False
    """Whether there was nothing on it by which the work could be known: no title and no text, or
    only a script. Said of OK and MOVED only."""

    @property
    def final(self) -> str:
        """The address at which it ended."""
        return self.chain[-1] if self.chain else self.url
