"""What `check-sources` found out about cited works, and what the practice accepts of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum


class Verdict(StrEnum):
    """What is true of a work or of an address, from harmless to grave (see `GRAVITY`)."""

    OK = "ok"
    MOVED = "moved"
    """It answers at another address for good."""
    DRIFTED = "drifted"
    """Its page has another title than when it was first seen."""
    SOFT_GONE = "soft-gone"
    """It answers, but with a page that says it is gone, or with the home page."""
    BROKEN = "broken"
    BLOCKED = "blocked"
    """The host refuses robots: verified by its identifier, or a person must look."""
    TEMPORARY = "temporary"
    NO_SUCH_ID = "no-such-id"
    WRONG_WORK = "wrong-work"
    """The identifier belongs to a work with another title and other authors."""
    FIELD_MISMATCH = "field-mismatch"
    """A field of sources.toml differs from what the registry says."""
    RETRACTED = "retracted"
    CONCERN = "concern"
    CORRECTED = "corrected"
    OUTDATED = "outdated"
    """A newer version or edition stands in its place."""
    UNVERIFIED = "unverified"
    """Nobody who could tell has answered: an outage, or nothing that can be asked."""


GRAVITY: tuple[Verdict, ...] = (
    Verdict.OK,
    Verdict.CORRECTED,
    Verdict.MOVED,
    Verdict.DRIFTED,
    Verdict.UNVERIFIED,
    Verdict.TEMPORARY,
    Verdict.BLOCKED,
    Verdict.OUTDATED,
    Verdict.FIELD_MISMATCH,
    Verdict.SOFT_GONE,
    Verdict.BROKEN,
    Verdict.CONCERN,
    Verdict.NO_SUCH_ID,
    Verdict.WRONG_WORK,
    Verdict.RETRACTED,
)
"""From harmless to grave: a work is called by its gravest finding."""
REFUTING: frozenset[Verdict] = frozenset(
    {Verdict.RETRACTED, Verdict.NO_SUCH_ID, Verdict.WRONG_WORK}
)
"""With one of these nothing is verified, whatever else has answered well."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that is true of a work, as `check-sources` saw it."""

    verdict: Verdict
    about: str
    """What was asked: "doi", "pmid", "pmcid", "isbn" or "url"."""
    what: str
    """In words: "HTTP 404", "retracted on 2010-02-06"."""
    by: tuple[str, ...] = ()
    """Who says so: ("Crossref", "PubMed")."""
    fix: str = ""
    """An address or identifier to use instead; empty where there is none."""
    since: date
    """The day on which it was first seen."""
    last: date
    """The day on which it was last seen."""
    days: int = 1
    """On how many different days it was seen without a better answer between them."""

    @property
    def is_doubt(self) -> bool:
        """Whether the page answers, but could not be told to be the one that we mean. No host says
        so: that is our own remark."""
        return self.verdict is Verdict.OK and not self.by


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedWork:
    """All that is remembered of a work or an address that posts cite."""

    id: str
    """"doi:10.1001/jama.2021.6238", "pmid:9500320", "pmcid:PMC123", "isbn:...", or an address."""
    first_seen: date
    """The day on which it was first asked."""
    asked: datetime
    """When it was last asked, in UTC."""
    last_ok: date | None = None
    """The day on which it last proved to be there and to be the work that we mean."""
    findings: tuple[Finding, ...] = ()
    """Gravest first; none where all is well."""
    answered: tuple[str, ...] = ()
    """Who answered the last time: ("doi.org", "Crossref", "web")."""
    title: str = ""
    """The title as first found, to notice a page that becomes another."""
    chain: tuple[str, ...] = ()
    """The addresses that redirects led through, the last one included."""
    archive: str = ""
    """The archived copy nearest the day on which it was read."""

    @property
    def verdict(self) -> Verdict:
        """The gravest of its findings."""
        return max((f.verdict for f in self.findings), key=GRAVITY.index, default=Verdict.OK)

    @property
    def is_found(self) -> bool:
        """Whether it proved to be there when it was last asked, be it retracted or not."""
        return self.last_ok is not None and self.last_ok >= self.asked.date()

    @property
    def is_verified(self) -> bool:
        """Whether it proved to be there and to be the right work when it was last asked, and no
        retraction of it is known."""
        against = (f.is_doubt or f.verdict in REFUTING for f in self.findings)
        return self.is_found and not any(against)


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted:
    """A finding that a person has looked at and lets stand for a time (ledger/accepted.toml)."""

    work: str
    """The key of a source, or an id as in the ledger of checks."""
    finding: Verdict
    reason: str
    by: str
    """The id of the person."""
    until: date
    """The last day on which it holds."""
    line: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceChecks:
    """Both files. `works` is None where ledger/sources.json is damaged: nothing is guessed."""

    works: Mapping[str, CheckedWork] | None = field(default_factory=dict)
    """By id."""
    accepted: tuple[Accepted, ...] = ()
