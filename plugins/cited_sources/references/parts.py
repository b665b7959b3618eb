"""What references are put together from: names, titles, numbers, and where the work is found."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from markupsafe import Markup, escape

from plugins.cited_sources.references.places import place_of
from plugins.practice.dates import long_day
from plugins.practice.sources import Source
from plugins.practice.words import say

Line = Sequence[Markup]
"""The parts of a reference, each with its own full stop; empty ones are left out."""

_MOST_NAMED, _NAMED_OF_MORE = 6, 3
_ENDED = re.compile(r"[.?!…。？！؟][\"”’»)\]]?$")
_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_SHORTENED = re.compile(r"(?<![\w.])(\d+)-(\d+)(?![\w.-])")
_DASHES = re.compile(r"\s*[\u2010-\u2015\u2212]\s*")


def stop(text: str) -> Markup:
    """The text with a full stop, unless it ends in a mark of its own; markup stays markup."""
    if not text:
        return Markup()
    shown = text if isinstance(text, Markup) else isolated(text)
    return shown if _ENDED.search(text) else shown + "."


def isolated(text: str) -> Markup:
    """The text, set apart where it is written from right to left: it shifts no neighbour."""
    return Markup("<bdi>{}</bdi>").format(text) if _is_rtl(text) else escape(text)


def _is_rtl(text: str) -> bool:
    return any(unicodedata.bidirectional(char) in {"R", "AL"} for char in text)


def named(found: Sequence[str]) -> Sequence[str]:
    """Those who are named: up to six, else three (AMA 3.7)."""
    return found if len(found) <= _MOST_NAMED else found[:_NAMED_OF_MORE]


def names(found: Sequence[str]) -> str:
    """Those who are named, and et al for the others; no full stops in names."""
    shown = ", ".join(name.rstrip(".") for name in named(found))
    return f"{shown}, et al" if len(found) > _MOST_NAMED else shown


def edited_by(source: Source, lang: str) -> str:
    """ "Able A, Baker B, eds", or "Able A, ed"."""
    if not source.editors:
        return ""
    word = "references.editor" if len(source.editors) == 1 else "references.editors"
    return f"{names(source.editors)}, {say(lang, word)}"


def edition_of(source: Source, lang: str) -> str:
    """ "2nd ed" of "2", "2nd" or "2nd ed"; words as they are; nothing of a first edition."""
    found = re.fullmatch(
        r"(\d{1,3})(?:st|nd|rd|th|[.ªa]*)?(?:\s+ed(?:ition|\.)?)?", source.edition, re.IGNORECASE
    )
    if not found:
        return re.sub(r"\bedition$", "ed", source.edition)
    number = int(found[1])
    return say(lang, "references.edition", number=number, th=_th(number)) if number != 1 else ""


def _th(number: int) -> str:
    """The end of an English ordinal."""
    if number % 100 in {11, 12, 13}:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def in_full(pages: str) -> str:
    """Pages with a hyphen between, both in full (AMA 3.11.8): "637-641", not "637-41"."""
    return _SHORTENED.sub(_last_in_full, _DASHES.sub("-", pages))


def _last_in_full(pages: re.Match[str]) -> str:
    """The last page with the digits that it shares with the first."""
    first, last = pages[1], pages[2]
    whole = first[: len(first) - len(last)] + last
    return f"{first}-{whole}" if len(last) < len(first) and int(whole) > int(first) else pages[0]


def year_of(source: Source) -> str:
    """The year as printed, else that of the day of publication."""
    return source.year or source.published[:4]


def title(source: Source, lang: str, *, italic: bool = False) -> Markup:
    """The work's title as a link to the work, in the work's own language, with its full stop."""
    text, found = source.title, place_of(source)
    shown = Markup("<i>{}</i>").format(text) if italic else escape(text)
    told = "" if _same_language(source.lang, lang) else Markup(' lang="{}"').format(source.lang)
    told += Markup(' dir="auto"') if _is_rtl(text) else ""
    if found.address:
        link = Markup('<a href="{}" rel="external"{}>{}</a>')
        shown = link.format(found.address, Markup(told), shown)
    elif told:
        shown = Markup("<span{}>{}</span>").format(Markup(told), shown)
    return shown if _ENDED.search(text) else shown + "."


def italics(text: str) -> Markup:
    """The name of a journal or a book, and its full stop."""
    mark = "" if _ENDED.search(text) else "."
    return Markup("<i>{}</i>{}").format(isolated(text), mark) if text else Markup()


def _same_language(one: str, other: str) -> bool:
    """Whether a voice that reads `other` reads `one` rightly; a tag that is none says nothing."""
    return not _TAG.fullmatch(one) or one.lower().split("-")[0] == other.lower().split("-")[0]


def where(source: Source, lang: str) -> Line:
    """The day of reading where it matters, and where the work is; no full stop behind that."""
    found = place_of(source)
    read = long_day(source.accessed, lang) if source.accessed and found.is_dated else ""
    return (
        stop(say(lang, "references.accessed", day=read)) if read else Markup(),
        escape(found.shown),
    )
