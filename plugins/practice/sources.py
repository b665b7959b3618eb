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
    landmark: bool = False
