"""Words looked for in passages: tables of phrases as patterns, and where they were found."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from plugins.editorial_review.prose import Part, Passage

_AROUND = 300
"""So many characters before and after a phrase can belong to its sentence."""

_SHOWN = 90
"""So many characters of a text are quoted in a message."""

_END = re.compile(
    r"(?<!\bDr)(?<!\bDra)(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bSr)(?<!\bSra)(?<!\bSt)(?<!\bvs)"
    r"(?<!\be\.g)(?<!\bi\.e)[.!?…][\"”’)]{0,2}\s"
)

_NEGATIONS = (
    "no, not, never, without, cannot, can't, don't, doesn't, didn't, won't, isn't, aren't, nobody, "
    "no one, rather than, instead of, neither, nor, sin, nunca, jamás, nadie, tampoco, ni"
)


class Hit(NamedTuple):
    """A phrase in a passage."""

    passage: Passage
    start: int
    end: int

    @property
    def words(self) -> str:
        """The phrase as it stands there, in one line."""
        return " ".join(self.passage.text[self.start : self.end].split())

    @property
    def line(self) -> int:
        """The line of the file on which it begins."""
        return self.passage.line_at(self.start)

    @property
    def before(self) -> str:
        """What of its sentence stands before it."""
        left = self.passage.text[max(0, self.start - _AROUND) : self.start]
        return left[max((end.end() for end in _END.finditer(left)), default=0) :]

    @property
    def after(self) -> str:
        """What of its sentence stands behind it."""
        right = self.passage.text[self.end : self.end + _AROUND]
        end = _END.search(right)
        return right[: end.start()] if end else right

    @property
    def sentence(self) -> str:
        """The sentence in which it stands."""
        return self.before + self.passage.text[self.start : self.end] + self.after

    @property
    def is_negated(self) -> bool:
        """Whether the words right before it turn it round: "no chest pain"."""
        return _NEGATED.search(self.before[-_NEAR:]) is not None


_NEAR = 28
"""So close before a phrase a negation means it."""


def any_of(phrases: str, *, exact: bool = False) -> re.Pattern[str]:
    """A pattern for any of the phrases, which stand between commas; `suicid*` is a beginning.

    `exact`: capitals count.
    """
    each = sorted((phrase.strip() for phrase in phrases.split(",")), key=len, reverse=True)
    found = _branched([phrase for phrase in each if phrase], 0)
    return re.compile(rf"\b{found}(?!\w)", re.NOFLAG if exact else re.IGNORECASE)


_DEEPEST = 3


def _branched(phrases: Sequence[str], depth: int) -> str:
    """The phrases by their first letters, so that a word is not compared with all of them."""
    groups: dict[str, list[str]] = {}
    for phrase in phrases:
        groups.setdefault(phrase[:1] if phrase[:1].isalpha() else "", []).append(phrase)
    branches = []
    for first, group in groups.items():
        if first and depth < _DEEPEST and len(group) > 1:
            branches.append(first + _branched([phrase[1:] for phrase in group], depth + 1))
        else:
            branches += [_spelled(phrase) for phrase in group]
    return f"(?:{'|'.join(branches)})"


def _spelled(phrase: str) -> str:
    escaped = re.escape(phrase).replace(r"\ ", r"\s{1,3}").replace(r"\*", r"\w{0,20}")
    return escaped.replace("'", "['’]")


_NEGATED = re.compile(any_of(_NEGATIONS).pattern + r"\W{1,3}(?:[\w'’-]{1,20}\W{1,3}){0,2}$", re.I)


def said(passages: Iterable[Passage]) -> list[Passage]:
    """Those of them that are words for readers."""
    return [p for p in passages if p.part not in (Part.CODE, Part.COMMENT, Part.ADDRESS)]


_MOST = 2000
"""So many places are looked at in one text: nobody writes more, and no text shall take minutes."""


def hits(pattern: re.Pattern[str], passages: Iterable[Passage]) -> Iterator[Hit]:
    """Where a pattern stands, in the order of the passages."""
    return islice(_hits(pattern, passages), _MOST)


def _hits(pattern: re.Pattern[str], passages: Iterable[Passage]) -> Iterator[Hit]:
    for passage in passages:
        for found in pattern.finditer(passage.text):
            yield Hit(passage, *found.span())


def lead_ins(passages: Iterable[Passage]) -> Mapping[int, Passage]:
    """The paragraph above each list, table and card, by the lines of their pieces."""
    leads: dict[int, Passage] = {}
    above: Passage | None = None
    for passage in passages:
        if passage.part is Part.HEADING:
            above = None
        elif passage.part is Part.PARAGRAPH:
            above = passage
        elif above:
            leads[passage.line] = above
    return leads


def quoted(text: str) -> str:
    """A text in quotation marks, in one line, shortened where it is long."""
    line = " ".join(text.split())
    return f'"{line if len(line) <= _SHOWN else line[: _SHOWN - 1].rstrip() + "…"}"'
