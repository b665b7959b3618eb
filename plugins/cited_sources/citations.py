"""Citations in a text: `[@key]`, `[@doi:10.x/y]`, `[@pmid:123]`, and their numbers.

`CitationExtension` makes Python-Markdown print them; `cited_keys` reads them from the raw text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from xml.etree import ElementTree

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor

from plugins.practice.posts import Post
from plugins.practice.sources import Source

PATTERN = r"\[@([^\]\s]+)\]"
_ID_KINDS = ("doi", "pmid", "pmcid", "isbn")


def cited_keys(text: str) -> Iterator[tuple[str, int]]:
    """Every citation of a text as written, with its line, counted from 1."""
    for number, line in enumerate(text.split("\n"), 1):
        for match in re.finditer(PATTERN, line):
            yield match[1], number


def keys_of(post: Post) -> Iterator[str]:
    """Everything that a post cites: in its text, then in its list."""
    yield from (key for key, _ in cited_keys(post.text))
    yield from post.sources


def source_of(cited: str, sources: Mapping[str, Source]) -> Source | None:
    """The work that a citation means: by its key, or by an identifier of the ledger."""
    kind, colon, value = cited.partition(":")
    if not colon or kind not in _ID_KINDS:
        return sources.get(cited)
    wanted = value.lower()
    return next((s for s in sources.values() if getattr(s, kind).lower() == wanted), None)


@dataclass
class Numbering:
    """The works that a text cites, numbered from 1 in order, with the places that cite each."""

    sources: Mapping[str, Source]
    order: list[str] = field(default_factory=list)
    places: dict[str, list[str]] = field(default_factory=dict)

    def cite(self, cited: str) -> tuple[int, str] | None:
        """The number of a citation and the id of this place; None when the work is unknown."""
        source = source_of(cited, self.sources)
        if source is None:
            return None
        if source.key not in self.places:
            self.order.append(source.key)
            self.places[source.key] = []
        places = self.places[source.key]
        places.append(f"cite-{source.key}-{len(places) + 1}")
        return self.order.index(source.key) + 1, places[-1]

    def add(self, listed: Sequence[str]) -> None:
        """Append works that are listed and never cited: readers see them all the same."""
        for key in listed:
            if key in self.sources and key not in self.places:
                self.order.append(key)
                self.places[key] = []


class _CitationProcessor(InlineProcessor):
    def __init__(self, md: Markdown, numbering: Numbering) -> None:
        super().__init__(PATTERN, md)
        self.numbering = numbering

    def handleMatch(  # type: ignore[override]  # noqa: N802  # Python-Markdown's name
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002  # Python-Markdown's signature
    ) -> tuple[ElementTree.Element | str | None, int | None, int | None]:
        cited = self.numbering.cite(m[1])
        if cited is None:
            return None, None, None
        number, place = cited
        mark = ElementTree.Element("sup", {"class": "cite"})
        link = ElementTree.SubElement(mark, "a", {"id": place, "href": f"#ref-{number}"})
        link.text = str(number)
        return mark, m.start(0), m.end(0)


class CitationExtension(Extension):
    """Prints citations as numbered links to the reference list."""

    def __init__(self, numbering: Numbering) -> None:
        super().__init__()
        self.numbering = numbering

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  # Python-Markdown's name
        # Before links (160), so that [@key](...) is not taken for one.
        md.inlinePatterns.register(_CitationProcessor(md, self.numbering), "citation", 175)
