"""How many syllables a Spanish word has, by the rules of its spelling alone.

A weak vowel (i, u) beside another vowel makes one syllable with it, unless it carries the accent
("día", "baúl"); two strong ones (a, e, o) make two. `y` at the end of a word is a vowel; the `u`
of "que", "gui" is written only; `h` between vowels changes nothing ("ahumado", "prohíbe").
General knowledge: Real Academia Española, Ortografía de la lengua española (2010), on diphthongs.
"""

from __future__ import annotations

import re
from functools import lru_cache

_LETTERS = re.compile(r"[a-záéíóúüñ]{1,60}")
_MUTE_U = re.compile(r"(?<=q)u|(?<=g)u(?=[eiéí])")
_Y_AS_VOWEL = re.compile(r"y(?![aeiouáéíóúü])")
_H_BETWEEN = re.compile(r"(?<=[aeiouáéíóúü])h(?=[aeiouáéíóúü])")
_NUCLEUS = re.compile(r"[iuü]{0,2}[aeoáéó][iuü]?(?![íú])|[iuü]?[íú]|[iuü]{1,3}|[aeoáéó]")


@lru_cache(maxsize=60_000)
def spanish_syllables_of(word: str) -> int:
    """The syllables of a word as it stands in a text; at least 1. A number counts as one."""
    parts = _LETTERS.findall(word.lower())
    return max(1, sum(_of_part(part) for part in parts))


def _of_part(part: str) -> int:
    plain = _Y_AS_VOWEL.sub("i", _MUTE_U.sub("", part))
    return sum(1 for _ in _NUCLEUS.finditer(_H_BETWEEN.sub("", plain)))
