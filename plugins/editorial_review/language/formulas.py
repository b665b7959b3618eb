"""The formulas of reading ease, as their authors printed them."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """What the formulas are made of."""

    words: int
    sentences: int
    syllables: int
    long_words: int
    """Of three syllables or more."""


def flesch_kincaid(counts: Counts) -> float:
    """School years in the United States that a reader needs.

    Kincaid, Fishburne, Rogers and Chissom, Naval Technical Training Command Research Branch
    Report 8-75, 1975.
    """
    return 0.39 * counts.words / counts.sentences + 11.8 * counts.syllables / counts.words - 15.59


def smog(counts: Counts) -> float:
    """School years that a reader needs to understand all of it; made for 30 sentences and more.

    McLaughlin, Journal of Reading 1969;12:639-646.
    """
    return 1.0430 * sqrt(30 * counts.long_words / counts.sentences) + 3.1291


def inflesz(counts: Counts) -> float:
    """The ease of a Spanish text: up to 40 very hard, 55 and more normal, above 80 very easy.

    The formula is Szigriszt Pazos's (1993), the scale is INFLESZ: Barrio-Cantalejo and others,
    Anales del Sistema Sanitario de Navarra 2008;31:135-152.
    """
    per_word, per_sentence = counts.syllables / counts.words, counts.words / counts.sentences
    return 206.835 - 62.3 * per_word - per_sentence
