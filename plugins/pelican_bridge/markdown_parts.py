"""What our Markdown has beyond Python-Markdown's own: care cards, do/don't lists, telephone links.

Cards are written as admonitions (`!!! emergency "Call 911 if:"`); here their markup becomes ours.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from xml.etree import ElementTree

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.toc import slugify_unicode
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor

from plugins.practice.fields import did_you_mean
from plugins.practice.phones import DIALABLE
from plugins.practice.words import say

_HEADING = "at-"
OUR_IDS = (_HEADING, "cite-", "card-", "fn:", "fnref")
"""How the ids that we and Python-Markdown give begin. Others could be those of the page around."""

CARE_LEVELS = ("emergency", "urgent", "care")
LISTS = ("do", "dont")

Fault = tuple[str, str, str]
"""What is wrong with a card, how to mend it, and the words by which its line is found."""


def heading_id(title: str, separator: str) -> str:
    """The id of a heading: "at-when-to-call"."""
    return _HEADING + slugify_unicode(title, separator)


def heading_anchor(fragment: str) -> str:
    """The id that a link to a heading means; writers leave the beginning out."""
    return fragment if fragment.startswith((*OUR_IDS, "ref-")) else _HEADING + fragment


Resolver = Callable[[ElementTree.Element], None]
"""Mends one `a` or `img` element in place: its address, its size, or that it is no link."""


class OurMarkdown(Extension):
    """Everything of ours that Python-Markdown must know to print one text."""

    def __init__(self, lang: str, resolve: Resolver) -> None:
        super().__init__()
        self.lang = lang
        self.resolve = resolve
        self.faults: list[Fault] = []

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  # Python-Markdown's name
        md.inlinePatterns.register(_Telephone(DIALABLE, md), "telephone", 60)
        # After inline patterns (20) have made the links, before the contents list (5).
        md.treeprocessors.register(_Shapes(md, self.lang, self.faults), "shapes", 12)
        md.treeprocessors.register(_Resolving(md, self.resolve), "resolving", 11)


class _Telephone(InlineProcessor):
    """A number that a telephone can dial becomes a link; inside a link it stays as it is."""

    ANCESTOR_EXCLUDES = ("a",)

    def handleMatch(  # type: ignore[override]  # noqa: N802  # Python-Markdown's name
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002  # Python-Markdown's signature
    ) -> tuple[ElementTree.Element, int, int]:
        link = ElementTree.Element("a", {"href": telephone_url(m[1]), "class": "tel"})
        link.text = m[1]
        return link, m.start(1), m.end(1)


def telephone_url(number: str) -> str:
    """The tel: address of a number; ten digits are a United States number."""
    digits = re.sub(r"[^\d+]", "", number)
    if len(digits) == 10:
        return f"tel:+1{digits}"
    return f"tel:+{digits}" if len(digits) == 11 and digits[0] == "1" else f"tel:{digits}"


class _Shapes(Treeprocessor):
    """Cards, lists, tables and figures in the markup that the theme knows."""

    def __init__(self, md: Markdown, lang: str, faults: list[Fault]) -> None:
        super().__init__(md)
        self.lang, self.faults = lang, faults

    def run(self, root: ElementTree.Element) -> None:
        heading, cards, tables = "h2", 0, 0
        for parent in list(root.iter()):
            for index, child in enumerate(list(parent)):
                classes = child.get("class", "").split()
                if child.tag == "h2":
                    heading = "h3"
                if child.tag == "div" and "admonition" in classes:
                    cards += 1
                    self._card(child, classes[-1], heading, cards)
                elif child.tag == "table":
                    tables += 1
                    parent[index] = self._scrolling(child, tables)
                elif child.tag == "p" and [e.tag for e in child] == ["img"] and not child.text:
                    child.tag = "figure"

    def _card(self, card: ElementTree.Element, kind: str, heading: str, number: int) -> None:
        self.faults += _card_faults(card, kind)
        label = f"card-{number}"
        card.tag = "section"
        title = card[0] if len(card) and card[0].get("class") == "admonition-title" else None
        if title is None:
            title = ElementTree.Element("p")
            card.insert(0, title)
        title.tag, title.attrib = heading, {"id": label}
        card.attrib = {"aria-labelledby": label}
        if kind in LISTS:
            self._list(card, title, kind)
            return
        level = kind if kind in CARE_LEVELS else "care"
        card.set("class", f"care-card care-card--{level}")
        title.set("class", "care-card__title")
        words = ElementTree.Element("span", {"class": "visually-hidden"})
        words.text = f"{say(self.lang, f'rendering.care_{level}')}: "
        words.tail, title.text = title.text, None
        title.insert(0, words)

    def _list(self, box: ElementTree.Element, title: ElementTree.Element, kind: str) -> None:
        box.set("class", f"do-list do-list--{kind}")
        title.set("class", "do-list__title")
        if (title.text or "").lower() in {"do", "dont", ""}:
            title.text = say(self.lang, f"rendering.{kind}")
        if kind == "dont":
            for item in box.iter("li"):
                target = item[0] if len(item) and item[0].tag == "p" else item
                words = say(self.lang, "rendering.dont_prefix")
                said = (target.text or "").lstrip()
                if not said.lower().startswith(f"{words} "):
                    target.text = f"{words} {said}"

    def _scrolling(self, table: ElementTree.Element, number: int) -> ElementTree.Element:
        for cell in table.iter("th"):
            cell.set("scope", "col")
            if not cell.text and not len(cell):
                cell.tag, cell.attrib = "td", {}  # an empty corner is no heading
        label = f"{say(self.lang, 'rendering.table')} {number}"
        box = ElementTree.Element(
            "div", {"class": "table-scroll", "role": "region", "tabindex": "0", "aria-label": label}
        )
        box.append(table)
        box.tail, table.tail = table.tail, None
        return box


def _card_faults(card: ElementTree.Element, kind: str) -> Iterator[Fault]:
    """What would make a card say something else than its writer meant."""
    mark = f"!!! {kind}"
    if kind not in (*CARE_LEVELS, *LISTS):
        yield f'there is no card "!!! {kind}"', did_you_mean(kind, (*CARE_LEVELS, *LISTS)), mark
    titled = len(card) and card[0].get("class") == "admonition-title"
    if kind in CARE_LEVELS and not (titled and "".join(card[0].itertext()).strip()):
        yield f'the card "!!! {kind}" has no title', 'write it behind, like "Call 911 if:"', mark
    if card.find("ul") is None and card.find("ol") is None:
        yield (
            f'the card "!!! {kind}" has no list',
            "below it, begin each line with four spaces and a hyphen",
            mark,
        )


class _Resolving(Treeprocessor):
    def __init__(self, md: Markdown, resolve: Resolver) -> None:
        super().__init__(md)
        self.resolve = resolve

    def run(self, root: ElementTree.Element) -> None:
        for element in list(root.iter()):
            if element.tag in {"a", "img"}:
                self.resolve(element)
