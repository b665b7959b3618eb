"""Phrases of a table, found in passages word by word: in one pass, whatever the table's length."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from plugins.editorial_review.prose import Passage

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Match:
    """A phrase where it stands."""

    passage: Passage
    start: int
    end: int
    phrase: str
    """As the table has it."""
    instead: str
    """What the table says of it."""

    @property
    def said(self) -> str:
        """As it stands in the text."""
        return " ".join(self.passage.text[self.start : self.end].split())

    @property
    def line(self) -> int:
        """The line of the file."""
        return self.passage.line_at(self.start)


Row = tuple[tuple[str, ...], str, str]
"""The words of a phrase in small letters, the phrase as in the table, and what is said of it."""
Rows = Mapping[str, Sequence[Row]]


@dataclass(frozen=True, slots=True)
class PhraseTable:
    """Phrases by every form of their first word."""

    rows: Rows

    @classmethod
    def of(cls, phrases: Mapping[str, str], *, endings: bool) -> PhraseTable:
        """The table; `endings`: whether single words are found with all their usual endings, not
        only with an -s."""
        rows = defaultdict(list)
        for phrase, instead in phrases.items():
            words = tuple(_WORD.findall(phrase.lower()))
            for form in _forms(words[0], endings=endings) if len(words) == 1 else words[:1]:
                rows[form].append((words, phrase, instead))
        return cls({form: sorted(each, key=_longest_first) for form, each in rows.items()})

    def matches(self, passages: Iterable[Passage]) -> Iterator[Match]:
        """Every place where one of them stands, in the order of the passages."""
        for passage in passages:
            yield from self._in(passage)

    def _in(self, passage: Passage) -> Iterator[Match]:
        text, after = passage.text, 0
        spans = [found.span() for found in _WORD.finditer(text)]
        words = [text[a:b].lower().replace("’", "'") for a, b in spans]
        for index, word in enumerate(words):
            if word not in self.rows or index < after:
                continue
            row = next((row for row in self.rows[word] if _holds(row[0], words, index)), None)
            if row and not _is_broken(text, spans[index : index + len(row[0])]):
                after = index + len(row[0])
                yield Match(passage, spans[index][0], spans[after - 1][1], row[1], row[2])


def _longest_first(row: Row) -> int:
    return -len(row[0])


def _forms(word: str, *, endings: bool) -> set[str]:
    forms = {word, f"{word}s"}
    if not endings:
        return forms
    if word.endswith("e"):
        return forms | {f"{word}d", f"{word[:-1]}ing"}
    if word.endswith("y") and word[-2] not in "aeiou":
        return forms | {f"{word[:-1]}ies", f"{word[:-1]}ied", f"{word}ing"}
    return forms | {f"{word}es", f"{word}ed", f"{word}ing"}


def _holds(phrase: tuple[str, ...], words: list[str], index: int) -> bool:
    """Whether it stands there; of several words the last may have an -s: "ACE inhibitors"."""
    if len(phrase) == 1:
        return True
    there = words[index : index + len(phrase)]
    return there[:-1] == [*phrase[:-1]] and there[-1] in (phrase[-1], f"{phrase[-1]}s")


def _is_broken(text: str, spans: list[tuple[int, int]]) -> bool:
    """Whether a mark stands between the words of a phrase: "before. Prior, to"."""
    gaps = pairwise(spans)
    return any(not text[end:start].isspace() for (_, end), (start, _) in gaps)
