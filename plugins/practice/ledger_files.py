"""The files of content/ledger/ into their types; a damaged one is told, and nothing guessed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TypeVar
from zoneinfo import ZoneInfo

from plugins.practice.fields import (
    UnfitError,
    listed,
    long_text,
    one_of,
    shown,
    slug,
    text,
    uid,
    web_address,
    whole_number,
)
from plugins.practice.ledgers import HandedOver, Ledgers, PublicPost
from plugins.practice.posts import KINDS
from plugins.practice.problems import Problem, Severity
from plugins.practice.settings import Practice
from plugins.practice.tables import Field, Place, read_table
from plugins.practice.time_fields import day, moment
from plugins.practice.toml_files import read_toml_file

FOLDER = "ledger"
PUBLIC_FILE = f"{FOLDER}/uids.toml"
SHARED_FILE = f"{FOLDER}/shared.toml"

T = TypeVar("T")

_WHY = "without it nobody knows what was shared already, and patients would see it twice"
_KIND = one_of([kind.kind for kind in KINDS])


def read_ledgers(folder: Path, practice: Practice) -> tuple[Ledgers, list[Problem]]:
    """Both ledgers of a content folder; a file that is not there is an empty ledger."""
    public, problems = _read(
        folder, PUBLIC_FILE, "posts", lambda raw, file: _public(raw, file, practice.zone)
    )
    shared, more = _read(
        folder, SHARED_FILE, "rows", lambda raw, file: _handed_over(raw, file, practice.plan_zone)
    )
    ledgers = Ledgers(
        public=None if public is None else {post.uid: post for post in public},
        handed_over=None if shared is None else tuple(shared),
    )
    return ledgers, problems + more


_Reader = Callable[[object, Place], tuple[list[T], list[Problem]]]


def _read(
    folder: Path, file: str, table: str, read: _Reader[T]
) -> tuple[list[T] | None, list[Problem]]:
    """The rows of one file; None and the reason when any of it cannot be read."""
    if not (folder / file).exists():
        return [], []
    raw, lines, problems = read_toml_file(folder / file, file)
    if raw is None:
        return None, [_damaged(problem) for problem in problems]
    known = (Field(table, lambda value: value),)
    values, problems = read_table(raw, known, Place(file, lines, unknown=Severity.BLOCK))
    rows, more = read(values.get(table, {}), Place(file, lines, table, unknown=Severity.BLOCK))
    problems += more
    return (None if problems else rows), [_damaged(problem) for problem in problems]


def _damaged(problem: Problem) -> Problem:
    fix = f"{problem.fix}; or take the last good copy of the file from your history (git)"
    return Problem(
        rule="damaged-ledger",
        severity=Severity.BLOCK,
        file=problem.file,
        line=problem.line,
        what=problem.what,
        why=_WHY,
        fix=fix,
    )


def _public(raw: object, place: Place, zone: ZoneInfo) -> tuple[list[PublicPost], list[Problem]]:
    if not isinstance(raw, Mapping):
        return [], [_no_list(raw, place)]
    fields = _public_fields(zone)
    posts, problems = [], []
    for key, row in raw.items():
        values, told = read_table(row, fields, Place(place.file, place.lines, f"posts.{key}"))
        problems += [*told, *_check_uid(str(key), place)]
        if not told:
            posts.append(PublicPost(uid=str(key), **values))  # type: ignore[arg-type]  # the table says the types
    return posts, problems


def _check_uid(key: str, place: Place) -> list[Problem]:
    try:
        uid(key)
    except UnfitError as unfit:
        what = f"{shown(key)} is no uid"
        return [place.problem(key, "unfit-field", what, _WHY, unfit.fix)]
    return []


def _public_fields(zone: ZoneInfo) -> Sequence[Field]:
    return (
        Field("kind", _KIND, _WHY),
        *(Field(name, text, _WHY) for name in ("lang", "file", "title")),
        Field("date", moment(zone), _WHY),
        Field("url", web_address, _WHY),
        Field("since", day, _WHY),
    )


def _handed_over(
    raw: object, place: Place, zone: ZoneInfo
) -> tuple[list[HandedOver], list[Problem]]:
    if not raw:
        return [], []
    if not isinstance(raw, list):
        return [], [_no_list(raw, place)]
    fields = _row_fields(zone)
    rows, problems = [], []
    for index, row in enumerate(raw):
        values, told = read_table(row, fields, Place(place.file, place.lines, f"rows.{index}"))
        problems += told
        if not told:
            rows.append(HandedOver(**values))  # type: ignore[arg-type]  # the table says the types
    return rows, problems


def _row_fields(zone: ZoneInfo) -> Sequence[Field]:
    return (
        Field("uid", uid, _WHY),
        *(Field(name, text, _WHY) for name in ("network", "scheduler", "week", "file", "title")),
        Field("at", moment(zone), _WHY),
        Field("on", day, _WHY),
        Field("turn", whole_number),
        Field("kind", _KIND),
        Field("topics", listed(slug)),
        Field("url", web_address, _WHY),
        *(Field(name, long_text) for name in ("text", "headline")),
        *(Field(name, text) for name in ("lang", "link", "cta", "image", "alt")),
    )


def _no_list(raw: object, place: Place) -> Problem:
    what = f"`{place.table}` is {shown(raw)}, not the tables that a command wrote"
    return place.problem("", "unfit-field", what, _WHY, "leave the file to the commands")
