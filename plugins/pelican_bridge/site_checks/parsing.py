"""Markup as elements: whatever comes in, parsing raises nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from lxml import etree

HTML = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True)
XML = etree.XMLParser(
    resolve_entities=False, no_network=True, huge_tree=True, recover=True, remove_comments=True
)


def elements_of(
    data: bytes, parser: etree.HTMLParser | etree.XMLParser
) -> Iterator[etree._Element]:
    """Every element in the order of the text; none where there is nothing to parse."""
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return
    if root is not None:
        yield from root.iter("*")


def line_of(element: etree._Element) -> int:
    """The line on which the element begins."""
    return cast("int | None", element.sourceline) or 1


def attributes_of(element: etree._Element) -> list[tuple[str, str]]:
    """Names and values."""
    return cast("list[tuple[str, str]]", element.items())
