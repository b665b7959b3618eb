"""A row of ledger/sources.json as its type, and back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from enum import Enum

from plugins.practice.fields import Parser, UnfitError, listed, one_of, positive, shown
from plugins.practice.ledger_fields import word_for_word
from plugins.practice.problems import Problem
from plugins.practice.source_checks import CheckedWork, Finding, Verdict
from plugins.practice.tables import Field, Place, read_table

WHY = "the site and the review say what is known of a source by it"
_LEAVE = "leave the file to the command"


def row_of(record: CheckedWork | Finding) -> dict[str, object]:
    """The record as JSON has it, without what is empty; an id is the key of its row."""
    row = {name: getattr(record, name) for name in record.__slots__}
    if isinstance(record, CheckedWork):
        row = {"verdict": record.verdict, **row}
        del row["id"]
    return {name: _plain(value) for name, value in row.items() if value not in ("", (), None)}


def _plain(value: object) -> object:
    match value:
        case datetime():
            return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        case date():
            return value.isoformat()
        case Enum():
            return value.value
        case tuple():
            return [_plain(part) for part in value]
        case Finding():
            return row_of(value)
        case _:
            return value


def read_checked_work(
    key: str, raw: object, place: Place
) -> tuple[CheckedWork | None, list[Problem]]:
    """The work of one row, or what is wrong with it."""
    values, problems = read_table(raw, _WORK, place)
    values.pop("verdict", None)  # for people: it follows from the findings
    rows = values.pop("findings", [])
    findings = []
    for index, row in enumerate(rows if isinstance(rows, list) else [rows]):
        at = Place(place.file, place.lines, f"{place.table}.findings.{index}", place.unknown)
        read, told = read_table(row, _FINDING, at)
        problems += told
        if not told:
            findings.append(Finding(**read))  # type: ignore[arg-type]  # _FINDING says the types
    if problems:
        return None, problems
    return CheckedWork(id=key, findings=tuple(findings), **values), []  # type: ignore[arg-type]  # _WORK says the types


def _day(value: object) -> date:
    try:
        return date.fromisoformat(word_for_word(value))
    except ValueError:
        raise UnfitError(f"found {shown(value)}, not a day", _LEAVE) from None


def _instant(value: object) -> datetime:
    try:
        found = datetime.fromisoformat(word_for_word(value))
    except ValueError:
        raise UnfitError(f"found {shown(value)}, not a moment", _LEAVE) from None
    if found.tzinfo is None:
        raise UnfitError(f"found {shown(value)}, without its offset", _LEAVE)
    return found.astimezone(UTC)


def verdict(value: object) -> Verdict:
    """One of the words of `Verdict`."""
    return Verdict(one_of(tuple(Verdict))(value))


def _rows(value: object) -> object:
    if not isinstance(value, list) or not all(isinstance(row, Mapping) for row in value):
        raise UnfitError(f"found {shown(value)}, not a list of findings", _LEAVE)
    return value


_TEXTS: Parser[tuple[str, ...]] = listed(word_for_word)

_WORK = (
    Field("verdict", verdict),
    Field("first_seen", _day, WHY),
    Field("asked", _instant, WHY),
    Field("last_ok", _day),
    Field("findings", _rows),
    Field("answered", _TEXTS),
    Field("title", word_for_word),
    Field("chain", _TEXTS),
    Field("archive", word_for_word),
)
_FINDING = (
    Field("verdict", verdict, WHY),
    Field("about", word_for_word, WHY),
    Field("what", word_for_word, WHY),
    Field("by", _TEXTS),
    Field("fix", word_for_word),
    Field("since", _day, WHY),
    Field("last", _day, WHY),
    Field("days", positive, WHY),
)
