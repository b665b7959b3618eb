"""The fields of sources.toml, from what several registries say of one work."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from plugins.cited_sources.citing.titles import clean_publisher, clean_title
from plugins.cited_sources.references.parts import in_full
from plugins.cited_sources.registries.record import Record

_PUBMED = "PubMed"

_OF_ARTICLES = ("journal", "volume", "issue", "pages")
_OF_BOOKS = ("edition", "isbn", "pages")
_OF_CHAPTERS = ("book", "edition", "isbn", "pages")
_BY_TYPE: Mapping[str, Sequence[str]] = {
    "article-journal": _OF_ARTICLES,
    "book": _OF_BOOKS,
    "chapter": _OF_CHAPTERS,
}
"""The fields of each type that are taken as the best registry has them."""

_IDS = ("doi", "pmid", "pmcid")


def fields_of(records: Sequence[Record]) -> dict[str, object]:
    """The fields that the registries know, without empty ones.

    PubMed comes first: its titles are plain, its names and journals are written as AMA writes them.
    But of the type, the publisher and the book, those that register DOIs know more.
    """
    best = sorted(records, key=lambda record: record.service != _PUBMED)
    kind = _first(record.type for record in best[::-1])
    publisher = _first(clean_publisher(record.publisher) for record in best[::-1])
    fields: dict[str, object] = {
        "type": kind,
        "title": _first(_title(record) for record in best),
        "authors": _names(best, "authors"),
        # PubMed names no publisher of a journal.
        "publisher": publisher or _text(best, "journal_full"),
        "lang": _text(best, "lang"),
        **{name: _text(best, name) for name in _IDS},
        **_of_type(kind, best),
    }
    return {name: value for name, value in fields.items() if value}


def _title(record: Record) -> str:
    """PubMed translates titles; the work's own is the one to cite."""
    is_translated = record.service == _PUBMED and record.lang not in ("", "en")
    own = record.other_titles[0] if is_translated and record.other_titles else record.title
    return clean_title(own)


def _of_type(kind: str, best: Sequence[Record]) -> dict[str, object]:
    fields: dict[str, object] = {
        name: clean_title(_text(best, name)) for name in _BY_TYPE.get(kind, ())
    }
    if fields.get("pages"):
        fields["pages"] = in_full(str(fields["pages"]))
    in_book = kind in {"book", "chapter"}
    published = _text(best, "published")
    if in_book or fields.get("volume") or fields.get("issue"):
        fields["year"] = _year(published, best)
    else:
        fields["published"] = published
    return {**fields, "editors": _names(best, "editors") if in_book else []}


def _year(published: str, records: Sequence[Record]) -> object:
    year = published[:4] or _first(str(year) for record in records for year in record.years)
    return int(year) if year.isdecimal() else year


def _text(records: Sequence[Record], name: str) -> str:
    return _first(str(getattr(record, name)) for record in records)


def _names(records: Sequence[Record], name: str) -> list[str]:
    return list(next((found for record in records if (found := getattr(record, name))), ()))


def _first(values: Iterable[str]) -> str:
    """The first value that is one."""
    return next((value for value in values if value), "")
