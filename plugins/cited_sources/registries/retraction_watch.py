"""The Retraction Watch CSV, a file that the practice may keep: it is read, never fetched.

Its address and columns: gitlab.com/crossref/retraction-watch-data, 71,641 rows on 2026-08-10.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from plugins.cited_sources.registries.days import american_day
from plugins.cited_sources.registries.kinds import (
    NOTICES,
    RETRACTION_WATCH,
    RETRACTIONS,
)
from plugins.cited_sources.registries.record import (
    Record,
    RegistryAnswer,
    Reply,
    Update,
    UpdateKind,
)

LABEL = "Retraction Watch"
_COLUMNS = (
    "RetractionNature",
    "RetractionDate",
    "RetractionDOI",
    "RetractionPubMedID",
    "OriginalPaperDOI",
    "OriginalPaperPubMedID",
)
_Row = tuple[str, ...]
"""The values of `_COLUMNS`."""


@dataclass(frozen=True, slots=True)
class RetractionWatch:
    """What the file says, by identifier: "10.1000/x" or "9500320"."""

    papers: dict[str, list[_Row]]
    notices: dict[str, list[_Row]]

    def answers(self, doi: str, pmid: str) -> tuple[RegistryAnswer, ...]:
        """What is known of a work; () where the file does not speak of it."""
        ids = [found for found in (_doi(doi), _pmid(pmid)) if found]
        papers = _rows_of(self.papers, ids)
        notices = _rows_of(self.notices, ids)
        if not papers and not notices:
            return ()
        updates = tuple(_update(row) for row in papers)
        record = Record(
            service=LABEL,
            doi=doi,
            pmid=pmid,
            updates=updates,
            is_notice=_is_notice(notices, updates),
        )
        kind, value = ("doi", doi) if doi else ("pmid", pmid)
        found = RegistryAnswer(
            service=LABEL, kind=kind, value=value, reply=Reply.FOUND, record=record
        )
        return (found,)


def read_retraction_watch(
    path: Path | str, wanted: Collection[str] | None = None
) -> RetractionWatch:
    """The rows of the file, or of those of its works whose DOI (in lower case) or PMID is wanted.

    Raises ValueError, in words for people, when it cannot be read or is not that CSV.
    """
    try:
        with Path(path).open(encoding="utf-8-sig", errors="replace", newline="") as file:
            return _indexed(_rows(csv.reader(file)), wanted)
    except OSError as error:
        raise ValueError(f"it cannot be read: {error.strerror or error}") from error
    except csv.Error as error:
        raise ValueError(f"it is not the CSV of Retraction Watch: {error}") from error


def _rows(reader: Iterator[list[str]]) -> Iterator[_Row]:
    """Of every row only the columns that count; the last column of the file has no name."""
    header = next(reader, [])
    missing = [name for name in _COLUMNS if name not in header]
    if missing:
        raise ValueError(
            f"it is not the CSV of Retraction Watch: it has no column {', '.join(missing)}"
        )
    places = [header.index(name) for name in _COLUMNS]
    most = max(places)
    for row in reader:
        if len(row) > most:
            yield tuple(row[place] for place in places)


def _indexed(rows: Iterable[_Row], wanted: Collection[str] | None) -> RetractionWatch:
    papers: dict[str, list[_Row]] = defaultdict(list)
    notices: dict[str, list[_Row]] = defaultdict(list)
    for row in rows:
        for index, doi, pmid in ((papers, row[4], row[5]), (notices, row[2], row[3])):
            for name in (_doi(doi), _pmid(pmid)):
                if name and (wanted is None or name in wanted):
                    index[name].append(row)
    return RetractionWatch(dict(papers), dict(notices))


def _doi(text: str) -> str:
    """In lower case; the file writes "unavailable" where it has none."""
    found = text.strip().lower()
    return found if found.startswith("10.") else ""


def _pmid(text: str) -> str:
    """0 means none."""
    found = text.strip()
    return found if found.isdigit() and found != "0" else ""


def _rows_of(index: dict[str, list[_Row]], ids: Sequence[str]) -> list[_Row]:
    return list(dict.fromkeys(row for found in ids for row in index.get(found, ())))


def _update(row: _Row) -> Update:
    nature, day, doi, pmid = row[:4]
    kind = RETRACTION_WATCH.get(nature.strip().lower(), UpdateKind.UNKNOWN)
    return Update(
        kind=kind,
        by=LABEL,
        day=american_day(day),
        notice=_doi(doi) or _pmid(pmid),
        word=nature.strip() if kind is UpdateKind.UNKNOWN else "",
    )


def _is_notice(notices: Sequence[_Row], updates: Sequence[Update]) -> bool:
    """Whether it is the notice of something and was not retracted itself: a paper that is replaced
    under its own DOI is both in the file."""
    told = {RETRACTION_WATCH.get(row[0].strip().lower()) for row in notices}
    return bool(told & NOTICES) and not any(update.kind in RETRACTIONS for update in updates)
