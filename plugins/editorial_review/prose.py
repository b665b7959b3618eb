"""A document as plain passages: the words that leave with it, each with its place in the file.

Markdown is taken apart line by line, in one pass, so that any text takes time in proportion to its
length. What a piece is (a heading, an item of a list, a comment) is kept, because rules for
sentences do not hold for headings, and privacy holds for comments, too.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import accumulate, pairwise


class Part(StrEnum):
    """What a passage is."""

    FIELD = "field"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    CARD_TITLE = "card title"
    CELL = "cell"
    QUOTE = "quote"
    ALT = "alt"
    CODE = "code"
    COMMENT = "comment"
    ADDRESS = "address"


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One piece of text without Markdown's marks, citations and addresses."""

    text: str
    line: int
    """Of the file, from 1."""
    part: Part
    field: str = ""
    """The front matter field that it stands in: "summary", "share.x"; empty in the body."""
    section: int = 0
    """How many headings stand above it in the body."""
    card: str = ""
    """Inside a card or a do/don't list: "emergency", "urgent", "care", "do", "dont"."""
    block: int = 0
    """The number of its list, table or card: items of one list have the same."""
    level: int = 0
    """Of a heading: 2 for `##`."""
    cited: bool = False
    """Whether a citation stands in it."""
    starts: tuple[int, ...] = (0,)
    """Where each line of the file begins in `text`."""

    @property
    def is_shown(self) -> bool:
        """Whether readers of the page see it."""
        return self.part not in (Part.COMMENT, Part.ADDRESS)

    @property
    def is_prose(self) -> bool:
        """Whether it is made of sentences."""
        return self.part in (Part.PARAGRAPH, Part.ITEM, Part.QUOTE, Part.FIELD)

    def line_at(self, offset: int) -> int:
        """The line of the file on which the character at `offset` of `text` stands."""
        return self.line + bisect_right(self.starts, offset) - 1


_HEADING = re.compile(r"(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*$")
_CARD = re.compile(r'!!!\s*([\w-]+)(?:[ \t]+"([^"\n]*)")?')
_ITEM = re.compile(r"[ \t]{0,8}(?:[*+-]|\d{1,9}[.)])[ \t]+")
_DEFINITION = re.compile(r":[ \t]+")
_FOOTNOTE = re.compile(r"\[\^[^\]\n]{1,99}\]:[ \t]*")
_FENCE = re.compile(r"[ \t]*(`{3,}|~{3,})")
_RULE = re.compile(r"[ \t]*([-*_])(?:[ \t]*\1){2,}[ \t]*$")
_TABLE_RULE = re.compile(r"[ \t]*\|?[ \t:|-]*-[ \t:|-]*$")
_CITATION = re.compile(r"\[@[^\[\]\n]{1,400}(?:\[[^\[\]\n]{0,99}\][^\[\]\n]{0,400}){0,3}\]")
_IMAGE = re.compile(r"!\[([^\[\]\n]{0,2000})\]\(([^()\s]{1,500})(?:[ \t]+\"([^\"\n]{0,500})\")?\)")
_LINK = re.compile(
    r"(?<!!)\[([^\[\]\n]{0,2000})\]\(([^()\s]{1,900})(?:[ \t]+\"[^\"\n]{0,500}\")?\)"
)
_NOTE_MARK = re.compile(r"\[\^[^\]\n]{1,99}\]")
_TAG = re.compile(r"</?[A-Za-z][^<>\n]{0,500}>")
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^<>\s]{1,900})>")
_EMPHASIS = re.compile(r"(?<![\w\\])(\*{1,3}|_{1,3})(?=\S)|(?<=\S)(\*{1,3}|_{1,3})(?!\w)|`+")
_COMMENT = re.compile(r"<!--")


def passages_of(text: str, first_line: int = 1) -> tuple[Passage, ...]:
    """The passages of a Markdown text whose first line is `first_line` of its file."""
    shown, comments = _apart(text, first_line)
    found = [p for piece in _pieces(shown.split("\n"), first_line) for p in _in_words(piece)]
    return tuple(sorted((*found, *comments), key=lambda p: p.line))


def field_passage(text: str, field: str, line: int) -> Passage:
    """A front matter field as a passage."""
    cited = _CITATION.search(text) is not None
    return Passage(
        text=_CITATION.sub("", text), line=line, part=Part.FIELD, field=field, cited=cited
    )


def _apart(text: str, first_line: int) -> tuple[str, list[Passage]]:
    """The text with its comments emptied, and the comments; one never closed is none."""
    pieces, comments, at = list[str](), list[Passage](), 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start + 4)) >= 0:
        inside = text[start + 4 : end]
        line = first_line + text.count("\n", 0, start)
        comments.append(Passage(text=inside, line=line, part=Part.COMMENT, starts=_lines(inside)))
        pieces += [text[at:start], "\n" * inside.count("\n")]
        at = end + 3
    return "".join([*pieces, text[at:]]), comments


def _lines(text: str) -> tuple[int, ...]:
    return (0, *(found.end() for found in re.finditer("\n", text)))


@dataclass(slots=True)
class _State:
    """Where the walk over the lines is."""

    section: int = 0
    block: int = 0
    card: str = ""
    fence: str = ""
    in_list: bool = False
    open: Passage | None = None
    more: list[str] = field(default_factory=list)
    """The further lines of `open`: joined once, so that a long paragraph takes no longer a line."""


def _pieces(lines: list[str], first_line: int) -> Iterator[Passage]:
    """The raw pieces, Markdown's inline marks still in them."""
    state = _State()
    for number, line in enumerate(lines, first_line):
        yield from _closed(state) if not line.strip() and not state.fence else ()
        if line.strip() or state.fence:
            yield from _line(line, number, state)
    yield from _closed(state)


def _closed(state: _State) -> Iterator[Passage]:
    if state.open is not None:
        lines = [state.open.text, *state.more]
        starts = accumulate((len(line) + 1 for line in lines[:-1]), initial=0)
        yield replace(state.open, text=" ".join(lines), starts=tuple(starts))
    state.open = None
    state.more = []


def _line(line: str, number: int, state: _State) -> Iterator[Passage]:
    if state.fence or _FENCE.match(line):
        yield from _closed(state)
        yield from _fenced(line, number, state)
        return
    indented = line.startswith(("    ", "\t"))
    if state.card and not indented:
        yield from _closed(state)
        state.card, state.in_list = "", False
    content = line[4:] if state.card and line.startswith("    ") else line
    if not state.card and (card := _CARD.match(line)):
        yield from _closed(state)
        state.card, state.block, state.in_list = card[1].lower(), state.block + 1, False
        if card[2]:
            yield _piece(card[2], number, Part.CARD_TITLE, state)
        return
    yield from _content(content, number, state)


def _fenced(line: str, number: int, state: _State) -> Iterator[Passage]:
    mark = _FENCE.match(line)
    if state.fence:
        if mark and mark[1].startswith(state.fence):
            state.fence = ""
        elif line.strip():
            yield _piece(line, number, Part.CODE, state)
    elif mark:
        state.fence = mark[1]


def _content(line: str, number: int, state: _State) -> Iterator[Passage]:
    stripped = line.strip()
    if heading := _HEADING.match(stripped) if not line.startswith("    ") else None:
        yield from _closed(state)
        state.section += 1
        state.in_list = False
        yield replace(_piece(heading[2], number, Part.HEADING, state), level=len(heading[1]))
    elif _RULE.match(line) or (_TABLE_RULE.match(line) and "|" in line):
        yield from _closed(state)
    elif stripped.startswith("|") or (" | " in stripped and not _ITEM.match(line)):
        yield from _closed(state)
        for cell in filter(None, (c.strip() for c in stripped.strip("|").split("|"))):
            yield _piece(cell, number, Part.CELL, state)
    elif item := _ITEM.match(line) or _DEFINITION.match(stripped) or _FOOTNOTE.match(stripped):
        yield from _closed(state)
        if not state.in_list and not state.card:
            state.block += 1
        state.in_list = True
        begun = line[item.end() :] if _ITEM.match(line) else stripped[item.end() :]
        state.open = _piece(begun.strip(), number, Part.ITEM, state)
    elif state.open is not None:
        state.more.append(stripped.removeprefix("> "))
    else:
        state.in_list = state.in_list and line.startswith(" ")
        part = Part.QUOTE if stripped.startswith(">") else Part.PARAGRAPH
        state.open = _piece(stripped.removeprefix(">").strip(), number, part, state)


def _piece(text: str, line: int, part: Part, state: _State) -> Passage:
    return Passage(
        text=text, line=line, part=part, section=state.section, card=state.card, block=state.block
    )


def _in_words(piece: Passage) -> Iterator[Passage]:
    """The piece without marks, and what its marks hide: alt texts, titles and addresses."""
    if piece.part is Part.CODE:
        yield piece
        return
    hidden = list(_hidden(piece))
    cited = _CITATION.search(piece.text) is not None
    bounds = [*piece.starts, len(piece.text) + 1]
    lines = [_bare(piece.text[start : end - 1]) for start, end in pairwise(bounds)]
    starts = tuple(accumulate((len(line) + 1 for line in lines[:-1]), initial=0))
    if any(line.strip() for line in lines):
        yield replace(piece, text=" ".join(lines).rstrip(), starts=starts, cited=cited)
    yield from hidden


def _bare(line: str) -> str:
    for pattern, kept in _MARKS:
        line = pattern.sub(kept, line)
    return line


_MARKS = (
    (_CITATION, ""),
    (_IMAGE, ""),
    (_LINK, r"\1"),
    (_NOTE_MARK, ""),
    (_AUTOLINK, r"\1"),
    (_TAG, ""),
    (_EMPHASIS, ""),
)


def _hidden(piece: Passage) -> Iterator[Passage]:
    for image in _IMAGE.finditer(piece.text):
        line = piece.line_at(image.start())
        for text, part in (
            (image[1], Part.ALT),
            (image[3] or "", Part.ALT),
            (image[2], Part.ADDRESS),
        ):
            if text:
                yield replace(piece, text=text, line=line, part=part, starts=(0,))
    for link in _LINK.finditer(piece.text):
        line = piece.line_at(link.start())
        yield replace(piece, text=link[2], line=line, part=Part.ADDRESS, starts=(0,))
