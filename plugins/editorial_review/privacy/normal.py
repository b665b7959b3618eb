"""A text as the rules read it: one kind of quote, hyphen, space and digit, nothing unseen.

Somebody who pastes from Word, or who wants to get past a rule, writes the same words with other
characters. Lines are made plain one by one, so that a place in the plain text still has its line.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

_QUOTES = {"‘": "'", "’": "'", "‚": "'", "‛": "'", "′": "'", "ʼ": "'", "`": "'", "´": "'"}
_DOUBLE = dict.fromkeys("“”„‟«»″", '"')
_HYPHENS = dict.fromkeys("‐‑‒–−﹣－", "-") | {"—": " - ", "―": " - "}
_SPACES = dict.fromkeys("\t\r\n\v\f\x1c\x1d\x1e\x1f\x85\u1680\u180e\u2028\u2029", " ")
_UNSEEN = dict.fromkeys(
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c"
    "\u202d\u202e\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\ufeff\ufe0f",
    "",
)
_MARKS = {"§": "¶", "¤": "o"}
"""What `reading.py` marks names with stands in no text."""
_PLAIN = str.maketrans({**_MARKS, **_QUOTES, **_DOUBLE, **_HYPHENS, **_SPACES, **_UNSEEN})
_OTHER_DIGIT = re.compile(r"[^\x00-\x7f]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Plain:
    """A text made plain, with the place of each of its lines."""

    text: str
    starts: tuple[int, ...]

    def line_at(self, offset: int) -> int:
        """How many line ends stand before `offset`."""
        return bisect_right(self.starts, offset) - 1


def plain_lines(text: str, starts: Sequence[int] = (0,)) -> Plain:
    """`text`, whose lines begin at `starts`, made plain line by line."""
    bounds = [*starts, len(text)]
    lines = [plain(text[start:end]) for start, end in pairwise(bounds)]
    begins = accumulate((len(line) for line in lines[:-1]), initial=0)
    return Plain(text="".join(lines), starts=tuple(begins))


def plain(text: str) -> str:
    """The text with one kind of each mark; letters keep their accents and their case."""
    if not text.isascii():
        text = _OTHER_DIGIT.sub(_digit, unicodedata.normalize("NFKC", text))
    return text.translate(_PLAIN)


def lowered(text: str) -> str:
    """In small letters, exactly as long as before."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower()[:1] for c in text)


def _digit(found: re.Match[str]) -> str:
    value = unicodedata.decimal(found[0], None)
    return found[0] if value is None else str(value)
