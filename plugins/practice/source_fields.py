"""What the [sources] table of practice.toml may hold."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from plugins.practice.fields import UnfitError, email, flag, listed, positive, shown, text
from plugins.practice.tables import Field

SOURCE_SERVICES = ("doi", "crossref", "datacite", "pubmed", "pmc", "wayback")
"""Those that `check-sources` and `cite` ask; `cited_sources/services.toml` has their addresses."""

_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_DOMAIN = re.compile(rf"{_LABEL}(?:\.{_LABEL})*")


def domain(value: object) -> str:
    """The name of a host or of all hosts below it: example.org; in an intranet it may have no dot,
    or be a number."""
    found = text(value).lower().removeprefix("www.")
    if not _DOMAIN.fullmatch(found):
        raise UnfitError(f"found {shown(value)}, not a domain", "write it like example.org")
    return found


def service_address(value: object) -> str:
    """The base address of a service, no slash at the end; a host of this machine is fine."""
    found = text(value).rstrip("/")
    try:
        parts = urlsplit(found)
        fits = parts.scheme in {"http", "https"} and parts.hostname and (parts.port or True)
    except ValueError:
        fits = False
    if not fits or parts.username or parts.query or parts.fragment or " " in found:
        raise UnfitError(f"found {shown(value)}", "write it like http://127.0.0.1:8080/crossref")
    return found


def tier(value: object) -> int:
    """How far a publisher is trusted: 1 (government, guideline body) to 5 (vendor, blog)."""
    number = positive(value)
    if number > 5:
        raise UnfitError(f"found {shown(value)}", "write 1 (most trusted) to 5")
    return number


SOURCES = (
    Field("contact", email),
    Field("seconds", positive),
    Field("allow_private_addresses", flag),
    Field("retraction_watch", text),
    Field("services", lambda value: value),
    Field("domains", lambda value: value),
    Field("deny", listed(domain)),
)
SERVICES = tuple(Field(name, service_address) for name in SOURCE_SERVICES)
DOMAIN = (
    Field("publisher", text, "references name it"),
    Field("tier", tier, "sources are weighed by it"),
)
