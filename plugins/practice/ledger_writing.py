"""The texts of content/ledger/ with new rows in them, all that stands there kept as it is.

New tables are printed at the end of the text: parsing a ledger of many years into a document that
keeps comments takes seconds, and what stands there does not change.
A text given here is one that `read_ledgers` takes.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import fields
from datetime import UTC, datetime
from typing import Any

import tomlkit

from plugins.practice.ledger_files import MERGE_MARK, SHARED_FILE
from plugins.practice.ledgers import HandedOver, PublicPost
from plugins.practice.toml_files import masked, parse_toml

_SHARED_HEAD = """\
# What schedulers were given to post: one [[rows]] for each row of an upload file, word for word.
# `export` writes it. Keep it in git and leave it to the command: it is how nothing is handed over
# twice, and how you find what must be taken down.
"""
_PUBLIC_HEAD = """\
# Every post that has been online, by its uid: one [posts.UID] each.
# `deploy` writes it. Keep it in git and leave it to the command: feeds know a post by its uid for
# ever, and a uid that vanished or changed is found here.
"""
_MOVED = ("kind", "lang", "file", "title", "url")
"""What a later `deploy` may find changed; `date` and `since` stay those of the first time."""

_LAST = "url"
"""A field that every record has: where a file is cut off, the last record lacks it."""


def with_rows(text: str, rows: Sequence[HandedOver]) -> str:
    """The text of shared.toml with the rows at its end; an empty text gets a head comment."""
    tables = ("[[rows]]\n" + _printed(row, ()) for row in rows)
    return _appended(text, tables, _SHARED_HEAD)


def without_rows(text: str, gone: Collection[HandedOver]) -> str:
    """The text of shared.toml without those rows: an upload file that was never uploaded.

    Rows are known by uid, network and turn. A comment above a row that stays is kept.
    """
    keys = {row.key for row in gone}
    text = text.removeprefix("\ufeff")
    raw, lines, _ = parse_toml(text, SHARED_FILE)
    there: Any = (raw or {}).get("rows", [])
    cut = [index for index, row in enumerate(there) if _key_of(row) in keys]
    return _without_tables(text, [lines[f"rows.{index}"] for index in cut]) if cut else text


def with_public(text: str, posts: Sequence[PublicPost]) -> str:
    """The text of uids.toml with the posts: new ones at its end, known ones as they are now.

    The first `date` and `since` of a known post stay. No post is ever taken out.
    """
    text = text.removeprefix("\ufeff")
    known = tomllib.loads(text).get("posts", {})
    new = [post for post in posts if post.uid not in known]
    changed = [post for post in posts if post.uid in known and _changes(post, known[post.uid])]
    tables = (f"[posts.{post.uid}]\n" + _printed(post, ("uid",)) for post in new)
    return _appended(_updated(text, changed) if changed else text, tables, _PUBLIC_HEAD)


def _key_of(row: Mapping[str, Any]) -> tuple[str, str, int]:
    return row["uid"], row["network"], row.get("turn", 0)


def _changes(post: PublicPost, row: Mapping[str, Any]) -> dict[str, str]:
    return {name: getattr(post, name) for name in _MOVED if row.get(name) != getattr(post, name)}


def _updated(text: str, posts: Iterable[PublicPost]) -> str:
    document: Any = tomlkit.parse(text)
    for post in posts:
        table = document["posts"][post.uid]
        for name, value in _changes(post, table).items():
            table[name] = value
    return str(document.as_string())


def _appended(text: str, tables: Iterable[str], head: str) -> str:
    printed = [f"\n{table}" for table in tables]
    if not printed:
        return text
    start = text.removeprefix("\ufeff") or head
    return start + ("" if start.endswith("\n") else "\n") + "".join(printed)


def _printed(record: HandedOver | PublicPost, without: Collection[str]) -> str:
    names = [field.name for field in fields(record) if field.name not in without]
    names.sort(key=lambda name: name == _LAST)
    values = ((name, getattr(record, name)) for name in names)
    return "".join(f"{name} = {_value(value)}\n" for name, value in values if value not in ("", ()))


def _value(value: object) -> str:
    match value:
        case str() if "\n" in value:
            return _long_text(value)
        case datetime():
            return tomlkit.item(_whole_minutes(value)).as_string()
        case _:
            return tomlkit.item(value).as_string()


def _long_text(text: str) -> str:
    printed = tomlkit.string(text, multiline=True).as_string()
    if not text.startswith("\n"):  # then tomlkit has begun a line already
        printed = printed.replace('"""', '"""\n', 1)
    return MERGE_MARK.sub(_escaped, printed)


def _escaped(mark: re.Match[str]) -> str:
    """A line of a text must not look like the mark of a merge, for which the reader searches."""
    return f"\\u{ord(mark[0][0]):04X}{mark[0][1:]}"


def _whole_minutes(at: datetime) -> datetime:
    """TOML knows no seconds in an offset, which zones had before 1900."""
    offset = at.utcoffset()
    return at.astimezone(UTC) if offset and offset.seconds % 60 else at


def _without_tables(text: str, starts: Sequence[int]) -> str:
    """The text without the tables whose headings stand on those lines, counted from 1."""
    lines, plain = text.split("\n"), masked(text).split("\n")
    for start in sorted(starts, reverse=True):
        gap = start > 1 and not plain[start - 2].strip()
        del lines[start - 1 - gap : _last_line(plain, start)]
    return "\n".join(lines)


def _last_line(plain: Sequence[str], start: int) -> int:
    """The line with the last value of the table; comments below it belong to the next one."""
    last = start
    for number, line in enumerate(plain[start:], start + 1):
        if line.startswith("["):
            break
        if line.strip() and not line.lstrip().startswith("#"):
            last = number
    return last
