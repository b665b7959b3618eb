"""Whether an identifier can be right as such, and what was likely meant.

DOI: the DOI Handbook's 10.<registrant>/<suffix>; a suffix may hold ()<>;: (SICI DOIs do). PMID and
PMCID: NLM, digits only, at most 8 so far. ISBN: ISO 2108, with its check digit.
"""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

from plugins.cited_sources.offline.stretches import without_trailing

DOI = re.compile(r"10\.[0-9]{4,9}(?:\.[0-9]{1,9}){0,4}/\S+")
DOI_HOSTS = frozenset({"doi.org", "dx.doi.org", "www.doi.org"})
_LONGEST_DOI, _LONGEST_URL = 500, 2_000
_SECRET = re.compile(r"(?<=//)[^/@\s]*@")
_SEPARATORS = re.compile(r"[\s\u2010-\u2014-]")


def fault_of(kind: str, value: str) -> str:
    """What is wrong with an identifier as such, in words; "" when it may be right.

    `kind` is "doi", "pmid", "pmcid", "isbn" or "url".
    """
    return _FAULTS[kind](value)


def isbn_digits(value: str) -> str:
    """An ISBN without hyphens and spaces, its X in upper case."""
    return _SEPARATORS.sub("", value).upper()


def _doi_fault(value: str) -> str:
    if not DOI.fullmatch(value):
        return "a DOI begins with 10. and a number, then a slash: 10.1001/jama.2021.6238"
    if len(value) > _LONGEST_DOI:
        return f"it has over {_LONGEST_DOI} characters"
    return "" if without_trailing(value) == value else "a DOI does not end with punctuation"


def _pmid_fault(value: str) -> str:
    return "" if re.fullmatch(r"[1-9][0-9]{0,7}", value) else "a PMID is a number of 1 to 8 digits"


def _pmcid_fault(value: str) -> str:
    return "" if re.fullmatch(r"PMC[1-9][0-9]{0,8}", value) else "a PMCID is PMC and digits"


def _isbn_fault(value: str) -> str:
    digits = isbn_digits(value)
    if re.fullmatch(r"97[89][0-9]{10}", digits):
        total = sum(int(d) * (1, 3)[n % 2] for n, d in enumerate(digits))
        return "" if total % 10 == 0 else "its check digit is wrong: a digit is mistyped"
    if re.fullmatch(r"[0-9]{9}[0-9X]", digits):
        total = sum((10 if d == "X" else int(d)) * (10 - n) for n, d in enumerate(digits))
        return "" if total % 11 == 0 else "its check digit is wrong: a digit is mistyped"
    return "an ISBN has 10 digits, or 13 that begin with 978 or 979"


def _url_fault(value: str) -> str:
    try:
        parts = urlsplit(value)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return "it cannot be read as a web address"
    if parts.scheme not in {"http", "https"} or "." not in host or re.search(r"\s", value):
        return "a web address begins with https:// and has no spaces"
    if "@" in parts.netloc:
        return "it holds a user name"
    if len(value) > _LONGEST_URL:
        return f"it has over {_LONGEST_URL:,} characters"
    path = unquote(parts.path).rstrip("/")
    is_spoilt = host in DOI_HOSTS and path != without_trailing(path)
    return "the DOI in it ends with punctuation" if is_spoilt else ""


_FAULTS = {
    "doi": _doi_fault,
    "pmid": _pmid_fault,
    "pmcid": _pmcid_fault,
    "isbn": _isbn_fault,
    "url": _url_fault,
}


def likely_meant(kind: str, value: str) -> str:
    """What was likely meant by an identifier that cannot be right; "" where nobody can tell."""
    bare = value.strip().strip("<>").strip()
    if kind == "url":
        meant = bare if bare.startswith("http") else f"https://{bare}"
    elif kind == "doi":
        start = bare.find("10.")
        meant = without_trailing(unquote(bare[max(start, 0) :])).rstrip("/")
    else:
        digits = re.sub(r"[^0-9]", "", bare)
        meant = {"pmid": digits.lstrip("0"), "pmcid": f"PMC{digits}"}.get(kind, "")
    return meant if meant != value and meant and not fault_of(kind, meant) else ""


def shown(value: str) -> str:
    """The value as a message quotes it: cut, and without a user's name and password."""
    hidden = _SECRET.sub("...@", value)
    return repr(hidden if len(hidden) <= 80 else f"{hidden[:77]}...")
