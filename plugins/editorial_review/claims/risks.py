"""N-01 to N-03 and N-05: numbers that people read as they are meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise

from plugins.editorial_review.claims.phrases import Hit, hits, quoted
from plugins.editorial_review.prose import Part, Passage
from plugins.editorial_review.rule import Found
from plugins.editorial_review.subject import Subject
from plugins.practice.posts import HealthPost

_MORE = r"(?:more|less|higher|lower|greater|fewer|increased|decreased|reduced)"
_CHANCE = r"(?:risks?|chances?|odds|likelihood|rates?|deaths?|cases)"
_RELATIVE = re.compile(
    rf"\b(?:(?:doubles?|doubled|doubling|triples?|tripled|halves?|halved|quadruples?|quadrupled)\s"
    rf"(?:[\w'’]{{1,20}}\s){{0,3}}{_CHANCE}"
    rf"|\d{{1,4}}(?:\.\d)?\s?(?:%|percent)\s(?:[\w-]{{1,20}}\s)?{_MORE}\s(?:likely|{_CHANCE})"
    rf"|(?:cuts?|reduces?|reduced|lowers?|lowered|increases?|increased|raises?|raised)\s"
    rf"(?:[\w'’-]{{1,20}}\s){{0,6}}by\s(?:about\s|up to\s|as much as\s|almost\s|more than\s)?"
    rf"(?:half|one[- ]half|a third|one[- ]third|two[- ]thirds|a quarter|\d{{1,3}}\s?(?:%|percent))"
    rf"|(?:\d{{1,4}}(?:\.\d)?|two|three|four|five|six|seven|eight|nine|ten|several|many)\stimes\s"
    rf"(?:(?:as|{_MORE})\s(?:likely|{_CHANCE}|often|common)|the\s(?:[\w-]{{1,20}}\s)?{_CHANCE}|"
    rf"{_MORE}\s{_CHANCE})"
    rf"|twice\s(?:as\s(?:likely|common|often|high)|the\s(?:[\w-]{{1,20}}\s)?{_CHANCE})"
    rf"|{_MORE}\s{_CHANCE}\sby\s\d{{1,3}}\s?(?:%|percent))",
    re.IGNORECASE,
)
_OF_CHANCE = re.compile(rf"\b(?:{_CHANCE}|likely|often|common|high)\b", re.IGNORECASE)
"""What a sentence on a risk speaks of: "cut the pills by half" is another matter."""

_WHOLE = re.compile(
    r"(?<![\w.,])(?P<part>\d[\d,.]{0,9}|one|two|three|four|five|six|seven|eight|nine|ten)\s"
    r"(?P<how>in|out of|of every|of|per)\s(?:every\s|about\s)?(?P<whole>\d[\d,]{0,11})"
    r"(?!\s?(?:%|percent|mg|ml|hours?|days?|weeks?|months?|years?|minutes?|am\b|pm\b)|[\w.]*\d)",
    re.IGNORECASE,
)
_SHARES = re.compile(r"\bfrom\s\d{1,3}(?:\.\d)?\s?(?:%|percent)\sto\s\d{1,3}", re.IGNORECASE)


def bare_relative_risks(subject: Subject) -> Iterator[Found]:
    """N-01, once a paragraph; the counts of the field `risk` stand on the page and suffice."""
    post = subject.document
    if isinstance(post, HealthPost) and post.risk:
        return
    told = set[int]()
    for hit in hits(_RELATIVE, _read(subject)):
        text = hit.passage.text
        is_told = _WHOLE.search(text) or _SHARES.search(text) or hit.passage.line in told
        if not is_told and _OF_CHANCE.search(hit.sentence):
            told.add(hit.passage.line)
            yield Found(at=hit.line, what=f"{quoted(hit.words)} does not say of how many")


def _read(subject: Subject) -> list[Passage]:
    return [p for p in subject.passages if p.is_prose or p.part in (Part.CELL, Part.HEADING)]


def mixed_wholes(subject: Subject) -> Iterator[Found]:
    """N-02: counts that are compared (in a list, a table, a sentence) out of different wholes."""
    for _, group in groupby(subject.body, key=_together):
        pieces = [p for p in group if p.part in (Part.CELL, Part.ITEM)]
        counts = list(hits(_WHOLE, pieces))
        if len({_whole(h) for h in counts}) > 1:
            yield _mixed(counts)
    for passage in subject.body:
        if passage.part is Part.PARAGRAPH:
            yield from _in_sentence(passage)


def _together(passage: Passage) -> tuple[int, int, bool]:
    return passage.section, passage.block, passage.part is Part.CELL


def _whole(hit: Hit) -> str:
    found = _WHOLE.match(hit.passage.text, hit.start)
    return found["whole"].replace(",", "") if found else ""


def _in_sentence(passage: Passage) -> Iterator[Found]:
    """ "1 in 7 women and 1 in 12 men": in one sentence they are compared."""
    counts = list(hits(_WHOLE, [passage]))
    for one, other in pairwise(counts):
        if _whole(one) != _whole(other) and other.start < one.end + len(one.after):
            yield _mixed([one, other])
            return


def _mixed(counts: Iterable[Hit]) -> Found:
    by_whole = {_whole(hit): hit for hit in reversed(list(counts))}
    first, *more = sorted(by_whole.values(), key=lambda hit: (hit.line, hit.start))
    named = " and ".join(quoted(hit.words) for hit in (first, *more[:2]))
    return Found(at=first.line, what=f"{named} are out of different numbers of people")


_DECIMAL = re.compile(r"(?<![\w.,])\d{1,3}[.,]\d{1,3}\s?(?:%|percent\b)", re.IGNORECASE)
_MEASURED = re.compile(
    r"\b(?:A1C|HbA1c|hemoglobin|hematocrit|solution|cream|gel|ointment|saline|drops?|strength|"
    r"alcohol|oxygen|saturation|level|test result|concentration|peroxide|fluoride|hidrocortisona|"
    r"solución|crema|hemoglobina)\b",
    re.IGNORECASE,
)
_VAGUE = re.compile(
    r"\b(?:very rare|rare|uncommon|very common|common|unlikely)\s(?:but serious\s|serious\s)?"
    r"(?:side effects?|complications?|reactions?)\b"
    r"|\b(?:side effects?|complications?|reactions?)\s(?:is|are)\s(?:very\s)?"
    r"(?:rare|common|uncommon)\b",
    re.IGNORECASE,
)


def unread_numbers(subject: Subject) -> Iterator[Found]:
    """N-03: percentages with decimals outside lab values, and side effects called rare or common
    with no number in the paragraph."""
    lab = {p.section for p in subject.body if _MEASURED.search(p.text)}
    told = set[int]()
    for hit in hits(_DECIMAL, _read(subject)):
        is_lab = _MEASURED.search(hit.passage.text) or hit.passage.section in lab
        if not is_lab and hit.line not in told:
            told.add(hit.line)
            yield Found(
                at=hit.line,
                what=f"{quoted(hit.words)} has a decimal",
                fix="Round it, or say it as people: “about 1 in 7”.",
            )
    for hit in hits(_VAGUE, _read(subject)):
        if not any(sign.isdigit() for sign in hit.passage.text):
            yield Found(at=hit.line, what=f"{quoted(hit.words)}, and no number says how many")


_PEOPLE = (
    r"(?:people|persons?|adults?|children|kids|men|women|anyone|everyone|those|patients?|"
    r"individuals|boys|girls|infants|babies|teens|teenagers|aged?|ages)"
)
_AGE = re.compile(
    rf"\b{_PEOPLE}\s(?:who are\s|who is\s|aged\s|age\s)?(?:over|under|above|below)\s"
    r"(?:the\s)?(?:age\s)?(?:of\s)?(?P<age>\d{1,3})\b"
    r"(?!\s?(?:%|percent|pounds?|lbs?|kg|mm|mg|inches|feet|cm|weeks?|hours?|days?|BMI|[/,.]\d))",
    re.IGNORECASE,
)
_OLDEST = 115


def unclear_ages(subject: Subject) -> Iterator[Found]:
    """N-05."""
    for hit in hits(_AGE, _read(subject)):
        age = re.search(r"\d{1,3}", hit.words)
        if age and 0 < int(age[0]) <= _OLDEST and "BMI" not in hit.sentence:
            yield Found(at=hit.line, what=f"{quoted(hit.words)}: is somebody aged {age[0]} meant?")
