"""The identifiers that a web address itself names: of doi.org, publishers, PubMed and PMC."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from plugins.cited_sources.offline.faults import DOI, DOI_HOSTS, fault_of
from plugins.cited_sources.offline.stretches import without_trailing

_DOI = r"(10\.[0-9]{4,9}(?:\.[0-9]{1,9}){0,4}/\S+)"
_DOI_IN_PATH = re.compile(rf"(?:^|/)\s{{0,3}}(?:doi:)?{_DOI}", re.IGNORECASE)
_DOI_VALUE = re.compile(
    rf"(?:doi:\s{{0,3}}|(?:https?://)?(?:dx\.|www\.)?doi\.org/)?{_DOI}", re.IGNORECASE
)
_LONGEST_QUERY = 10_000

_BEFORE_DOI = frozenset({
    "abs", "abstract", "article", "articles", "book", "books", "chapter", "chapters", "content",
    "details", "doi", "doi.org", "doifinder", "dois", "dx.doi.org", "epdf", "epub", "figure",
    "full", "fullarticle", "fulltext", "handles", "lookup", "pdf", "pdfdirect", "pdfplus",
    "preprints", "reader", "references", "reports", "suppl", "works",
})  # fmt: skip
"""The parts of a path behind which publishers write a DOI."""

_LIKE_A_YEAR = re.compile(r"10\.(?:19|20)[0-9]{2}/")
"""Such as a version or a date in a path, /updates/10.2024/flu: a DOI only where more speaks for
it."""

_VIEW = re.compile(
    r"(?:/(?:full|fulltext|full-text|abstract|abs|summary|pdf|epdf|pdfdirect|epub|html|xml|meta|"
    r"references|citations?|cited-by|figures|tables|metrics|comments|info|information|history|"
    r"related|media|suppl|supplementary-material|text)(?:/(?:[0-9]{1,3}|[a-z]{2}|html|full))?"
    r"|/suppl_file/[^/]{0,200}|;jsessionid=[^/]{0,200}"
    r"|\.(?:full|abstract|long|pdf|epub|html?|xml|full-text))/*$",
    re.IGNORECASE,
)
"""What publishers write behind a DOI: /full, /pdf, /full/es, /tables/1, .full.pdf"""

_VERSION = re.compile(r"v[0-9]{1,2}$")
_PAGE_NUMBER = re.compile(r"/[0-9]{5,9}$")

_PUBMED_HOSTS = frozenset({"pubmed.ncbi.nlm.nih.gov", "pubmed.gov"})
_NCBI_HOSTS = frozenset({"ncbi.nlm.nih.gov", "eutils.ncbi.nlm.nih.gov"})
_PMC_HOSTS = frozenset({"pmc.ncbi.nlm.nih.gov", "europepmc.org", "pubmedcentral.nih.gov"})
_PMID_IN_PATH = re.compile(r"/(?:pubmed|pmid|med)/([0-9]{1,8})(?![0-9])", re.IGNORECASE)
_PMID_ALONE = re.compile(r"/([0-9]{1,8})(?:/|$)")
_PMID_VALUE = re.compile(r"([0-9]{1,8})(?:\[\w{2,4}\])?")
_PMID_NAMES = frozenset({"term", "list_uids", "id"})
_PMCID_IN_PATH = re.compile(
    r"/(?:articles|articles/pmc|article/pmc|pmc)/(?:PMC)?([0-9]{1,9})(?![0-9])", re.IGNORECASE
)
_ISBN_IN_PATH = re.compile(r"/isbn/([0-9Xx-]{10,17})(?:/|$)", re.IGNORECASE)


def identifiers_of_url(url: str) -> Iterator[tuple[str, str]]:
    """The identifiers that an address names, as ("doi", "10.1001/jama.2021.6238"), each once.

    Of DOIs those in a path or in a parameter, without what publishers write behind them; of PMIDs,
    PMCIDs and ISBNs those at the hosts, and under the names, that are known for them. An address
    within a parameter, as proxies have it, counts as well.
    """
    yield from dict.fromkeys(_identifiers(url, within=True))


def _identifiers(url: str, *, within: bool) -> Iterator[tuple[str, str]]:
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return
    query = _query(parts)
    for found in (_doi_in_path(parts.path, host), *(_doi_alone(value) for _, value in query)):
        if DOI.fullmatch(found):
            yield "doi", found
    yield from _pubmed(parts.path, query, host)
    yield from _pmc(parts.path, query, host)
    yield from _isbns(parts.path, query)
    for _, value in query if within else ():
        if value.startswith(("http://", "https://")):
            yield from _identifiers(value, within=False)


_Query = Sequence[tuple[str, str]]


def _query(parts: SplitResult) -> _Query:
    if len(parts.query) > _LONGEST_QUERY:
        return ()
    return [(name.lower(), value.strip()) for name, value in parse_qsl(parts.query)]


def _doi_in_path(path: str, host: str) -> str:
    # The check character of a SICI can be "#", which browsers take for a fragment.
    decoded = _decoded(path) + ("#" if path.endswith(";2-") else "")
    found = _DOI_IN_PATH.search(decoded)
    if not found:
        return ""
    doi = without_trailing(found[1]).rstrip("/")
    if host in DOI_HOSTS or "doi" in re.split(r"[.-]", host):
        return doi
    before = decoded[: found.start()].rpartition("/")[2].lower()
    is_likely = before in _BEFORE_DOI or not _LIKE_A_YEAR.match(doi)
    return _without_view(doi, host) if is_likely else ""


def _decoded(path: str) -> str:
    """The path in plain letters, also where it was encoded twice."""
    once = unquote(path)
    return unquote(once) if re.search(r"%[0-9A-Fa-f]{2}", once) else once


def _doi_alone(value: str) -> str:
    """The DOI that a parameter holds and nothing else."""
    found = _DOI_VALUE.fullmatch(value)
    return without_trailing(found[1]) if found else ""


def _without_view(doi: str, host: str) -> str:
    """The DOI without the name of a view of it, its version, or the number of its page."""
    endings = [_VIEW] * 4
    if host.endswith(("biorxiv.org", "medrxiv.org")):
        endings.append(_VERSION)
    if host.endswith("oup.com"):
        endings.append(_PAGE_NUMBER)
    for ending in endings:
        shorter = ending.sub("", doi)
        doi = shorter if DOI.fullmatch(shorter) else doi
    return doi


def _pubmed(path: str, query: _Query, host: str) -> Iterator[tuple[str, str]]:
    is_ncbi = host in _PUBMED_HOSTS or host in _NCBI_HOSTS
    named = _PMID_IN_PATH.search(path) if is_ncbi or host == "europepmc.org" else None
    alone = _PMID_ALONE.match(path) if host in _PUBMED_HOSTS else None
    if found := named or alone:
        yield "pmid", found[1]
    is_pubmed = host in _PUBMED_HOSTS or "/pubmed" in path or ("db", "pubmed") in query
    for name, value in query:
        is_own = name == "pmid" or (is_ncbi and is_pubmed and name in _PMID_NAMES)
        if is_own and (number := _PMID_VALUE.fullmatch(value)):
            yield "pmid", number[1]


def _pmc(path: str, query: _Query, host: str) -> Iterator[tuple[str, str]]:
    if host in _PMC_HOSTS or host in _NCBI_HOSTS:
        if found := _PMCID_IN_PATH.search(path):
            yield "pmcid", f"PMC{found[1]}"
        for name, value in query:
            if name == "artid" and re.fullmatch(r"[0-9]{1,9}", value):
                yield "pmcid", f"PMC{value}"


def _isbns(path: str, query: _Query) -> Iterator[tuple[str, str]]:
    named = [value for name, value in query if name == "isbn"]
    if found := _ISBN_IN_PATH.search(path):
        named.append(found[1])
    yield from (("isbn", value) for value in named if not fault_of("isbn", value))
