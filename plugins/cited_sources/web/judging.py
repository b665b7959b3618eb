"""What a response says of an address. Pure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from http.client import responses
from urllib.parse import unquote

from multidict import MultiMapping

from plugins.cited_sources.web.answer import WebAnswer
from plugins.cited_sources.web.bodies import MOST_BYTES
from plugins.cited_sources.web.decoding import decoded
from plugins.cited_sources.web.pages import Page, is_scripted, places, read_page
from plugins.cited_sources.web.soft_gone import leads_away, says_gone
from plugins.cited_sources.web.trips import REDIRECTS, Trip
from plugins.cited_sources.web.walls import is_login, is_wall
from plugins.practice.source_checks import Verdict

Judged = tuple[Verdict, str]

# 406 and 418 come from walls as well: no server has a reason to refuse a GET for anything (*/*).
_BLOCKED = {
    401: "asks for a login",
    402: "asks for money",
    403: "refuses robots, or everybody",
    406: "refuses robots",
    407: "asks for a login",
    418: "refuses robots",
    429: "wants fewer requests than ours",
    451: "may not show it for legal reasons",
    999: "refuses robots",
}
TOO_MANY = 429
_BROKEN = {404: "not found", 410: "gone for good"}
_TEMPORARY = frozenset({408, 425})
_PDF = b"%PDF-"
_HTML = ("text/html", "application/xhtml+xml")


@dataclass(frozen=True, slots=True)
class Got:
    """A response, as far as it was read."""

    status: int
    headers: MultiMapping[str]
    """Found by any case of a name."""
    data: bytes = b""
    """The beginning of the body, unpacked."""
    is_whole: bool = True

    @property
    def location(self) -> str | None:
        """Where a redirect leads; None for any other response."""
        return self.headers.get("Location") if self.status in REDIRECTS else None

    @property
    def may_pass(self) -> bool:
        """Whether another attempt may get another answer."""
        return self.status == TOO_MANY or 500 <= self.status < 600

    @property
    def is_html(self) -> bool:
        """A page, by its type or, without one, by its first bytes."""
        kind = self.headers.get("Content-Type", "").partition(";")[0].strip().lower()
        looks = self.data[:1024].lstrip().lower().startswith((b"<!doctype html", b"<html"))
        return (kind in _HTML or looks) and not self.is_pdf

    @property
    def is_pdf(self) -> bool:
        """By its first bytes, as browsers do; a wall may call itself a PDF."""
        return _PDF in self.data[:1024]


def is_walled(got: Got) -> bool:
    """Whether the response is a test for people, which no second attempt passes."""
    text, page = page_of(got)
    return is_wall(page.title, text, got.headers)


def page_of(got: Got) -> tuple[str, Page]:
    """The text and the parts of a page; empty for anything else."""
    if not got.is_html:
        return "", Page()
    text = decoded(got.data, got.headers.get("Content-Type", ""))
    return text, read_page(text)


def judge(trip: Trip, got: Got) -> WebAnswer:
    """The answer of a check that got as far as a response."""
    text, page = page_of(got)
    seen = _Seen(trip, got, text, page)
    verdict, what = next(filter(None, (rule(seen) for rule in _RULES)), (Verdict.OK, ""))
    is_page = got.status < 400
    return WebAnswer(
        url=trip.url,
        verdict=verdict,
        what=what,
        status=got.status,
        chain=trip.ways,
        title=page.title if is_page else "",
        identifiers=page.identifiers if is_page else (),
        superseded=page.superseded if is_page else "",
        requests=trip.requests,
    )


@dataclass(frozen=True, slots=True)
class _Seen:
    trip: Trip
    got: Got
    text: str
    page: Page


def _wall(seen: _Seen) -> Judged | None:
    if not is_wall(seen.page.title, seen.text, seen.got.headers):
        return None
    return Verdict.BLOCKED, f"a test for people stands before it (HTTP {seen.got.status})"


def _status(seen: _Seen) -> Judged | None:
    status = seen.got.status
    if status in _BLOCKED:
        return Verdict.BLOCKED, f"HTTP {status}: {_BLOCKED[status]}"
    if 200 <= status < 300:
        return None
    words = _BROKEN.get(status) or responses.get(status, "").lower()
    what = f"HTTP {status}" + (f" ({words})" if words else "")
    what += " at the end of a redirect" if seen.trip.ways else ""
    is_temporary = seen.got.may_pass or status in _TEMPORARY
    return (Verdict.TEMPORARY if is_temporary else Verdict.BROKEN), what


def _accepted(seen: _Seen) -> Judged | None:
    """202 means "come back later": walls answer so while a script proves that it is a browser."""
    if seen.got.status != 202 or seen.page.title:
        return None
    return Verdict.BLOCKED, "HTTP 202 without a page: a test for people may stand before it"


def _soft_gone(seen: _Seen) -> Judged | None:
    if words := says_gone(seen.page.title, seen.page.heading):
        return Verdict.SOFT_GONE, f"answers, but says “{words}”"
    what = leads_away(seen.trip.asked, seen.trip.here) if seen.trip.ways else ""
    return (Verdict.SOFT_GONE, what) if what else None


def _login(seen: _Seen) -> Judged | None:
    if not (seen.trip.ways and is_login(seen.trip.asked, seen.trip.here)):
        return None
    return Verdict.BLOCKED, "redirects to a page on which one has to sign in"


def _place(seen: _Seen) -> Judged | None:
    name = place_of(seen.trip.here.raw_fragment)
    if not name or not seen.got.is_html or _has_place(seen.text, name):
        return None
    if not seen.got.is_whole:
        is_long = len(seen.got.data) >= MOST_BYTES
        far = f"the first {MOST_BYTES >> 20} MiB" if is_long else "what came of the page"
        return Verdict.OK, f"the place #{name} was not seen in {far}"
    if is_scripted(seen.text):
        return Verdict.OK, f"the place #{name} was not looked for: a script makes the page"
    return Verdict.BROKEN, f"has no place called #{name}"


def _moved(seen: _Seen) -> Judged | None:
    return (Verdict.MOVED, "moved for good") if seen.trip.has_moved else None


def _empty(seen: _Seen) -> Judged | None:
    return (Verdict.OK, "answers, but with nothing to read") if not seen.got.data else None


_RULES: tuple[Callable[[_Seen], Judged | None], ...] = (
    _wall,
    _status,
    _accepted,
    _soft_gone,
    _login,
    _place,
    _moved,
    _empty,
)


def place_of(raw_fragment: str) -> str:
    """The place in a page that a fragment names; empty for the top and for what scripts and
    readers of PDFs make of fragments: #/route, #!route, #page=3, #:~:text=words."""
    name = unquote(raw_fragment.partition(":~:")[0])
    is_script = name.startswith(("/", "!")) or "=" in name
    return "" if is_script or name.lower() == "top" else name


def _has_place(text: str, name: str) -> bool:
    # GitHub's pages prefix the ids of headings and find them by script.
    found = places(text)
    return name in found or f"user-content-{name}" in found
