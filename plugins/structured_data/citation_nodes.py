"""The works that a post cites, as schema.org knows works: what the reference list says of each."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from plugins.cited_sources.references import manner_of
from plugins.cited_sources.references.parts import named
from plugins.cited_sources.references.places import place_of
from plugins.practice.sources import Source
from plugins.structured_data.nodes import Node, node

_KINDS: Mapping[str, str] = {
    "article-journal": "ScholarlyArticle",
    "book": "Book",
    "chapter": "Chapter",
    "report": "Report",
    "webpage": "WebPage",
}

_PERSON = re.compile(r"\S.* [A-Z]{1,4}(?: (?:Jr|Sr|II|III|IV|2nd|3rd))?")
"""A name as AMA writes it, "Able AB": an organisation's ends in a word."""


def citation_node(source: Source) -> Node:
    """A cited work. What readers do not see of it, such as a journal's publisher, is left out."""
    manner = manner_of(source)
    is_article = manner == "article-journal"
    return node(
        "MedicalScholarlyArticle" if is_article and source.pmid else _KINDS[manner],
        name=source.title,
        url=place_of(source).address,
        author=_authors(named(source.authors)),
        datePublished=source.published or source.year,
        dateModified=source.updated,
        publisher=None if is_article else node("Organization", name=source.publisher),
        isPartOf=_part_of(source, manner),
        isbn=source.isbn if manner == "book" else "",
        identifier=[
            node("PropertyValue", propertyID=kind, value=value)
            for kind, value in (("doi", source.doi), ("pmid", source.pmid))
            if value
        ],
    )


def _authors(names: Sequence[str]) -> list[Node]:
    return [node("Person" if _PERSON.fullmatch(n) else "Organization", name=n) for n in names]


def _part_of(source: Source, manner: str) -> Node | None:
    """The journal of an article, the book of a chapter."""
    if manner == "article-journal" and source.journal:
        return node("Periodical", name=source.journal)
    return node("Book", name=source.book) if manner == "chapter" and source.book else None
