"""Identifiers of published works as they stand in a text: found, and judged without the net."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from plugins.cited_sources.offline.addresses import address_at
from plugins.cited_sources.offline.faults import DOI, fault_of
from plugins.cited_sources.offline.starts import next_start
from plugins.cited_sources.offline.stretches import stretch_at, without_trailing
from plugins.cited_sources.offline.url_identifiers import identifiers_of_url
from plugins.practice.markdown_text import without_code

__all__ = [
    "Identifier", "fault_of", "find_identifiers", "identifiers_of_url", "links_of",
    "without_trailing",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Identifier:
    """An identifier or address as it stands in a text. `line` counts from 1 in that text."""

    kind: str
    """"doi", "pmid", "pmcid", "isbn" or "url"."""
    value: str
    """Entities, escapes and percent forms are read; a PMCID has its PMC in front."""
    line: int = 1


def find_identifiers(text: str) -> Iterator[Identifier]:
    """Every identifier and address of a text, in order; an address that holds one is told as both.

    The text may be plain, Markdown or HTML.
    """
    line, counted, at = 1, 0, 0
    while start := next_start(text, at):
        line += text.count("\n", counted, start.start())
        counted = start.start()
        found, at = _READERS[str(start.lastgroup)](text, start)
        at = max(at, counted + 1)
        yield from (Identifier(kind, value, line) for kind, value in found)


def links_of(text: str) -> Iterator[tuple[str, int]]:
    """The web addresses of a Markdown text that readers can follow, each with its line.

    Links with and without words, reference links, pictures, plain addresses and raw HTML; not what
    stands in code or in a comment.
    """
    for found in find_identifiers(without_code(text)):
        if found.kind == "url":
            yield found.value, found.line


_Found = tuple[list[tuple[str, str]], int]
"""The identifiers as (kind, value), and where the search goes on."""

_DIGITS = re.compile(r"[0-9]{1,20}(?![0-9]*\.[0-9])\b")
_MORE_DIGITS = re.compile(r"\s{0,3}(?:,|;|and|y|&)\s{0,3}([0-9]{1,8})\b")
_HYPHEN = r"[ \u00a0\u2010-\u2013-]?"
_ISBN = re.compile(
    rf"(?:97[89]{_HYPHEN})?[0-9](?:{_HYPHEN}[0-9]){{8}}{_HYPHEN}[0-9Xx](?![0-9])"
    r"|[0-9][0-9Xx\u2010-\u2013-]{0,30}"
)
_FEWEST_DIGITS = 7
"""Of what is taken for an ISBN, which has 10 or 13."""
_LIKE_A_DATE = re.compile(r"10\.(?:19|20)[0-9]{2}/[0-9]{1,4}")
_PERCENT = re.compile(r"%[0-9A-Fa-f]{2}")


def _url(text: str, start: re.Match[str]) -> _Found:
    url, at = address_at(text, start.start())
    if start.lastgroup == "scheme_relative":
        url = f"https:{url}"
    return [("url", url), *identifiers_of_url(url)], at


def _host(text: str, start: re.Match[str]) -> _Found:
    """An address without its scheme: no link, but it can name an identifier."""
    found, at = stretch_at(text, start.start())
    return list(identifiers_of_url(f"https://{without_trailing(found)}")), at


def _doi(text: str, start: re.Match[str]) -> _Found:
    found, at = stretch_at(text, start.end())
    doi = without_trailing(unquote(found) if _PERCENT.search(found) else found).rstrip("/")
    is_number = not start[0] and _LIKE_A_DATE.fullmatch(doi)
    return ([("doi", doi)] if DOI.fullmatch(doi) and not is_number else []), at


def _pmid(text: str, start: re.Match[str]) -> _Found:
    number, at = _DIGITS.match(text, start.end()), start.end()
    values = []
    while number:
        values.append(("pmid", number[number.lastindex or 0]))
        at = number.end()
        number = _MORE_DIGITS.match(text, at) if "pmids" in start[0].lower() else None
    return values, at


def _pmcid(text: str, start: re.Match[str]) -> _Found:
    number = _DIGITS.match(text, start.end())
    return ([("pmcid", f"PMC{number[0]}")], number.end()) if number else ([], start.end())


def _isbn(text: str, start: re.Match[str]) -> _Found:
    isbn = _ISBN.match(text, start.end())
    if isbn is None:
        return [], start.end()
    # "ISBN 13 digits" speaks of ISBNs; one that is mistyped lacks a digit or two.
    is_meant = sum(char.isdigit() for char in isbn[0]) >= _FEWEST_DIGITS
    return [("isbn", isbn[0].rstrip("-"))] if is_meant else [], isbn.end()


_READERS: Mapping[str, Callable[[str, re.Match[str]], _Found]] = {
    "url": _url,
    "scheme_relative": _url,
    "host": _host,
    "doi": _doi,
    "pmid": _pmid,
    "pmcid": _pmcid,
    "isbn": _isbn,
}
