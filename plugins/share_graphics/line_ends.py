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


def line_ends(text: str) -> list[int]:
    """The places inside a text, in order, before which a line may end."""
    like = text.translate(_ALIKE)
    places: list[int] = []
    before = ""
    for found in _STRETCH.finditer(like):
        start, stretch = found.start(), found.group()
        if start and (before[-1] != " " or _after_space(before.rstrip(" ")[-_NEAR:], stretch)):
            places.append(start)
        places += [start + place for place in _inside(stretch.rstrip(" "))]
        before = stretch
    return places


def _after_space(before: str, after: str) -> bool:
    return _apart(before, after[:_NEAR].rstrip(" "))


@lru_cache(maxsize=1024)
def _apart(before: str, after: str) -> bool:
    """Whether a line may end at the space between two stretches."""
    return bool(list(line_break_breakables(f"{before} {after}"))[len(before) + 1])


@lru_cache(maxsize=4096)
def _inside(word: str) -> tuple[int, ...]:
    """The places within a word: those of its shortest likeness, in which runs count once."""
    runs = _SAME.findall(word)
    lengths = accumulate(map(len, runs), initial=0)
    ends = _breakables("".join(run[0] for run in runs))
    return tuple(place for place, end in zip(lengths, ends, strict=False) if end and place)


@lru_cache(maxsize=1024)
def _breakables(likeness: str) -> tuple[int, ...]:
    return tuple(line_break_breakables(likeness))
