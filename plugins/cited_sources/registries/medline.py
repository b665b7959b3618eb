"""MEDLINE records as text (efetch): the one place where PubMed tells of concerns and retractions
with their notice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from plugins.cited_sources.registries.days import cited_parts, day_of_parts, iso
from plugins.cited_sources.registries.decoded import word
from plugins.cited_sources.registries.kinds import MEDLINE, RETRACTIONS
from plugins.cited_sources.registries.record import Record, Update, UpdateKind
from plugins.cited_sources.registries.wording import plain_title, without_stop

LABEL = "PubMed"
_FIELD = re.compile(r"^([A-Z]{2,4}) *- (.*)$")
_DOI = re.compile(r"doi:\s*(10\.\S+)", re.IGNORECASE)
_PMID = re.compile(r"PMID:\s*(\d+)")
_AID = re.compile(r"(10\.\S+) \[doi\]")
_NOTICES = frozenset({"retraction notice", "retraction of publication", "expression of concern"})
_RETRACTED = "retracted publication"

Fields = Mapping[str, Sequence[str]]


def medline_fields(text: str) -> Mapping[str, Fields]:
    """Every record by its PMID; text that is no MEDLINE holds none."""
    found: dict[str, dict[str, list[str]]] = {}
    record: dict[str, list[str]] = {}
    last: list[str] = []
    for line in text.splitlines():
        field = _FIELD.match(line)
        if field and field[1] == "PMID":
            record = found.setdefault(field[2].strip(), {})
        if field:
            last = record.setdefault(field[1], [])
            last.append(field[2])
        elif line.startswith("      ") and last:
            last[-1] += " " + line.strip()
    return {pmid: fields for pmid, fields in found.items() if pmid.isdigit()}


def is_whole(fields: Fields) -> bool:
    """Whether the text of a record was not cut off: its last field is SO (general knowledge)."""
    return "SO" in fields


def medline_updates(fields: Fields) -> tuple[Update, ...]:
    """What was done to the work."""
    told = [
        _update(kind, text) for field, kind in MEDLINE.items() for text in fields.get(field, ())
    ]
    is_marked = _RETRACTED in publication_types(fields.get("PT", ()))
    if is_marked and not any(update.kind in RETRACTIONS for update in told):
        told.append(Update(kind=UpdateKind.RETRACTION, by=LABEL))
    return tuple(told)


def _update(kind: UpdateKind, text: str) -> Update:
    doi, pmid = _DOI.search(text), _PMID.search(text)
    notice = doi[1].rstrip(".;,") if doi else pmid[1] if pmid else ""
    return Update(kind=kind, by=LABEL, day=day_of_parts(cited_parts(text)), notice=notice)


def publication_types(told: Sequence[str]) -> frozenset[str]:
    """In lower case: databases differ in it."""
    return frozenset(found.strip().lower() for found in told)


def retracted_by(types: frozenset[str]) -> tuple[Update, ...]:
    """The mark that esummary has, too, without a day or notice."""
    return (Update(kind=UpdateKind.RETRACTION, by=LABEL),) if _RETRACTED in types else ()


def is_notice(types: frozenset[str]) -> bool:
    """Whether the record itself is the notice of a retraction or concern."""
    return bool(types & _NOTICES)


def medline_record(pmid: str, fields: Fields) -> Record:
    """The record as far as references need it."""
    dated = [parts for key in ("DP", "DEP") if (parts := _dated(_one(fields, key)))]
    return Record(
        service=LABEL,
        title=without_stop(plain_title(_one(fields, "TI"))),
        other_titles=tuple(_others(fields)),
        authors=tuple(word(name) for key in ("CN", "AU") for name in fields.get(key, ())),
        type="article-journal",
        journal=_one(fields, "TA"),
        journal_full=_one(fields, "JT"),
        years=tuple(dict.fromkeys(parts[0] for parts in dated)),
        published=iso(dated[0]) if dated else "",
        volume=_one(fields, "VI"),
        issue=_one(fields, "IP"),
        pages=_one(fields, "PG"),
        doi=next(_dois(fields), ""),
        pmid=pmid,
        pmcid=_one(fields, "PMC"),
        url=f"https://pubmed.ncbi.nlm.nih.gov/{pmid}/",
        updates=medline_updates(fields),
        is_notice=is_notice(publication_types(fields.get("PT", ()))),
    )


def _one(fields: Fields, key: str) -> str:
    return word(next(iter(fields.get(key, ())), ""))


def _others(fields: Fields) -> Iterator[str]:
    if original := plain_title(_one(fields, "TT")):
        yield without_stop(original)


def _dated(text: str) -> tuple[int, ...]:
    if re.fullmatch(r"\d{8}", text):
        return cited_parts(text[:4])
    return cited_parts(text)


def _dois(fields: Fields) -> Iterator[str]:
    for key in ("AID", "LID"):
        yield from (match[1] for text in fields.get(key, ()) if (match := _AID.search(text)))
