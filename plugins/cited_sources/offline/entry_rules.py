"""Rules for an entry of sources.toml, whoever cites it."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from plugins.cited_sources.domains import Standing
from plugins.cited_sources.offline.faults import fault_of, likely_meant, shown
from plugins.cited_sources.offline.publisher_rule import other_publisher
from plugins.cited_sources.offline.work_ids import ID_KINDS, ids_of
from plugins.practice.problems import Problem, Severity
from plugins.practice.source_ledger import FILE
from plugins.practice.sources import Source

_TRUSTED, _OTHER = (12, 24), (6, 12)
_MONTHS = {1: _TRUSTED, 2: _TRUSTED, 3: _TRUSTED, 4: _OTHER, 5: _OTHER}
"""Months after which a page must be read again, by tier: warns, and blocks (rule C-02; what news
and vendors write changes sooner)."""


@lru_cache(maxsize=8192)
def check_entry(source: Source, standing: Standing, today: date) -> tuple[Problem, ...]:
    """All that is wrong with an entry; what blocks it holds every post that cites it."""
    return (
        *_check_ids(source),
        *_check_accessed(source, today),
        *_check_age(source, standing, today),
        *_check_update(source),
        *_check_denied(source, standing),
        *_check_publisher(source, standing),
    )


def entry_problem(
    source: Source,
    what: str,
    why: str,
    fix: str,
    *,
    rule: str = "source-entry",
    severity: Severity = Severity.BLOCK,
) -> Problem:
    """A problem of an entry, at its line."""
    return Problem(
        rule=rule,
        severity=severity,
        file=FILE,
        line=source.line,
        what=f"[{source.key}] {what}",
        why=why,
        fix=fix,
    )


_LOST = "readers could not find the work that we cite"


def _check_ids(source: Source) -> Iterator[Problem]:
    """Identifiers and addresses that cannot be right as such, or none at all."""
    for field in (*ID_KINDS, "url"):
        value = getattr(source, field)
        fault = fault_of(field, value) if value else ""
        if fault:
            meant = likely_meant(field, value)
            fix = f'write {field} = "{meant}"' if meant else "compare it with the work itself"
            yield entry_problem(source, f"`{field}` is {shown(value)}: {fault}", _LOST, fix)
    if not any(getattr(source, field) for field in (*ID_KINDS, "url")):
        what = "it has neither address nor identifier"
        yield entry_problem(source, what, _LOST, "add url, doi or pmid")


def _check_accessed(source: Source, today: date) -> Iterator[Problem]:
    """A page can change: the day on which it was read belongs to it (C-02)."""
    if source.accessed is None and source.url and not ids_of(source):
        fix = "add accessed = the day on which somebody read it, like 2026-11-21"
        yield entry_problem(source, "`accessed` is missing", _LOST, fix)
    if source.accessed and source.accessed > today:
        what = f"`accessed` is {source.accessed}, later than today ({today})"
        fix = "write the day on which somebody read it"
        yield entry_problem(source, what, _LOST, fix)


def _check_age(source: Source, standing: Standing, today: date) -> Iterator[Problem]:
    """A page that nobody has read for longer than its tier allows (C-02); a work with an
    identifier stays as it is."""
    if source.accessed is None or ids_of(source):
        return
    warn, block = _MONTHS[standing.tier]
    if _is_older(source.accessed, warn, today):
        is_too_old = _is_older(source.accessed, block, today)
        ago = f"over {block if is_too_old else warn} months ago"
        yield entry_problem(
            source,
            f"it was last read on {source.accessed}, {ago}; a page of tier {standing.tier} "
            f"is read again after {warn} months, at the latest after {block}",
            "the page may say something else by now",
            "read it again, compare what we say with it, and put that day into `accessed`",
            rule="read-long-ago",
            severity=Severity.BLOCK if is_too_old else Severity.WARN,
        )


def read_again_by(source: Source, tier: int) -> date | None:
    """The day by which a page is to be read again (C-02); None for a work with an identifier, which
    stays as it is, and for what nobody has read."""
    if source.accessed is None or ids_of(source):
        return None
    months = source.accessed.month - 1 + _MONTHS[tier][0]
    year, month = source.accessed.year + months // 12, months % 12 + 1
    return date(year, month, min(source.accessed.day, monthrange(year, month)[1]))


def _is_older(day: date, months: int, today: date) -> bool:
    between = (today.year - day.year) * 12 + today.month - day.month
    return (between, today.day - day.day) > (months, 0)


def _check_update(source: Source) -> Iterator[Problem]:
    """Somebody read it before it became what it says it is (C-02)."""
    if source.accessed and source.updated > source.accessed.isoformat()[: len(source.updated)]:
        yield entry_problem(
            source,
            f"it was read on {source.accessed}, before its update of {source.updated}",
            "nobody has compared our text with what the page says now",
            "read it again, and put that day into `accessed`",
            rule="read-before-update",
            severity=Severity.WARN,
        )


def _check_denied(source: Source, standing: Standing) -> Iterator[Problem]:
    if standing.is_denied:
        yield entry_problem(
            source,
            f"{standing.domain} must not be cited: {standing.reason}",
            "readers trust what we cite",
            "cite another work that says it",
            rule="denied-domain",
        )


def _check_publisher(source: Source, standing: Standing) -> Iterator[Problem]:
    if other := other_publisher(source, standing):
        yield entry_problem(
            source,
            f'`publisher` is "{source.publisher[:80]}", but {other}',
            "readers see who stands behind it, and trust it the more or less",
            "write who publishes that page, or cite the publisher's own page",
            rule="other-publisher",
            severity=Severity.WARN,
        )
