"""The tables of a ledger into their types, and every mistake in them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar
from zoneinfo import ZoneInfo

from plugins.practice.fields import UnfitError, listed, shown
from plugins.practice.ledger_fields import (
    address,
    calendar_day,
    instant,
    iso_week,
    post_kind,
    post_uid,
    topic_ids,
    turn,
    upload_file,
    word_for_word,
)
from plugins.practice.ledgers import HandedOver, PublicPost
from plugins.practice.problems import Problem
from plugins.practice.tables import Field, Place, read_table

T = TypeVar("T")
Read = tuple[list[T], list[Problem]]

WHY = "without it nobody knows what was shared already, and patients would see it twice"
LEAVE = "leave the file to the commands"


def read_public(raw: object, place: Place, zone: ZoneInfo) -> Read[PublicPost]:
    """The posts of uids.toml, and what is wrong there."""
    if raw is None:
        return [], []
    if not isinstance(raw, Mapping):
        return [], [_no_list(raw, place)]
    fields = _public_fields(zone)
    posts, problems = [], []
    for key, row in raw.items():
        values, told = read_table(row, fields, Place(place.file, place.lines, f"posts.{key}"))
        told += _check_uid(str(key), place)
        problems += told
        if not told:
            posts.append(PublicPost(uid=str(key), **values))  # type: ignore[arg-type]  # the table says the types
    return posts, problems


def _check_uid(key: str, place: Place) -> list[Problem]:
    try:
        post_uid(key)
    except UnfitError as unfit:
        what = f"{shown(key)} is no uid"
        return [place.problem(key, "unfit-field", what, WHY, unfit.fix)]
    return []


def _public_fields(zone: ZoneInfo) -> Sequence[Field]:
    return (
        Field("kind", post_kind, WHY),
        *(Field(name, word_for_word, WHY) for name in ("lang", "file", "title")),
        Field("date", instant(zone), WHY),
        Field("url", address, WHY),
        Field("since", calendar_day, WHY),
    )


def read_handed_over(raw: object, place: Place, zone: ZoneInfo) -> Read[HandedOver]:
    """The rows of shared.toml, and what is wrong there; none may stand there twice."""
    if raw is None:
        return [], []
    if not isinstance(raw, list):
        return [], [_no_list(raw, place)]
    fields = _row_fields(zone)
    rows, problems = list[HandedOver](), list[Problem]()
    for index, row in enumerate(raw):
        at = Place(place.file, place.lines, f"rows.{index}")
        values, told = read_table(row, fields, at)
        problems += told
        if not told:
            rows.append(HandedOver(**values))  # type: ignore[arg-type]  # the table says the types
    return rows, problems or _twice(rows, place)


def _twice(rows: Sequence[HandedOver], place: Place) -> list[Problem]:
    first: dict[tuple[str, str, int], int] = {}
    return [
        _said_before(row, place, index, first[row.key])
        for index, row in enumerate(rows)
        if first.setdefault(row.key, index) != index
    ]


def _said_before(row: HandedOver, place: Place, index: int, first: int) -> Problem:
    line = place.line(f"{first}")
    what = f"{row.uid} on {row.network} (turn {row.turn}) stands here, and on line {line} as well"
    fix = f"delete one of the two; look in {row.scheduler} that it is not posted twice"
    return place.problem(f"{index}", "unfit-field", what, WHY, fix)


def _row_fields(zone: ZoneInfo) -> Sequence[Field]:
    return (
        Field("uid", post_uid, WHY),
        *(Field(name, word_for_word, WHY) for name in ("network", "scheduler", "title")),
        Field("week", iso_week, WHY),
        Field("file", upload_file, WHY),
        Field("at", instant(zone), WHY),
        Field("on", calendar_day, WHY),
        Field("turn", turn),
        Field("kind", post_kind),
        Field("topics", topic_ids),
        Field("hashtags", listed(word_for_word)),
        Field("url", address, WHY),
        *(
            Field(name, word_for_word)
            for name in ("lang", "text", "headline", "link", "cta", "image", "alt", "board")
        ),
    )


def _no_list(raw: object, place: Place) -> Problem:
    what = f"`{place.table}` is {shown(raw)}, not the tables that a command wrote"
    return place.problem("", "unfit-field", what, WHY, LEAVE)
