"""The words that are spelled rightly: one compressed list, read when the first word is asked.

`data/README.md` says from what it is made, and how to make it anew.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache, lru_cache
from pathlib import Path

FILE = Path(__file__).with_name("data") / "words.txt.gz"
OWN = Path(__file__).with_name("data") / "own_words.txt"
"""Words of ours that go into it."""

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_LONGEST_FOR_SUGGESTION = 24
_SHORT, _LONG = 3, 8
_ALIKE = 0.8


@dataclass(frozen=True, slots=True)
class WordList:
    """All words in small letters; those that health texts use most; and "don't" by "dont"."""

    words: frozenset[str]
    common: frozenset[str]
    contracted: Mapping[str, str]


@cache
def word_list() -> WordList:
    """The list, read once."""
    often, _, rest = gzip.decompress(FILE.read_bytes()).decode().partition("\n\n")
    common, words = often.split("\n"), frozenset([*often.split("\n"), *rest.split()])
    contracted = {w.replace("'", ""): w for w in words if "'" in w}
    return WordList(words, frozenset(common), contracted)


@lru_cache(maxsize=10_000)
def suggestion(word: str) -> tuple[str, bool]:
    """The word that was most likely meant by `word` (small letters, not in the list), or empty; and
    whether that is likely enough to say so.

    One letter too many, too few, wrong or exchanged with its neighbour is found at once; for more
    mistakes the common words with the same first letter are compared. A short word is often near a
    rare one by chance.
    """
    known = word_list()
    if len(word) > _LONGEST_FOR_SUGGESTION or word in known.contracted:
        return known.contracted.get(word, ""), word in known.contracted
    near = _one_off(word)
    for words, is_likely in (
        ({w for w in near & known.common if sorted(w) == sorted(word)}, True),
        (near & known.common, len(word) > _SHORT),
        (near & known.words, len(word) >= _LONG),
        (_same_letter(word), True),
    ):
        best = _best(word, words)
        if best and _likeness(word, best) >= _ALIKE:
            return best, is_likely
    return "", False


def _best(word: str, others: Iterable[str]) -> str:
    return max(others, key=lambda other: (_likeness(word, other), other), default="")


def one_letter_off(word: str) -> str:
    """The common word that differs from `word` by one letter, not the first; or empty."""
    if not 4 < len(word) < _LONGEST_FOR_SUGGESTION:
        return ""
    near = _one_off(word) & word_list().common
    return _best(word, [other for other in near if other[0] == word[0]])


def _one_off(word: str) -> set[str]:
    halves = [(word[:n], word[n:]) for n in range(len(word) + 1)]
    return {
        *(a + b[1:] for a, b in halves if b),
        *(a + b[1] + b[0] + b[2:] for a, b in halves if len(b) > 1),
        *(a + c + b[1:] for a, b in halves if b for c in _LETTERS),
        *(a + c + b for a, b in halves for c in _LETTERS),
    }


def _same_letter(word: str) -> list[str]:
    common = word_list().common
    return [w for w in common if w[0] == word[0] and abs(len(w) - len(word)) <= 2]


def _likeness(word: str, other: str) -> float:
    alike = SequenceMatcher(None, word, other, autojunk=False).ratio()
    # Exchanged neighbours are one slip of the fingers; the matcher counts them as two.
    return alike + 0.2 if sorted(word) == sorted(other) else alike
