"""Which font draws which character: each text is cut into runs, one after the other."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from plugins.share_graphics.typesetting.clusters import INVISIBLE, is_emoji
from plugins.share_graphics.typesetting.fonts import (
    ARABIC,
    CHINESE,
    DEVANAGARI,
    EMOJI,
    LATIN,
    SCRIPTS,
    Font,
    font,
)

_SPACES = frozenset(" \u00a0")
_SHOWN_AS_EMOJI = frozenset("\ufe0f\u20e3")

# Each character as the letter of the script that draws it, and s(pace), i(nvisible), v(ariation to
# an emoji), b(oth Latin and emoji). Spaces stay with the text before them, but for emoji.
_LETTERS = {LATIN: "l", ARABIC: "a", DEVANAGARI: "d", CHINESE: "c", EMOJI: "e"}
_RUN = re.compile(
    r"(?P<emoji>(?:e|bv)(?:[eiv]|bv)*)|(?P<arabic>a[asiv]*)|(?P<devanagari>d[dsiv]*)"
    r"|(?P<chinese>c[csiv]*)|(?P<latin>[siv]*(?:l|b(?!v))(?:[lsiv]|b(?!v))*|[siv]+)"
)


class _Letters(dict[int, str]):
    """Code points as the letters of `_RUN`, found when first asked for."""

    def __init__(self, first: str) -> None:
        self._first = first

    def __missing__(self, code: int) -> str:
        letter = self[code] = _letter(chr(code), self._first)
        return letter


def _letter(char: str, first: str) -> str:
    if char in _SPACES:
        return "s"
    if char in _SHOWN_AS_EMOJI:
        return "v"
    if char in INVISIBLE:
        return "i"
    able = covering_scripts(char, "regular")
    if able[:1] == [LATIN] and EMOJI in able:
        return "b"
    return _LETTERS[first if first in able else (able or [LATIN])[0]]


@cache
def _letters(first: str) -> _Letters:
    return _Letters(first)


def font_runs(text: str, weight: str, lang: str) -> list[tuple[str, Font]]:
    """The text in reading order, cut where the font changes."""
    # Quotation marks, dashes and dots are as wide as a letter in Chinese.
    first = CHINESE if lang.split("-", maxsplit=1)[0].lower() == "zh" else LATIN
    letters = text.translate(_letters(first))
    return [
        (text[found.start() : found.end()], font(found.lastgroup or LATIN, weight))
        for found in _RUN.finditer(letters)
    ]


def covering_scripts(cluster: str, weight: str) -> list[str]:
    """The scripts whose font can draw a whole cluster, the fitting one first; none: nothing can."""
    needed = set(cluster) - INVISIBLE
    able = [script for script in SCRIPTS if needed <= font(script, weight).characters]
    if is_emoji(cluster) and EMOJI in able:
        able.sort(key=lambda script: script != EMOJI)
    return able


@lru_cache(maxsize=1024)
def even_weight(text: str, weight: str) -> str:
    """The weight to set a text in: Chinese is drawn bold only, so figures beside it are too."""
    if weight == "bold" or text.isascii():
        return weight
    foreign = set(text) - font(LATIN, weight).characters
    return weight if foreign.isdisjoint(font(CHINESE, weight).characters) else "bold"
