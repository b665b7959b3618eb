"""E-02 and E-06: a text that names a sign of an emergency says what to do about it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby

from plugins.editorial_review.claims.phrases import Hit, any_of, hits, lead_ins, quoted
from plugins.editorial_review.claims.red_flags import (
    READER,
    has_urgent_card,
    red_flags_in,
    sends_to_help,
)
from plugins.editorial_review.prose import Part, Passage
from plugins.editorial_review.rule import Found
from plugins.editorial_review.subject import Subject
from plugins.practice.posts import HealthPost
from plugins.practice.problems import Severity

_PROMINENT = frozenset({"title", "summary", "key_points", "answer", "key_fact"})
_ENOUGH = 2
"""So many different signs make a page one about symptoms, whomever it speaks to."""

_WAITING = any_of(
    "wait and see, watch and wait, watchful waiting, wait a few, wait it out, wait to see, wait "
    "until, waiting it out, home remedy, home remedies, sleep it off, treat it at home, treat this "
    "at home, ride it out, keep an eye on it, esperar a ver, espere a ver, espere unos, esperar "
    "unos, remedio casero, remedios caseros, espere hasta"
)


def without_card(subject: Subject) -> Iterator[Found]:
    """E-02. A page about symptoms needs a card; any other page at least the plain words."""
    post = subject.document
    is_symptom = isinstance(post, HealthPost) and post.symptom
    shown = _read(subject)
    if has_urgent_card(shown) or (sends_to_help(shown) and not is_symptom):
        return
    signs = list(red_flags_in(shown))
    names = list(dict.fromkeys(name for name, _ in signs))
    leads = lead_ins(subject.body)
    is_about_signs = is_symptom or len(names) >= _ENOUGH
    told = [sign for sign in signs if is_about_signs or _tells(sign[1], leads)]
    if told:
        what = f"{quoted(told[0][1].words)} is named, and no card says when to call for help"
        more = f" (signs named: {', '.join(names)})" if len(names) > 1 else ""
        yield Found(
            at=told[0][1].line, what=what + more, severity=Severity.BLOCK if is_symptom else None
        )


def _read(subject: Subject) -> tuple[Passage, ...]:
    """What readers of the page see, texts for networks left out."""
    shown = (p for p in subject.passages if p.is_shown and p.part is not Part.CODE)
    return tuple(p for p in shown if not p.field.startswith("share"))


def _tells(hit: Hit, leads: Mapping[int, Passage]) -> bool:
    """Whether the sign is told to the reader: in so many words, or where it is read first."""
    passage = hit.passage
    if passage.field in _PROMINENT or passage.part is Part.HEADING or READER.search(hit.sentence):
        return True
    lead = leads.get(passage.line) if not passage.field else None
    return lead is not None and READER.search(lead.text[-200:]) is not None


def waits_with_a_sign(subject: Subject) -> Iterator[Found]:
    """E-06. "Wait and see" in a section that names a sign, and has no urgent card of its own."""
    for _, section in groupby(subject.body, key=lambda p: p.section):
        passages = tuple(section)
        waits = [h for h in hits(_WAITING, passages) if not _forbids(h)]
        if waits and not has_urgent_card(passages):
            yield from _beside(waits[0], passages)


def _forbids(hit: Hit) -> bool:
    return hit.is_negated or hit.passage.card == "dont"


def _beside(wait: Hit, passages: tuple[Passage, ...]) -> Iterator[Found]:
    for name, sign in red_flags_in(passages):
        yield Found(
            at=wait.line, what=f"{quoted(wait.words)} stands near {quoted(sign.words)} ({name})"
        )
        return
