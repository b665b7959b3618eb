"""content/ledger/sources.json and accepted.toml: what is known of cited works, and what a person
lets stand of it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from plugins.practice.fields import slug, text
from plugins.practice.ledger_files import FOLDER, LONGEST, half_merged
from plugins.practice.problems import Problem, Severity
from plugins.practice.source_check_rows import WHY, read_checked_work, row_of, verdict
from plugins.practice.source_checks import Accepted, CheckedWork, SourceChecks
from plugins.practice.tables import Field, Place, read_table
from plugins.practice.text_files import read_text_file
from plugins.practice.time_fields import day
from plugins.practice.toml_files import read_toml_file

CHECKS_FILE = f"{FOLDER}/sources.json"
ACCEPTED_FILE = f"{FOLDER}/accepted.toml"

_ABOUT = (
    "What is known of every cited work, written by check-sources. "
    "Keep it in git and leave it to the command."
)


def read_source_checks(folder: Path) -> tuple[SourceChecks, list[Problem]]:
    """Both files of a content folder; a file that is not there says nothing yet."""
    works, problems = _read_works(folder)
    accepted, told = _read_accepted(folder)
    return SourceChecks(works=works, accepted=accepted), problems + told


def checks_text(works: Mapping[str, CheckedWork]) -> str:
    """The text of sources.json: one line a work, by id, so that a change shows where it belongs."""
    rows = (f"{_json(key)}: {_json(row_of(works[key]))}" for key in sorted(works))
    head = f'{{"about": {_json(_ABOUT)},\n"works": {{\n'
    return head + ",\n".join(rows) + "\n}}\n"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def parse_checks(raw_text: str) -> tuple[dict[str, CheckedWork] | None, list[Problem]]:
    """The works of a text as `checks_text` writes it; None and the reasons when it is damaged."""
    told = half_merged(raw_text, CHECKS_FILE)
    if told:
        return None, [_damaged(problem.line, problem.what) for problem in told]
    try:
        raw = json.loads(raw_text, object_pairs_hook=_each_once)
    except RecursionError:
        return None, [_damaged(1, "brackets inside brackets without end")]
    except _TwiceError as twice:
        return None, [_damaged(_line_of(twice.key, raw_text), f'"{twice.key}" stands there twice')]
    except json.JSONDecodeError as error:
        return None, [_damaged(error.lineno, f"it is no JSON: {error.msg}")]
    except ValueError as error:  # a number of over 4,300 digits
        return None, [_damaged(1, str(error))]
    rows = raw.get("works") if isinstance(raw, dict) else None
    if not isinstance(rows, dict):
        return None, [_damaged(1, "it has no table of works")]
    return _works(rows, raw_text)


def _read_works(folder: Path) -> tuple[dict[str, CheckedWork] | None, list[Problem]]:
    path = folder / CHECKS_FILE
    if not path.exists():
        return {}, []
    raw, problems = read_text_file(path, CHECKS_FILE, LONGEST)
    if raw is None:
        return None, [_damaged(problem.line, problem.what) for problem in problems]
    works, told = parse_checks(raw)
    return works, problems + told


def _works(
    rows: Mapping[str, object], raw_text: str
) -> tuple[dict[str, CheckedWork] | None, list[Problem]]:
    works, problems = {}, []
    for key, row in rows.items():
        place = Place(CHECKS_FILE, {}, key, Severity.BLOCK)
        work, told = read_checked_work(key, row, place)
        problems += [_damaged(_line_of(key, raw_text), problem.what) for problem in told]
        if work is not None:
            works[key] = work
    return (None if problems else works), problems


class _TwiceError(Exception):
    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


def _each_once(pairs: Sequence[tuple[str, object]]) -> dict[str, object]:
    """JSON itself takes the last of two equal keys, and forgets the first."""
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        raise _TwiceError(next(key for key in keys if keys.count(key) > 1))
    return found


def _line_of(key: str, raw_text: str) -> int:
    start = raw_text.rfind(_json(key))
    return raw_text.count("\n", 0, max(start, 0)) + 1


def _damaged(line: int, what: str) -> Problem:
    return Problem(
        rule="damaged-ledger",
        severity=Severity.BLOCK,
        file=CHECKS_FILE,
        line=line,
        what=what,
        why=WHY,
        fix="take the last good copy of the file from your history (git); or delete it, and "
        "every source is asked anew",
    )


_ACCEPTED = (
    Field("work", text, "it says which source is meant"),
    Field("finding", verdict, "only this finding is let stand, no other"),
    Field("reason", text, "the next reader must know why"),
    Field("by", slug, "a person answers for it"),
    Field("until", day, "somebody must look at it again"),
)


def _read_accepted(folder: Path) -> tuple[tuple[Accepted, ...], list[Problem]]:
    """The rows that can be read; the others are told and accept nothing."""
    if not (folder / ACCEPTED_FILE).exists():
        return (), []
    raw, lines, problems = read_toml_file(folder / ACCEPTED_FILE, ACCEPTED_FILE)
    known = (Field("accepted", lambda value: value),)
    values, told = read_table(raw or {}, known, Place(ACCEPTED_FILE, lines))
    problems += told
    rows = values.get("accepted", [])
    accepted = []
    for index, row in enumerate(rows if isinstance(rows, list) else [rows]):
        place = Place(ACCEPTED_FILE, lines, f"accepted.{index}", Severity.BLOCK)
        read, told = read_table(row, _ACCEPTED, place)
        problems += told
        if not told:
            accepted.append(Accepted(line=place.line(""), **read))  # type: ignore[arg-type]  # _ACCEPTED says the types
    return tuple(accepted), problems
