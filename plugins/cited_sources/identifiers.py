"""Identifiers of published works: how each is written, found in a text, and judged without the net.

DOI: the DOI Handbook's 10.<registrant>/<suffix>; a suffix may hold ()<>;: (SICI DOIs do). PMID and
PMCID: NLM, digits only, at most 8 so far. ISBN: ISO 2108, with its check digit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

_DOI = re.compile(r"10\.\d{4,9}(?:\.\d+)*/\S+")
_DOI_HOSTS = frozenset({"doi.org", "dx.doi.org", "www.doi.org"})
_PMID_URL = re.compile(r"/pubmed/(\d+)|^/(\d+)/?$")
_PMCID = re.compile(r"PMC\d{1,9}")
_OPENING = {")": "(", ">": "<"}
_IN_TEXT = (
    ("url", re.compile(r"https?://[^\s<>\"'`\]]+")),
    ("doi", re.compile(r"(?<![\w/.])(?:doi:\s*)?(10\.\d{4,9}/[^\s\"'`\]]+)", re.IGNORECASE)),
    ("pmid", re.compile(r"\bPMID:?\s*(\d+)\b", re.IGNORECASE)),
    ("pmcid", re.compile(r"\b(PMC\d{2,9})\b")),
    ("isbn", re.compile(r"\bISBN(?:-1[03])?:?\s*([\dXx][\dXx -]{8,16}[\dXx])\b")),
)


@dataclass(frozen=True, slots=True)
class Identifier:
    """An identifier or address as it stands in a text. `line` counts from 1 in that text."""

    kind: str
    """"doi", "pmid", "pmcid", "isbn" or "url"."""
    value: str
    line: int = 1


def find_identifiers(text: str) -> Iterator[Identifier]:
    """Every identifier and address of a text; an address that holds one is told as both."""
    for number, line in enumerate(text.split("\n"), 1):
        taken: list[tuple[int, int]] = []
        for kind, expression in _IN_TEXT:
            for match in expression.finditer(line):
                if any(start <= match.start() < end for start, end in taken):
                    continue
                taken.append(match.span())
                value = without_trailing(match[match.lastindex or 0])
                yield Identifier(kind, value, number)
                if kind == "url":
                    yield from (Identifier(k, v, number) for k, v in identifiers_of_url(value))


def identifiers_of_url(url: str) -> Iterator[tuple[str, str]]:
    """The identifiers that an address itself names: doi.org/10..., PubMed, PubMed Central."""
    parts = urlsplit(url)
    host, path = parts.hostname or "", unquote(parts.path)
    if doi := _DOI.search(path + (f"?{parts.query}" if host in _DOI_HOSTS and parts.query else "")):
        yield "doi", without_trailing(doi[0])
    if "pubmed" in host or "/pubmed/" in path:
        if pmid := _PMID_URL.search(path):
            yield "pmid", pmid[1] or pmid[2]
    elif pmcid := _PMCID.search(path):
        yield "pmcid", pmcid[0]


def without_trailing(found: str) -> str:
    """The match without punctuation of the sentence: a closing bracket stays when it was opened."""
    while found:
        last = found[-1]
        opening = _OPENING.get(last)
        if last not in ".,;:!?*_'\"" and not (opening and found.count(last) > found.count(opening)):
            return found
        found = found[:-1]
    return found


def fault_of(kind: str, value: str) -> str:
    """What is wrong with an identifier as such, in words; "" when it may be right."""
    return _FAULTS[kind](value)


def _doi_fault(value: str) -> str:
    if not _DOI.fullmatch(value):
        return "a DOI begins with 10. and a number, then a slash: 10.1001/jama.2021.6238"
    return "" if without_trailing(value) == value else "a DOI does not end with punctuation"


def _pmid_fault(value: str) -> str:
    return "" if re.fullmatch(r"[1-9]\d{0,7}", value) else "a PMID is a number of 1 to 8 digits"


def _pmcid_fault(value: str) -> str:
    return "" if re.fullmatch(r"PMC[1-9]\d{0,8}", value) else "a PMCID is PMC and digits"


def _isbn_fault(value: str) -> str:
    digits = re.sub(r"[\s-]", "", value).upper()
    if re.fullmatch(r"\d{13}", digits):
        total = sum(int(d) * (1, 3)[n % 2] for n, d in enumerate(digits))
        return "" if total % 10 == 0 else "its check digit is wrong: a digit is mistyped"
    if re.fullmatch(r"\d{9}[\dX]", digits):
        total = sum((10 if d == "X" else int(d)) * (10 - n) for n, d in enumerate(digits))
        return "" if total % 11 == 0 else "its check digit is wrong: a digit is mistyped"
    return "an ISBN has 10 or 13 digits"


def _url_fault(value: str) -> str:
    try:
        parts = urlsplit(value)
        host = parts.hostname or ""
    except ValueError:
        return "it cannot be read as a web address"
    if parts.scheme not in {"http", "https"} or "." not in host or " " in value:
        return "a web address begins with https:// and has no spaces"
    if parts.username:
        return "it holds a user name"
    return "" if len(value) <= 2000 else "it has over 2,000 characters"


_FAULTS = {
    "doi": _doi_fault,
    "pmid": _pmid_fault,
    "pmcid": _pmcid_fault,
    "isbn": _isbn_fault,
    "url": _url_fault,
}
