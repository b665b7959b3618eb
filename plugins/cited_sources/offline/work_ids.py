"""The identifiers of an entry of sources.toml in one form, so that they can be compared."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import parse_qsl, urlencode, urlsplit

from plugins.cited_sources.offline.faults import isbn_digits
from plugins.cited_sources.offline.url_identifiers import identifiers_of_url
from plugins.practice.sources import Source

ID_KINDS = ("doi", "pmid", "pmcid", "isbn")

_DOI_PREFIX = re.compile(r"^(?:doi:\s*|(?:https?://)?(?:dx\.|www\.)?doi\.org/)", re.IGNORECASE)
_NUMBER_PREFIX = re.compile(r"^(?:PMCID|PMID|PMC)[:\s]*(?:PMC)?", re.IGNORECASE)
_TRACKING = re.compile(r"utm_\w+|fbclid|gclid|msclkid|mc_[ce]id|igshid", re.IGNORECASE)


def same_form(kind: str, value: str) -> str:
    """An identifier as it is compared: a DOI in lower case, numbers bare, an ISBN of 13 digits."""
    match kind:
        case "doi":
            return _DOI_PREFIX.sub("", value).lower()
        case "isbn":
            return _isbn_of_13(isbn_digits(value))
        case _:
            return _NUMBER_PREFIX.sub("", value.strip())


def _isbn_of_13(digits: str) -> str:
    if not re.fullmatch(r"[0-9]{9}[0-9X]", digits):
        return digits
    first = f"978{digits[:9]}"
    total = sum(int(d) * (1, 3)[n % 2] for n, d in enumerate(first))
    return f"{first}{-total % 10}"


@lru_cache(maxsize=8192)
def ids_of(source: Source) -> frozenset[tuple[str, str]]:
    """The identifiers of an entry, those that its address names included, in the same form."""
    own = [(kind, value) for kind in ID_KINDS if (value := getattr(source, kind))]
    found = {(kind, same_form(kind, value)) for kind, value in (*own, *_of_address(source.url))}
    return frozenset(found)


@lru_cache(maxsize=8192)
def _of_address(url: str) -> tuple[tuple[str, str], ...]:
    return tuple(identifiers_of_url(url)) if url else ()


def in_journals(source: Source) -> bool:
    """Whether a registry of journals knows it: by a PMID or PMCID, or as an article by a DOI."""
    kinds = {kind for kind, _ in ids_of(source)}
    return bool(kinds & {"pmid", "pmcid"}) or ("doi" in kinds and source.type == "article-journal")


def same_address(url: str) -> str:
    """An address as it is compared: without scheme, www, fragment, last slash and tracking."""
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").removeprefix("www.")
        port = f":{parts.port}" if parts.port not in (None, 80, 443) else ""
    except ValueError:
        return url
    pairs = [pair for pair in parse_qsl(parts.query, True) if not _TRACKING.fullmatch(pair[0])]
    anchor = f"#{parts.fragment}" if parts.fragment.startswith(("!", "/")) else ""
    query = f"?{urlencode(pairs)}" if pairs else ""
    return f"{host}{port}{parts.path.rstrip('/')}{query}{anchor}"
