"""A work of the table in the words of each registry: the shapes of recorded answers."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping
from typing import Any

from tests.cited_sources.fakes.registry_works import RETRACTION_WATCH_ROWS, FakeUpdate, FakeWork

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_TAG = re.compile(r"<[^>]+>")


def handle_body(work: FakeWork) -> dict[str, Any]:
    """doi.org/api/handles: the address, and an alias where the DOI was renamed."""
    stamp = {"ttl": 86400, "timestamp": "2020-09-25T16:02:07Z"}
    url = {"format": "string", "value": f"https://publisher.example/{work.key}"}
    admin = {"handle": f"0.na/{work.doi.split('/')[0]}", "index": 200, "permissions": "11"}
    values: list[dict[str, Any]] = [{"index": 1, "type": "URL", "data": url, **stamp}]
    if work.alias_of:
        alias = {"format": "string", "value": work.alias_of}
        values = [{"index": 1, "type": "HS_ALIAS", "data": alias, **stamp}]
    values.append(
        {"index": 100, "type": "HS_ADMIN", "data": {"format": "admin", "value": admin}, **stamp}
    )
    return {"responseCode": 1, "handle": work.doi, "values": values}


def crossref_body(work: FakeWork) -> dict[str, Any]:
    """api.crossref.org/works/{doi}."""
    message: dict[str, Any] = {
        "DOI": work.doi.lower(),
        "URL": f"https://doi.org/{work.doi.lower()}",
        "type": work.type,
        "prefix": work.doi.split("/")[0],
        "member": "7",
        "source": "Crossref",
        "publisher": work.publisher,
        "language": "en",
        "title": [work.title] if work.title else [],
        "subtitle": [work.subtitle] if work.subtitle else [],
        "short-title": [],
        "original-title": [work.original_title] if work.original_title else [],
        "container-title": [work.journal] if work.journal else [],
        "short-container-title": [work.journal_short] if work.journal_short else [],
        "volume": work.volume,
        "issue": work.issue,
        "page": work.pages,
        "author": [_crossref_author(n, *name) for n, name in enumerate(work.authors)],
        "created": {"date-parts": [[2002, 7, 25]], "date-time": "2002-07-25T12:19:56Z"},
        "relation": {},
        "content-domain": {"domain": [], "crossmark-restriction": False},
        "score": 1,
        "references-count": 26,
    }
    message |= _crossref_dates(work)
    if work.updated_by:
        message["updated-by"] = [_crossref_update(update) for update in work.updated_by]
    if work.update_to:
        message["update-to"] = [_crossref_update(update) for update in work.update_to]
    if work.replaced_by:
        related = {"id-type": "doi", "id": work.replaced_by, "asserted-by": "subject"}
        message["relation"] = {"is-replaced-by": [related]}
    return {"status": "ok", "message-type": "work", "message-version": "1.0.0", "message": message}


def _crossref_dates(work: FakeWork) -> dict[str, Any]:
    if not work.date:
        return {}
    parts = {"date-parts": [list(work.date)]}
    dates = {"issued": parts, "published": parts, "published-print": parts}
    online = {"published-online": {"date-parts": [list(work.online)]}} if work.online else {}
    return dates | online


def _crossref_author(number: int, family: str, given: str) -> dict[str, Any]:
    common: dict[str, Any] = {"sequence": "additional" if number else "first", "affiliation": []}
    return {"given": given, "family": family, **common} if given else {"name": family, **common}


def _crossref_update(update: FakeUpdate) -> dict[str, Any]:
    label = update.type.replace("_", " ").capitalize()
    row = {"DOI": update.doi, "type": update.type, "label": label, "source": update.source}
    if not update.day:
        return row
    year, month, day = update.day
    stamp = f"{year}-{month:02d}-{day:02d}T00:00:00Z"
    return row | {"updated": {"date-parts": [[year, month, day]], "date-time": stamp}}


def datacite_body(work: FakeWork) -> dict[str, Any]:
    """api.datacite.org/dois/{doi}."""
    related = {"relationType": "IsObsoletedBy", "relatedIdentifier": work.replaced_by}
    attributes = {
        "doi": work.doi.lower(),
        "prefix": work.doi.split("/")[0],
        "creators": [
            {"name": f"{family}, {given}", "affiliation": [], "nameIdentifiers": []}
            for family, given in work.authors
        ],
        "titles": [{"title": work.title}],
        "publisher": work.publisher,
        "container": {},
        "publicationYear": work.date[0],
        "dates": [{"date": "-".join(f"{p:02d}" for p in work.date), "dateType": "Issued"}],
        "types": {"resourceTypeGeneral": work.type, "citeproc": "dataset"},
        "relatedIdentifiers": [related] if work.replaced_by else [],
        "url": f"https://repository.example/{work.key}",
        "state": "findable",
        "isActive": True,
    }
    data = {"id": work.doi.lower(), "type": "dois", "attributes": attributes}
    return {"data": data | {"relationships": {}}}


def summary_row(work: FakeWork) -> dict[str, Any]:
    """One document summary of esummary."""
    ids = [
        {"idtype": "pubmed", "idtypen": 1, "value": work.pmid},
        *([{"idtype": "pmc", "idtypen": 8, "value": work.pmcid}] if work.pmcid else []),
        *([{"idtype": "doi", "idtypen": 3, "value": work.doi}] if work.doi else []),
    ]
    return {
        "uid": work.pmid,
        "pubdate": _medline_date(work.date),
        "epubdate": _medline_date(work.online),
        "source": work.journal_short,
        "authors": [
            {"name": name, "authtype": kind, "clusterid": ""} for kind, name in _medline_names(work)
        ],
        "title": _TAG.sub("", work.title).rstrip(".") + ("." if work.title else ""),
        "volume": work.volume,
        "issue": work.issue,
        "pages": _short_pages(work.pages),
        "lang": ["spa" if work.original_title else "eng"],
        "pubtype": list(work.types),
        "recordstatus": "PubMed - indexed for MEDLINE",
        "articleids": ids,
        "fulljournalname": work.journal,
        "vernaculartitle": work.original_title,
        "sortpubdate": "/".join(f"{part:02d}" for part in work.date) + " 00:00",
    }


def medline_text(work: FakeWork) -> str:
    """One record of efetch with rettype=medline."""
    tags = {"Author": "AU", "CollectiveName": "CN"}
    lines = [
        f"PMID- {work.pmid}",
        *([f"TI  - {_TAG.sub('', work.title)}."] if work.title else []),
        *([f"TT  - {work.original_title}"] if work.original_title else []),
        *[f"{tags[kind]}  - {name}" for kind, name in _medline_names(work)],
        *[f"PT  - {name}" for name in work.types],
        *([f"DP  - {_medline_date(work.date)}"] if work.date else []),
        *([f"TA  - {work.journal_short}"] if work.journal_short else []),
        *([f"JT  - {work.journal}"] if work.journal else []),
        *([f"VI  - {work.volume}"] if work.volume else []),
        *work.medline,
        *([f"AID - {work.doi} [doi]"] if work.doi else []),
        f"SO  - {work.journal_short}. {_medline_date(work.date)};{work.volume}:{work.pages}.",
    ]
    return "\n".join(lines) + "\n"


def _medline_names(work: FakeWork) -> Iterable[tuple[str, str]]:
    for family, given in work.authors:
        initials = "".join(
            part[0] if part[1:].islower() else part for part in re.split(r"[ .]+", given) if part
        )
        yield ("Author", f"{family} {initials}") if given else ("CollectiveName", family)


def _medline_date(parts: tuple[int, ...]) -> str:
    if not parts:
        return ""
    month = [MONTHS[parts[1] - 1]] if len(parts) > 1 else []
    return " ".join([str(parts[0]), *month, *(str(part) for part in parts[2:])])


def _short_pages(pages: str) -> str:
    """MEDLINE leaves out digits that repeat: 101-109 is 101-9."""
    start, dash, end = pages.partition("-")
    if not dash or len(start) != len(end):
        return pages
    same = next((n for n in range(len(end)) if start[n] != end[n]), len(end) - 1)
    return f"{start}-{end[same:]}"


COLUMNS = (
    "Record ID", "Title", "Subject", "Institution", "Journal", "Publisher", "Country", "Author",
    "URLS", "ArticleType", "RetractionDate", "RetractionDOI", "RetractionPubMedID",
    "OriginalPaperDate", "OriginalPaperDOI", "OriginalPaperPubMedID", "RetractionNature", "Reason",
    "Paywalled", "Notes", "",
)  # fmt: skip


def retraction_watch_csv(
    rows: Iterable[tuple[str, str, str, str, str, str]] = RETRACTION_WATCH_ROWS, more: int = 0
) -> str:
    """The CSV with these rows, and so many further invented ones; the last column has no name."""
    written = io.StringIO(newline="")
    writer = csv.writer(written)
    writer.writerow(COLUMNS)
    for number, row in enumerate([*rows, *_further(more)], 1):
        writer.writerow(_watch_row(number, *row))
    return written.getvalue()


def _further(count: int) -> Iterable[tuple[str, str, str, str, str, str]]:
    for n in range(count):
        yield (
            "Retraction",
            "4/5/2022 0:00",
            f"10.99999/n{n}",
            "0",
            f"10.99999/w{n}",
            str(n % 3 and n),
        )


def _watch_row(
    number: int, nature: str, day: str, notice: str, notice_pmid: str, doi: str, pmid: str
) -> list[str]:
    told: Mapping[str, str] = {
        "Record ID": str(number),
        "Title": 'An invented study, with commas and "quotes"',
        "Subject": "(HSC) Medicine - Invented;(B/T) Data Science;",
        "Institution": "Department of Inventions, University of Nowhere, Nowhere;",
        "Journal": "Journal of Invented Studies",
        "Publisher": "Invented Press",
        "Author": "Ada B Example;Carl Sample",
        "ArticleType": "Research Article;",
        "RetractionDate": day,
        "RetractionDOI": notice,
        "RetractionPubMedID": notice_pmid,
        "OriginalPaperDate": "1/1/2018 0:00",
        "OriginalPaperDOI": doi,
        "OriginalPaperPubMedID": pmid,
        "RetractionNature": nature,
        "Reason": "+Concerns/Issues About Data;+Investigation by Journal/Publisher;",
        "Paywalled": "No",
    }
    return [told.get(column, "") for column in COLUMNS]
