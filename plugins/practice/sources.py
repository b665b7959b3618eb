"""A work that posts cite, as the source ledger (content/sources.toml) knows it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One work, once. Ids are as written; `cited_sources` judges them."""

    key: str
    line: int
    type: str
    title: str
    publisher: str
    authors: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    url: str = ""
    doi: str = ""
    pmid: str = ""
    pmcid: str = ""
    isbn: str = ""
    published: str = ""
    """YYYY, YYYY-MM or YYYY-MM-DD."""
    updated: str = ""
    accessed: date | None = None
    lang: str = "en"
    journal: str = ""
    year: str = ""
    volume: str = ""
    issue: str = ""
    pages: str = ""
    book: str = ""
    edition: str = ""
    """Of a book: "2", "2nd ed", "revised ed"."""
    website: str = ""
    """The name of the website, where it is not that of the publisher or author."""
    series: str = ""
    """Of a report: "WHO Technical Report Series"."""
    number: str = ""
    """Of a report: "NIH publication 00-4802", or only the number in its series."""
    landmark: bool = False
