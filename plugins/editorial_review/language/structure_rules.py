"""S-01, S-02, S-07, S-08: headings, chunks, what to do next, do and don't lists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from plugins.editorial_review.language.splitting import quoted, sentences_in, words_in
from plugins.editorial_review.prose import Part, Passage
from plugins.editorial_review.rule import Found
from plugins.editorial_review.subject import Subject

_LONGEST_TITLE = 65
_CHUNK = 300
_LEAST_ITEMS = 2

_ACTION = re.compile(
    r"(?:^|, |\bplease |\bpor favor,? |\bto )[\"“¿¡]{0,2}(?:do not |don['’]t |no )?"
    r"(?:ask|avoid|bring|book|buy|call|check|choose|come|contact|cut|do|drink|eat|find|follow|get|"
    r"give|go|help|join|keep|learn|limit|look|make|measure|move|plan|pick|put|quit|read|rest|save|"
    r"schedule|see|send|set|share|sign|stay|start|stop|take|talk|tell|throw|try|use|visit|wash|"
    r"watch|wear|write|pida|llame|llámenos|pregunte|haga|hable|tome|mida|vaya|busque|elija|empiece|"
    r"traiga|evite|lave|use|anote|consulte|deje|escriba|visite|lea|coma|camine|vacúnese|prepare)\b",
    re.IGNORECASE,
)
"""A sentence that begins with what to do, or comes to it after a condition: "If it hurts, rest"."""

_CONTACT = re.compile(
    r"\(\d{3}\) \d{3}-\d{4}|\b(?:911|988|1-8\d\d-\d{3}-\d{4})\b|"
    r"\b(?:call|ask|tell|contact|see|visit|talk (?:to|with)|message|reach) "
    r"(?:us|our|your (?:doctor|care team|clinician|provider|nurse|pharmacist))\b|"
    r"\b(?:llámenos|llame|pregúntenos|consúltenos|hable con|díganos|pídanos|visítenos)\b",
    re.IGNORECASE,
)


def headings(subject: Subject) -> Iterator[Found]:
    """S-01: a title too long for a heading, and levels that are skipped."""
    document = subject.document
    if len(document.title) > _LONGEST_TITLE:
        yield Found(
            at="title",
            what=f"the title has {len(document.title)} characters: {quoted(document.title)}",
            fix=f"Say it in at most {_LONGEST_TITLE} characters.",
        )
    levels = [(2, None), *((p.level, p) for p in subject.body if p.part is Part.HEADING)]
    for (above, _), (level, heading) in pairwise(levels):
        if heading is not None and (level > above + 1 or (above == 2 and level > 3)):
            yield Found(
                at=heading.line,
                what=f"the heading {quoted(heading.text)} has {'#' * level}, where "
                f"{'#' * min(above + 1, level)} is next",
            )
            return
    first = next((p for p in subject.body if p.part is Part.HEADING), None)
    if first is not None and first.level > 2:
        yield Found(
            at=first.line,
            what=f"the first heading, {quoted(first.text)}, has {'#' * first.level}, not ##",
        )


def chunks(subject: Subject) -> Iterator[Found]:
    """S-02."""
    for part in _by_section(subject.body):
        words = words_in(part)
        if words > _CHUNK:
            yield Found(
                at=part[0].line,
                what=f"{words} words stand without a heading from here on: "
                f"{quoted(part[0].text, 50)}",
            )


def _by_section(body: tuple[Passage, ...]) -> list[list[Passage]]:
    parts: dict[int, list[Passage]] = {}
    for passage in body:
        parts.setdefault(passage.section, []).append(passage)
    return [*parts.values()]


def next_step(subject: Subject) -> Iterator[Found]:
    """S-07: the last part of an article says what to do, and how to reach somebody."""
    parts = _by_section(tuple(p for p in subject.body if p.part is not Part.ADDRESS))
    if not parts:
        return
    last = [p for p in parts[-1] if p.part is not Part.HEADING]
    acts = any(_ACTION.search(s.text) for p in last for s in sentences_in(p))
    reaches = any(_CONTACT.search(p.text) for p in last)
    if not (acts and reaches):
        missing = "what to do next" if not acts else "how to reach you"
        line = parts[-1][0].line
        yield Found(at=line, what=f"the last part, from line {line} on, does not say {missing}")


def short_lists(subject: Subject) -> Iterator[Found]:
    """S-08."""
    items: dict[tuple[str, int], list[Passage]] = {}
    for passage in subject.body:
        if passage.card in ("do", "dont") and passage.part is Part.ITEM:
            items.setdefault((passage.card, passage.block), []).append(passage)
    for (card, _), listed in items.items():
        if len(listed) < _LEAST_ITEMS:
            yield Found(
                at=listed[0].line,
                what=f'the list "!!! {card}" has only one item: {quoted(listed[0].text)}',
            )
