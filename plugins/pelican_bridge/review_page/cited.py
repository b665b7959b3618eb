"""The works that a post rests on, each with what is known of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup, escape

from plugins.cited_sources.consequences.checked_words import checked_words
from plugins.cited_sources.consequences.known import Judged, is_linked
from plugins.cited_sources.consequences.wording import (
    accepted_words,
    address_of,
    finding_of,
    name_of,
    seen_by,
    why_of,
)
from plugins.cited_sources.references import format_reference
from plugins.cited_sources.work import Work
from plugins.pelican_bridge.planned import BuildPlan, PlannedPost
from plugins.practice.source_checks import Verdict
from plugins.share_kit.frame import LANG


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingView:
    """Something that was found about a work."""

    what: str
    why: str
    severity: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceView:
    """One work."""

    number: int
    """In the list of the page; 0 for a work that is only linked to."""
    html: Markup
    address: str
    checked: str
    findings: tuple[FindingView, ...]


def source_views(planned: PlannedPost, plan: BuildPlan) -> tuple[SourceView, ...]:
    """Those of the page's own list in its order, then what the text links to."""
    order = planned.rendered.numbering.order if planned.rendered else []
    numbers = {key: number for number, key in enumerate(order, 1)}
    works = [work for work, _ in plan.known.by_file.get(planned.post.file, ())]
    numbered = [plan.known.by_key[key] for key in numbers if key in plan.known.by_key]
    unique = {work.id: work for work in (*numbered, *works)}
    return tuple(_view(work, numbers, planned, plan) for work in unique.values())


def _view(work: Work, numbers: dict[str, int], planned: PlannedPost, plan: BuildPlan) -> SourceView:
    source = work.source
    return SourceView(
        number=numbers.get(source.key, 0) if source else 0,
        html=format_reference(source, LANG) if source else escape(name_of(work)),
        address=address_of(work),
        checked=checked_words(work, plan.known, LANG),
        findings=tuple(_findings(work, planned, plan)),
    )


def _findings(work: Work, planned: PlannedPost, plan: BuildPlan) -> Iterator[FindingView]:
    for judged in plan.known.judged(work, is_linked=is_linked(planned.post, work)):
        if judged.finding.verdict is not Verdict.OK:
            yield _finding(judged)


def _finding(judged: Judged) -> FindingView:
    accepted = accepted_words(judged)
    what = f"It {finding_of(judged)} ({seen_by(judged)})"
    return FindingView(
        what=f"{what}; {accepted}" if accepted else what,
        why=why_of(judged),
        severity=str(judged.severity),
    )
