"""What somebody typed behind `cite`, as one identifier or address."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from plugins.cited_sources.identifiers import fault_of, identifiers_of_url, without_trailing
from plugins.cited_sources.offline.faults import DOI_HOSTS
from plugins.cited_sources.offline.work_ids import same_form
from plugins.practice.fields import UnfitError, check_characters, shown

TAKES = (
    "give a DOI (10.1001/jama.2021.6238), a PMID (34003218), a PMCID (PMC7853203), an ISBN or a "
    "web address; put it in quotes when it has brackets or spaces"
)
NAMES = {"doi": "DOI", "pmid": "PMID", "pmcid": "PMCID", "isbn": "ISBN", "url": "address"}

_BY_IDENTIFIER = ("doi", "pmid", "pmcid")
_WRAPPING = re.compile(r"^(?:\[@|[<\"'“‘\[(])\s*(.*?)\s*[>\"'”’\])]$", re.DOTALL)
_KINDS = (
    ("url", re.compile(r"[a-z][a-z0-9+-]*://.*|(?:javascript|data|file|ftp|mailto):.*", re.I)),
    ("doi", re.compile(r"(?:doi:?\s*|(?:dx\.|www\.)?doi\.org/)?10\.\d.*", re.I)),
    ("pmid", re.compile(r"(?:PMID[:\s]*)?\d{1,8}[.,;]?|PMID.*", re.I)),
    ("pmcid", re.compile(r"(?:PMCID[:\s]*)?PMC[:\s]*\d.*|PMCID[:\s]*\d+", re.I)),
    ("isbn", re.compile(r"ISBN.*|(?:[\dX][\s\u2010-\u2014-]?){9,17}", re.I)),
    ("url", re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}(?:[/?].*)?", re.I)),
)  # fmt: skip
_HOSTS_OF_WORKS = DOI_HOSTS | {
    "pubmed.ncbi.nlm.nih.gov", "pmc.ncbi.nlm.nih.gov", "pubmed.gov", "ncbi.nlm.nih.gov",
}  # fmt: skip
_TRACKING = re.compile(r"(?<=[?&])(?:utm_\w+|fbclid|gclid|msclkid|mc_[ce]id|igshid)=[^&#]*&?", re.I)
_TEXT_FRAGMENT = re.compile(r":~:.*$")
_EMPTY_END = re.compile(r"[?&](?=#|$)|#$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One work that somebody wants to cite."""

    kind: str
    """"doi", "pmid", "pmcid", "isbn" or "url"."""
    value: str
    url: str = ""
    """The address as typed, where it is not that of a registry: the identifier is then what it
    seems to hold, and the page itself may say otherwise."""


def read_asked(typed: str) -> Asked:
    """The work that was asked for. UnfitError: nothing of the sort, or it cannot be right."""
    text = _unwrapped(" ".join(typed.split()))
    check_characters(text)
    kind = next((kind for kind, form in _KINDS if form.fullmatch(text)), "")
    if not kind:
        raise UnfitError(f"found {shown(typed)}", TAKES)
    value = _READ[kind](text)
    fault = fault_of(kind, value)
    if fault:
        raise UnfitError(
            f"the {NAMES[kind]} {shown(value)} cannot be right: {fault}",
            "Compare it with the work itself",
        )
    return _by_identifier(value) if kind == "url" else Asked(kind=kind, value=value)


def _unwrapped(text: str) -> str:
    wrapped = _WRAPPING.match(text)
    return _unwrapped(wrapped[1]) if wrapped and wrapped[1] else text


def _doi(text: str) -> str:
    start = text.find("10.")
    doi = html.unescape(text[start:])
    return without_trailing(unquote(doi) if "/" not in doi else doi)


def _number(text: str) -> str:
    return re.sub(r"^PMID[:\s]*", "", text, flags=re.I).rstrip(".,;")


def _pmcid(text: str) -> str:
    return f"PMC{same_form('pmcid', text).rstrip('.,;')}"


def _isbn(text: str) -> str:
    return re.sub(r"^ISBN(?:-1[03])?[:\s]*", "", text, flags=re.I).strip().upper()


def _address(text: str) -> str:
    """The address without what only says where somebody clicked."""
    whole = text if "://" in text or re.match(r"[a-z]+:", text, re.I) else f"https://{text}"
    plain = _TEXT_FRAGMENT.sub("", _TRACKING.sub("", whole))
    return _EMPTY_END.sub("", plain)


_READ = {"doi": _doi, "pmid": _number, "pmcid": _pmcid, "isbn": _isbn, "url": _address}


def _by_identifier(url: str) -> Asked:
    """The identifier that an address names, which lasts longer than the address."""
    named = dict(reversed(list(identifiers_of_url(url))))
    kind = next((kind for kind in _BY_IDENTIFIER if kind in named), "")
    if not kind or fault_of(kind, named[kind]):
        return Asked(kind="url", value=url, url=url)
    is_registry = (urlsplit(url).hostname or "").removeprefix("www.") in _HOSTS_OF_WORKS
    return Asked(kind=kind, value=named[kind], url="" if is_registry else url)
