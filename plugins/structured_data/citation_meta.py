"""What scholarly indexers and reference managers read in a page's head: citation_* meta elements.

The names are Highwire's, which Google Scholar and Zotero read; the form of a reference is that of
Springer's pages (general knowledge): fields for a journal article, the printed reference for
everything else.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from plugins.cited_sources.references import manner_of, plain_reference
from plugins.cited_sources.references.parts import in_full, named, year_of
from plugins.practice.people import Person
from plugins.practice.posts import Post
from plugins.practice.sources import Source

Meta = tuple[tuple[str, str], ...]
"""Names and contents of meta elements, in order."""


def citation_meta(post: Post, people: Mapping[str, Person], cited: Sequence[Source]) -> Meta:
    """How the post itself is cited and what it cites; nothing for a post that cites nothing."""
    if not cited:
        return ()
    authors = [people[name].name for name in post.authors if name in people]
    return (
        ("citation_title", post.title),
        *(("citation_author", name) for name in authors),
        ("citation_publication_date", f"{post.date:%Y/%m/%d}"),
        ("citation_language", post.lang),
        *(("citation_reference", _reference(source, post.lang)) for source in cited),
    )


def _reference(source: Source, lang: str) -> str:
    if manner_of(source) != "article-journal":
        return plain_reference(source, lang)
    return "; ".join(f"citation_{name}={value}" for name, value in _fields(source))


def _fields(source: Source) -> Iterator[tuple[str, str]]:
    found = [
        ("journal_title", source.journal),
        ("title", source.title),
        *(("author", name) for name in named(source.authors)),
        ("volume", source.volume),
        ("issue", source.issue),
        ("pages", in_full(source.pages)),
        ("publication_date", year_of(source)),
        ("doi", source.doi),
        ("pmid", "" if source.doi else source.pmid),
    ]
    # A semicolon would begin the next field; in a SICI DOI it must stay.
    plain = ((name, value if name == "doi" else value.replace(";", ",")) for name, value in found)
    return ((name, value) for name, value in plain if value)
