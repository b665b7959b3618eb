"""The sentences of a plain text with their places; none is longer than a paragraph should be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

_END = re.compile(r"[.!?…]+[\"')\]]{0,3}\s+|\s-\s-\s|\n+")
_SHORT = re.compile(
    r"(?:^|[\s(\"'¿¡])(?:drs?|dra|mrs?|ms|sra?|srta|prof|rev|sgt|st|jr|vs|fig|no|approx|e\.g|i\.e|"
    r"[ap]\.m|u\.s|[a-z])\.$",
    re.IGNORECASE,
)
_MOST = 400
"""Characters of one piece: text without full stops is cut at spaces."""


@lru_cache(maxsize=256)
def sentence_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Where each sentence begins and ends."""
    return tuple(span for start, end in _whole(text) for span in _cut(text, start, end))


def _whole(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for found in _END.finditer(text):
        mark_end = found.start() + 1
        if not _SHORT.search(text[max(start, mark_end - 8) : mark_end]):
            yield start, found.end()
            start = found.end()
    if start < len(text):
        yield start, len(text)


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > _MOST:
        space = text.rfind(" ", start + 1, start + _MOST)
        stop = space + 1 if space > 0 else start + _MOST
        yield start, stop
        start = stop
    yield start, end
