"""The order in which characters stand on a line (Unicode UAX 9, by python-bidi)."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from itertools import groupby
from typing import Any
from unicodedata import bidirectional

algorithm: Any = import_module("bidi.algorithm")  # has no types

_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN", "RLE", "RLO"})
_REMOVED = frozenset({"BN", "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})
_RTL_LANGUAGES = frozenset({"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})


def is_right_to_left(lang: str) -> bool:
    """Whether a language is written from right to left."""
    return lang.split("-", maxsplit=1)[0].lower() in _RTL_LANGUAGES


def visual_runs(text: str, rtl: bool) -> list[tuple[int, int, bool]]:
    """Stretches (start, end, right to left?) of one line, ordered from left to right.

    `rtl` is the base direction of the paragraph.
    """
    if not rtl and not any(bidirectional(char) in _RIGHT_TO_LEFT for char in text):
        return [(0, len(text), False)] if text else []
    levels = _levels(text, rtl)
    runs: list[tuple[int, int, int]] = []
    for level, group in groupby(range(len(text)), key=levels.__getitem__):
        places = list(group)
        runs.append((places[0], places[-1] + 1, level))
    return [(start, end, level % 2 == 1) for start, end, level in _reordered(runs)]


@cache
def _levels(text: str, rtl: bool) -> list[int]:
    """The embedding level of each character."""
    storage = algorithm.get_empty_storage()
    storage["base_level"], storage["base_dir"] = int(rtl), "R" if rtl else "L"
    # python-bidi drops characters without a direction (joiners, marks of direction): they are
    # left out here and take the level of the character before them.
    kept = [place for place, char in enumerate(text) if bidirectional(char) not in _REMOVED]
    # Code points without a class of their own count as letters from left to right.
    algorithm.get_embedding_levels(
        "".join(text[place] if bidirectional(text[place]) else "x" for place in kept), storage
    )
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    algorithm.resolve_neutral_types(storage, False)
    algorithm.resolve_implicit_levels(storage, False)
    found = {place: char["level"] for place, char in zip(kept, storage["chars"], strict=True)}
    levels = [int(rtl)] * len(text)
    for place in range(len(text)):
        levels[place] = found.get(place, levels[place - 1] if place else int(rtl))
    return levels


def _reordered(runs: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """Rule L2: from the highest level down, each stretch of it or higher is turned round."""
    ordered = list(runs)
    top = max((level for _, _, level in runs), default=0)
    for level in range(top, 0, -1):
        turned: list[tuple[int, int, int]] = []
        for above, group in groupby(ordered, key=lambda run: run[2] >= level):
            stretch = list(group)
            turned += reversed(stretch) if above else stretch
        ordered = turned
    return ordered
