"""A text as pieces that are never broken, and how willingly a line ends after each."""

from __future__ import annotations

import re
from itertools import accumulate, pairwise
from typing import NamedTuple

from plugins.share_graphics.typesetting.inseparable import without_torn
from plugins.share_graphics.typesetting.line_ends import line_ends
from plugins.share_graphics.typesetting.shaping import advances, shape_line

SOFT_HYPHEN = "\u00ad"

_ENDS_A_CLAUSE = re.compile(r"[:;.?!。？！：；،؟۔।—,，]['\"”’)]*$")
_HYPHENATED = ("-", "\u2010", "/", SOFT_HYPHEN)

# The price of a line's end, beside 1.0 for a line that is a whole average line too short or long.
_AFTER_CLAUSE = -0.06
_AFTER_SHORT_WORD = 0.05
_BEFORE_FIGURE = 0.10
_BETWEEN_IDEOGRAPHS = 0.08
_INSIDE_WORD = 0.50


class Piece(NamedTuple):
    """A stretch of text that is never broken. Widths are in ems."""

    text: str
    after: str
    """What stands after it inside a line: a space or nothing."""
    end: str
    """What stands after it at the end of a line: a hyphen or nothing."""
    width: float
    """At the end of a line."""
    space: float
    """From there to the next piece inside a line; negative where a hyphen goes."""
    price: float
    """What it costs to end a line after this piece."""


def pieces_of(text: str, weight: str, lang: str, rtl: bool) -> tuple[Piece, ...]:
    """The text cut at every place where a line may end."""
    moved = [0.0, *accumulate(advances(text, weight, lang))]
    hyphen = shape_line("-", weight, lang, rtl).advance if SOFT_HYPHEN in text else 0.0
    places = [0, *without_torn(text, line_ends(text)), len(text)]
    return tuple(
        _piece(text, start, end, moved, hyphen) for start, end in pairwise(places) if start < end
    )


def line_units(text: str) -> list[str]:
    """The text cut wherever UAX 14 lets a line end."""
    places = [0, *line_ends(text), len(text)]
    return [text[start:end] for start, end in pairwise(places) if start < end]


def _piece(text: str, start: int, end: int, moved: list[float], hyphen: float) -> Piece:
    unit = text[start:end]
    word = unit.rstrip(" ")
    width = moved[start + len(word)] - moved[start]
    space = moved[end] - moved[start] - width
    price = _price(unit, word, text[end : end + 3])
    if word.endswith(SOFT_HYPHEN) and end < len(text):
        return Piece(_shown(word), "", "-", width + hyphen, -hyphen, price)
    return Piece(_shown(word), " " if unit != word else "", "", width, space, price)


def _shown(word: str) -> str:
    return word.replace(SOFT_HYPHEN, "")


def _price(unit: str, word: str, after: str) -> float:
    if unit == word and (unit.isascii() or unit.endswith(_HYPHENATED)):
        return _INSIDE_WORD  # no space: after a hyphen, inside an address
    if _ENDS_A_CLAUSE.search(word):
        return _AFTER_CLAUSE
    if after[:1].isdigit():
        return _BEFORE_FIGURE
    if unit == word and after:  # between two ideographs
        return _BETWEEN_IDEOGRAPHS
    return _AFTER_SHORT_WORD if word.isascii() and len(word) <= 3 else 0.0
