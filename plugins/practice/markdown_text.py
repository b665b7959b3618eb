"""Markdown without what is no text for readers: code and comments, every line kept in its place."""

from __future__ import annotations

import re
from collections.abc import Iterator

_FENCE = re.compile(r"^(`{3,}|~{3,})")
_CODE_SPAN = re.compile(r"(?<!`)(`+)(?!`)")
# A list, a card, a footnote or a definition: what is indented below it is its text, not code.
_HOLDS_MORE = re.compile(r"^ {0,3}(?:[*+-] |\d{1,9}[.)] |!!! ?|:[ \t]|\[\^[^\]\n]{1,99}\]:)")
_INDENTED = re.compile(r"^(?: {4}|\t)")


def without_comments(text: str, *, keep_lines: bool = True) -> str:
    """The text without comments; its line ends stay where they are counted. A comment that is
    never closed is none."""
    pieces, at = [], 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start + 4)) >= 0:
        pieces += [text[at:start], _line_ends(text[start:end]) if keep_lines else ""]
        at = end + 3
    return "".join([*pieces, text[at:]])


def without_code(text: str) -> str:
    """The text without comments, code blocks and code spans, its lines kept."""
    return _without_spans("\n".join(_without_blocks(without_comments(text).split("\n"))))


def _line_ends(text: str) -> str:
    return "\n" * text.count("\n")


def _without_blocks(lines: list[str]) -> Iterator[str]:
    """Without fenced blocks that are closed, and indented ones that belong to nothing above."""
    fenced = {n for first, last in _fences(lines) for n in range(first, last + 1)}
    holds_more, is_code, after_blank = False, False, True
    for number, line in enumerate(lines):
        is_blank = not line.strip()
        if number in fenced:
            holds_more, is_code = False, False
        elif _INDENTED.match(line) and not is_blank:
            is_code = not holds_more and (is_code or after_blank)
        elif not is_blank:
            is_code = False
            holds_more = bool(_HOLDS_MORE.match(line)) or (holds_more and not after_blank)
        after_blank = is_blank or number in fenced
        yield "" if is_code or number in fenced else line


def _fences(lines: list[str]) -> Iterator[tuple[int, int]]:
    """The first and last line of each fence that is closed by the same marks, as Python-Markdown
    has it."""
    places = [number for number, line in enumerate(lines) if _FENCE.match(line)]
    closing: dict[int, int] = {}
    latest: dict[str, int] = {}
    for number in reversed(places):
        fence = _FENCE.match(lines[number])
        marks = fence[1] if fence else ""
        if marks in latest:
            closing[number] = latest[marks]
        if lines[number].rstrip() == marks:
            latest[marks] = number
    last = -1
    for number in places:
        if number > last and number in closing:
            last = closing[number]
            yield number, last


def _without_spans(text: str) -> str:
    """Code spans: from some backticks to as many, within a paragraph."""
    return "\n\n".join(_without_spans_of(part) for part in text.split("\n\n"))


def _without_spans_of(paragraph: str) -> str:
    marks = list(_CODE_SPAN.finditer(paragraph))
    closing = _next_alike([len(mark[1]) for mark in marks])
    pieces, at, index = [], 0, 0
    while index < len(marks):
        last = closing[index]
        if last is None:
            index += 1
            continue
        start, end = marks[index].start(), marks[last].end()
        pieces += [paragraph[at:start], " ", _line_ends(paragraph[start:end])]
        at, index = end, last + 1
    return "".join([*pieces, paragraph[at:]])


def _next_alike(lengths: list[int]) -> list[int | None]:
    """For each item where the next equal one is."""
    found: list[int | None] = [None] * len(lengths)
    latest: dict[int, int] = {}
    for index in reversed(range(len(lengths))):
        found[index] = latest.get(lengths[index])
        latest[lengths[index]] = index
    return found
