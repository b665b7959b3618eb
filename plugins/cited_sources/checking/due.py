"""Which works are to be asked now."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta
from zlib import crc32

from plugins.cited_sources.work import Work
from plugins.practice.source_checks import CheckedWork, Verdict

DAYS_BY_TIER: Mapping[int, int] = {1: 28, 2: 14, 3: 21, 4: 14, 5: 14}
"""How long an answer holds. Governments and guideline bodies keep their pages; what becomes of a
journal's article (2) should be known within two weeks. Our own choice, 2026-11."""
EARLIER = 0.25
"""The part of that time by which a work may be asked earlier, so that what was first asked on one
day does not fall due on one day."""
SOON = timedelta(hours=20)
"""For what one more look settles. Shorter than a day: a daily run is never quite on time."""
WEEKLY = timedelta(days=6, hours=12)
"""Shorter than a week, for the same reason."""

_SETTLED_BY_A_SECOND_LOOK = frozenset(
    {
        Verdict.BROKEN,
        Verdict.SOFT_GONE,
        Verdict.NO_SUCH_ID,
        Verdict.WRONG_WORK,
        Verdict.RETRACTED,
        Verdict.CONCERN,
    }
)
_NEVER_SETTLED = frozenset({Verdict.TEMPORARY, Verdict.UNVERIFIED})


def due(
    works: Sequence[Work],
    known: Mapping[str, CheckedWork],
    now: datetime,
    *,
    everything: bool = False,
    already: Collection[str] = (),
) -> tuple[Work, ...]:
    """The works to ask at `now` (aware), in their order. `everything` asks all of them but those
    that an interrupted run has asked `already`, by id."""
    if everything:
        return tuple(work for work in works if work.id not in already)
    return tuple(work for work in works if _is_due(work, known.get(work.id), now))


def _is_due(work: Work, known: CheckedWork | None, now: datetime) -> bool:
    if known is None:
        return True
    age = now - known.asked
    # An answer of tomorrow was told by a wrong clock.
    return age >= wait_for(work, known) or age < -timedelta(days=1)


def wait_for(work: Work, known: CheckedWork) -> timedelta:
    """How long after it was last asked a work is asked again."""
    if work.has_identifier or work.url:
        if any(_is_open(finding.verdict, finding.days) for finding in known.findings):
            return SOON
        if any(
            finding.is_doubt or finding.verdict in _SETTLED_BY_A_SECOND_LOOK
            for finding in known.findings
        ):
            return WEEKLY
    return timedelta(days=DAYS_BY_TIER[work.tier] * (1 - EARLIER * _share_of(work.id)))


def _is_open(verdict: Verdict, days: int) -> bool:
    return verdict in _NEVER_SETTLED or (verdict in _SETTLED_BY_A_SECOND_LOOK and days < 2)


def _share_of(work: str) -> float:
    """0 to 1, always the same for the same id."""
    return crc32(work.encode("utf-8", "replace")) / 2**32
