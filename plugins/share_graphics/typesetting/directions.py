"""The order in which characters stand on a line (Unicode UAX 9, by python-bidi).

The pure Python algorithm is used, as it tells levels and not only a reordered text. It knows
neither bracket pairs (rule N0) nor isolates (X5a-X6a): those two are added here. Embeddings and
overrides, which Unicode advises against since 6.3, are passed over.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib import import_module
from itertools import groupby
from typing import Any
from unicodedata import bidirectional, category

algorithm: Any = import_module("bidi.algorithm")  # has no types
_MIRRORED: dict[str, str] = import_module("bidi.mirror").MIRRORED

_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN", "RLI", "FSI"})
_WITHOUT_EFFECT = frozenset({"R", "AL", "NSM", "WS", "ON", "CS", "ES", "ET", "S", "BN"})
"""Classes that leave a line from right to left in one piece."""
_REMOVED = frozenset({"BN", "LRE", "RLE", "LRO", "RLO", "PDF"})
_ISOLATING = frozenset({"LRI", "RLI", "FSI"})
_NEUTRAL, _LETTER = "\ufffc", "x"
_STRONG = {"L": "L", "R": "R", "EN": "R", "AN": "R"}  # as rules N0 to N2 see numbers
_MOST_OPEN = 63  # brackets, BD16
_DEEPEST = 125  # levels, BD2
_RTL_LANGUAGES = frozenset({"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})

# UCD's BidiBrackets.txt is derived in the same way: punctuation that opens, its mirror closes.
_CLOSED_BY = {
    opening: closing
    for opening, closing in _MIRRORED.items()
    if category(opening) == "Ps" and category(closing) == "Pe" and bidirectional(opening) == "ON"
}
_CLOSING = frozenset(_CLOSED_BY.values())
_SAME = str.maketrans("\u2329\u232a", "\u3008\u3009")  # canonically equal


def is_right_to_left(lang: str) -> bool:
    """Whether a language is written from right to left."""
    return lang.split("-", maxsplit=1)[0].lower() in _RTL_LANGUAGES


@lru_cache(maxsize=1024)
def runs_right_to_left(text: str, lang: str) -> bool:
    """Whether a paragraph runs from right to left: our own English words on an Arabic picture, a
    date or an address, do not (as UAX 9 decides by the letters themselves, P2)."""
    if not is_right_to_left(lang):
        return False
    classes = set(map(bidirectional, text))
    return "L" not in classes or not classes.isdisjoint({"R", "AL"})


def visual_runs(text: str, rtl: bool) -> list[tuple[int, int, bool]]:
    """Stretches (start, end, right to left?) of one line, ordered from left to right.

    `rtl` is the base direction of the paragraph.
    """
    classes = set(map(bidirectional, text))
    if classes.isdisjoint(_RIGHT_TO_LEFT) if not rtl else classes <= _WITHOUT_EFFECT:
        return [(0, len(text), rtl)] if text else []
    runs: list[tuple[int, int, int]] = []
    start = 0
    for level, group in groupby(_levels(text, rtl)):
        end = start + sum(1 for _ in group)
        runs.append((start, end, level))
        start = end
    return [(start, end, level % 2 == 1) for start, end, level in _reordered(runs)]


@lru_cache(maxsize=512)
def _levels(text: str, rtl: bool) -> tuple[int, ...]:
    """The embedding level of each character."""
    found: dict[int, int] = {}
    _resolve(text, 0, len(text), int(rtl), found)
    levels: list[int] = []
    for place in range(len(text)):  # what has no level stands with the character before it
        levels.append(found.get(place, levels[-1] if levels else int(rtl)))
    return tuple(levels)


def _resolve(text: str, start: int, end: int, base: int, found: dict[int, int]) -> None:
    """Finds the levels of a stretch whose own level is `base`, isolates within it first."""
    kept: list[tuple[int, str]] = []
    place = start
    while place < end:
        char, kind = text[place], bidirectional(text[place])
        if kind not in _REMOVED:
            kept.append((place, _as_resolved(char, kind)))
        if kind in _ISOLATING and base < _DEEPEST:
            close = _closing(text, place, end)
            turns = kind == "RLI" or (kind == "FSI" and _starts_rtl(text, place + 1, close))
            inner = (base + 1) | 1 if turns else (base + 2) & ~1
            _resolve(text, place + 1, close, inner, found)
            place = close
        else:
            place += 1
    chars = _resolved("".join(char for _, char in kept), base)
    found.update((place, char["level"]) for (place, _), char in zip(kept, chars, strict=True))


def _as_resolved(char: str, kind: str) -> str:
    """Isolates count as neutral from outside; unassigned code points as letters."""
    if kind in _ISOLATING or kind == "PDI":
        return _NEUTRAL
    return char if kind else _LETTER


def _starts_rtl(text: str, place: int, end: int) -> bool:
    """Whether the first strong letter of a stretch, isolates passed over, is one of rtl (P2)."""
    while place < end:
        kind = bidirectional(text[place])
        if kind in {"L", "R", "AL"}:
            return kind != "L"
        place = _closing(text, place, end) if kind in _ISOLATING else place + 1
    return False


def _closing(text: str, place: int, end: int) -> int:
    """Where the isolate that starts at `place` ends: at its PDI, else with the stretch."""
    depth = 0
    for other in range(place, end):
        kind = bidirectional(text[other])
        depth += (kind in _ISOLATING) - (kind == "PDI")
        if depth == 0:
            return other
    return end


def _resolved(text: str, base: int) -> Sequence[dict[str, Any]]:
    """python-bidi's characters of a text without isolates, each with its level."""
    storage = algorithm.get_empty_storage()
    storage["base_level"], storage["base_dir"] = base, "LR"[base % 2]
    algorithm.get_embedding_levels(text, storage)
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    _resolve_brackets(storage["chars"], "LR"[base % 2])
    algorithm.resolve_neutral_types(storage, False)
    algorithm.resolve_implicit_levels(storage, False)
    chars: Sequence[dict[str, Any]] = storage["chars"]
    return chars


def _resolve_brackets(chars: Sequence[dict[str, Any]], embedding: str) -> None:
    """Rule N0: both brackets of a pair take one direction, that of what they hold."""
    for opening, closing in sorted(_pairs(chars)):
        inside = {_STRONG.get(char["type"]) for char in chars[opening + 1 : closing]} - {None}
        if not inside:
            continue
        direction = embedding
        if embedding not in inside:
            before = (_STRONG.get(char["type"]) for char in reversed(chars[:opening]))
            direction = next(filter(None, before), embedding)
        for place in (opening, closing):
            _turn_bracket(chars, place, direction)


def _turn_bracket(chars: Sequence[dict[str, Any]], place: int, direction: str) -> None:
    """Gives a bracket its direction, and the marks that stand on it."""
    chars[place]["type"] = direction
    for char in chars[place + 1 :]:
        if char["orig"] != "NSM":
            break
        char["type"] = direction


def _pairs(chars: Sequence[dict[str, Any]]) -> Iterator[tuple[int, int]]:
    """Definition BD16: the places of brackets that belong together."""
    open_: list[tuple[str, int]] = []
    for place, char in enumerate(chars):
        bracket = char["ch"].translate(_SAME)
        if bracket in _CLOSED_BY:
            if len(open_) == _MOST_OPEN:
                return
            open_.append((_CLOSED_BY[bracket], place))
        elif bracket in _CLOSING:
            nearest = next((n for n in reversed(range(len(open_))) if open_[n][0] == bracket), None)
            if nearest is not None:
                yield open_[nearest][1], place
                del open_[nearest:]


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
