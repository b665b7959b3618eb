"""A passage as sentences with their lines: what reading ease and the rules for sentences count.

An item of a list is at least one sentence, as its reader takes it. One pass, linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from plugins.editorial_review.prose import Passage

_READ = ("", "summary", "key_points", "answer", "then")
"""The fields that readers of the page read as sentences; "" is the body."""

_MARK = re.compile(r"(?<![.!?…])[.!?…]{1,5}[\"”’)\]]{0,3}\s{1,20}(?=[\"“‘'(¿¡\[]{0,2}[^\W_])")
_WORD = re.compile(r"[^\W_]+(?:[.,'’:/-][^\W_]+)*")

# After these a full stop ends nothing: a title or a number comes next.
_NEVER = re.compile(
    r"(?:^|[\s(\"“])(?:Dra?|Mrs?|Ms|Sra?|Srta|Prof|St|vs|e\.g|i\.e|p\. ?ej|approx|No|Nos|Fig|Vol|"
    r"pp?|"
    r"n\.º|Uds?|[A-Z]\. ?[A-Z]|ca|aprox)$"
)
# After these it ends a sentence only when no name of a day or month follows.
_HARDLY = re.compile(r"(?:^|[\s(])(?:[ap]\.? ?m|U\.S|EE\. ?UU|etc|Jr|Ph\.D|M\.D)$", re.IGNORECASE)
_DATED = re.compile(
    r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|E[SD]?T|C[SD]?T|"
    r"M[SD]?T|P[SD]?T)"
)
_BEFORE = 12
"""Characters before a full stop that can tell what it ends."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence as a reader takes it."""

    text: str
    line: int
    words: tuple[str, ...]
    """As they stand; numbers too, "3.5" and "follow-up" as one."""


def is_read(passage: Passage) -> bool:
    """Whether readers of the page read it as sentences; headings, tables and code are not."""
    return passage.is_prose and passage.field in _READ


@lru_cache(maxsize=4)
def sentences_of(passages: tuple[Passage, ...]) -> tuple[Sentence, ...]:
    """The sentences of all passages that are read as such."""
    return tuple(s for p in passages if is_read(p) for s in sentences_in(p))


def sentences_in(passage: Passage) -> Iterator[Sentence]:
    """The sentences of one passage; what has no word is none."""
    for start, end in _spans(passage.text):
        text = passage.text[start:end].strip()
        words = tuple(_WORD.findall(text))
        if words:
            yield Sentence(text=text, line=passage.line_at(start), words=words)


def _spans(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for mark in _MARK.finditer(text):
        if _ends(text, mark):
            yield start, mark.end()
            start = mark.end()
    yield start, len(text)


def _ends(text: str, mark: re.Match[str]) -> bool:
    if mark[0][0] != ".":
        return not text[mark.end()].islower()
    before = text[max(0, mark.start() - _BEFORE) : mark.start()]
    after = text[mark.end() : mark.end() + 4].lstrip("\"“‘'(¿¡[")
    if after[:1].islower() or _NEVER.search(before):
        return False
    return not (_HARDLY.search(before) and (_DATED.match(after) or after[:1].isdigit()))


def words_in(passages: Iterable[Passage]) -> int:
    """How many words the passages have that are read as sentences."""
    return sum(len(_WORD.findall(p.text)) for p in passages if is_read(p))


def quoted(text: str, longest: int = 80) -> str:
    """The words in quotation marks, cut at a word where they are long."""
    text = " ".join(text.split())
    if len(text) <= longest:
        return f'"{text}"'
    return f'"{text[:longest].rpartition(" ")[0] or text[:longest]}…"'
