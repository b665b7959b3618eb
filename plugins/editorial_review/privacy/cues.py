"""The cues of `data/cues.toml` in a text: what sounds like a story about one person, and where."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from plugins.editorial_review.privacy.word_tries import alternatives

_FILE = Path(__file__).with_name("data") / "cues.toml"
_MACRO = re.compile(r"<(\w+)>")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """Patterns that are a sign of the same."""

    sign: str
    points: int
    needs: frozenset[str]
    context: bool
    """Whether it says something only beside another cue."""
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Hit:
    """One cue in a sentence, by its place in the text."""

    sign: str
    points: int
    start: int
    end: int


@cache
def cues() -> tuple[Cue, ...]:
    """Every cue, ready to be tried."""
    table = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    words = {name: _macro(text) for name, text in table["words"].items()}
    lists = {f"<{name}>": text.split() for name, text in table["words"].items()}
    return tuple(_cue(row, words, lists) for row in table["cue"])


def _macro(text: str) -> str:
    """A list of words as one pattern; what begins with a bracket is a pattern already."""
    return f"(?:{text})" if text.startswith("(?:") else alternatives(text.split())


def _cue(
    row: Mapping[str, object], words: Mapping[str, str], lists: Mapping[str, list[str]]
) -> Cue:
    patterns, needs = row["patterns"], row.get("needs", ())
    assert isinstance(patterns, list)
    assert isinstance(needs, list | tuple)
    return Cue(
        sign=str(row["sign"]),
        points=int(str(row["points"])),
        needs=frozenset(word for need in needs for word in lists.get(need, [need])),
        context="context" in row,
        pattern=re.compile("|".join(f"(?:{_expanded(p, words)})" for p in patterns)),
    )


def _expanded(pattern: str, words: Mapping[str, str]) -> str:
    while _MACRO.search(pattern):
        pattern = _MACRO.sub(lambda name: words[name[1]], pattern)
    return pattern


_ANY_WORD = re.compile(r"[^\W\d_]+|[§¤=>-]|[^\x00-\x7f]|\d")


def words_of(sentence: str) -> frozenset[str]:
    """The words and marks of a sentence, by which cues are chosen; "#" for any digit."""
    found = frozenset(_ANY_WORD.findall(sentence))
    return found if found.isdisjoint("0123456789") else found | {"#"}


@lru_cache(maxsize=4096)
def hits_in(sentence: str) -> tuple[Hit, ...]:
    """Every cue of one sentence in small letters, names marked, that speaks for itself."""
    return tuple(_hits(sentence, context=False))


@lru_cache(maxsize=4096)
def context_in(sentence: str) -> tuple[Hit, ...]:
    """Every cue of it that says something only beside another."""
    return tuple(_hits(sentence, context=True))


def _hits(sentence: str, *, context: bool) -> Iterator[Hit]:
    words = words_of(sentence)
    for cue in cues():
        if cue.context is context and not (cue.needs and cue.needs.isdisjoint(words)):
            for found in cue.pattern.finditer(sentence):
                yield Hit(cue.sign, cue.points, found.start(), found.end())
