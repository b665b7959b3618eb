"""What is asked of each service, and in what words: paths and forms, nothing of answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from urllib.parse import quote, urlencode

TOOL = "housecall"
LONGEST_ADDRESS = 7_000
"""Characters of identifiers in one address: 200 DOIs of usual length; twice as many are refused."""
DOIS_A_SEARCH = 50


def handle_path(doi: str) -> str:
    """doi.org's handle of a DOI, straight from the registry's own server."""
    return f"/api/handles/{quote(doi, safe='/')}"


def agencies_path(dois: Sequence[str]) -> str:
    """The agencies of many DOIs."""
    return f"/ra/{','.join(quote(doi, safe='/') for doi in dois)}"


def crossref_path(doi: str, contact: str) -> str:
    """A work; `mailto` brings the polite pool's limits."""
    return f"/works/{quote(doi, safe='')}{_query(mailto=contact)}"


def datacite_path(doi: str, contact: str) -> str:
    """A DOI of DataCite."""
    return f"/dois/{quote(doi, safe='')}{_query(mailto=contact)}"


def esummary_path(pmids: Sequence[str], contact: str, api_key: str) -> str:
    """Document summaries of PMIDs, as JSON."""
    query = _ncbi(contact, api_key) | {"id": ",".join(pmids), "retmode": "json"}
    return f"/esummary.fcgi?{urlencode(query, safe=',')}"


def efetch_path(pmids: Sequence[str], contact: str, api_key: str) -> str:
    """MEDLINE records of PMIDs, as text."""
    query = {"id": ",".join(pmids), "rettype": "medline", "retmode": "text"}
    return f"/efetch.fcgi?{urlencode(_ncbi(contact, api_key) | query, safe=',')}"


def esearch_form(dois: Sequence[str], contact: str, api_key: str) -> Mapping[str, str]:
    """The PMIDs of many DOIs in one search; too long for an address, so it is posted."""
    term = " OR ".join(f'"{doi}"[aid]' for doi in dois)
    query = {"term": term, "retmode": "json", "retmax": str(4 * len(dois))}
    return _ncbi(contact, api_key) | query


def idconv_path(pmcids: Sequence[str], contact: str) -> str:
    """The PMIDs and DOIs of PMCIDs."""
    query = {"ids": ",".join(pmcids), "format": "json", "tool": TOOL, "email": contact}
    return f"/?{urlencode(_told(query), safe=',')}"


def wayback_path(url: str, day: date | None) -> str:
    """The archived copy of an address nearest a day, or the newest one."""
    when = f"{day:%Y%m%d}/" if day else ""
    return f"/web/{when}{quote(url, safe=_OF_ADDRESSES)}"


_OF_ADDRESSES = ":/?#[]@!$&'()*+,;=%~"


def _ncbi(contact: str, api_key: str) -> dict[str, str]:
    return _told({"db": "pubmed", "tool": TOOL, "email": contact, "api_key": api_key})


def _told(query: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in query.items() if value}


def _query(**query: str) -> str:
    told = urlencode(_told(query))
    return f"?{told}" if told else ""


def in_batches(ids: Sequence[str], most: int) -> Iterator[tuple[str, ...]]:
    """The ids in their order, once each, in batches that one request can ask for."""
    batch: list[str] = []
    length = 0
    for found in dict.fromkeys(ids):
        longer = len(quote(found, safe="")) + 1
        if batch and (len(batch) >= most or length + longer > LONGEST_ADDRESS):
            yield tuple(batch)
            batch, length = [], 0
        batch.append(found)
        length += longer
    if batch:
        yield tuple(batch)
