"""P-08: telephone numbers, e-mail and street addresses that are not the practice's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.editorial_review.privacy.allowed import own_domains, own_numbers, own_streets
from plugins.editorial_review.privacy.name_lists import word_sets
from plugins.editorial_review.privacy.normal import lowered
from plugins.editorial_review.privacy.pieces import Piece
from plugins.editorial_review.privacy.reading import read
from plugins.editorial_review.privacy.told import found, masked
from plugins.editorial_review.prose import Part
from plugins.editorial_review.rule import Found
from plugins.editorial_review.subject import Setting, Subject

_PHONE = re.compile(
    r"(?<![\w./-])(?:\+?1[ .-]?)?(?:\(\d{3}\) ?|\d{3}[ .-])\d{3}[ .-]\d{4}(?![\w-])"
    r"|(?<![\w./-])[2-9]\d\d[-.]\d{4}(?![\w-])"
)
_MAIL = re.compile(r"[\w.+-]{1,64}@([\w-]{1,63}(?:\.[\w-]{1,63}){1,4})")
_STREET = re.compile(
    r"(?<![\w-])\d{1,5}[a-z]? (?:(?:n|s|e|w|ne|nw|se|sw|north|south|east|west)\.? )?"
    r"(?:[a-z][\w'.-]{1,20} ){1,4}?(?:street|st|avenue|ave|road|rd|drive|dr|lane|ln|court|ct|"
    r"circle|cir|boulevard|blvd|way|place|pl|terrace|ter|trail|trl|parkway|pkwy|highway|hwy|"
    r"route|loop|hollow|run|ridge)(?![\w'-])(?:,? (?:apt|apartment|unit|suite|ste|#)\.? ?\w{1,5})?"
)
_CALLE = re.compile(
    r"(?<!\w)(?:calle|avenida) (?:[^\W\d_]{2,20} ){1,3}(?:#|n[úu]m\.? ?)?\d{1,5}(?!\w)"
)
_TOLL_FREE = ("800", "833", "844", "855", "866", "877", "888")
_OURS = re.compile(
    r"\b(?:call|text|contact|reach|phone|fax|e-?mail|write|message|visit|find)\b.{0,30}"
    r"\b(?:us|our|the (?:office|clinic|front desk|practice)|billing|(?:front )?desk|nurse line|"
    r"scheduling)\b|\bour (?:\w+ ){0,2}(?:phone|number|address|office|offices|fax|line|clinic|"
    r"location|manager|staff|team|e-?mail)\b|"
    r"\b(?:questions|appointments?|schedule|to book|book|rsvp|register|"
    r"sign up|resumes?|refills?|bill)\b"
)
"""Words with which a practice gives its own number."""
_PUBLIC = (".gov", ".mil", ".edu")


def check(subject: Subject) -> Iterator[Found]:
    """Every such contact, hidden."""
    for one in read(subject):
        piece = one.piece
        if piece.part is Part.ADDRESS and "mailto:" not in piece.text:
            continue
        yield from _numbers(piece, subject.setting)
        yield from _mails(piece, subject.setting)
        yield from _streets(piece, subject.setting)


def contacts_in(piece: Piece, setting: Setting) -> Iterator[tuple[int, int]]:
    """Where numbers and addresses stand that are not the practice's."""
    own, domains = own_numbers(setting), own_domains(setting)
    for hit in _PHONE.finditer(piece.text):
        digits = "".join(c for c in hit[0] if c.isdigit())[-10:]
        if not any(number.endswith(digits) for number in own):
            yield hit.span()
    for hit in _MAIL.finditer(piece.text):
        if not any(_within(hit[1].lower(), one) for one in domains):
            yield hit.span()


def _numbers(piece: Piece, setting: Setting) -> Iterator[Found]:
    own = own_numbers(setting)
    for hit in _PHONE.finditer(piece.text):
        digits = "".join(c for c in hit[0] if c.isdigit())[-10:]
        known = any(number.endswith(digits) for number in own)
        if (
            not known
            and not _is_told_as_ours(piece, hit.start())
            and not digits.startswith(_TOLL_FREE)
        ):
            what = f"a telephone number that is not the practice's: {masked(hit[0])}"
            yield found(piece, hit.start(), what)


def _mails(piece: Piece, setting: Setting) -> Iterator[Found]:
    own = own_domains(setting)
    for hit in _MAIL.finditer(piece.text):
        domain = hit[1].lower()
        if _is_told_as_ours(piece, hit.start()):
            continue
        if not domain.endswith(_PUBLIC) and not any(_within(domain, one) for one in own):
            what = "an e-mail address that is not the practice's: ••••@••••"
            yield found(piece, hit.start(), what)


def _is_told_as_ours(piece: Piece, offset: int) -> bool:
    """Whether the words before it say that it is the practice's, and no person's."""
    before = lowered(piece.text[max(0, offset - 120) : offset])
    sentence = re.split(r"[.!] ", before)[-1]
    person = re.search(r"\b(?:him|her|his|he|she|mom|dad|patient|family)\b", sentence)
    return _OURS.search(sentence) is not None and person is None


def _within(domain: str, own: str) -> bool:
    return domain == own or domain.endswith(f".{own}")


def _streets(piece: Piece, setting: Setting) -> Iterator[Found]:
    own, low = own_streets(setting), piece.text.lower()
    if len(low) != len(piece.text):
        return
    for pattern in (_STREET, _CALLE):
        for hit in pattern.finditer(low):
            words = hit[0].replace(",", "").split()
            named = piece.text[hit.start() + len(words[0]) + 1 : hit.start() + len(words[0]) + 2]
            if any(street and street.startswith(hit[0][: len(street)]) for street in own):
                continue
            if _is_told_as_ours(piece, hit.start()):
                continue
            if word_sets()["no_street"].isdisjoint(words) and (
                named.isupper() or pattern is _CALLE
            ):
                what = f"a street address that is not the practice's: •••• {words[-1]}"
                yield found(piece, hit.start(), what)
