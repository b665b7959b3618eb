"""P-12: names of files and links that name somebody: they leave with the picture."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.editorial_review.privacy.allowed import allowed_names
from plugins.editorial_review.privacy.names import given_names, word_sets
from plugins.editorial_review.privacy.reading import read
from plugins.editorial_review.privacy.told import found
from plugins.editorial_review.prose import Part
from plugins.editorial_review.rule import Found
from plugins.editorial_review.subject import Subject

_FILE = re.compile(
    r"([\w%+@^.-]{1,160})\.(?:jpe?g|png|gif|webp|avif|heic|tiff?|svg|bmp|pdf|docx?|xlsx?|pptx?|csv|"
    r"txt|md|zip|dcm|mp4|mov|m4v|mp3|wav)(?![\w])",
    re.IGNORECASE,
)
_PARTS = re.compile(r"[A-Z]?[a-zß-öø-ÿ]+|[A-ZÀ-Þ]+(?![a-zß-öø-ÿ])|\d+")
_BIRTH = re.compile(r"(?:dob|born|birth)[ _-]?\d", re.IGNORECASE)
_RECORD = re.compile(r"(?<![a-z])(?:mrn|pt|chart|acct|patient)[ _-]?\d{3}", re.IGNORECASE)
_DATED = re.compile(r"(?<!\d)(?:19|20)\d\d[-_.]?[01]\d[-_.]?[0-3]\d(?!\d)")
_AGED = re.compile(
    r"(?<![a-z])(?:age[ _-]?\d{1,2}|\d{1,2}[ _-]?y(?:o|rs?)(?![a-z]))", re.IGNORECASE
)
_CLINICAL = frozenset(
    "xray xrays ray mri ct scan scans ultrasound sonogram ekg ecg biopsy before after preop postop "
    "pre post op repair surgery wound ulcer rash mole melanoma cancer tumor nodule fracture cast "
    "scar cleft teeth tooth smile veneers braces implant implants root lesion burn injury labs lab "
    "results chart consent case patient pt story testimonial transformation chemo foot hand knee "
    "hip back spine eye ear twins wks weeks week wk months graduation bell".split()
)
_TITLES = frozenset("mr mrs ms miss sr sra baby pt patient".split())


def check(subject: Subject) -> Iterator[Found]:
    """Every file name that names somebody, or dates what was done to somebody."""
    allowed = allowed_names(subject.setting)
    for one in read(subject):
        piece = one.piece
        for hit in _FILE.finditer(_with_spaces(piece.text)):
            if says := _says(hit[1], allowed):
                yield found(piece, hit.start(), f"a file name with {says}")
        if piece.part is Part.ADDRESS and "/" not in piece.text and "." not in piece.text:
            if says := _says(piece.text, allowed):
                yield found(piece, 0, f"a file name with {says}")


def _with_spaces(text: str) -> str:
    return text.replace("%20", "_%_")


def _says(stem: str, allowed: frozenset[str]) -> str:
    """What a file name gives away, in words; empty for nothing."""
    parts = [part.lower() for part in _PARTS.findall(stem)]
    words = {*parts}
    if _BIRTH.search(stem):
        return "a date of birth: ••••"
    if _RECORD.search(stem):
        return "a record number: ••••"
    clinical = words & _CLINICAL
    if any(
        a in _TITLES and len(b) > 2 and b.isalpha() and b not in _CLINICAL | _PLAIN
        for a, b in zip(parts, parts[1:], strict=False)
    ):
        return "the name of a person: ••••"
    named = [part for part in parts if _is_name(part, allowed)]
    if named and (clinical or len(named) > 1 or _AGED.search(stem) or _DATED.search(stem)):
        return "the name of a person: ••••"
    if clinical and (_AGED.search(stem) or _DATED.search(stem)):
        return f"what was done to somebody, and when: {sorted(clinical)[0]}"
    if words & _PICTURED and not words & _NOT_PICTURED and len(words) > 1:
        return "a before or after, as of one person"
    return ""


_PICTURED = frozenset("before after preop postop".split())
_NOT_PICTURED = frozenset(
    "your you visit hours school care the meals meal eating exercise work and bed sleep you're "
    "first use when dinner lunch checklist steps what to how".split()
)
_PLAIN = frozenset(
    "care portal safety education rights form forms shower wellness visit visits teeth food foods "
    "blues information handout survey story stories guide sleep steps talk led app".split()
)


def _is_name(part: str, allowed: frozenset[str]) -> bool:
    known = part in allowed or part in word_sets()["known"]
    return len(part) > 2 and part in given_names() and not known
