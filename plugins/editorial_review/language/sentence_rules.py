"""R-03, R-04, R-09: paragraphs, the passive, and whether the reader is spoken to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.editorial_review.language.splitting import (
    Sentence,
    is_read,
    quoted,
    sentences_in,
    sentences_of,
)
from plugins.editorial_review.prose import Part
from plugins.editorial_review.rule import Found
from plugins.editorial_review.subject import Subject

_SENTENCES, _WORDS = 3, 65
_PASSIVE_SHARE, _ENOUGH = 0.15, 10

_IRREGULAR = (
    "been|begun|bitten|blown|born|borne|bought|bound|broken|brought|built|burnt|caught|chosen|cut|"
    "done|drawn|driven|eaten|fed|felt|found|forgotten|given|grown|heard|held|hidden|hit|hurt|kept|"
    "known|laid|led|left|lost|made|meant|met|paid|put|read|run|said|seen|sent|set|shaken|shown|"
    "shut|sold|spent|split|spoken|spread|stolen|struck|swollen|taken|taught|thought|thrown|told|"
    "torn|understood|worn|written"
)
_PASSIVE = re.compile(
    r"\b(?:am|is|are|was|were|be|been|being|isn['’]t|aren['’]t|wasn['’]t|weren['’]t)\s"
    rf"(?:not\s|never\s|also\s|often\s|usually\s|\w{{2,15}}ly\s){{0,2}}(\w{{2,20}}ed|{_IRREGULAR})\b",
    re.IGNORECASE,
)
_STATES = frozenset({
    "tired", "worried", "concerned", "interested", "scared", "excited", "bored", "confused",
    "relaxed", "experienced", "complicated", "limited", "advanced", "supposed", "used", "married",
    "aged", "related", "need", "indeed", "swollen", "left", "pleased", "overweighted", "crowded",
    "located", "based", "born", "retired", "depressed", "stressed", "frightened", "red", "allowed",
    "prepared", "involved", "exhausted", "embarrassed", "surprised", "infected", "vaccinated",
})  # fmt: skip
"""They end like a participle and tell how somebody or something is."""

_YOU = re.compile(r"\b(?:you|your|yours|yourself)\b", re.IGNORECASE)


def long_paragraphs(subject: Subject) -> Iterator[Found]:
    """R-03."""
    paragraphs = [p for p in subject.body if p.part is Part.PARAGRAPH]
    sized = [(p, [*sentences_in(p)]) for p in paragraphs]
    long = [
        (sum(len(s.words) for s in each), len(each), p)
        for p, each in sized
        if len(each) > _SENTENCES or sum(len(s.words) for s in each) > _WORDS
    ]
    # A fourth short sentence is no burden: only what is also long counts.
    heavy = [(words, n, p) for words, n, p in long if words > _WORDS or n > _SENTENCES + 2]
    if heavy:
        words, number, longest = max(heavy, key=lambda row: row[:2])
        are = "is" if len(heavy) == 1 else "are"
        yield Found(
            at=longest.line,
            what=f"{len(heavy)} of {len(paragraphs)} paragraphs {are} long; the longest has "
            f"{number} sentences and {words} words: {quoted(longest.text, 60)}",
        )


def passive(subject: Subject) -> Iterator[Found]:
    """R-04: by a pattern, which is enough for a share."""
    sentences = sentences_of(subject.passages) if subject.is_english else ()
    found = [s for s in sentences if is_passive(s)]
    if len(sentences) >= _ENOUGH and len(found) > _PASSIVE_SHARE * len(sentences):
        yield Found(
            at=found[0].line,
            what=f"{len(found)} of {len(sentences)} sentences are in the passive, like "
            f"{quoted(found[0].text)}",
        )


def is_passive(sentence: Sentence) -> bool:
    """Whether something is done in it, and nobody does it."""
    return any(hit[1].lower() not in _STATES for hit in _PASSIVE.finditer(sentence.text))


def no_you(subject: Subject) -> Iterator[Found]:
    """R-09."""
    read = [p for p in subject.passages if is_read(p)]
    if subject.is_english and read and not any(_YOU.search(p.text) for p in read):
        yield Found(at=read[0].line, what='nowhere does the text say "you" or "your"')
