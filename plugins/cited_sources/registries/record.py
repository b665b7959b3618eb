"""What a registry says of a work."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class UpdateKind(StrEnum):
    """What was done to a published work; `UNKNOWN` counts as serious."""

    RETRACTION = "retraction"
    WITHDRAWAL = "withdrawal"
    REMOVAL = "removal"
    PARTIAL_RETRACTION = "partial_retraction"
    CONCERN = "expression_of_concern"
    CORRECTION = "correction"
    NEWER = "new_version"
    REINSTATEMENT = "reinstatement"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Update:
    """An update of a work, as one source tells it."""

    kind: UpdateKind
    by: str
    """Who says so: "Crossref", "PubMed", "Retraction Watch"."""
    asserted_by: str = ""
    """Crossref's own `source`: "publisher" or "retraction-watch"."""
    day: date | None = None
    notice: str = ""
    """The DOI or PMID of the notice."""
    word: str = ""
    """The registry's own word, where the kind is unknown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A work as a registry has it; empty means that it does not say."""

    service: str
    """"Crossref", "DataCite" or "PubMed"."""
    title: str = ""
    other_titles: tuple[str, ...] = ()
    """In the original language, or translated: whatever else it goes by."""
    authors: tuple[str, ...] = ()
    """As AMA writes them: "Wakefield AJ"; organisations whole."""
    type: str = ""
    """Of sources.toml: "article-journal", "book", "chapter", "report", "webpage", "guideline"."""
    publisher: str = ""
    journal: str = ""
    """Abbreviated where the registry has the abbreviation."""
    journal_full: str = ""
    years: tuple[int, ...] = ()
    """Every year in which a registry dates it: online, print, issued. The first is the best."""
    published: str = ""
    """YYYY, YYYY-MM or YYYY-MM-DD."""
    volume: str = ""
    issue: str = ""
    pages: str = ""
    book: str = ""
    edition: str = ""
    editors: tuple[str, ...] = ()
    lang: str = ""
    doi: str = ""
    pmid: str = ""
    pmcid: str = ""
    isbn: str = ""
    url: str = ""
    updates: tuple[Update, ...] = ()
    """What was done to it."""
    is_notice: bool = False
    """Whether it is itself the notice of a retraction or concern."""


class Reply(StrEnum):
    """How a service answered for one identifier."""

    FOUND = "found"
    MISSING = "missing"
    """It answered that it knows no such identifier."""
    SILENT = "silent"
    """No answer that says anything: an outage, a limit, nonsense. Never an error of the work."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegistryAnswer:
    """One service on one identifier of a work."""

    service: str
    """"doi.org", "Crossref", "DataCite", "PubMed", "PMC" or "Retraction Watch"."""
    kind: str
    """The identifier that was asked: "doi", "pmid" or "pmcid"."""
    value: str
    reply: Reply
    what: str = ""
    """Why it was silent, or a remark (a DOI that was renamed), in words."""
    record: Record | None = None
    renamed: str = ""
    """The DOI that took its place (HS_ALIAS)."""
