"""Where a reader finds a work: one place, the one that lasts longest."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from plugins.practice.sources import Source


@dataclass(frozen=True, slots=True)
class Place:
    """Where a reader finds the work: what is printed, and the address that leads there."""

    shown: str = ""
    address: str = ""
    is_dated: bool = False
    """Whether it can change: then the day on which it was read is told."""


def place_of(source: Source) -> Place:
    """A DOI before all else (AMA 3.11.11); an address before a database for what is a page."""
    found = {
        "doi": _doi(source.doi),
        "url": Place(source.url, source.url, is_dated=True) if _is_web(source.url) else None,
        "pmid": _number("PMID: ", "https://pubmed.ncbi.nlm.nih.gov/", source.pmid),
        "pmcid": _number("PMCID: ", "https://pmc.ncbi.nlm.nih.gov/articles/", source.pmcid),
        "isbn": Place(f"ISBN {source.isbn}") if source.isbn else None,
    }
    in_print = source.type == "article-journal" or bool(source.journal)
    order = ("doi", "pmid", "pmcid", "url") if in_print else ("doi", "url", "pmid", "pmcid")
    return next((place for kind in (*order, "isbn") if (place := found[kind])), Place())


def _doi(doi: str) -> Place | None:
    # A SICI DOI has <>;# in it, which an address must not have.
    return Place(f"doi:{doi}", f"https://doi.org/{quote(doi, safe='/:;()')}") if doi else None


def _number(label: str, base: str, number: str) -> Place | None:
    return Place(f"{label}{number}", f"{base}{quote(number)}/") if number else None


def _is_web(url: str) -> bool:
    return url.lower().startswith(("https://", "http://"))
