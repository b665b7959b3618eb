"""How easily a text is read: grade or score, and which sentences cost it most.

The neutral figures count the words that a post is about as two syllables at most: a page on
diabetes is not hard because it says "diabetes". Judged is by these.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from plugins.editorial_review.language.costliest import Costly, costliest_of
from plugins.editorial_review.language.formulas import Counts, flesch_kincaid, inflesz, smog
from plugins.editorial_review.language.spanish_syllables import spanish_syllables_of
from plugins.editorial_review.language.splitting import Sentence, sentences_of
from plugins.editorial_review.language.syllables import syllables_of
from plugins.editorial_review.language.topic_words import topic_words
from plugins.editorial_review.prose import Passage
from plugins.editorial_review.texts import all_passages
from plugins.practice.posts import Post

ENOUGH_SENTENCES = 30
"""SMOG was made for samples of 30 sentences."""

SyllablesOf = Callable[[str], int]
_SYLLABLES: dict[str, SyllablesOf] = {"en": syllables_of, "es": spanish_syllables_of}
"""By language: others are not measured."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingEase:
    """The figures of one text. Grades are school years; None: not made for its language."""

    fk: float | None = None
    fk_neutral: float | None = None
    smog: float | None = None
    smog_neutral: float | None = None
    is_rough: bool
    """Whether it has too few sentences for SMOG."""
    words: int
    sentences: int
    inflesz: float | None = None
    """Spanish: 55 and more is normal."""
    costliest: tuple[Costly, ...] = ()
    """The five sentences whose shortening would help most, the costliest first."""


def reading_ease(post: Post) -> ReadingEase | None:
    """The reading ease of a post; None in a language without a formula, and without sentences."""
    return ease_of(all_passages(post), topic_words(post), post.lang)


@lru_cache(maxsize=4)
def ease_of(passages: tuple[Passage, ...], topics: frozenset[str], lang: str) -> ReadingEase | None:
    """The same, of passages; `topics`: the subject words, in small letters."""
    language = lang.partition("-")[0]
    sentences = sentences_of(passages)
    if language not in _SYLLABLES or not sentences:
        return None
    plain = counts_of(sentences, _SYLLABLES[language])
    costly = tuple(costliest_of(sentences, topics, _SYLLABLES[language], language))
    if language == "es":
        return ReadingEase(
            inflesz=inflesz(plain),
            is_rough=plain.sentences < ENOUGH_SENTENCES,
            words=plain.words,
            sentences=plain.sentences,
            costliest=costly,
        )
    neutral = counts_of(sentences, syllables_of, topics)
    return ReadingEase(
        fk=flesch_kincaid(plain),
        fk_neutral=flesch_kincaid(neutral),
        smog=smog(plain),
        smog_neutral=smog(neutral),
        is_rough=plain.sentences < ENOUGH_SENTENCES,
        words=plain.words,
        sentences=plain.sentences,
        costliest=costly,
    )


def costliest(
    passages: Iterable[Passage], topics: frozenset[str], n: int = 5, lang: str = "en"
) -> list[Costly]:
    """The `n` sentences whose shortening would ease the text most; `lang` is "en" or "es"."""
    language = lang.partition("-")[0]
    sentences = sentences_of(tuple(passages))
    return costliest_of(sentences, topics, _SYLLABLES[language], language, n)


def counts_of(
    sentences: Sequence[Sentence], count: SyllablesOf, topics: frozenset[str] = frozenset()
) -> Counts:
    """Words, sentences and syllables; a word of `topics` has two at most."""
    each = [
        min(count(word), 2) if word.lower() in topics else count(word)
        for sentence in sentences
        for word in sentence.words
    ]
    return Counts(
        words=len(each),
        sentences=len(sentences),
        syllables=sum(each),
        long_words=sum(syllables > 2 for syllables in each),
    )
