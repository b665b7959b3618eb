"""A document's Markdown into finished markup, with its headings, images, and what is wrong."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit
from xml.etree import ElementTree

from markdown import Markdown
from PIL import Image

from plugins.cited_sources.citations import CitationExtension, Numbering
from plugins.pelican_bridge.markdown_parts import OurMarkdown, heading_anchor, heading_id
from plugins.pelican_bridge.markup_checks import check_markup
from plugins.practice.folders import FOLDERS
from plugins.practice.image_names import image_name
from plugins.practice.images import (
    NONE_KEPT,
    Kept,
    check_image,
    image_path,
    lies_on_its_side,
    published_as,
)
from plugins.practice.markdown_text import without_comments
from plugins.practice.posts import Document
from plugins.practice.problems import Problem, Severity
from plugins.practice.sources import Source

_EXTENSIONS = ("extra", "admonition", "sane_lists", "toc")

_BRACKETS = ("[", "<", "*[")
_MOST_BRACKETS = 1_000
"""Of one sort in a text: Python-Markdown's time grows with their square; an article has 80."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """What a text needs to know of the others: every document's address, and which are public."""

    folder: Path
    sources: Mapping[str, Source]
    addresses: Mapping[str, str]
    """The address of each document by its file."""
    public: frozenset[str]
    """The files that are published."""
    withdrawn: frozenset[str] = frozenset()
    """The files that were taken back."""
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
    unfit = tuple(_unprintable(document))
    if unfit:
        return Rendered(html="", numbering=numbering, problems=unfit)
    links = _Links(document, site)
    parts = OurMarkdown(document.lang, links.resolve)
    converter = Markdown(
        output_format="html",
        extensions=[*_EXTENSIONS, CitationExtension(numbering), parts],
        extension_configs={"toc": {"toc_depth": "2-3", "slugify": heading_id}},
    )
    # A comment is for writers: what is noted in it must not go out with the page.
    markup = converter.convert(without_comments(document.text, keep_lines=False))
    numbering.add(listed)
    cards = (_card_problem(document, *fault) for fault in dict.fromkeys(parts.faults))
    return Rendered(
        html=markup,
        headings=tuple(_headings(getattr(converter, "toc_tokens", []))),
        images=tuple(dict.fromkeys(links.images)),
        numbering=numbering,
        problems=(*links.problems, *cards, *check_markup(markup, document, site.images_url)),
    )


def _unprintable(document: Document) -> Iterator[Problem]:
    """What keeps a text from being printed at all."""
    if "<!--" in without_comments(document.text):
        yield document.problem(
            "open-comment",
            document.text_line + document.text[: document.text.rindex("<!--")].count("\n"),
            what="a comment is opened by <!-- and never closed",
            why="all of it would be printed, and comments are for writers",
            fix="close it with -->",
        )
    if any(document.text.count(bracket) > _MOST_BRACKETS for bracket in _BRACKETS):
        yield document.problem(
            "too-many-brackets",
            document.text_line,
            what=f"the text has over {_MOST_BRACKETS} brackets of one sort",
            why="it would take minutes to print",
            fix="split the text",
        )


def _card_problem(document: Document, what: str, fix: str, mark: str) -> Problem:
    before, hit, _ = document.text.partition(mark)
    return document.problem(
        "care-card",
        document.text_line + (before.count("\n") if hit else 0),
        what=what,
        why="a card that is read wrongly can cost time that nobody has",
        fix=fix,
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
        if _is_elsewhere(target, path):
            if target.startswith(("http://", "https://")):
                element.set("rel", "external")
            return
        if not path:
            element.set("href", f"#{heading_anchor(fragment)}")
            return
        file = _file_of(path, self.document.file)
        address = self.site.addresses.get(file)
        if address is None and _is_content(file) and (self.site.folder / file).is_file():
            address = ""  # it cannot be read, and is told itself; nothing is wrong with the link
        if address is None:
            self.problems.append(self._lost(found))
        elif file not in self.site.public:
            self.problems.append(self._waits(found, is_withdrawn=file in self.site.withdrawn))
        if address is None or file not in self.site.public:
            element.tag, element.attrib = "span", {}
            return
        element.set("href", address + (f"#{heading_anchor(fragment)}" if fragment else ""))

    def _lost(self, found: str) -> Problem:
        return self.document.problem(
            "lost-link",
            self._line(found),
            what=f'the link "{found}" leads to no file',
            why="readers get lost",
            fix="write the path from this file: ../questions/name.md",
        )

    def _waits(self, found: str, *, is_withdrawn: bool) -> Problem:
        """The other file is there, and readers cannot see it."""
        back = "leads to a post that was taken back"
        return self.document.problem(
            "lost-link",
            self._line(found),
            severity=Severity.NOTE,
            what=f'the link "{found}" {back if is_withdrawn else "leads to a post not yet public"}',
            why="its words stand there without a link"
            if is_withdrawn
            else "its words stand there without a link until then",
            fix="see whether the sentence is still true, and take the link out"
            if is_withdrawn
            else "nothing to do",
        )

    def _image(self, element: ElementTree.Element) -> None:
        found = element.get("src", "").removeprefix("{static}").lstrip("/")
        name = image_name(found)
        line = self._line(element.get("src", ""))
        if urlsplit(found).scheme or found.startswith("//"):
            told = self.document.problem(
                "image-elsewhere",
                line,
                what=f'the image "{found[:80]}" lies on another host',
                why="the other host would learn who reads the page",
                fix="put the picture into content/images/ and name it alone",
            )
            self.problems.append(told)
            return
        folder, kept = self.site.folder, self.document.kept_images
        faults = list(check_image(name, folder, self.document.file, line, kept))
        self.problems += faults
        if not faults:
            self.images.append(name)
            width, height = shown_size(image_path(name, folder, kept))
            element.set("src", f"{self.site.images_url}{published_name(name, kept)}")
            element.set("width", str(width))
            element.set("height", str(height))
            element.set("loading", "lazy")

    def _line(self, found: str) -> int:
        """The line on which the address stands."""
        before, hit, _ = self.document.text.partition(found)
        return self.document.text_line + (before.count("\n") if found and hit else 0)


def _is_content(file: str) -> bool:
    """Whether the file would be a post, a page or a person."""
    return file.partition("/")[0] in FOLDERS and file.endswith(".md")


def _is_elsewhere(target: str, path: str) -> bool:
    """Whether a link leads to no file of ours, nor to a heading: the markup checks judge it."""
    try:
        scheme = urlsplit(target).scheme
    except ValueError:
        return True
    is_path_of_the_site = target.startswith(("/", "\\", "{", "|")) and not path.endswith(".md")
    return bool(scheme) or not target or is_path_of_the_site


WIDEST = 1600
"""Pixels; wider pictures are scaled down: no column of the site is wider on any screen."""


def published_name(name: str, kept: Kept = NONE_KEPT) -> str:
    """The name under which an image is published: always a JPEG or PNG written by us.

    A picture of `kept` is another one than that of content/images/, and has a name of its own.
    """
    path = PurePosixPath(published_as(name))
    stem = f"{path.stem}-{kept[name].sha256[:8]}" if name in kept else path.stem
    return str(path.with_name(stem + path.suffix))


def shown_size(path: Path) -> tuple[int, int]:
    """Width and height of an image as it is published: turned upright and scaled down."""
    with Image.open(path) as image:
        width, height = image.size
        if lies_on_its_side(image):
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
