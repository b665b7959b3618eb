"""Markup that reads the same outside the site: in feed readers and in schedulers."""

from __future__ import annotations

from lxml.html import HtmlElement, fragment_fromstring, tostring
from lxml.html.builder import BR, IMG, P

from plugins.scheduler_feeds.feeds.valid_text import valid_text

_DROPPED = ("srcset", "sizes")


def absolute_html(markup: str, url: str) -> str:
    """The markup in a `div`, every address in it in full, as seen from the page at `url`."""
    parent = fragment_fromstring(valid_text(markup), create_parent="div")
    parent.make_links_absolute(url, handle_failures="ignore")
    for element in parent.iter():
        for name in _DROPPED:  # several addresses in one attribute; readers fall back to src
            element.attrib.pop(name, None)
    return _markup(parent)


def text_as_html(text: str) -> str:
    """A network's plain text as paragraphs.

    Its line ends stay in the markup: tools that strip the tags (Postiz does) are left with the
    text as it was.
    """
    return "\n\n".join(_markup(_paragraph(part)) for part in valid_text(text).split("\n\n"))


def _paragraph(text: str) -> HtmlElement:
    first, *others = text.split("\n")
    paragraph = P(first)
    for line in others:
        line_break = BR()
        line_break.tail = f"\n{line}"
        paragraph.append(line_break)
    return paragraph


def picture_html(url: str, *, width: int, height: int, alt: str) -> str:
    """An `img` element; width and height in pixels."""
    image = IMG(src=url, width=str(width), height=str(height), alt=valid_text(alt))
    return _markup(image)


def _markup(element: HtmlElement) -> str:
    markup: str = tostring(element, encoding="unicode")
    return markup
