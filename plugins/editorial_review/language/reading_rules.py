"""R-01, R-02, R-10: is the text easy enough, and which sentences cost it most?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plugins.editorial_review.language.costliest import Costly
from plugins.editorial_review.language.reading import ReadingEase, ease_of
from plugins.editorial_review.language.splitting import Sentence, quoted, sentences_of
from plugins.editorial_review.language.topic_words import topic_words
from plugins.editorial_review.rule import Found
from plugins.editorial_review.subject import Subject
from plugins.practice.posts import Post
from plugins.practice.problems import Severity

ENOUGH_WORDS = 100
"""A shorter text has no reliable grade."""

_GRADE, _FAR_GRADE = 8.0, 10.0
_SMOG, _FAR_SMOG = 10.0, 12.0
_NORMAL, _HARD = 55.0, 40.0
_LONG, _VERY_LONG = 20, 25
_SHARE = 0.1
_MEAN = 15.0
_SHOWN = 3


def too_hard(subject: Subject) -> Iterator[Found]:
    """R-01: judged without the post's own subject words."""
    ease = _ease(subject)
    if ease is None or ease.fk_neutral is None or ease.words < ENOUGH_WORDS:
        return
    smog = 0.0 if ease.is_rough else ease.smog_neutral or 0.0
    if ease.fk_neutral > _GRADE or smog > _SMOG:
        far = "far " if ease.fk_neutral > _FAR_GRADE or smog > _FAR_SMOG else ""
        yield Found(
            at=_first_line(ease), what=f"the text is {far}too hard: {told(ease)}.{_costs(ease)}"
        )


def too_hard_in_spanish(subject: Subject) -> Iterator[Found]:
    """R-10."""
    ease = _ease(subject)
    if ease is None or ease.inflesz is None or ease.words < ENOUGH_WORDS:
        return
    if ease.inflesz < _NORMAL:
        far = "very " if ease.inflesz < _HARD else "somewhat "
        yield Found(
            at=_first_line(ease), what=f"the text is {far}hard: {told(ease)}.{_costs(ease)}"
        )


def told(ease: ReadingEase) -> str:
    """The figures in words: "grade 9.4 (10.2 with its subject words), SMOG 11.0"."""
    if ease.inflesz is not None:
        return f"INFLESZ {ease.inflesz:.0f}, where {_NORMAL:.0f} and more is normal"
    rough = ", a rough figure for so few sentences" if ease.is_rough else ""
    return (
        f"school grade {ease.fk_neutral:.1f} ({ease.fk:.1f} with its own subject words), SMOG "
        f"{ease.smog_neutral:.1f}{rough}"
    )


def _ease(subject: Subject) -> ReadingEase | None:
    document = subject.document
    topics = topic_words(document) if isinstance(document, Post) else frozenset[str]()
    return ease_of(subject.passages, topics, document.lang)


def _first_line(ease: ReadingEase) -> int:
    return ease.costliest[0].line if ease.costliest else 1


def _costs(ease: ReadingEase) -> str:
    if not ease.costliest:
        return ""
    return " Most is gained at: " + "; ".join(map(_cost, ease.costliest[:_SHOWN]))


def _cost(costly: Costly) -> str:
    return f"line {costly.line}, {quoted(costly.text, 50)} ({costly.advice})"


def long_sentences(subject: Subject) -> Iterator[Found]:
    """R-02: a warning where the text as a whole is too long-winded; a note for some sentences."""
    sentences = sentences_of(subject.passages) if subject.is_english else ()
    long = [s for s in sentences if len(s.words) > _LONG]
    if not long:
        return
    longest = max(long, key=lambda s: len(s.words))
    too_many, many = _is_too_long(sentences), len(long) > max(2, _SHARE * len(sentences))
    if not (too_many or many or len(longest.words) > _VERY_LONG):
        return
    yield Found(
        at=longest.line,
        what=f"{_many(long, sentences)}; the longest has {len(longest.words)}: "
        f"{quoted(longest.text)}{_elsewhere(long, longest)}",
        severity=None if too_many else Severity.NOTE,
    )


def _many(long: Sequence[Sentence], sentences: Sequence[Sentence]) -> str:
    has = "has" if len(long) == 1 else "have"
    return f"{len(long)} of {len(sentences)} sentences {has} more than {_LONG} words"


def _elsewhere(long: Sequence[Sentence], longest: Sentence) -> str:
    lines = sorted({s.line for s in long if s is not longest})
    if not lines:
        return ""
    more = "…" if len(lines) > 8 else ""
    return f"; more on line {', '.join(map(str, lines[:8]))}{more}"


def _is_too_long(sentences: Sequence[Sentence]) -> bool:
    words = sum(len(s.words) for s in sentences)
    very = sum(len(s.words) > _VERY_LONG for s in sentences)
    mean = words / len(sentences)
    return words >= ENOUGH_WORDS and (mean > _MEAN or (very > 1 and very > _SHARE * len(sentences)))
