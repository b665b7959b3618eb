"""DataCite's `dois/{doi}`: data sets, preprints, some journals. Nothing that it sends raises."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from plugins.cited_sources.registries.days import iso, iso_parts
from plugins.cited_sources.registries.decoded import at, json_of, rows, word
from plugins.cited_sources.registries.names import ama_name
from plugins.cited_sources.registries.record import (
    Record,
    RegistryAnswer,
    Reply,
    Update,
    UpdateKind,
)
from plugins.cited_sources.registries.wording import plain_title

LABEL = "DataCite"
_TYPES: Mapping[str, str] = {
    "journalarticle": "article-journal",
    "article-journal": "article-journal",
    "book": "book",
    "bookchapter": "chapter",
    "chapter": "chapter",
    "report": "report",
}
_NEWER = frozenset({"isobsoletedby", "ispreviousversionof"})
"""A newer version stands in its place; no retraction."""


def read_datacite(doi: str, status: int, body: bytes) -> RegistryAnswer:
    """What DataCite says of a DOI; a 404 counts only with its list of errors."""
    found = json_of(body)
    if status == 404 and rows(at(found, "errors")):
        return _answer(doi, Reply.MISSING, "it has no record of it")
    if status != 200:
        return _answer(doi, Reply.SILENT, f"HTTP {status}")
    record = datacite_record(at(found, "data"))
    if record is None:
        return _answer(doi, Reply.SILENT, "its answer holds no record")
    return RegistryAnswer(service=LABEL, kind="doi", value=doi, reply=Reply.FOUND, record=record)


def _answer(doi: str, reply: Reply, what: str) -> RegistryAnswer:
    return RegistryAnswer(service=LABEL, kind="doi", value=doi, reply=reply, what=what)


def datacite_record(data: object) -> Record | None:
    """The record of a `data`; None when it names no DOI."""
    about = at(data, "attributes")
    doi = word(at(about, "doi")) or word(at(data, "id"))
    if not doi:
        return None
    kind = _type(about)
    titles = _titles(about)
    container = at(about, "container")
    name = plain_title(word(at(container, "title")))
    published, years = _dates(about)
    return Record(
        service=LABEL,
        title=titles[0] if titles else "",
        other_titles=titles[1:],
        authors=tuple(_people(about, "creators")),
        type=kind,
        publisher=word(at(about, "publisher")) or word(at(about, "publisher", "name")),
        journal=name if kind == "article-journal" else "",
        journal_full=name if kind == "article-journal" else "",
        book=name if kind == "chapter" else "",
        years=years,
        published=published,
        volume=word(at(container, "volume")),
        issue=word(at(container, "issue")),
        pages=_pages(container),
        lang=word(at(about, "language"))[:2].lower(),
        doi=doi,
        url=f"https://doi.org/{doi}",
        updates=tuple(_updates(about, doi)),
    )


def _type(about: object) -> str:
    names = (word(at(about, "types", key)) for key in ("resourceTypeGeneral", "citeproc"))
    return next((_TYPES[name.lower()] for name in names if name.lower() in _TYPES), "webpage")


def _titles(about: object) -> tuple[str, ...]:
    """Main titles first: others carry a `titleType`."""
    told = sorted(rows(at(about, "titles")), key=lambda row: bool(word(at(row, "titleType"))))
    found = (plain_title(word(at(row, "title"))) for row in told)
    return tuple(dict.fromkeys(title for title in found if title))


def _people(about: object, role: str) -> Iterator[str]:
    for person in rows(at(about, role)):
        name = plain_title(word(at(person, "name")))
        family, _, given = name.partition(", ")
        family = word(at(person, "familyName")) or family
        given = word(at(person, "givenName")) or given
        is_person = given and word(at(person, "nameType")) != "Organizational"
        if name:
            yield ama_name(family, given) if is_person else name


def _dates(about: object) -> tuple[str, tuple[int, ...]]:
    """When it was issued, and every year that it is dated by."""
    year = iso_parts(word(at(about, "publicationYear")))
    issued = [
        parts
        for row in rows(at(about, "dates"))
        if word(at(row, "dateType")) in {"Issued", "Available"}
        and (parts := iso_parts(word(at(row, "date"))))
    ]
    best = next((parts for parts in issued if parts[:1] == year), year)
    return iso(best), tuple(dict.fromkeys(parts[0] for parts in (year, *issued) if parts))


def _pages(container: object) -> str:
    ends = (word(at(container, "firstPage")), word(at(container, "lastPage")))
    return "-".join(end for end in ends if end)


def _updates(about: object, doi: str) -> Iterator[Update]:
    for row in rows(at(about, "relatedIdentifiers")):
        newer = word(at(row, "relatedIdentifier"))
        is_newer = word(at(row, "relationType")).lower() in _NEWER
        if is_newer and newer and newer.lower() != doi.lower():
            yield Update(kind=UpdateKind.NEWER, by=LABEL, notice=newer)
