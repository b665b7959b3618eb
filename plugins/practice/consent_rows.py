"""The rows of consents.toml together: each id once, and days in an order that can be."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from plugins.practice.fields import UnfitError, text
from plugins.practice.problems import Problem, Severity
from plugins.practice.review_records import Consent

CONSENTS_FILE = "consents.toml"

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")

Row = tuple[dict[str, object], int]
"""The fields of a record, and the line on which it begins."""


def consent_id(value: object) -> str:
    """A parser as in `fields`. What it finds is never quoted: it may be somebody's name."""
    found = text(value)
    if not _ID.fullmatch(found):
        raise UnfitError(
            "it is not of lower-case letters and digits, with hyphens between (it is not shown "
            "here, because it may be a name)",
            "run `consents`: it prints a fresh one",
        )
    return found


def consents_of(rows: Sequence[Row]) -> tuple[dict[str, Consent], list[Problem]]:
    """The records by id, and what is wrong with the others: those are as if they were not there,
    so that whatever names them is held."""
    records = [Consent(**values, line=line) for values, line in rows]  # type: ignore[arg-type]
    count = Counter(record.id for record in records)
    problems, good = list[Problem](), dict[str, Consent]()
    for record in records:
        faults = [*_faults(record), *_repeated(record, count)]
        problems += faults
        if not faults:
            good[record.id] = record
    return good, problems


def _repeated(record: Consent, count: Counter[str]) -> Iterator[Problem]:
    if count[record.id] > 1:
        yield _problem(
            record,
            "repeated-id",
            f"{count[record.id]} records have this id",
            "one of them may be revoked, and nobody could tell which one a post means",
            "give each record an id of its own; `consents` prints a fresh one",
        )


def _faults(record: Consent) -> Iterator[Problem]:
    if not record.channels:
        fix = 'write where it may be shown: channels = ["site", "facebook"]'
        yield _unfit(record, "`channels` is an empty list", fix)
    if record.expires < record.signed:
        what = f"it expires on {record.expires}, before it was signed ({record.signed})"
        yield _unfit(record, what, "compare both days with the signed form")
    if record.revoked and record.revoked < record.signed:
        what = f"it was revoked on {record.revoked}, before it was signed ({record.signed})"
        yield _unfit(record, what, "compare both days with the signed form")


def _unfit(record: Consent, what: str, fix: str) -> Problem:
    return _problem(record, "unfit-field", what, "nobody could tell where and when it holds", fix)


def _problem(record: Consent, rule: str, what: str, why: str, fix: str) -> Problem:
    return Problem(
        rule=rule,
        severity=Severity.BLOCK,
        file=CONSENTS_FILE,
        line=record.line,
        what=what,
        why=why,
        fix=fix,
    )
