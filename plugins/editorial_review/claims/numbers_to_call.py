"""E-04: the numbers that a text tells people to call in need are true, and a tap dials them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from plugins.editorial_review.claims.lines_of_help import COUNTRIES, HelpLines, dialled, lines_of
from plugins.editorial_review.claims.phrases import Hit, any_of, hits, quoted, said
from plugins.editorial_review.prose import Part, Passage
from plugins.editorial_review.rule import Found
from plugins.editorial_review.subject import Setting, Subject
from plugins.practice.phones import DIALABLE
from plugins.practice.practice_file import FILE as PRACTICE_FILE
from plugins.practice.problems import Severity
from plugins.practice.settings import Practice

_NUMBER = re.compile(
    r"(?<![\w/@.$-])(?:"
    r"(?:\+?1[\s.-]{1,2})?(?:\(\d{3}\)\s?|\d{3}[\s.-])\d{3}[\s.-]\d{4}"
    r"|(?:1[\s.-])?8\d\d[\s.-](?=[\d-]{0,7}[A-Z])[A-Z\d][A-Z\d-]{5,10}"
    r"|(?:9-1-1|9-8-8|9\.1\.1|9\.8\.8|911|988)"
    r")(?![\w-]|[.,]\d)"
)
"""A telephone number as people write it, in digits or with letters: "1-800-799-SAFE"."""

_SHORT = re.compile(
    r"(?<!\w)(?:call|dial|ring|phone|llame\sal?|marque(?:\sel)?)\s{1,3}(\d{3})(?!\w|[\s.,-]{0,2}\d)",
    re.IGNORECASE,
)
"""Three digits that one is told to call: "dial 112"."""

_IN_NEED = any_of(
    "emergency number, emergency line, emergency hotline, poison, poison control, poison help, "
    "poison center, crisis, lifeline, suicide, overdose, domestic violence, abuse, número de "
    "emergencia, línea de emergencia, intoxicaciones, envenenamiento, línea de crisis, suicidio, "
    "sobredosis, violencia doméstica"
)
_HOTLINE = any_of("hotline, hotlines, línea de ayuda, línea directa, línea nacional")

_DIALABLE = re.compile(DIALABLE)


def wrong_numbers(subject: Subject) -> Iterator[Found]:
    """E-04. Numbers called an emergency number or a hotline that the country's file lacks, and
    numbers of the file that a tap does not dial."""
    lines = lines_of(subject.practice)
    if lines is None:
        return
    passages = said(subject.passages)
    linked = _linked(subject.passages)
    for hit in hits(_NUMBER, passages):
        digits = dialled(hit.words)
        if digits in lines.lines:
            yield from _undialable(hit, lines, linked)
        elif digits not in _own(subject.practice):
            yield from _unknown(hit)
    for hit in hits(_SHORT, passages):
        digits = hit.words[-3:]
        if digits not in lines.lines and digits not in lines.services:
            yield Found(
                at=hit.line,
                what=f"{quoted(hit.words)} is no emergency number here",
                fix=f"Write the number of this country: {lines.emergency}.",
            )


def _linked(passages: Iterable[Passage]) -> frozenset[str]:
    """What links of the text dial."""
    return frozenset(
        dialled(p.text.removeprefix("tel:"))
        for p in passages
        if p.part is Part.ADDRESS and p.text.startswith("tel:")
    )


def _own(practice: Practice) -> frozenset[str]:
    phones = (practice.phone, *(place.phone for place in practice.places))
    return frozenset(dialled(phone) for phone in phones if phone)


def _undialable(hit: Hit, lines: HelpLines, linked: frozenset[str]) -> Iterator[Found]:
    digits = dialled(hit.words)
    if not _DIALABLE.fullmatch(hit.words) and digits not in linked:
        yield Found(
            at=hit.line,
            what=f"a tap on {quoted(hit.words)} dials nothing",
            fix=f"Write it like this: {lines.lines[digits].number}.",
        )


def _unknown(hit: Hit) -> Iterator[Found]:
    around = hit.before[-100:] + " " + hit.after[:60]
    in_need = _IN_NEED.search(around)
    called = in_need or _HOTLINE.search(around)
    if called:
        yield Found(
            at=hit.line,
            what=f"{quoted(hit.words)} stands beside {quoted(called[0])}, and is not checked",
            severity=None if in_need else Severity.WARN,
        )


def unknown_country(setting: Setting) -> Iterator[Found]:
    """E-04 of the practice: a country whose numbers nobody has written down."""
    if lines_of(setting.practice) is None:
        country = setting.practice.places[0].country
        yield Found(
            at=setting.practice.line_of("places"),
            file=PRACTICE_FILE,
            what=f'no emergency numbers are known for the country "{country}" '
            f"(known: {', '.join(COUNTRIES)})",
            fix="Check every number in your texts yourself; nothing else checks them.",
            severity=Severity.WARN,
        )
