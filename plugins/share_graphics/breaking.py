"""Where a line may end, and how willingly (Unicode UAX 14, by uniseg, stricter for figures)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from uniseg.emoji import emoji_presentation
from uniseg.linebreak import line_break_units

from plugins.share_graphics.shaping import shape_line

# Letters, figures and the plainest punctuation, where only spaces and hyphens let a line end.
_LETTER = r"A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ"
_PLAIN = re.compile(
    rf"(?:[{_LETTER}0-9&]|(?<=[{_LETTER}0-9)])[,.;:%)’'](?=[ {_LETTER}0-9,.;:!?)]|$)"
    rf"|(?<=[{_LETTER}0-9)])[!?](?= |$)"
    rf"|(?:(?<= )|^)\((?=[{_LETTER}0-9])|(?<=[{_LETTER}0-9])-(?=[{_LETTER}0-9])"
    rf"|(?<=[0-9])/(?=[0-9])|(?<=[^ (]) (?=[{_LETTER}0-9&(]))*"
)
_SPACED = re.compile(r"[^ ]+ *")
_AFTER_HYPHEN = re.compile(rf"(?<=[{_LETTER}0-9]-)(?=[{_LETTER}])")

# "5", "140/90", "1,000", "(212)", "10:30", "$5", "50%", "2–3": a figure that stands by itself.
_FIGURE = re.compile(r"[(\[$€£<>≤≥~+−-]*\d[\d.,:/×–%°-]*\)?")
_LONE_CAPITAL = re.compile(r"[B-HJ-Z]\b(?!['’.])")
_ENDS_IN_DASH = re.compile(r"[\w)\u00a0][-–]$")
_ENDS_A_CLAUSE = re.compile(r"[:;.?!。？！：；،؟—,，]['\"”’)]*$")
_MOST_DIGITS = 6

# The price of a line's end, beside 1.0 for a line that is a whole average line too short or long.
_AFTER_CLAUSE = -0.06
_AFTER_SHORT_WORD = 0.05
_BEFORE_FIGURE = 0.10
_BEFORE_LONE_CAPITAL = 0.40  # "vitamin D", "hepatitis B"
_BETWEEN_IDEOGRAPHS = 0.08
_INSIDE_WORD = 0.50


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that is never broken. Widths are in ems, `space` is the space after it."""

    text: str
    width: float
    space: float
    price: float
    """What it costs to end a line after this piece."""


@lru_cache(maxsize=4096)
def pieces_of(text: str, weight: str, lang: str, rtl: bool) -> tuple[Piece, ...]:
    """The text cut at every place where a line may end."""
    units = _glued(line_units(text))
    return tuple(
        _piece(unit, after, weight, lang, rtl)
        for unit, after in zip(units, [*units[1:], ""], strict=True)
    )


def line_units(text: str) -> list[str]:
    """The text cut where UAX 14 lets a line end. Plain Latin text is cut without uniseg's tables,
    which take 25 ms for a summary; a test holds the two to the same answer."""
    if not _PLAIN.fullmatch(text):
        return list(line_break_units(text))
    return [part for unit in _SPACED.findall(text) for part in _AFTER_HYPHEN.split(unit)]


def _glued(units: list[str]) -> list[str]:
    glued: list[str] = []
    for unit in units:
        if glued and _holds_together(glued[-1], unit):
            glued[-1] += unit
        else:
            glued.append(unit)
    return glued


def _holds_together(unit: str, after: str) -> bool:
    """Whether a number would be torn from its unit, or a range from its end."""
    if emoji_presentation(after[0]) or after[:2] in {"– ", "· "}:
        return True  # a picture belongs to the word before it, a dash does not start a line
    last = unit.split(" ")[-2 if unit.endswith(" ") else -1]
    if _FIGURE.fullmatch(last) and not last.endswith((",", ":", ".")):
        # A telephone number has no unit after it.
        return sum(char.isdigit() for char in last) <= _MOST_DIGITS
    return bool(_ENDS_IN_DASH.search(unit)) and after[:1].isdigit()


def _piece(unit: str, after: str, weight: str, lang: str, rtl: bool) -> Piece:
    word = unit.rstrip(" ")
    width = shape_line(word, weight, lang, rtl).advance
    space = shape_line(" ", weight, lang, rtl).advance * (len(unit) - len(word))
    return Piece(word, width, space, _price(unit, word, after))


def _price(unit: str, word: str, after: str) -> float:
    if unit == word and unit.isascii():  # no space: after a hyphen, inside an address
        return _INSIDE_WORD
    if _ENDS_A_CLAUSE.search(word):
        return _AFTER_CLAUSE
    if after[:1].isdigit():
        return _BEFORE_FIGURE
    if _LONE_CAPITAL.match(after):
        return _BEFORE_LONE_CAPITAL
    if unit == word and after:  # between two ideographs
        return _BETWEEN_IDEOGRAPHS
    return _AFTER_SHORT_WORD if word.isascii() and len(word) <= 3 else 0.0
