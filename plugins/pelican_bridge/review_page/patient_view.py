"""The post as patients see it: the page that the theme prints, without what stands around it.

Nothing of it may run or ask anything: a held text can hold whatever its writer pasted. The page's
own policy forbids both as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import cast
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from lxml import etree, html
from markupsafe import Markup

from plugins.pelican_bridge.build import ROOT
from plugins.pelican_bridge.planned import BuildPlan
from plugins.pelican_bridge.review_page.pictures import Pictures
from plugins.pelican_bridge.site_pages import SitePage, plan_pages
from plugins.practice.settings import Practice

THEME = ROOT / "theme"

_AROUND = ("breadcrumb", "contents", "share", "print-only")
"""Classes of what belongs to the site and not to the text."""
_ACTIVE = frozenset(
    {
        *("script", "style", "link", "meta", "base", "iframe", "object", "embed", "template"),
        *("form", "input", "button", "select", "textarea", "video", "audio", "source", "track"),
    }
)
"""Elements that run, ask some host for something, or send something."""
_ASKING = frozenset(
    {
        *("srcset", "srcdoc", "action", "formaction", "ping", "background", "poster", "data"),
        *("xlink:href", "loading", "decoding"),
    }
)
"""Attributes that ask some host for something, or may wait until somebody scrolls."""
_SAFE = ("http", "https", "mailto", "tel", "")


def pages_by_file(plan: BuildPlan) -> Mapping[str, SitePage]:
    """The planned page of each post and page that can be shown, by its content file."""
    return {page.document.file: page for page in plan_pages(plan) if page.document}


def patient_view(page: SitePage, practice: Practice, pictures: Pictures) -> Markup:
    """The markup of the article on the page, safe to stand in another page."""
    printed = _theme().get_template(f"{page.template}.html").render(page.context)
    root = html.document_fromstring(printed)
    found = root.xpath("//main//article") or root.xpath("//main") or [root]
    etree.strip_tags(root, etree.Comment)
    article = cast("list[etree._Element]", found)[0]
    for element in list(article.iter("*")):
        _clean(element)
        _place(element, practice, pictures)
    article.tail = None
    return Markup(etree.tostring(article, encoding="unicode", method="html"))


@cache
def _theme() -> Environment:
    """The theme as Pelican reads it: pelicanconf.py has the same."""
    return Environment(
        loader=FileSystemLoader([THEME / "templates", THEME]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _clean(element: etree._Element) -> None:
    classes = (element.get("class") or "").split()
    if element.tag in _ACTIVE or set(classes) & set(_AROUND):
        element.drop_tree()  # type: ignore[attr-defined]  # lxml.html's own elements have it
        return
    for name in _names(element):
        if name in _ASKING or name.startswith("on"):
            del element.attrib[name]


def _names(element: etree._Element) -> Iterator[str]:
    yield from [str(name) for name in element.attrib]


def _place(element: etree._Element, practice: Practice, pictures: Pictures) -> None:
    """Pictures by their new address, links by one that leads somewhere from any place."""
    base = urlsplit(practice.site_url).path
    if element.tag == "img":
        path = (element.get("src") or "").removeprefix(base).removeprefix("/")
        element.set("src", pictures.image(path) or "data:,")
    elif element.get("src") is not None:
        del element.attrib["src"]
    link = element.get("href")
    if link and link.startswith("/"):
        element.set("href", practice.site_url + link.removeprefix(base))
    elif link is not None and _scheme(link) not in _SAFE:
        del element.attrib["href"]


def _scheme(link: str) -> str:
    try:
        return urlsplit(link.strip()).scheme.lower()
    except ValueError:
        return "unfit"
