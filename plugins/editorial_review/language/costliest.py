"""Which sentences make a text hard: what the grade would be without each one's length.

A sentence is thought as split into pieces of a comfortable length, its long words as exchanged for
shorter ones; the difference that this makes to the whole text is what the sentence costs.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from heapq import nlargest
from math import ceil

from plugins.editorial_review.language.formulas import Counts, flesch_kincaid, inflesz
from plugins.editorial_review.language.splitting import Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Costly:
    """A sentence that costs, and what to do about it."""

    text: str
    line: int
    words: int
    cost: float
    """How much easier the whole text would be without its length: school years in English, points
    of INFLESZ in Spanish."""
    long_words: tuple[str, ...]
    """Those to exchange, the longest first."""
    advice: str
    """One line: 'split it in 2: it has 27 words; find shorter words for "administration"'."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Measure:
    """What is long in a language."""

    syllables: int
    """A word with more is long."""
    piece: int
    """The words of a comfortable sentence."""
    ease: Callable[[Counts], float]
    """Higher is easier."""


_MEASURES = {
    "en": _Measure(syllables=2, piece=15, ease=lambda counts: -flesch_kincaid(counts)),
    "es": _Measure(syllables=3, piece=20, ease=inflesz),
}
_MOST_NAMED = 3


def costliest_of(
    sentences: Sequence[Sentence],
    topics: frozenset[str],
    count: Callable[[str], int],
    language: str,
    n: int = 5,
) -> list[Costly]:
    """The `n` sentences that cost most, the costliest first; subject words are not held against
    them."""
    measure = _MEASURES[language]
    sizes = [_sizes(s, topics, count, measure) for s in sentences]
    whole = Counts(
        words=sum(len(s.words) for s in sentences),
        sentences=len(sentences),
        syllables=sum(each for size in sizes for each in size),
        long_words=0,
    )
    costs = [_cost(size, whole, measure) for size in sizes]
    order = nlargest(n, range(len(costs)), key=lambda index: (costs[index], -index))
    return [
        _costly(sentences[index], sizes[index], costs[index], measure)
        for index in order
        if costs[index] > 0
    ]


def _sizes(
    sentence: Sentence, topics: frozenset[str], count: Callable[[str], int], measure: _Measure
) -> list[int]:
    return [
        min(count(word), measure.syllables) if word.lower() in topics else count(word)
        for word in sentence.words
    ]


def _pieces(words: int, measure: _Measure) -> int:
    # A few words over are no reason to cut a sentence in two.
    return ceil(words / measure.piece) if words > measure.piece + 5 else 1


def _cost(size: list[int], whole: Counts, measure: _Measure) -> float:
    excess = sum(each - measure.syllables for each in size if each > measure.syllables)
    pieces = _pieces(len(size), measure)
    if not excess and pieces == 1:
        return 0.0
    without = replace(
        whole, sentences=whole.sentences + pieces - 1, syllables=whole.syllables - excess
    )
    return measure.ease(without) - measure.ease(whole)


def _costly(sentence: Sentence, size: list[int], cost: float, measure: _Measure) -> Costly:
    sized = dict(zip(sentence.words, size, strict=True))
    by_length = sorted(
        (w for w in sized if sized[w] > measure.syllables), key=lambda w: (-sized[w], w)
    )
    return Costly(
        text=sentence.text,
        line=sentence.line,
        words=len(sentence.words),
        cost=cost,
        long_words=tuple(by_length),
        advice=_advice(len(size), by_length[:_MOST_NAMED], measure),
    )


def _advice(words: int, long_words: list[str], measure: _Measure) -> str:
    pieces = _pieces(words, measure)
    named = ", ".join(f'"{word}"' for word in long_words)
    return "; ".join(
        part
        for part in (
            f"split it in {pieces}: it has {words} words" if pieces > 1 else "",
            f"find shorter words for {named}" if named else "",
        )
        if part
    )
