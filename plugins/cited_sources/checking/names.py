"""The names of a work: its identifiers and its address, each in the one form that is compared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from plugins.cited_sources.identifiers import fault_of, identifiers_of_url, without_trailing
from plugins.cited_sources.offline.faults import DOI_HOSTS
from plugins.cited_sources.offline.work_ids import same_form
from plugins.practice.sources import Source

ORDER = ("doi", "pmid", "pmcid", "url", "isbn")
"""A work is known by the first of these that it has."""

_REGISTRIES = DOI_HOSTS | {
    "pubmed.ncbi.nlm.nih.gov",
    "pmc.ncbi.nlm.nih.gov",
    "ncbi.nlm.nih.gov",
    "www.ncbi.nlm.nih.gov",
    "pubmed.gov",
    "europepmc.org",
    "www.europepmc.org",
}
"""Hosts whose addresses are made of the identifier. What another address holds is a guess."""
_PORTS = {"http": ":80", "https": ":443"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """What a work is called, without anything that cannot be right: that is told offline."""

    ids: Mapping[str, str] = field(default_factory=dict)
    """By kind, in `ORDER`."""
    guessed_doi: str = ""

    @property
    def id(self) -> str:
        """The first name; empty where there is none."""
        kind = next(iter(self.ids), "")
        return f"{kind}:{self.ids[kind]}" if kind and kind != "url" else self.ids.get("url", "")

    @property
    def rank(self) -> int:
        """How well it is known: 0 by its DOI, 4 by an ISBN alone."""
        return ORDER.index(next(iter(self.ids), ORDER[-1]))


def in_order(found: Mapping[str, str]) -> Mapping[str, str]:
    """The names that there are, the best first."""
    return {kind: found[kind] for kind in ORDER if found.get(kind)}


def names_of_source(source: Source) -> Names:
    """The names of an entry; those that its address has count where the entry has none."""
    found = {kind: plain_id(kind, getattr(source, kind)) for kind in ORDER}
    return _with_those_of_address(found)


def names_of_mention(kind: str, value: str) -> Names:
    """The names of what stands in a text."""
    return _with_those_of_address({kind: plain_id(kind, value)})


def _with_those_of_address(found: dict[str, str]) -> Names:
    url = found.get("url", "")
    if not url:
        return Names(ids=in_order(found))
    is_registry = is_of_registry(url)
    guessed = ""
    for kind, value in identifiers_of_url(url):
        plain = plain_id(kind, value)
        if is_registry and not found.get(kind) and kind in ORDER[:3]:
            found[kind] = plain
        elif kind == "doi" and not is_registry:
            guessed = guessed or plain
    return Names(ids=in_order(found), guessed_doi="" if found.get("doi") else guessed)


def is_of_registry(url: str) -> bool:
    """Whether an address only leads to a registry, which is asked itself."""
    return (urlsplit(url).hostname or "") in _REGISTRIES


def host_of(url: str) -> str:
    """The host of an address as `plain_id` gives it, with its port; far quicker than `urlsplit`."""
    return url.partition("//")[2].partition("/")[0]


def plain_id(kind: str, value: str) -> str:
    """An identifier or address as it is compared; empty where it cannot be right."""
    plain = _PLAIN[kind](value.strip()) if value else ""
    return plain if plain and plain.isprintable() and not fault_of(kind, plain) else ""


def _doi(value: str) -> str:
    return without_trailing(same_form("doi", value.strip("<> ")))


def _pmcid(value: str) -> str:
    return f"PMC{same_form('pmcid', value)}"


def _url(value: str) -> str:
    """Scheme and host in lower case, no port that goes without saying, a slash as empty path."""
    try:
        parts = urlsplit(value)
    except ValueError:
        return ""
    host = parts.netloc.lower().removesuffix(_PORTS.get(parts.scheme, ":"))
    return parts._replace(netloc=host, path=parts.path or "/").geturl()


_PLAIN = {
    "doi": _doi,
    "pmid": lambda value: same_form("pmid", value),
    "pmcid": _pmcid,
    "isbn": lambda value: same_form("isbn", value),
    "url": _url,
}
