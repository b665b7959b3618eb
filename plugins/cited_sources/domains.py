"""Who stands behind a source, and how far that kind of publisher is trusted (rule C-03)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from plugins.cited_sources.domain_table import Row, domain_table, levels_of
from plugins.cited_sources.offline.work_ids import in_journals
from plugins.practice.settings import Practice
from plugins.practice.sources import Source

GUIDELINE_TIER, JOURNAL_TIER, EDITED_TIER, WEAKEST_TIER = 1, 2, 3, 5
"""The tiers of works that are known by their kind: `EDITED_TIER` is that of a book or a report
without an address, which somebody has edited."""

_LONGEST_HOST = 253
"""Characters of a host (RFC 1035)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How a source or an address stands."""

    publisher: str
    """The organisation by its whole name; for a source that no table names its own `publisher`;
    empty for an address of which only the kind is known (.gov)."""
    tier: int
    """1 government or guideline body, 2 journal or medical society, 3 hospital or university,
    4 news, 5 vendor, blog or not known."""
    is_known: bool
    """Whether a table says who stands behind it, or a journal's identifier does."""
    is_denied: bool = False
    """Whether it must not be cited."""
    reason: str = ""
    """Why it must not."""
    domain: str = ""
    """The domain that a table has; where none has one, the host."""


def standing_of(found: Source | str, practice: Practice | None = None) -> Standing:
    """How a source or a web address stands. The practice's own [sources.domains] and `deny` win.

    Never raises: an address that cannot be read has no host, and is not known.
    """
    if isinstance(found, str):
        standing, _ = _of_host(host_of(found), practice)
        return standing
    standing, row = _of_host(host_of(found.url), practice)
    return standing if standing.is_denied else _of_source(found, standing, row)


def host_of(url: str) -> str:
    """The host of an address as the tables have it: lower case, xn-- form, no www."""
    try:
        host = (urlsplit(url).hostname or "").rstrip(".").encode("idna").decode()
    except ValueError:  # also what IDNA cannot write
        return ""
    return host.removeprefix("www.") if len(host) <= _LONGEST_HOST else ""


def name_of(publisher: str) -> str:
    """A publisher by its whole name, where the table knows it: "CDC" is the Centers."""
    found = domain_table().publisher_named(publisher)
    return found.name if found else publisher


def _of_host(host: str, practice: Practice | None) -> tuple[Standing, Row | None]:
    """How a host stands, and the row of Housecall's table, where that is what says so."""
    own = practice.sources if practice else None
    for level in levels_of(host) if own else ():
        if own and level in own.deny:
            why = "practice.toml denies it"
            return replace(_unknown(level), is_known=True, is_denied=True, reason=why), None
        if own and (row := own.domains.get(level)):
            known = replace(_unknown(level), publisher=row.publisher, tier=row.tier, is_known=True)
            return known, None
    found = domain_table().row_of(host)
    return (_of_row(found), found) if found else (_unknown(host), None)


def _unknown(domain: str) -> Standing:
    return Standing(publisher="", tier=WEAKEST_TIER, is_known=False, domain=domain)


def _of_row(row: Row) -> Standing:
    return Standing(
        publisher=row.publisher,
        tier=row.tier,
        is_known=True,
        is_denied=bool(row.why_not),
        reason=row.why_not,
        domain=row.domain,
    )


def _of_source(source: Source, host: Standing, row: Row | None) -> Standing:
    """The standing of its host, or that of the work itself where the host is but its library."""
    named = domain_table().publisher_named(source.publisher)
    is_elsewhere = in_journals(source) or not source.url or bool(row and row.hosts)
    publisher = name_of(source.publisher) if is_elsewhere else host.publisher
    tiers = [named.tier] if named and is_elsewhere else []
    if in_journals(source) and not (row and row.preprints):
        tiers.append(JOURNAL_TIER)
    if not source.url:
        tiers.append(EDITED_TIER)
    elif not (is_elsewhere and tiers):
        tiers.append(host.tier)
    is_by_body = source.type == "guideline" and (named or host.is_known)
    if is_by_body and min(tiers) <= JOURNAL_TIER:
        tiers.append(GUIDELINE_TIER)
    is_known = host.is_known or in_journals(source) or not source.url
    return replace(
        host, publisher=publisher or name_of(source.publisher), tier=min(tiers), is_known=is_known
    )
