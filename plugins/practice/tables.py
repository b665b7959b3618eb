"""A table of fields run over a file's raw values: the values, and every mistake at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from plugins.practice.fields import Parser, UnfitError, did_you_mean, shown
from plugins.practice.problems import Problem, Severity


@dataclass(frozen=True, slots=True)
class Field:
    """One field: its name, what it may be, why a file needs it ("" when it does not), and how to
    add it where a line with a value is not the way."""

    name: str
    parse: Parser[object]
    needed: str = ""
    how: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a table stands: the file, the lines of its fields, and its name in messages."""

    file: str
    lines: Mapping[str, int]
    table: str = ""
    """The dotted name of the table ("share", "places.main"); "" for the file's own fields."""
    unknown: Severity = Severity.WARN
    """What a field that nobody knows weighs."""

    def full(self, name: str) -> str:
        """The field's name as a message and `lines` have it."""
        return f"{self.table}.{name}" if self.table else name

    def line(self, name: str) -> int:
        """The field's line, else its table's, else 1."""
        return self.lines.get(self.full(name)) or self.lines.get(self.table) or 1

    def problem(
        self,
        name: str,
        rule: str,
        what: str,
        why: str,
        fix: str,
        severity: Severity = Severity.BLOCK,
    ) -> Problem:
        """A problem at the field `name`."""
        return Problem(
            rule=rule,
            severity=severity,
            file=self.file,
            line=self.line(name),
            what=what,
            why=why,
            fix=fix,
        )


def read_table(
    raw: object, fields: Sequence[Field], place: Place
) -> tuple[dict[str, object], list[Problem]]:
    """The values that could be read, by field name, and all problems of the table.

    A needed field that is missing or unfit is absent from the values and told.
    """
    if not isinstance(raw, Mapping):
        what = f"`{place.table}` is {shown(raw)}, not a table of fields"
        fix = f"write fields below it: {', '.join(field.name for field in fields[:4])}"
        return {}, [place.problem("", "unfit-field", what, "its fields are read by name", fix)]
    problems = list(_unknown(raw, fields, place))
    values: dict[str, object] = {}
    for field in fields:
        found = raw.get(field.name)
        if found in (None, "", []):
            if field.needed:
                problems.append(_missing(field, place))
            continue
        try:
            values[field.name] = field.parse(found)
        except UnfitError as unfit:
            problems.append(_unfit(field, unfit, place))
    return values, problems


def _unknown(raw: Mapping[str, object], fields: Sequence[Field], place: Place) -> list[Problem]:
    names = [field.name for field in fields]
    return [
        place.problem(
            str(name),
            "unknown-field",
            f"there is no field `{place.full(str(name))}`",
            "a field that nobody reads has no effect",
            did_you_mean(str(name), names),
            place.unknown,
        )
        for name in raw
        if name not in names
    ]


def _missing(field: Field, place: Place) -> Problem:
    return place.problem(
        field.name,
        "missing-field",
        f"`{place.full(field.name)}` is missing or empty",
        field.needed,
        field.how or f"{_add(field, place)} `{field.name}` with its value",
    )


def _add(field: Field, place: Place) -> str:
    return "fill in the line" if place.full(field.name) in place.lines else "add a line"


def _unfit(field: Field, unfit: UnfitError, place: Place) -> Problem:
    return place.problem(
        field.name,
        "unfit-field",
        f"`{place.full(field.name)}`: {unfit.what}",
        field.needed or "the value cannot be used as it stands",
        unfit.fix,
    )
