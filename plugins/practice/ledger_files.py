"""The files of content/ledger/ into their types; a damaged one is told, and nothing guessed."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from plugins.practice.ledger_rows import LEAVE, WHY, Read, T, read_handed_over, read_public
from plugins.practice.ledgers import Ledgers
from plugins.practice.problems import Problem, Severity
from plugins.practice.settings import Practice
from plugins.practice.tables import Field, Place, read_table
from plugins.practice.text_files import read_text_file
from plugins.practice.toml_files import masked, parse_toml

FOLDER = "ledger"
PUBLIC_FILE = f"{FOLDER}/uids.toml"
SHARED_FILE = f"{FOLDER}/shared.toml"

LONGEST = 50_000_000
"""Bytes of a ledger: at a thousand a row, more than 20 years of three posts a week on a dozen
networks."""

MERGE_MARK = re.compile(r"^(?:<{7}|>{7})(?: |$)", re.MULTILINE)
"""What git writes above and below a place where it could not merge two texts."""


def read_ledgers(folder: Path, practice: Practice) -> tuple[Ledgers, list[Problem]]:
    """Both ledgers of a content folder; a file that is not there is an empty ledger."""
    public, problems = _read(
        folder, PUBLIC_FILE, "posts", lambda raw, place: read_public(raw, place, practice.zone)
    )
    shared, more = _read(
        folder,
        SHARED_FILE,
        "rows",
        lambda raw, place: read_handed_over(raw, place, practice.plan_zone),
    )
    ledgers = Ledgers(
        public=None if public is None else {post.uid: post for post in public},
        handed_over=None if shared is None else tuple(shared),
    )
    return ledgers, problems + more


def _read(
    folder: Path, file: str, table: str, read: Callable[[object, Place], Read[T]]
) -> tuple[list[T] | None, list[Problem]]:
    """The rows of one file; None and the reason when any of it cannot be read."""
    if not (folder / file).exists():
        return [], []
    text, notes = read_text_file(folder / file, file, LONGEST)
    if text is None:
        return None, [_damaged(problem) for problem in notes]
    rows, problems = _read_text(text, file, table, read)
    if problems:
        return None, [*notes, *(_damaged(problem) for problem in problems)]
    return rows, notes


def _read_text(
    text: str, file: str, table: str, read: Callable[[object, Place], Read[T]]
) -> Read[T]:
    problems = [
        *_emptied(text, file), *half_merged(text, file), *_in_one_line(text, file, table),
    ]  # fmt: skip
    if problems:
        return [], problems
    raw, lines, problems = parse_toml(text, file)
    if raw is None:
        return [], problems
    known = (Field(table, lambda value: value),)
    values, problems = read_table(raw, known, Place(file, lines, unknown=Severity.BLOCK))
    rows, more = read(values.get(table), Place(file, lines, table, unknown=Severity.BLOCK))
    return rows, problems + more


def _emptied(text: str, file: str) -> list[Problem]:
    """A command never leaves the file empty: its head comment stands there at least."""
    fix = "delete the file if nothing was ever written into it"
    return [] if text.strip() else [_at(0, text, file, "the file is empty", fix)]


def half_merged(text: str, file: str) -> list[Problem]:
    """Two people worked, and git could not tell whose rows come first."""
    mark = MERGE_MARK.search(text)
    if mark is None:
        return []
    what = f'git left the mark "{mark[0].strip()}" of a merge in the file'
    fix = "keep what stands in both halves, and delete the lines with <<<<<<<, ======= and >>>>>>>"
    return [_at(mark.start(), text, file, what, fix)]


def _in_one_line(text: str, file: str, table: str) -> list[Problem]:
    """A new row goes to the end of the file, which only tables with headings allow."""
    key = re.compile(rf'^[ \t]*"?{table}"?[ \t]*[.=]', re.MULTILINE)
    line = key.search(text) and key.search(masked(text))
    if not line:
        return []
    return [_at(line.start(), text, file, f"`{table}` is not written as tables", LEAVE)]


def _at(start: int, text: str, file: str, what: str, fix: str) -> Problem:
    line = text.count("\n", 0, start) + 1
    return Place(file, {"": line}).problem("", "unfit-field", what, WHY, fix)


def _damaged(problem: Problem) -> Problem:
    fix = f"{problem.fix}; or take the last good copy of the file from your history (git)"
    return Problem(
        rule="damaged-ledger",
        severity=Severity.BLOCK,
        file=problem.file,
        line=problem.line,
        what=problem.what,
        why=WHY,
        fix=fix,
    )
