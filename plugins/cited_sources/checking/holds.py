"""Whether a finding may hold a post: one table and one rule."""

from __future__ import annotations

from datetime import date
from typing import Literal

from plugins.practice.source_checks import Finding, Verdict

HOLDING = frozenset(
    {
        Verdict.RETRACTED,
        Verdict.NO_SUCH_ID,
        Verdict.WRONG_WORK,
        Verdict.BROKEN,
        Verdict.SOFT_GONE,
    }
)
"""What takes the ground from under a sentence. Everything else is told."""
FRESH_DAYS = 14
"""For how many days after it was last seen a finding may hold."""
SEEN_ON = 2
"""On how many days it must have been seen: one bad night holds nothing."""
_AHEAD = 1
"""Findings are dated in UTC, which may be a day ahead of the practice's own calendar."""


def standing_of_finding(finding: Finding, today: date) -> Literal["holds", "told"]:
    """What a finding that nobody has accepted does to a post on a day."""
    age = (today - finding.last).days
    fresh = -_AHEAD <= age <= FRESH_DAYS
    holds = finding.verdict in HOLDING and finding.days >= SEEN_ON and fresh
    return "holds" if holds else "told"
