"""What is remembered of a work after one more look at it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from plugins.cited_sources.checking.ledger_words import address, addresses, names, words
from plugins.cited_sources.observation import Observation, Seen
from plugins.practice.source_checks import GRAVITY, CheckedWork, Finding, Verdict

APART = timedelta(hours=20)
"""Between two looks that count as two days. A run at 23:50 and one at 0:10 see one bad night."""

_NOT_REACHED = frozenset({Verdict.TEMPORARY, Verdict.BROKEN})
"""What goes on as one finding: an address that cannot be reached, for whatever reason."""
_NEVER_BY_THE_WAY = frozenset({Verdict.RETRACTED, Verdict.CONCERN})
"""What only an answer clears, not an identifier that was taken out of an entry."""
_ANOTHER = frozenset({Verdict.NO_SUCH_ID, Verdict.WRONG_WORK})
_MOST_CHARACTERS = 300
_OUTAGE = Finding(
    verdict=Verdict.UNVERIFIED,
    about="url",
    what="nothing could be asked: the outage was ours",
    since=date.min,
    last=date.min,
)


def remember(
    before: CheckedWork | None, seen: Observation, now: datetime, *, outage: bool
) -> CheckedWork:
    """The record after a look at `now` (aware). An outage of ours, or a look older than the last
    one, leaves it as it was. The same look remembered twice is remembered once."""
    moment = now.astimezone(UTC).replace(microsecond=0)
    if before and (outage or moment < before.asked):
        return before
    known = before or CheckedWork(id=seen.id, first_seen=moment.date(), asked=moment)
    if outage:
        day = moment.date()
        return replace(known, findings=(replace(_OUTAGE, since=day, last=day),))
    findings = (*(_found(one, seen, known, moment) for one in seen.seen), *_kept(known, seen))
    return replace(
        known,
        asked=moment,
        last_ok=moment.date() if _is_verified(seen, findings) else known.last_ok,
        findings=_gravest_first(findings),
        answered=names(seen.answered),
        title=known.title or words(seen.title, _MOST_CHARACTERS),
        chain=addresses(seen.chain) if "web" in seen.answered else known.chain,
        archive=address(seen.archive) or known.archive,
    )


def _is_verified(seen: Observation, findings: Iterable[Finding]) -> bool:
    """A wrong identifier that nobody has spoken of since is still wrong."""
    return seen.is_verified and not any(finding.verdict in _ANOTHER for finding in findings)


def _found(one: Seen, seen: Observation, known: CheckedWork, moment: datetime) -> Finding:
    """A finding of this look, as the next day of an earlier one where there is one."""
    day = moment.date()
    finding = Finding(
        verdict=one.verdict,
        about=words(one.about) or "url",
        what=words(one.what, _MOST_CHARACTERS) or str(one.verdict),
        by=names(one.by),
        fix=address(one.fix),
        since=day,
        last=day,
    )
    earlier = next((f for f in known.findings if _goes_on(f, one)), None)
    return finding if earlier is None else _going_on(finding, earlier, seen, known, moment)


def _going_on(
    finding: Finding, earlier: Finding, seen: Observation, known: CheckedWork, moment: datetime
) -> Finding:
    is_next = _is_another_day(earlier.last, known.asked, moment)
    still = tuple(name for name in earlier.by if name not in seen.answered)
    return replace(
        finding,
        verdict=_verdict_of(finding, earlier, is_next=is_next),
        by=tuple(dict.fromkeys((*finding.by, *still))),
        since=earlier.since,
        last=moment.date() if is_next else earlier.last,
        days=earlier.days + is_next,
    )


def _verdict_of(finding: Finding, earlier: Finding, *, is_next: bool) -> Verdict:
    """An address that could not be reached on two days is broken."""
    is_broken = finding.verdict in _NOT_REACHED and (is_next or earlier.verdict is Verdict.BROKEN)
    return Verdict.BROKEN if is_broken else finding.verdict


def _is_another_day(last: date, asked: datetime, moment: datetime) -> bool:
    """`last` is a day without its hour: that of the last look where it fell on that day, else its
    end."""
    end = datetime.combine(last, time.max, UTC)
    seen_at = asked if asked.date() == last else end
    return moment.date() > last and moment - seen_at >= APART


def _goes_on(earlier: Finding, one: Seen) -> bool:
    if earlier.about != one.about:
        return False
    return earlier.verdict is one.verdict or {earlier.verdict, one.verdict} <= _NOT_REACHED


def _kept(known: CheckedWork, seen: Observation) -> list[Finding]:
    """Earlier findings about which nobody has said anything this time."""
    return [
        finding
        for finding in known.findings
        if not any(_goes_on(finding, one) for one in seen.seen) and _is_open(finding, seen)
    ]


def _is_open(finding: Finding, seen: Observation) -> bool:
    """Whether those who said it have not answered. What nobody said goes with any answer."""
    if finding.about not in seen.kinds and finding.verdict not in _NEVER_BY_THE_WAY:
        return False
    return not (seen.answered and set(finding.by) <= set(seen.answered))


def _gravest_first(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda f: (-GRAVITY.index(f.verdict), f.about)))
