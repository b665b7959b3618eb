"""PubMed's E-utilities: esummary, esearch (JSON) and efetch (MEDLINE). Errors come as HTTP 200."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from plugins.cited_sources.registries.days import cited_parts, iso
from plugins.cited_sources.registries.decoded import at, json_of, rows, word, words
from plugins.cited_sources.registries.kinds import RETRACTIONS
from plugins.cited_sources.registries.medline import (
    LABEL,
    is_notice,
    is_whole,
    medline_fields,
    medline_record,
    publication_types,
    retracted_by,
)
from plugins.cited_sources.registries.record import Record, RegistryAnswer, Reply, Update
from plugins.cited_sources.registries.wording import plain_title, without_stop

_MISSING = "cannot get document summary"
_LANGUAGES: Mapping[str, str] = {
    "eng": "en", "spa": "es", "fre": "fr", "ger": "de", "por": "pt", "ita": "it", "chi": "zh",
    "jpn": "ja", "rus": "ru", "kor": "ko", "pol": "pl", "dut": "nl", "tur": "tr", "ara": "ar",
    "dan": "da", "swe": "sv", "nor": "no", "fin": "fi", "hun": "hu", "cze": "cs", "heb": "he",
}  # fmt: skip
"""ISO 639-2/B, as MEDLINE writes languages, to ISO 639-1."""


def read_esummary(pmids: Sequence[str], status: int, body: bytes) -> Mapping[str, RegistryAnswer]:
    """What esummary says of each PMID, by PMID."""
    found = json_of(body)
    wrong = word(at(found, "error")) or word(at(found, "esummaryresult", 0))
    why = wrong or (f"HTTP {status}" if status != 200 else "its answer does not speak of it")
    return {pmid: _summed(pmid, at(found, "result", pmid), why) for pmid in pmids}


def _summed(pmid: str, row: object, why: str) -> RegistryAnswer:
    error = word(at(row, "error"))
    if _MISSING in error.lower():
        return _answer(pmid, Reply.MISSING, "this PMID does not exist")
    if error or word(at(row, "uid")) != pmid:
        return _answer(pmid, Reply.SILENT, error or why)
    return _answer(pmid, Reply.FOUND, "", summary_record(pmid, row))


def _answer(pmid: str, reply: Reply, what: str, record: Record | None = None) -> RegistryAnswer:
    return RegistryAnswer(
        service=LABEL, kind="pmid", value=pmid, reply=reply, what=what, record=record
    )


def summary_record(pmid: str, row: object) -> Record:
    """The record of one document summary."""
    types = publication_types(words(at(row, "pubtype")))
    dates = [
        parts
        for key in ("pubdate", "epubdate", "sortpubdate")
        if (parts := cited_parts(word(at(row, key)).replace("/", " ")))
    ]
    title = word(at(row, "title")) or word(at(row, "booktitle"))
    original = without_stop(plain_title(word(at(row, "vernaculartitle"))))
    return Record(
        service=LABEL,
        title=without_stop(plain_title(title)),
        other_titles=(original,) if original else (),
        authors=_people(row, {"", "author", "collectivename"}),
        editors=_people(row, {"editor"}),
        type="article-journal",
        publisher=word(at(row, "publishername")),
        journal=word(at(row, "source")),
        journal_full=plain_title(word(at(row, "fulljournalname"))),
        years=tuple(dict.fromkeys(parts[0] for parts in dates)),
        published=iso(dates[0]) if dates else "",
        volume=word(at(row, "volume")),
        issue=word(at(row, "issue")),
        pages=word(at(row, "pages")),
        edition=word(at(row, "edition")),
        lang=_LANGUAGES.get(word(at(row, "lang", 0)).lower(), ""),
        doi=_id(row, "doi"),
        pmid=pmid,
        pmcid=_id(row, "pmc"),
        url=f"https://pubmed.ncbi.nlm.nih.gov/{pmid}/",
        updates=retracted_by(types),
        is_notice=is_notice(types),
    )


def _people(row: object, types: set[str]) -> tuple[str, ...]:
    found = (
        plain_title(word(at(person, "name")))
        for person in rows(at(row, "authors"))
        if word(at(person, "authtype")).lower() in types
    )
    return tuple(name for name in found if name)


def _id(row: object, kind: str) -> str:
    ids = rows(at(row, "articleids"))
    return next((word(at(i, "value")) for i in ids if word(at(i, "idtype")) == kind), "")


def with_medline(
    answers: Mapping[str, RegistryAnswer], status: int, body: bytes
) -> Mapping[str, RegistryAnswer]:
    """The answers with what efetch adds: the notices. Where esummary was silent, MEDLINE's own
    record stands in; where efetch was, the answer says what was not asked."""
    told = medline_fields(body.decode("utf-8", "replace")) if status == 200 else {}
    merged: dict[str, RegistryAnswer] = {}
    for pmid, answer in answers.items():
        fields = told.get(pmid, {})
        is_of_use = bool(fields) and (answer.record is not None or is_whole(fields))
        merged[pmid] = _merged(answer, medline_record(pmid, fields) if is_of_use else None)
    return merged


def _merged(answer: RegistryAnswer, medline: Record | None) -> RegistryAnswer:
    if medline is None:
        is_found = answer.reply is Reply.FOUND
        return replace(answer, what="it did not tell of concerns") if is_found else answer
    if answer.record is None:
        return replace(answer, reply=Reply.FOUND, what="", record=medline)
    record = replace(
        answer.record,
        updates=_all_updates(medline, answer.record),
        is_notice=medline.is_notice or answer.record.is_notice,
        other_titles=tuple(dict.fromkeys((*answer.record.other_titles, *medline.other_titles))),
        doi=answer.record.doi or medline.doi,
        years=tuple(dict.fromkeys((*answer.record.years, *medline.years))),
    )
    return replace(answer, record=record)


def _all_updates(medline: Record, summary: Record) -> tuple[Update, ...]:
    """MEDLINE's, which name day and notice; the bare mark of the summary only where it lacks it."""
    is_told = any(update.kind in RETRACTIONS for update in medline.updates)
    return medline.updates if is_told else (*medline.updates, *summary.updates)


def read_esearch(status: int, body: bytes) -> tuple[str, ...] | None:
    """The PMIDs that were found; None when the answer says nothing."""
    found = at(json_of(body), "esearchresult")
    pmids = words(at(found, "idlist"))
    if status != 200 or word(at(found, "ERROR")) or not word(at(found, "count")):
        return None
    return tuple(pmid for pmid in pmids if pmid.isascii() and pmid.isdigit())
