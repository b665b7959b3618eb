"""The works that a practice cites, with what is known of each on a day."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from plugins.cited_sources.checking.holds import standing_of_finding
from plugins.cited_sources.checking.mentions import cited_in
from plugins.cited_sources.consequences.weights import Weight, weight_of
from plugins.cited_sources.work import CitedAt, Work
from plugins.practice.posts import Document
from plugins.practice.problems import Severity
from plugins.practice.source_checks import Accepted, CheckedWork, Finding, SourceChecks, Verdict
from plugins.practice.source_ledger import FILE as SOURCES_FILE


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A finding on a work, weighed for the day."""

    work: Work
    checked: CheckedWork
    finding: Finding
    weight: Weight
    severity: Severity
    can_hold: bool
    """Whether it holds what rests on it, as soon as it is settled and fresh."""
    accepted: Accepted | None = None
    """The row that lets it stand."""


@dataclass(frozen=True, kw_only=True)  # no slots: what is sorted by file is sorted once
class KnownWorks:
    """Works, checks and the accept list. Damaged checks judge nothing: nothing may be guessed."""

    works: Sequence[Work]
    checks: SourceChecks = field(default_factory=SourceChecks)
    people: Collection[str] = ()
    """The ids of those who may accept a finding."""
    today: date

    @cached_property
    def by_file(self) -> Mapping[str, tuple[tuple[Work, CitedAt], ...]]:
        """The works that each file cites, each with its first place there."""
        found: dict[str, dict[str, tuple[Work, CitedAt]]] = {}
        for work in self.works:
            for at in work.cited_at:
                found.setdefault(at.file, {}).setdefault(work.id, (work, at))
        return {file: tuple(cited.values()) for file, cited in found.items()}

    @cached_property
    def by_key(self) -> Mapping[str, Work]:
        """The works of sources.toml by the key of their entry."""
        return {work.source.key: work for work in self.works if work.source}

    def checked(self, work: Work) -> CheckedWork | None:
        """What is known of a work; None: it was never asked."""
        return (self.checks.works or {}).get(work.id)

    def judged(self, work: Work, *, is_linked: bool = False) -> tuple[Judged, ...]:
        """Every finding on a work, gravest first. `is_linked`: it is not cited, but linked to, so
        that nothing rests on it."""
        checked = self.checked(work)
        if checked is None:
            return ()
        return tuple(
            self._judge(work, checked, finding, is_linked=is_linked or not work.is_rested_on)
            for finding in checked.findings
            # Where its identifier has answered, nobody needs the host.
            if not (finding.verdict is Verdict.BLOCKED and checked.is_found)
        )

    def judged_in(self, document: Document) -> tuple[tuple[Judged, CitedAt], ...]:
        """Every finding on what a document cites or links to, at the first place of each work."""
        return tuple(
            (judged, at)
            for work, at in self.by_file.get(document.file, ())
            if (checked := self.checked(work)) and checked.findings
            for judged in self.judged(work, is_linked=is_linked(document, work))
        )

    def _judge(
        self, work: Work, checked: CheckedWork, finding: Finding, *, is_linked: bool
    ) -> Judged:
        weight = weight_of(finding)
        row = self.accepted(work, finding.verdict)
        most = weight.link if is_linked else weight.settled
        if is_unused(work):
            most = lighter(most, Severity.WARN)
        severity = weight.accepted if row else self._severity(finding, weight, most)
        return Judged(
            work=work,
            checked=checked,
            finding=finding,
            weight=weight,
            severity=severity,
            can_hold=most is Severity.BLOCK and row is None,
            accepted=row,
        )

    def _severity(self, finding: Finding, weight: Weight, most: Severity) -> Severity:
        if most is Severity.BLOCK:
            holds = standing_of_finding(finding, self.today) == "holds"
            return most if holds else weight.once
        return most if finding.days > 1 else weight.once

    def accepted(self, work: Work, verdict: Verdict) -> Accepted | None:
        """The row that lets this finding stand today, by somebody whom the practice knows."""
        names = names_of(work)
        rows = (row for row in self.checks.accepted if row.finding is verdict)
        return next(
            (
                row
                for row in rows
                if row.work.casefold() in names
                and row.by in self.people
                and row.until >= self.today
            ),
            None,
        )


_LIGHTER = {Severity.BLOCK: 0, Severity.WARN: 1, Severity.NOTE: 2}


def lighter(one: Severity, other: Severity) -> Severity:
    """Of two severities the one that weighs less."""
    return max(one, other, key=_LIGHTER.__getitem__)


def is_unused(work: Work) -> bool:
    """Whether it stands in sources.toml and nothing else names it."""
    return work.source is not None and all(at.file == SOURCES_FILE for at in work.cited_at)


def is_linked(document: Document, work: Work) -> bool:
    """Whether a document only links to a work that others may cite."""
    if any(at.is_subject and at.file == document.file for at in work.cited_at):
        return False
    if work.source is None:
        return True
    entry = {work.source.key: work.source}
    return next(cited_in(document, entry), None) is None


def names_of(work: Work) -> frozenset[str]:
    """What an accept list may call a work, in lower case: its key, its id, each identifier."""
    kinds = ("doi", "pmid", "pmcid", "isbn")
    ids = {f"{kind}:{value}" for kind in kinds if (value := getattr(work, kind))}
    key = {work.source.key} if work.source else set()
    return frozenset(name.casefold() for name in {work.id, work.url, *ids, *key} if name)
