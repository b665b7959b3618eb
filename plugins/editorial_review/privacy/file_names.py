"""P-12: names of files and links that name somebody: they leave with the picture."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from plugins.editorial_review.privacy.allowed import allowed_names
from plugins.editorial_review.privacy.name_lists import family_names, given_names, word_sets
from plugins.editorial_review.privacy.pieces import Piece
from plugins.editorial_review.privacy.reading import HIDDEN, read
from plugins.editorial_review.privacy.told import found
from plugins.editorial_review.prose import Part
from plugins.editorial_review.rule import Found
from plugins.editorial_review.subject import Subject
from plugins.practice.problems import Severity

_FILE = re.compile(
    r"(?<![\w%+@^.-])([\w%+@^.-]{1,160})\.(?:jpe?g|png|gif|webp|avif|heic|tiff?|svg|bmp|pdf|docx?|"
    r"xlsx?|pptx?|csv|txt|md|zip|dcm|mp4|mov|m4v|mp3|wav)(?!\w)",
    re.IGNORECASE,
)
_PARTS = re.compile(r"[A-Z]?[a-zß-öø-ÿ]+|[A-ZÀ-Þ]+(?![a-zß-öø-ÿ])|\d+")
_BIRTH = re.compile(r"(?:dob|born|birth)[ _-]?\d", re.IGNORECASE)
_RECORD = re.compile(r"(?<![a-z])(?:mrn|pt|chart|acct|patient)[ _-]?\d{3}", re.IGNORECASE)
_DAY = re.compile(r"(?<!\d)(?:19|20)\d\d[-_.]?[01]\d[-_.]?[0-3]\d(?!\d)")
_COURSE = re.compile(r"(?<![a-z])(?:day|week|wk|month|mo)[ _-]?\d{1,3}(?!\d)", re.IGNORECASE)
_AGE = re.compile(r"(?<![a-z])(?:age[ _-]?\d{1,2}|\d{1,2}[ _-]?y(?:o|rs?)(?![a-z]))", re.IGNORECASE)
_NAMED = f"the name of a person: {HIDDEN}"


def check(subject: Subject) -> Iterator[Found]:
    """Every file name that names somebody, or dates what was done to somebody."""
    allowed = allowed_names(subject.setting)
    for one in read(subject):
        for start, stem in _stems(one.piece):
            told = _told(stem, allowed)
            # The name of a text may say "after" or "before" of an illness.
            if told and (stem != one.piece.text or told[0] == _NAMED or told[1] is Severity.BLOCK):
                says, severity = told
                place = found(one.piece, start, f"a file name with {says}")
                yield Found(at=place.at, what=place.what, severity=severity)


def _stems(piece: Piece) -> Iterator[tuple[int, str]]:
    """The names of files in a piece, without their endings."""
    for hit in _FILE.finditer(piece.text.replace("%20", "_%_")):
        yield hit.start(1), hit[1]
    if piece.part is Part.ADDRESS and not {*"/."} & {*piece.text}:
        yield 0, piece.text


def _told(stem: str, allowed: frozenset[str]) -> tuple[str, Severity] | None:
    """What a file name gives away, in words, and how much that weighs; None: nothing."""
    lists = word_sets("file_words.toml")
    parts = [part.lower() for part in _PARTS.findall(stem)]
    clinical = lists["clinical"] & {*parts}
    when = any(pattern.search(stem) for pattern in (_AGE, _DAY, _COURSE))
    things = not {*parts}.isdisjoint(word_sets()["things"])
    known = allowed | word_sets()["eponyms"] if things else allowed
    names = [part for part in parts if _is_name(part, known)]
    pictured = lists["pictured"] & {*parts} and not lists["not_pictured"] & {*parts}
    cases = (
        (bool(_BIRTH.search(stem)), f"a date of birth: {HIDDEN}", Severity.BLOCK),
        (bool(_RECORD.search(stem)), f"a record number: {HIDDEN}", Severity.BLOCK),
        (_is_titled(parts), _NAMED, Severity.BLOCK),
        (bool(names) and (bool(clinical) or when), _NAMED, Severity.BLOCK),
        (bool(clinical) and when, "what was done to somebody, and when", Severity.BLOCK),
        (len(names) > 1, _NAMED, Severity.WARN),
        (bool(pictured) and len(parts) > 1, "a before or after of one person", Severity.WARN),
    )
    return next(((says, weight) for holds, says, weight in cases if holds), None)


def _is_titled(parts: Sequence[str]) -> bool:
    """Whether a "Mrs." and a name follow each other."""
    lists = word_sets("file_words.toml")
    plain = lists["clinical"] | lists["no_names"]
    return any(
        title in lists["titles"] and len(name) > 2 and name.isalpha() and name not in plain
        for title, name in pairwise(parts)
    )


def _is_name(part: str, known: frozenset[str]) -> bool:
    named = part in given_names() or part in family_names()
    return named and len(part) > 2 and part not in known
