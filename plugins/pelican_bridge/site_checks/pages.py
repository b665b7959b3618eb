"""The addresses and the ids of a page, of a drawing (SVG) and of a style sheet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from lxml import etree

from plugins.pelican_bridge.site_checks.links import Link, Reading, Use
from plugins.pelican_bridge.site_checks.parsing import (
    HTML,
    XML,
    attributes_of,
    elements_of,
    line_of,
)
from plugins.pelican_bridge.site_checks.values import (
    one_address,
    placed_style_addresses,
    refresh_addresses,
    spaced_addresses,
    srcset_addresses,
    style_addresses,
)


class _Attribute(NamedTuple):
    """An attribute that holds addresses, and the elements on which it does (empty: all)."""

    use: Use
    on: frozenset[str] = frozenset()
    read: Callable[[str], Iterator[str]] = one_address


_ATTRIBUTES: dict[str, _Attribute] = {
    "href": _Attribute(Use.LINKS),
    "xlink:href": _Attribute(Use.LINKS),
    "{http://www.w3.org/1999/xlink}href": _Attribute(Use.LINKS),
    "cite": _Attribute(Use.LINKS, frozenset({"blockquote", "q", "del", "ins"})),
    "longdesc": _Attribute(Use.LINKS, frozenset({"img"})),
    "ping": _Attribute(Use.LINKS, frozenset({"a", "area"}), spaced_addresses),
    "src": _Attribute(Use.LOADS),
    "srcset": _Attribute(Use.LOADS, frozenset({"img", "source"}), srcset_addresses),
    "imagesrcset": _Attribute(Use.LOADS, frozenset({"link"}), srcset_addresses),
    "poster": _Attribute(Use.LOADS, frozenset({"video"})),
    "data": _Attribute(Use.LOADS, frozenset({"object"})),
    "manifest": _Attribute(Use.LOADS, frozenset({"html"})),
    "background": _Attribute(Use.LOADS, frozenset({"body", "table", "td", "th", "tr"})),
    "style": _Attribute(Use.LOADS, read=style_addresses),
    "action": _Attribute(Use.SENDS, frozenset({"form"})),
    "formaction": _Attribute(Use.SENDS, frozenset({"button", "input"})),
}
"""What in HTML (the standard's index of attributes) and SVG is an address."""

_NAMED = frozenset({
    "og:url", "og:image", "og:image:url", "og:image:secure_url", "og:video", "og:video:url",
    "og:video:secure_url", "og:audio", "og:audio:url", "og:audio:secure_url",
    "twitter:image", "twitter:image:src", "twitter:player", "msapplication-tileimage",
})  # fmt: skip
"""The <meta> whose content is an address."""


def read_page(data: bytes) -> Reading:
    """The addresses and ids of a page in HTML, whatever it is worth."""
    return _read(elements_of(data, HTML))


def read_drawing(data: bytes) -> Reading:
    """The addresses and ids of an SVG file."""
    return _read(elements_of(data, XML))


def read_style(data: bytes) -> Reading:
    """The addresses of a style sheet. Fragments alone mean the page that uses it."""
    placed = placed_style_addresses(data.decode("utf-8", "replace"))
    links = [Link(url, line, Use.LOADS) for url, line in placed if not url.startswith("#")]
    return Reading(links)


def _read(elements: Iterable[etree._Element]) -> Reading:
    anchors: set[str] = set()
    reading = Reading(anchors=anchors)
    for element in elements:
        for name, value in attributes_of(element):
            if name in _ATTRIBUTES:
                _add(reading, element, name, value)
            elif name == "id" or (name == "name" and element.tag == "a"):
                anchors.add(value)
        if element.tag in _BESIDES:
            reading.links += _BESIDES[element.tag](element)
    return reading


def _add(reading: Reading, element: etree._Element, name: str, value: str) -> None:
    attribute = _ATTRIBUTES[name]
    if element.tag == "base":
        reading.base = value if reading.base is None else reading.base
    elif not attribute.on or element.tag in attribute.on:
        reading.add(attribute.read(value), line_of(element), attribute.use)


def _of_meta(element: etree._Element) -> Iterator[Link]:
    content, line = element.get("content", ""), line_of(element)
    if element.get("http-equiv", "").lower() == "refresh":
        yield from (Link(url, line, Use.LINKS) for url in refresh_addresses(content))
    elif (element.get("property") or element.get("name") or "").lower() in _NAMED:
        yield Link(content, line, Use.NAMES)


def _of_style(element: etree._Element) -> Iterator[Link]:
    first = line_of(element)
    for address, line in placed_style_addresses(element.text or ""):
        yield Link(address, first + line - 1, Use.LOADS)


_BESIDES: dict[object, Callable[[etree._Element], Iterator[Link]]] = {
    "meta": _of_meta,
    "style": _of_style,
    "{http://www.w3.org/2000/svg}style": _of_style,
}
"""Elements with addresses elsewhere than in the attributes above."""
