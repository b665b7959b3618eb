"""A document's Markdown into finished markup, with its headings, images, and what is wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit
from xml.etree import ElementTree

from lxml import html as lxml_html
from markdown import Markdown
from PIL import Image

from plugins.cited_sources.citations import CitationExtension, Numbering
from plugins.pelican_bridge.markdown_parts import OurMarkdown
from plugins.practice.images import check_image, image_path
from plugins.practice.posts import Document
from plugins.practice.problems import Problem, Severity
from plugins.practice.sources import Source

_EXTENSIONS = ("extra", "admonition", "sane_lists", "toc")

_TAGS = frozenset({
    "a", "abbr", "b", "blockquote", "br", "caption", "cite", "code", "dd", "del", "details",
    "div", "dl", "dt", "em", "figcaption", "figure", "h2", "h3", "h4", "hr", "i", "img", "ins",
    "kbd", "li", "ol", "p", "pre", "q", "s", "section", "small", "span", "strong", "sub",
    "summary", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "time", "tr", "u", "ul",
    "var",
})  # fmt: skip
"""What a text may hold. Frames, forms, scripts and media reach other hosts, or pretend to be us."""

_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_UNWANTED = frozenset({"style", "srcset", "background", "poster", "ping"})
"""Attributes that fetch from elsewhere, or that the site's Content-Security-Policy forbids."""

_SCHEMES = frozenset({"", "http", "https", "mailto", "tel"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """What a text needs to know of the others: every document's address, and which are public."""

    folder: Path
    sources: Mapping[str, Source]
    addresses: Mapping[str, str]
    """The address of each document by its file."""
    public: frozenset[str]
    """The files that are published."""
    images_url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendered:
    """A text as markup. Headings are (id, text, level); images are names in content/images/."""

    html: str
    headings: tuple[tuple[str, str, int], ...] = ()
    images: tuple[str, ...] = ()
    numbering: Numbering
    problems: tuple[Problem, ...] = ()


def render(document: Document, site: Site, listed: tuple[str, ...] = ()) -> Rendered:
    """Print a document. `listed` are source keys that stand in the list even when never cited."""
    numbering = Numbering(site.sources)
    links = _Links(document, site)
    converter = Markdown(
        output_format="html",
        extensions=[
            *_EXTENSIONS,
            CitationExtension(numbering),
            OurMarkdown(document.lang, links.resolve),
        ],
        extension_configs={"toc": {"toc_depth": "2-3"}},
    )
    # A comment is for writers: what is noted in it must not go out with the page.
    markup = _COMMENT.sub("", converter.convert(document.text))
    numbering.add(listed)
    return Rendered(
        html=markup,
        headings=tuple(_headings(getattr(converter, "toc_tokens", []))),
        images=tuple(dict.fromkeys(links.images)),
        numbering=numbering,
        problems=(*links.problems, *_check_markup(markup, document, site.images_url)),
    )


@dataclass
class _Links:
    """Resolves the links and images of one document, and gathers what leads nowhere."""

    document: Document
    site: Site
    images: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def resolve(self, element: ElementTree.Element) -> None:
        if element.tag == "img":
            self._image(element)
        else:
            self._link(element)

    def _link(self, element: ElementTree.Element) -> None:
        found = element.get("href", "")
        target = found.removeprefix("{filename}")
        path, _, fragment = target.partition("#")
        if not path.endswith(".md") or urlsplit(path).scheme:
            if urlsplit(found).scheme in {"http", "https"}:
                element.set("rel", "external")
            return
        file = _file_of(path, self.document.file)
        address = self.site.addresses.get(file)
        if address is None:
            self.problems.append(self._lost(found, "leads to no file", Severity.BLOCK))
        elif file not in self.site.public:
            self.problems.append(self._lost(found, "leads to a post not yet public", Severity.NOTE))
        if address is None or file not in self.site.public:
            element.tag, element.attrib = "span", {}
            return
        element.set("href", address + (f"#{fragment}" if fragment else ""))

    def _lost(self, found: str, what: str, severity: Severity) -> Problem:
        waits = severity is Severity.NOTE
        return self._problem(
            "lost-link",
            f'the link "{found}" {what}',
            "its words stand there without a link until then" if waits else "readers get lost",
            "nothing to do" if waits else "write the path from this file: ../questions/name.md",
            self._line(found),
            severity,
        )

    def _image(self, element: ElementTree.Element) -> None:
        found = element.get("src", "").removeprefix("{static}").lstrip("/")
        name = PurePosixPath(found.split("images/")[-1]).as_posix()
        line = self._line(element.get("src", ""))
        if urlsplit(found).scheme or found.startswith("//"):
            why = "the other host would learn who reads the page"
            fix = "put the picture into content/images/ and name it alone"
            what = f'the image "{found[:80]}" lies on another host'
            self.problems.append(self._problem("image-elsewhere", what, why, fix, line))
            return
        faults = list(check_image(name, self.site.folder, self.document.file, line))
        self.problems += faults
        if not faults:
            self.images.append(name)
            width, height = shown_size(image_path(name, self.site.folder))
            element.set("src", f"{self.site.images_url}{published_name(name)}")
            element.set("width", str(width))
            element.set("height", str(height))
            element.set("loading", "lazy")

    def _line(self, found: str) -> int:
        """The line on which the address stands."""
        before, hit, _ = self.document.text.partition(found)
        return self.document.text_line + (before.count("\n") if found and hit else 0)

    def _problem(
        self,
        rule: str,
        what: str,
        why: str,
        fix: str,
        line: int,
        severity: Severity = Severity.BLOCK,
    ) -> Problem:
        return self.document.problem(
            rule,
            line,
            severity=severity,
            what=what,
            why=why,
            fix=fix,
        )


WIDEST = 1600
"""Pixels; wider pictures are scaled down: no column of the site is wider on any screen."""


def published_name(name: str) -> str:
    """The name under which an image is published: always a JPEG or PNG written by us."""
    path = PurePosixPath(name)
    return str(path.with_suffix(".png" if path.suffix.lower() == ".png" else ".jpg"))


def shown_size(path: Path) -> tuple[int, int]:
    """Width and height of an image as it is published: turned upright and scaled down."""
    with Image.open(path) as image:
        width, height = image.size
        if image.getexif().get(0x0112) in {5, 6, 7, 8}:  # EXIF orientation: lies on its side
            width, height = height, width
    scale = min(1.0, WIDEST / width)
    return round(width * scale), round(height * scale)


def _file_of(path: str, file: str) -> str:
    """The content file that a link means: from the content folder with a slash, else from here."""
    if path.startswith("/"):
        return path.lstrip("/")
    parts: list[str] = list(PurePosixPath(file).parent.parts)
    for part in PurePosixPath(path).parts:
        if part == "..":
            del parts[-1:]
        elif part != ".":
            parts.append(part)
    return "/".join(parts)


def _headings(tokens: list[dict[str, object]]) -> Iterator[tuple[str, str, int]]:
    for token in tokens:
        if not str(token["id"]).startswith("card-"):
            yield str(token["id"]), str(token["name"]), int(str(token["level"]))
        yield from _headings(token["children"])  # type: ignore[arg-type]  # toc's own nesting


def _check_markup(markup: str, document: Document, images_url: str) -> Iterator[Problem]:
    """Elements and attributes that a text may not hold; each sort is told once."""
    root = lxml_html.fragment_fromstring(markup or "<p></p>", create_parent="div")
    told = set()
    for element in root.iterdescendants():
        for what, fix in _faults(element, images_url):
            if what not in told:
                told.add(what)
                yield document.problem(
                    "markup",
                    _line_of_tag(document, str(element.tag)),
                    what=what,
                    why="it could reach other hosts, run code, or break the page's outline",
                    fix=fix,
                )


def _faults(element: lxml_html.HtmlElement, images_url: str) -> Iterator[tuple[str, str]]:
    tag = element.tag
    if not isinstance(tag, str):
        return  # a processing instruction: no browser runs it
    if tag == "h1":
        yield "the text has a heading of level 1 (#)", "begin it with ##: the title is the only #"
    elif tag not in _TAGS:
        yield f"the text holds a <{tag}> element", "write it in Markdown, or link to it"
    if tag == "img" and not element.get("src", "").startswith(images_url):
        yield "an <img> element stands in the text", "write it as ![what it shows](hands.jpg)"
    for name, value in element.attrib.items():
        if name.startswith("on") or name in _UNWANTED:
            yield f"a <{tag}> element has the attribute {name}", "delete the attribute"
        if name == "href" and _scheme(value) not in _SCHEMES:
            yield f"a link begins with {_scheme(value)}:", "link to a web page, a mail or a number"


def _scheme(address: str) -> str:
    try:
        return urlsplit("".join(address.split())).scheme.lower()
    except ValueError:
        return "an unreadable scheme"


def _line_of_tag(document: Document, tag: str) -> int:
    marks = {"h1": ("# ",), "a": ("](", "<a")}.get(tag, (f"<{tag}",))
    for number, line in enumerate(document.text.split("\n")):
        if any(mark in line.lower() for mark in marks):
            return document.text_line + number
    return document.text_line
