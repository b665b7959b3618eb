"""What a response says of an address. Pure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from http.client import responses
from urllib.parse import unquote

from plugins.cited_sources.web.answer import WebAnswer
from plugins.cited_sources.web.bodies import MOST_BYTES
from plugins.cited_sources.web.got import TOO_MANY, Got, page_of
from plugins.cited_sources.web.pages import Page, places
from plugins.cited_sources.web.phrases import says
from plugins.cited_sources.web.shells import is_bare, is_scripted, sends_to
from plugins.cited_sources.web.soft_gone import leads_away, says_gone, says_parked
from plugins.cited_sources.web.trips import Trip
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
    TOO_MANY: "wants fewer requests than ours",
    451: "may not show it for legal reasons",
    999: "refuses robots",
}
_BROKEN = {404: "not found", 410: "gone for good"}
_TEMPORARY = frozenset({408, 425})


def judge(trip: Trip, got: Got) -> WebAnswer:
    """The answer of a check that got as far as a response."""
    text, page = page_of(got)
    seen = _Seen(trip, got, text, page)
    verdict, what = next(filter(None, (rule(seen) for rule in _RULES)), (Verdict.OK, ""))
    is_page = got.status < 400
    is_there = verdict in {Verdict.OK, Verdict.MOVED}
    return WebAnswer(
        url=trip.url,
        verdict=verdict,
        what=what,
        status=got.status,
        chain=trip.ways,
        title=page.title if is_page else "",
        heading=page.heading if is_page else "",
        identifiers=page.identifiers if is_page else (),
        superseded=page.superseded if is_page else "",
        requests=trip.requests,
        is_empty=is_there and _shows_nothing(seen),
    )


@dataclass(frozen=True, slots=True)
class _Seen:
    trip: Trip
    got: Got
    text: str
    page: Page


def _wall(seen: _Seen) -> Judged | None:
    if not is_wall(seen.page.title, seen.text, seen.got.headers, seen.page.heading):
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
    if words := says_parked(seen.page.title, seen.page.heading):
        return Verdict.SOFT_GONE, f"its domain is parked, or for sale: “{words}”"
    what = leads_away(seen.trip.asked, seen.trip.here) if seen.trip.ways else ""
    return (Verdict.SOFT_GONE, what) if what else None


def _maintenance(seen: _Seen) -> Judged | None:
    words = says("maintenance", seen.page.title, seen.page.heading)
    return (Verdict.TEMPORARY, f"answers, but says “{words}”") if words else None


def _login(seen: _Seen) -> Judged | None:
    if words := says("login_titles", seen.page.title, seen.page.heading):
        return Verdict.BLOCKED, f"asks readers to sign in or to pay: “{words}”"
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
    if not _shows_nothing(seen):
        return None
    is_made = "<script" in seen.text
    what = "only with a script that makes the page" if is_made else "with nothing to read"
    return Verdict.OK, f"answers, but {what}"


def _shows_nothing(seen: _Seen) -> bool:
    """The title of a frame that a script fills is that of the program, for every address."""
    data, page, text = seen.got.data, seen.page, seen.text
    if not data or data.isspace():
        return True
    if not seen.got.is_html:
        return False
    is_unnamed = not page.heading and (not page.title or is_scripted(text))
    return (is_unnamed and _says_nothing(text)) or bool(sends_to(text))


def _says_nothing(text: str) -> bool:
    """A few words are what a script replaces; where there is no script, they are the page."""
    return is_bare(text, has_scripts="<script" in text or is_scripted(text))


_RULES: tuple[Callable[[_Seen], Judged | None], ...] = (
    _wall,
    _status,
    _accepted,
    _soft_gone,
    _login,
    _maintenance,
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
