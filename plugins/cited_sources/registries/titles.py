"""Do two titles name the same work? Registries and people write them differently."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from plugins.cited_sources.registries.retractions import without_mark
from plugins.cited_sources.registries.wording import plain_title

_LEAST_WORDS = 3
"""A title with its subtitle left out has so many words, or ends where the other has a colon."""
_EXTRA = 0.25
"""So great a part of a title may be missing on one side."""
_SMALL = frozenset(
    {"a", "an", "the", "of", "and", "in", "for", "on", "to", "with", "by", "at", "vs", "versus"}
)
_OTHER_KINDS = frozenset(
    {
        "comment", "commentary", "correction", "corrigendum", "editorial", "erratum", "letter",
        "protocol", "reply", "retraction",
    }
)  # fmt: skip
"""Words that make another work of the same title."""
_LATIN = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ı": "i"}
)
_GREEK = {
    "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "epsilon", "ζ": "zeta", "η": "eta",
    "θ": "theta", "ι": "iota", "κ": "kappa", "λ": "lambda", "μ": "mu", "ν": "nu", "ξ": "xi",
    "ο": "omicron", "π": "pi", "ρ": "rho", "σ": "sigma", "ς": "sigma", "τ": "tau", "υ": "upsilon",
    "φ": "phi", "χ": "chi", "ψ": "psi", "ω": "omega",
}  # fmt: skip
_GREEK_LETTER = re.compile(f"[{''.join(_GREEK)}]")
_ROMAN = {"ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6", "vii": "7", "viii": "8", "ix": "9"}
_WORD = re.compile(r"[^\W_]+")
_SHORT_YEAR = re.compile(r"\b(\d\d)(\d\d)\s*[-\u2010-\u2015/]\s*(\d\d)(?!\d)")
_UNITED_STATES = re.compile(r"\bunited states(?: of america)?\b|\bu\.\s?s\.(?:\s?a\.)?")
_MAIN = re.compile(r"[:?.]|\s[-\u2013\u2014]\s|\u2014")


def folded(text: str) -> str:
    """In lower case, without accents and apostrophes; a Greek letter is a word of its own."""
    lower = unicodedata.normalize("NFKC", text).casefold()
    spelled = _GREEK_LETTER.sub(lambda letter: f" {_GREEK[letter[0]]} ", lower)
    letters = unicodedata.normalize("NFKD", spelled.translate(_LATIN))
    return "".join(c for c in letters if not unicodedata.combining(c) and c not in "'’‘`ʼ\u00ad")


def words_of(title: str) -> list[str]:
    """The words that a title is known by, in order: "2025–26" is "2025 2026", "II" is "2"."""
    plain = folded(without_mark(plain_title(title)).replace("&", " and "))
    plain = _SHORT_YEAR.sub(r"\1\2 \1\3", _UNITED_STATES.sub("us", plain))
    return [_ROMAN.get(word, word) for word in _WORD.findall(plain) if word not in _SMALL]


def is_same_title(ours: str, theirs: str) -> bool:
    """Whether they name one work.

    Spelling, markup, marks, small words and a left-out subtitle do not count. Words that each has
    and the other lacks do: "lung" for "colorectal" is another work, however long the rest.
    """
    left, right = words_of(ours), words_of(theirs)
    if not left or not right:
        return False
    if "".join(left) == "".join(right):
        return True
    if _OTHER_KINDS & (set(left) ^ set(right)):
        return False
    if _is_main(left, right, theirs) or _is_main(right, left, ours):
        return True
    return _are_near(left, right)


def is_any_title(ours: str, theirs: Sequence[str]) -> bool:
    """Whether one of the titles that a registry has is ours."""
    return any(is_same_title(ours, title) for title in theirs)


def _is_main(short: list[str], long: list[str], long_title: str) -> bool:
    """Whether one is the other without its subtitle."""
    if not len(short) < len(long) or long[: len(short)] != short:
        return False
    return len(short) >= _LEAST_WORDS or words_of(_MAIN.split(long_title)[0]) == short


def _are_near(left: list[str], right: list[str]) -> bool:
    """Whether nothing but spelling differs, and at most a few words are missing on one side."""
    ours, theirs = _only_in(left, right), _only_in(right, left)
    if "".join(ours) == "".join(theirs):
        return True
    ours, theirs = _without_near(ours, theirs), _without_near(theirs, ours)
    if (ours and theirs) or any(word.isdigit() for word in (*ours, *theirs)):
        return False
    return len(ours or theirs) <= _EXTRA * max(len(left), len(right))


def _only_in(words: Sequence[str], others: Sequence[str]) -> list[str]:
    rest = list(others)
    found = []
    for word in words:
        if word in rest:
            rest.remove(word)
        else:
            found.append(word)
    return found


def _without_near(words: Sequence[str], others: Sequence[str]) -> list[str]:
    return [word for word in words if not any(is_near(word, other) for other in others)]


def is_near(one: str, other: str) -> bool:
    """Whether two words are one, mistyped or spelled otherwise: paediatric, pediatric. Words of few
    letters, numbers, and "hyper" for "hypo" never are."""
    short, long = sorted((one, other), key=len)
    allowed = 1 if len(short) < 8 else 2
    if len(short) < 4 or len(long) - len(short) > allowed or any(map(str.isdigit, one + other)):
        return False
    if one.startswith("hyper") != other.startswith("hyper"):
        return False
    return _distance(one, other) <= allowed


def _distance(one: str, other: str) -> int:
    """Letters to change, add or leave out (Levenshtein)."""
    row = list(range(len(other) + 1))
    for n, letter in enumerate(one, 1):
        before, row[0] = row[0], n
        for m, second in enumerate(other, 1):
            before, row[m] = row[m], min(row[m] + 1, row[m - 1] + 1, before + (letter != second))
    return row[-1]
