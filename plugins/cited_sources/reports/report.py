"""A run of `check-sources`, as its reports tell it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from plugins.cited_sources.checking.outage import Outage
from plugins.cited_sources.consequences.foreign_text import one_line
from plugins.cited_sources.consequences.known import Judged, KnownWorks
from plugins.cited_sources.consequences.reliance import Reliance
from plugins.cited_sources.work import Work
from plugins.practice.problems import Severity
from plugins.practice.source_checks import GRAVITY, Accepted, CheckedWork, SourceChecks

NOTHING = Reliance()
NO_OUTAGE = Outage()
NOT_ASKED = "not-asked"
"""In the place of a verdict on a work that was never asked."""
NO_ANSWER = "no-answer"
"""The same of a work that this run asked, in an outage of ours, and of which nothing is known."""


@dataclass(frozen=True, kw_only=True)  # no slots: what is judged is judged once
class Report:
    """What is known after a run, and what the run itself did."""

    works: Sequence[Work]
    checks: Mapping[str, CheckedWork]
    """By id, after the run."""
    asked: Collection[str] = ()
    """The ids asked in this run."""
    requests: int = 0
    """Of web pages; registries are asked for many works at once."""
    outage: Outage = NO_OUTAGE
    """What could not be reached from here at all: the fault was ours."""
    silent: Sequence[str] = ()
    """The services that did not answer in this run: ("Crossref",)."""
    today: date
    reliance: Mapping[str, Reliance] = field(default_factory=dict)
    """By id."""
    accepted: Sequence[Accepted] = ()
    people: Collection[str] = ()
    """The ids of those who may accept a finding."""
    stopped: bool = False
    """Whether the run ended early: what was due and not asked is asked next time."""

    @cached_property
    def known(self) -> KnownWorks:
        """The works, weighed for the day."""
        checks = SourceChecks(works=self.checks, accepted=tuple(self.accepted))
        return KnownWorks(works=self.works, checks=checks, people=self.people, today=self.today)

    @cached_property
    def findings(self) -> tuple[Judged, ...]:
        """Every finding on a work, worst first, then by verdict and by how much rests on it."""
        found = (judged for work in self.works for judged in self.known.judged(work))
        return tuple(sorted(found, key=self._rank))

    def _rank(self, judged: Judged) -> tuple[int, int, int, str]:
        gravity = GRAVITY.index(judged.finding.verdict)
        resting = len(self.resting_on(judged.work).posts)
        return _ORDER[judged.severity], -gravity, -resting, judged.work.id

    def resting_on(self, work: Work) -> Reliance:
        """What rests on a work."""
        return self.reliance.get(work.id, NOTHING)

    @property
    def verified(self) -> int:
        """How many works proved to be there when they were last asked."""
        known = (self.checks.get(work.id) for work in self.works)
        return sum(checked is not None and checked.is_verified for checked in known)

    def by_verdict(self) -> dict[str, int]:
        """How many works have which verdict, gravest first; those without one last."""
        counts = Counter(self._verdict_of(work) for work in self.works)
        order = (*(verdict.value for verdict in reversed(GRAVITY)), NO_ANSWER, NOT_ASKED)
        return {name: counts[name] for name in order if counts[name]}

    def _verdict_of(self, work: Work) -> str:
        if checked := self.checks.get(work.id):
            return checked.verdict.value
        return NO_ANSWER if work.id in self.asked else NOT_ASKED

    def to_do(self) -> tuple[Judged, ...]:
        """The findings that a person should do something about, and nobody accepts."""
        told = (judged for judged in self.findings if judged.severity is not Severity.NOTE)
        return tuple(judged for judged in told if judged.accepted is None)

    def held(self) -> frozenset[str]:
        """The uids of the posts that a finding holds back."""
        return frozenset(
            post.uid
            for judged in self.findings
            if judged.severity is Severity.BLOCK
            for post in self.resting_on(judged.work).posts
            if not post.is_linked or judged.weight.link is Severity.BLOCK
        )

    @property
    def all_done(self) -> str:
        """What is said when there is nothing `to_do`, and no more than is true."""
        if self.outage.web or self.outage.registries:
            return "Nothing new is known: there was an outage. Run it again once that is over."
        if any(one.finding.is_doubt for one in self.findings):
            return (
                "Nothing has to be done. But some pages could not be told to be yours: open them."
            )
        return "Nothing to do."

    @property
    def trouble(self) -> str:
        """Who did not answer, in a sentence; "" when everybody did."""
        out = {"the web": self.outage.web, "the registries": self.outage.registries}
        unreached = [name for name, is_out in out.items() if is_out]
        names = " and ".join(unreached) or one_line(", ".join(self.silent))
        where = "From here, there was no answer" if unreached else "There was no answer"
        return f"{where} from {names}. Nothing is said against a work for that." if names else ""

    def not_asked(self) -> dict[str, int]:
        """How many works this run did not ask, by the reason."""
        reasons = Counter(self._why_not(work) for work in self.works if work.id not in self.asked)
        return dict(sorted(reasons.items(), key=lambda row: (-row[1], row[0])))

    def _why_not(self, work: Work) -> str:
        if work.id in self.checks:
            return "asked not long ago, and not due yet"
        if self.stopped:
            return "the run ended before their turn; the next one goes on with them"
        return "left for another run"


_ORDER = {Severity.BLOCK: 0, Severity.WARN: 1, Severity.NOTE: 2}
