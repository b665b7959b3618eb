"""Citations in a text: `[@key]`, `[@doi:10.x/y]`, `[@pmid:123]`, `[@a; @b]`, and their numbers.

`CitationExtension` makes Python-Markdown print them; `cited_keys` reads them from the raw text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from xml.etree import ElementTree

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor

from plugins.cited_sources.offline.work_ids import ID_KINDS, ids_of, same_form
from plugins.practice.markdown_text import without_code
from plugins.practice.posts import Post
from plugins.practice.sources import Source

# A DOI can hold semicolons, and brackets in pairs: 10.1641/0006-3568(2004)054[0547:LHMEP]2.0.CO;2
_KEY = r"(?:[^\[\]\s;]|;(?!\s{0,9}@)|\[[^\[\]\s]{0,200}\])+"
_NEXT = re.compile(r";\s{0,9}@")
PATTERN = rf"\[@({_KEY}(?:;\s{{0,9}}@{_KEY})*)\]"
_CITATION = re.compile(rf"(?<!\\){PATTERN}")
_MEANT_AS_ONE = re.compile(
    r"(?<!\\)\[-?@[^\[\]\n]{0,300}\]|\[[^\[\]\n@]{0,80}[\s;]@\w[^\[\]\n]{0,300}\](?!\()"
)


def cited_keys(text: str) -> Iterator[tuple[str, int]]:
    """Every citation of a text as written, with its line, counted from 1; not those in code."""
    yield from _read(text)[0]


def unread_citations(text: str) -> Iterator[tuple[str, int]]:
    """What looks like a citation and is none, with its line: `[see @key]`, `[@key, p. 3]`."""
    yield from _read(text)[1]


_Placed = tuple[tuple[str, int], ...]


@lru_cache(maxsize=512)
def _read(text: str) -> tuple[_Placed, _Placed]:
    visible = without_code(text)
    cited = tuple(
        (key, line)
        for found, line in _with_lines(_CITATION.finditer(visible), visible)
        for key in _NEXT.split(found[1])
    )
    rest = _CITATION.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), visible)
    unread = _with_lines(_MEANT_AS_ONE.finditer(rest), rest)
    return cited, tuple((found[0], line) for found, line in unread)


def _with_lines(matches: Iterator[re.Match[str]], text: str) -> Iterator[tuple[re.Match[str], int]]:
    line, counted = 1, 0
    for match in matches:
        line += text.count("\n", counted, match.start())
        counted = match.start()
        yield match, line


def keys_of(post: Post) -> Iterator[str]:
    """Everything that a post cites: in its text, then in its list."""
    yield from (key for key, _ in cited_keys(post.text))
    yield from post.sources


def source_of(cited: str, sources: Mapping[str, Source]) -> Source | None:
    """The work that a citation means: by its key, or by an identifier of the ledger.

    Identifiers are compared without upper case, hyphens of an ISBN, and the like; one that stands
    in an entry's address counts as well.
    """
    if source := sources.get(cited):
        return source
    kind, value = identifier_cited(cited)
    if not kind:
        return None
    wanted = (kind, same_form(kind, value))
    return next((s for s in sources.values() if wanted in ids_of(s)), None)


def identifier_cited(cited: str) -> tuple[str, str]:
    """("doi", "10.x/y") for "doi:10.x/y"; ("", "") for a key."""
    kind, colon, value = cited.partition(":")
    return (kind.lower(), value) if colon and kind.lower() in ID_KINDS else ("", "")


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
        keys = _NEXT.split(m[1])
        if any(source_of(key, self.numbering.sources) is None for key in keys):
            return None, None, None
        mark = ElementTree.Element("sup", {"class": "cite"})
        for key in keys:
            self._add(mark, key)
        return mark, m.start(0), m.end(0)

    def _add(self, mark: ElementTree.Element, key: str) -> None:
        """One more number; a comma keeps 1 and 2 from being read as 12."""
        cited = self.numbering.cite(key)
        if cited is None:
            raise ValueError(f"{key} is cited without a source")
        if len(mark):
            mark[-1].tail = ","
        number, place = cited
        link = ElementTree.SubElement(mark, "a", {"id": place, "href": f"#ref-{number}"})
        link.text = str(number)


class CitationExtension(Extension):
    """Prints citations as numbered links to the reference list."""

    def __init__(self, numbering: Numbering) -> None:
        super().__init__()
        self.numbering = numbering

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  # Python-Markdown's name
        # Before links (160), so that [@key](...) is not taken for one.
        md.inlinePatterns.register(_CitationProcessor(md, self.numbering), "citation", 175)
