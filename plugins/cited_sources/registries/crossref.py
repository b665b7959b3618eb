"""Crossref's `works/{doi}`: a body becomes a record. Nothing that Crossref sends raises."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from plugins.cited_sources.registries.days import day_of_parts, iso, parts_of
from plugins.cited_sources.registries.decoded import at, first, json_of, mapping, rows, word, words
from plugins.cited_sources.registries.kinds import NOTICES, RETRACTIONS, crossref_kind
from plugins.cited_sources.registries.names import ama_name
from plugins.cited_sources.registries.record import (
    Record,
    RegistryAnswer,
    Reply,
    Update,
    UpdateKind,
)
from plugins.cited_sources.registries.wording import plain_title, with_subtitle

LABEL = "Crossref"
_TYPES: Mapping[str, str] = {
    "journal-article": "article-journal",
    "proceedings-article": "chapter",
    "book": "book",
    "monograph": "book",
    "edited-book": "book",
    "reference-book": "book",
    "book-set": "book",
    "book-chapter": "chapter",
    "book-section": "chapter",
    "book-part": "chapter",
    "reference-entry": "chapter",
    "report": "report",
    "report-component": "report",
    "standard": "report",
}
_DATES = ("published-print", "issued", "published", "published-online")
"""The printed issue first: references name its year."""


def read_crossref(doi: str, status: int, body: bytes) -> RegistryAnswer:
    """What Crossref says of a DOI; a 404 counts only in Crossref's own words."""
    if status == 404 and body.strip().lower().startswith(b"resource not found"):
        return _answer(doi, Reply.MISSING, "it has no record of it")
    if status != 200:
        return _answer(doi, Reply.SILENT, f"HTTP {status}")
    record = crossref_record(at(json_of(body), "message"))
    if record is None:
        return _answer(doi, Reply.SILENT, "its answer holds no record")
    renamed = record.doi if record.doi.lower() != doi.lower() else ""
    return RegistryAnswer(
        service=LABEL, kind="doi", value=doi, reply=Reply.FOUND, record=record, renamed=renamed
    )


def _answer(doi: str, reply: Reply, what: str) -> RegistryAnswer:
    return RegistryAnswer(service=LABEL, kind="doi", value=doi, reply=reply, what=what)


def crossref_record(message: object) -> Record | None:
    """The record of a `message`; None when it names no DOI."""
    doi = word(at(message, "DOI"))
    if not doi:
        return None
    kind = _TYPES.get(word(at(message, "type")), "webpage")
    titles = _titles(message)
    dates = [parts for name in _DATES if (parts := parts_of(at(message, name)))]
    container = plain_title(first(at(message, "container-title")))
    is_article = kind == "article-journal"
    return Record(
        service=LABEL,
        title=titles[0] if titles else "",
        other_titles=titles[1:],
        authors=_people(message, "author"),
        editors=_people(message, "editor"),
        type=kind,
        publisher=plain_title(word(at(message, "publisher"))),
        journal=(_short(message) or container) if is_article else "",
        journal_full=container if is_article else "",
        book=container if kind == "chapter" else "",
        years=tuple(dict.fromkeys(parts[0] for parts in dates)),
        published=iso(dates[0]) if dates else "",
        volume=word(at(message, "volume")),
        issue=word(at(message, "issue")),
        pages=word(at(message, "page")) or word(at(message, "article-number")),
        edition=word(at(message, "edition-number")),
        lang=word(at(message, "language"))[:2].lower(),
        doi=doi,
        isbn=first(at(message, "ISBN")).rpartition("/")[2],
        url=f"https://doi.org/{doi}",
        updates=tuple(_updates(message, doi)),
        is_notice=_is_notice(message),
    )


def _titles(message: object) -> tuple[str, ...]:
    """The title with its subtitle, then every other that the work goes by. Not the bare title: two
    works of one series may share it."""
    main = plain_title(first(at(message, "title")))
    subtitle = plain_title(first(at(message, "subtitle")))
    others = (*words(at(message, "original-title")), *words(at(message, "title"))[1:])
    found = (with_subtitle(main, subtitle), *(plain_title(other) for other in others))
    return tuple(dict.fromkeys(title for title in found if title))


def _short(message: object) -> str:
    return plain_title(first(at(message, "short-container-title")))


def _people(message: object, role: str) -> tuple[str, ...]:
    return tuple(name for person in rows(at(message, role)) if (name := _person(person)))


def _person(person: object) -> str:
    family = plain_title(word(at(person, "family")))
    if family:
        return ama_name(family, word(at(person, "given")), word(at(person, "suffix")))
    return plain_title(word(at(person, "name")) or word(at(person, "given")))


def _updates(message: object, doi: str) -> Iterator[Update]:
    """What was done to the work: `updated-by`, and `relation` where it names a replacement."""
    yield from (_update(row) for row in rows(at(message, "updated-by")) if mapping(row))
    for row in rows(at(message, "relation", "is-replaced-by")):
        newer = word(at(row, "id"))
        if newer and newer.lower() != doi.lower():
            yield Update(kind=UpdateKind.NEWER, by=LABEL, asserted_by="publisher", notice=newer)


def _update(row: object) -> Update:
    found = word(at(row, "type"))
    kind = crossref_kind(found)
    return Update(
        kind=kind,
        by=LABEL,
        asserted_by=word(at(row, "source")),
        day=day_of_parts(parts_of(at(row, "updated"))),
        notice=word(at(row, "DOI")),
        word=(word(at(row, "label")) or found or "update") if kind is UpdateKind.UNKNOWN else "",
    )


def _is_notice(message: object) -> bool:
    """Whether this record is the notice. Publishers deposit the update on both sides, Retraction
    Watch on the notice alone: its word decides, and without it a record that was itself retracted
    is no notice."""
    told = {_said(row) for row in rows(at(message, "update-to")) if _kind(row) in NOTICES}
    undone = {_said(row) for row in rows(at(message, "updated-by")) if _kind(row) in RETRACTIONS}
    if "retraction-watch" in told:
        return "retraction-watch" not in undone
    return bool(told) and not undone


def _kind(row: object) -> UpdateKind:
    return crossref_kind(word(at(row, "type")))


def _said(row: object) -> str:
    return word(at(row, "source"))
