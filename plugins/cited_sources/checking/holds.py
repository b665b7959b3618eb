"""Whether a finding may hold a post: one table and one rule."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Literal

from plugins.practice.source_checks import Finding, Verdict

FRESH_DAYS: Mapping[Verdict, int] = {
    Verdict.RETRACTED: 60,
    Verdict.NO_SUCH_ID: 60,
    Verdict.WRONG_WORK: 60,
    Verdict.BROKEN: 14,
    Verdict.SOFT_GONE: 14,
}
"""What takes the ground from under a sentence, and for how many days after it was last seen it may
hold. Everything else is told. A registry does not change its word within a week, and a weekly check
may fail for a while; a page may be back tomorrow. Our own choice, 2026-11."""
SEEN_ON = 2
"""On how many days it must have been seen: one bad night holds nothing."""
_AHEAD = 1
"""Findings are dated in UTC, which may be a day ahead of the practice's own calendar."""


def standing_of_finding(finding: Finding, today: date) -> Literal["holds", "told"]:
    """What a finding that nobody has accepted does to a post on a day."""
    age = (today - finding.last).days
    is_fresh = -_AHEAD <= age <= FRESH_DAYS.get(finding.verdict, -_AHEAD - 1)
    holds = is_fresh and finding.days >= SEEN_ON
    return "holds" if holds else "told"
