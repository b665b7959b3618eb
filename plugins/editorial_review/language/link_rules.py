"""S-03, S-04: words of links that tell where they lead; PDF files that are told as such."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from plugins.editorial_review.language.splitting import quoted
from plugins.editorial_review.prose import Part
from plugins.editorial_review.rule import Found
from plugins.editorial_review.subject import Subject
from plugins.practice.markdown_text import without_code
from plugins.practice.posts import Document

_LINK = re.compile(r"(?<!!)\[([^\[\]]{1,300})\]\(([^()\s]{1,900})[)\s]")
_BARE = re.compile(r"(?:https?://|www\.)[^\s<>\"()\[\]]{3,300}")
_EMPTY_WORDS = frozenset({
    "here", "click here", "click", "tap here", "this", "this link", "this page", "this article",
    "link", "more", "read more", "learn more", "see more", "find out more", "more info",
    "more information", "continue", "continue reading", "website", "aquí", "haga clic aquí",
    "haz clic aquí", "clic aquí", "más", "leer más", "lea más", "más información", "ver más",
    "este enlace", "enlace", "esta página",
})  # fmt: skip
_SIZE = re.compile(r"\d\s?(?:[KMk]B|pages?|páginas?)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Link:
    words: str
    target: str
    line: int


def _links(document: Document) -> Iterator[_Link]:
    text, line, at = without_code(document.text), document.text_line, 0
    for found in _LINK.finditer(text):
        line += text.count("\n", at, found.start())
        at = found.start()
        words = " ".join(found[1].replace("*", "").replace("`", "").split())
        yield _Link(words, found[2], line)


def link_words(subject: Subject) -> Iterator[Found]:
    """S-03."""
    targets: dict[str, str] = {}
    for link in _links(subject.document):
        plain = link.words.casefold().strip(" .:…»>→")
        if plain in _EMPTY_WORDS:
            yield Found(at=link.line, what=f"the words of a link are {quoted(link.words)}")
        elif targets.setdefault(plain, link.target) != link.target:
            yield Found(
                at=link.line,
                what=f"two links say {quoted(link.words)}, and lead to {targets[plain]} and "
                f"{link.target}",
                fix="Give each its own words.",
            )
    yield from _bare_addresses(subject)


def _bare_addresses(subject: Subject) -> Iterator[Found]:
    shown = (p for p in subject.body if p.part not in (Part.ADDRESS, Part.CODE))
    for passage in shown:
        for found in _BARE.finditer(passage.text):
            yield Found(
                at=passage.line_at(found.start()),
                what=f"an address stands as it is: {quoted(found[0])}",
                fix="Write [what is there](the address).",
            )


def pdf_links(subject: Subject) -> Iterator[Found]:
    """S-04."""
    for link in _links(subject.document):
        path = re.split(r"[?#]", link.target, maxsplit=1)[0].lower()
        if path.endswith(".pdf") and not ("pdf" in link.words.lower() and _SIZE.search(link.words)):
            yield Found(
                at=link.line, what=f"{quoted(link.words)} leads to a PDF and does not say so"
            )
