"""What the markup of a text may hold; what could harm readers or break the page is told."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from urllib.parse import urlsplit

from plugins.pelican_bridge.markdown_parts import OUR_IDS
from plugins.practice.posts import Document
from plugins.practice.problems import Problem

_TAGS = frozenset({
    "a", "abbr", "b", "blockquote", "br", "caption", "cite", "code", "dd", "del", "details",
    "div", "dl", "dt", "em", "figcaption", "figure", "h2", "h3", "h4", "hr", "i", "img", "ins",
    "kbd", "li", "ol", "p", "pre", "q", "s", "section", "small", "span", "strong", "sub",
    "summary", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "time", "tr", "u", "ul",
    "var",
})  # fmt: skip
"""What a text may hold. Frames, forms, scripts and media reach other hosts, or pretend to be us."""

_VOID = frozenset({"br", "hr", "img"})
_SCHEMES = frozenset({"", "http", "https", "mailto", "tel"})
_UNWANTED = frozenset({"style", "srcset", "background", "poster", "ping"})
"""Attributes that fetch from elsewhere, or that the site's Content-Security-Policy forbids."""

_WHY = "it could reach other hosts, run code, or break the page"
_IN_MARKDOWN = "write it in Markdown, or link to it"
_UNCLOSED = "write it in Markdown, or close every element in the order in which it was opened"

Fault = tuple[str, str, str]
"""What was found, how to mend it, and a word by which its line is found."""


def check_markup(markup: str, document: Document, images_url: str) -> Iterator[Problem]:
    """Each sort of fault in the markup of a document, once."""
    walker = _Walker(images_url)
    walker.feed(markup)
    walker.close()
    for what, fix, mark in dict.fromkeys(walker.found()):
        line = _line_of(document, mark)
        yield document.problem("markup", line, what=what, why=_WHY, fix=fix)


class _Walker(HTMLParser):
    """Goes through the elements, and knows which are open."""

    def __init__(self, images_url: str) -> None:
        super().__init__()
        self.images_url = images_url
        self.open: list[str] = []
        self.faults: list[Fault] = []

    def found(self) -> list[Fault]:
        """All faults, those elements included that nobody closed."""
        left = [(f"<{tag}> is never closed", _UNCLOSED, f"<{tag}") for tag in self.open]
        return [*self.faults, *left]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element opens."""
        self.faults += _tag_faults(tag)
        if tag == "a" and "a" in self.open:
            self.faults.append(("a link stands in a link", "keep one of the two", "]("))
        attributes = {name: value or "" for name, value in attrs}
        for what, fix in _attribute_faults(tag, attributes, self.images_url):
            mark = attributes.get("href") or attributes.get("id") or f"<{tag}"
            self.faults.append((what, fix, mark))
        if tag not in _VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """<p/> opens an element like <p>, whatever its writer meant."""
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        """An element closes: the last one that was opened, in a text without faults."""
        if self.open and self.open[-1] == tag:
            self.open.pop()
        elif tag not in _VOID:
            self.faults.append((f"</{tag}> closes nothing here", _UNCLOSED, f"</{tag}"))

    def handle_decl(self, decl: str) -> None:
        """<!DOCTYPE ...>."""
        self.faults.append((f"the text holds <!{decl[:20]}>", _IN_MARKDOWN, "<!"))

    def unknown_decl(self, data: str) -> None:
        """<![CDATA[ ...]]>."""
        self.handle_decl(data)

    def handle_pi(self, data: str) -> None:
        """<?php ... ?>."""
        self.faults.append((f"the text holds <?{data[:20]}>", _IN_MARKDOWN, "<?"))


def _tag_faults(tag: str) -> Iterator[Fault]:
    if tag == "h1":
        fix = "begin it with ##: the title is the only #"
        yield "the text has a heading of level 1 (#)", fix, "# "
    elif tag not in _TAGS:
        yield f"the element <{tag}> stands in the text", _IN_MARKDOWN, f"<{tag}"


def _attribute_faults(
    tag: str, attributes: dict[str, str], images_url: str
) -> Iterator[tuple[str, str]]:
    if tag == "img" and not attributes.get("src", "").startswith(images_url):
        yield "an <img> stands in the text", "write it as ![what it shows](hands.jpg)"
    for name, value in attributes.items():
        if name.startswith("on") or name in _UNWANTED:
            yield f"an element <{tag}> has the attribute {name}", "delete the attribute"
        if name == "id" and not value.startswith(OUR_IDS):
            yield f'the id "{value[:40]}" is given by hand', "delete it: headings get their own"
        if name == "href":
            yield from _address_faults(value)


def _address_faults(address: str) -> Iterator[tuple[str, str]]:
    found = "".join(address.split())
    try:
        scheme = urlsplit(found).scheme.lower()
    except ValueError:
        scheme = "an address that cannot be read"
    if scheme not in _SCHEMES:
        yield f'a link begins with "{scheme}:"', "link to a web page, a mail address or a number"
    if not found:
        yield "a link leads nowhere: its brackets are empty", "write the address between them"
    if found.startswith(("//", "\\", "{", "|")):
        yield f'a link begins with "{found[:2]}"', "write a full address, or a path to a .md file"


def _line_of(document: Document, mark: str) -> int:
    """The first line that holds the mark, else the first of the text."""
    for number, line in enumerate(document.text.split("\n")):
        if mark.lower() in line.lower():
            return document.text_line + number
    return document.text_line
