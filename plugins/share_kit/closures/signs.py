"""The door sign of each closure, ready to print, and what to read into the answering machine."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from plugins.practice.addresses import short_address
from plugins.practice.notices import notice_state
from plugins.practice.phones import shown_phone
from plugins.practice.posts import Notice, day_of
from plugins.practice.sentences import not_said_yet, plain
from plugins.share_kit.frame import Frame, bare_page, kit_frame
from plugins.share_kit.profiles.profile_cards import language_name

PAGE = "closures/index.html"
"""Where the page that leads to all of them lies in the kit."""

_FOLDER = "closures/"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosureWords:
    """A closure in one language, with what the answering machine says."""

    notice: Notice
    voicemail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sheet:
    """One sheet of a door sign."""

    lang: str
    language: str
    state: str
    """The largest word: "Closed"."""
    title: str
    summary: str
    then: str
    voicemail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Closure:
    """A closure in all its languages."""

    slug: str
    title: str
    sheets: tuple[_Sheet, ...]


def sign_file(slug: str) -> str:
    """Where the door sign of a closure lies in the kit."""
    return f"{_FOLDER}{slug}/door-sign.html"


def voicemail_file(slug: str) -> str:
    """Where its words for the answering machine lie."""
    return f"{_FOLDER}{slug}/voicemail.txt"


def current(notices: Sequence[ClosureWords], today: date) -> list[ClosureWords]:
    """The closures that are not over."""
    return [words for words in notices if day_of(words.notice.ends) >= today]


def plan_closures(frame: Frame, notices: Sequence[ClosureWords]) -> dict[str, bytes]:
    """The sign and the voicemail of each closure that is not over, and the page with all of them,
    by path in the kit. `notices`: in every language, the site's own first."""
    found = current(notices, frame.today)
    slugs = dict.fromkeys(words.notice.slug for words in found)
    closures = [_closure(slug, found) for slug in slugs]
    files = {sign_file(one.slug): _sign(one, frame) for one in closures}
    files |= {voicemail_file(one.slug): _texts(one) for one in closures}
    if closures:
        files[PAGE] = kit_frame(
            "closures/closures.html",
            PAGE,
            frame,
            styles=("closures/closures.css",),
            closures=closures,
        )
    return files


def _closure(slug: str, notices: Sequence[ClosureWords]) -> _Closure:
    sheets = tuple(_sheet(words) for words in notices if words.notice.slug == slug)
    return _Closure(slug=slug, title=sheets[0].title, sheets=sheets)


def _sheet(words: ClosureWords) -> _Sheet:
    notice = words.notice
    return _Sheet(
        lang=notice.lang,
        language=language_name(notice.lang),
        state=notice_state(notice, frozenset()),
        title=notice.title,
        summary=plain(notice.summary),
        then=not_said_yet(plain(notice.summary), plain(notice.then)),
        voicemail=words.voicemail,
    )


def _sign(closure: _Closure, frame: Frame) -> bytes:
    return bare_page(
        "closures/door_sign.html",
        closure=closure,
        practice=frame.practice,
        phone=shown_phone(frame.practice.phone),
        address=short_address(frame.practice),
    )


def _texts(closure: _Closure) -> bytes:
    texts = (f"{sheet.language}\n\n{sheet.voicemail}\n" for sheet in closure.sheets)
    return "\n".join(texts).encode()
