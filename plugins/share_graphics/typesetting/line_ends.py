"""Where a line may end: Unicode UAX 14, by uniseg, remembered.

uniseg takes 25 ms for a summary. But what it says of a place depends on the few characters around
it, and only on their classes. So each character is replaced by one that UAX 14 treats alike
(every letter by "a", every ideograph by "中", ...), the text is cut into short stretches, and the
answer for a stretch is kept: after a few texts all stretches are known. A test holds this to
uniseg's own answer for whole texts.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import accumulate
from unicodedata import category, east_asian_width

from uniseg.emoji import extended_pictographic
from uniseg.linebreak import line_break, line_break_breakables

_KNOWN_BY_NAME = frozenset("\u2010\u25cc")  # the rules speak of these two characters


class _Alike(dict[int, str]):
    """Code points as characters that stand for all that UAX 14 treats alike."""

    def __init__(self) -> None:
        self._first: dict[tuple[object, ...], str] = {}
        for char in "a\u03010中":
            self[ord(char)]

    def __missing__(self, code: int) -> str:
        char = chr(code)
        found = self[code] = self._first.setdefault(_kind(char), char)
        return found


def _kind(char: str) -> tuple[object, ...]:
    """All that uniseg asks about a character."""
    return (
        line_break(char),
        category(char) if category(char) in {"Pi", "Pf"} or line_break(char).value == "SA" else "",
        east_asian_width(char) in {"F", "W", "H"},
        extended_pictographic(char) and category(char) == "Cn",
        char if char in _KNOWN_BY_NAME else "",
    )


_ALIKE = _Alike()

# A word with the spaces after it; also cut between two ideographs, where a line may always end.
_STRETCH = re.compile("[^ ](?:(?<!中)[^ ]|[^ 中])* *|^ +")
_SAME = re.compile("a[a\u0301]*|0+|.", re.DOTALL)
_NEAR = 3  # characters on either side of a space that decide whether a line may end there
_PLAIN = frozenset("a0中")  # one of these alone decides for its side


def line_ends(text: str) -> list[int]:
    """The places inside a text, in order, before which a line may end."""
    places: list[int] = []
    before, spaced = "", False
    for found in _STRETCH.finditer(text.translate(_ALIKE)):
        start, stretch = found.start(), found.group()
        word = stretch.rstrip(" ")
        head, inside, tail = _known(word)
        if start and (not spaced or _apart(before, head)):
            places.append(start)
        places += [start + place for place in inside]
        before, spaced = tail, word != stretch
    return places


@lru_cache(maxsize=4096)
def _known(word: str) -> tuple[str, tuple[int, ...], str]:
    """The places inside a word before which a line may end; before and after them, what of the word
    decides whether a line may end at a space beside it."""
    runs = _SAME.findall(word)
    short = "".join(run[0] for run in runs)  # runs of letters or figures count once
    lengths = accumulate(map(len, runs), initial=0)
    ends = zip(lengths, _breakables(short), strict=False)
    head = short[:1] if short[:1] in _PLAIN else short[:_NEAR]
    tail = short[-1:] if short[-1:] in _PLAIN else short[-_NEAR:]
    return head, tuple(place for place, end in ends if end and place), tail


@lru_cache(maxsize=1024)
def _breakables(short: str) -> tuple[int, ...]:
    return tuple(line_break_breakables(short))


@lru_cache(maxsize=1024)
def _apart(before: str, after: str) -> bool:
    """Whether a line may end at the space between two words."""
    return bool(list(line_break_breakables(f"{before} {after}"))[len(before) + 1])
