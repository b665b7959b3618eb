"""The words of a text, and how far a name goes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from plugins.editorial_review.privacy.name_lists import word_sets

_WORD = re.compile(r"\w+(?:['-]\w+){0,4}")
_GAP = re.compile(r"\.? (?:\"\w{1,20}\" )?(?:(?:de|la|del|van|von|bin|al) ){0,2}")
_MOST = 4
"""The longest name, in words."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a plain text."""

    start: int
    end: int
    text: str

    @property
    def word(self) -> str:
        """In small letters, without the s of whose it is."""
        low = self.text.lower()
        return low.removesuffix("'s").removesuffix("s'")

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital."""
        return self.text[0].isupper()


def tokens_of(text: str) -> list[Token]:
    """The words of a plain text in order."""
    return [Token(m.start(), m.end(), m[0]) for m in _WORD.finditer(text)]


def goes_on(text: str, tokens: Sequence[Token], at: int) -> bool:
    """Whether the next token belongs to the same name."""
    if at + 1 >= len(tokens) or not tokens[at + 1].is_capital:
        return False
    between = text[tokens[at].end : tokens[at + 1].start]
    if tokens[at].text.endswith("'s") or len(between) > 30:
        return False
    word, dotted = tokens[at].text.lower(), between.startswith(".")
    ended = dotted and len(word) > 1 and word not in word_sets()["shortened"]
    return not ended and _GAP.fullmatch(between) is not None


def end_of(text: str, tokens: Sequence[Token], at: int) -> int:
    """The token after the last one of the name that begins at `at`."""
    end = at + 1
    while end < len(tokens) and end - at < _MOST and goes_on(text, tokens, end - 1):
        end += 1
    return end
