"""The rows of ledger/accepted.toml that do not do what their writer thinks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plugins.cited_sources.consequences.known import KnownWorks, names_of
from plugins.cited_sources.work import Work
from plugins.practice.fields import did_you_mean
from plugins.practice.problems import Problem, Severity
from plugins.practice.source_check_files import ACCEPTED_FILE
from plugins.practice.source_checks import Accepted

_HOLDS_AGAIN = "the finding counts again, as if it were not accepted"


def check_accepted(known: KnownWorks) -> list[Problem]:
    """Rows by a person or of a work that nobody knows, rows that have ended, and rows whose
    finding is not there any more."""
    return [problem for row in known.checks.accepted for problem in _check(row, known)]


def _check(row: Accepted, known: KnownWorks) -> Iterator[Problem]:
    works = [work for work in known.works if row.work.casefold() in names_of(work)]
    if row.by not in known.people:
        yield _problem(
            row,
            "accepted-by-nobody",
            f'`by` is "{row.by}", and there is no such person',
            "nobody answers for it, so it accepts nothing",
            did_you_mean(row.by, sorted(known.people)),
        )
    if not works:
        yield _problem(
            row,
            "accepted-unknown-work",
            f'`work` is "{row.work}", and nothing cites such a work',
            "it accepts nothing",
            "write the key of sources.toml or the id in ledger/sources.json; or delete the row",
        )
    elif known.checks.works is not None and not _is_found(row, works, known):
        yield _problem(
            row,
            "accepted-no-longer-found",
            f'"{row.finding}" is not found on "{row.work}" any more',
            "a row that accepts nothing would hide the finding if it came back",
            "delete the row",
            Severity.NOTE,
        )
    elif row.until < known.today:
        what = f'"{row.finding}" on "{row.work}" was accepted until {row.until}'
        fix = "look at it again, and write a later day or mend the source"
        yield _problem(row, "accepted-expired", what, _HOLDS_AGAIN, fix)


def _is_found(row: Accepted, works: Sequence[Work], known: KnownWorks) -> bool:
    checked = (known.checked(work) for work in works)
    return any(finding.verdict is row.finding for one in checked if one for finding in one.findings)


def _problem(
    row: Accepted,
    rule: str,
    what: str,
    why: str,
    fix: str,
    severity: Severity = Severity.WARN,
) -> Problem:
    return Problem(
        rule=rule,
        severity=severity,
        file=ACCEPTED_FILE,
        line=row.line,
        what=what,
        why=why,
        fix=fix,
    )
