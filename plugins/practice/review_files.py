"""content/approvals/, consents.toml and waivers.toml into their types; a damaged one is told, and
nothing guessed from it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from plugins.practice.consent_rows import CONSENTS_FILE, consent_id, consents_of
from plugins.practice.fields import UnfitError, flag, listed, one_of, pattern, slug, text
from plugins.practice.folders import Found, document_of
from plugins.practice.ledger_fields import word_for_word
from plugins.practice.ledger_files import half_merged
from plugins.practice.posts import Post
from plugins.practice.problems import Problem, Severity
from plugins.practice.review_records import (
    CONSENT_KINDS,
    Approval,
    PostApprovals,
    ReviewRecords,
    Waiver,
)
from plugins.practice.schemas import as_is
from plugins.practice.tables import Field, Place, read_table
from plugins.practice.text_files import read_text_file
from plugins.practice.time_fields import day
from plugins.practice.toml_files import parse_toml

APPROVALS = "approvals"
APPROVAL_FILE = "approval.toml"
COPY_FILE = "approved.md"
WAIVERS_FILE = "waivers.toml"
ROLES = ("clinical", "reader")

_WHY = "an approval that cannot be read is none"
_MERGED = (
    "two people approved on two computers: keep one version of the file whole (git checkout "
    "--ours, or --theirs, and its path), and let the person whose approval is missing approve again"
)
_HASH = pattern(r"[0-9a-f]{64}", "64 hexadecimal digits")
_UID = re.compile(r"[a-z][a-z0-9]{9}")


def approval_file(uid: str) -> str:
    """The path of a post's approvals in the content folder."""
    return f"{APPROVALS}/{uid}/{APPROVAL_FILE}"


def copy_file(uid: str) -> str:
    """The path of a post's approved copy in the content folder."""
    return f"{APPROVALS}/{uid}/{COPY_FILE}"


def _hashes(value: object) -> Mapping[str, str]:
    """Short hashes by network."""
    if not isinstance(value, Mapping):
        raise UnfitError("it is no table", "leave the file to `approve`")
    return {str(key): word_for_word(found) for key, found in value.items()}


_APPROVAL = (
    Field("person", slug, _WHY),
    Field("on", day, _WHY),
    Field("role", one_of(ROLES), _WHY),
    Field("text", _HASH, _WHY),
    Field("about_a_person", flag, "each reader must have answered it"),
    Field("texts", _hashes),
    Field("original", _HASH),
    Field("recorded_by", slug),
    Field("signature", word_for_word),
)

_CONSENT = (
    Field("id", consent_id, "posts name a consent by it"),
    Field("kind", one_of(CONSENT_KINDS), "a consent for a photo is none for a story"),
    Field("scope", text, "it says what may be shown"),
    Field("channels", listed(text), "it says where it may be shown"),
    Field("signed", day, "it holds from that day"),
    Field("expires", day, "nobody consents for ever"),
    Field("revoked", day),
    Field("minor", flag),
    Field("custodian", text, "somebody must keep the signed form"),
    Field("form_sha256", _HASH),
)

_WAIVER = (
    Field("rule", text, "it lifts one rule"),
    Field("file", text, "it lifts the rule for one file"),
    Field("who", slug, "somebody must answer for it"),
    Field("why", text, "those who read it later must understand it"),
    Field("until", day, "a waiver without an end is never looked at again"),
)


@dataclass
class ReviewRead:
    """What the files hold, and where the approved copies lie."""

    records: ReviewRecords = field(default_factory=ReviewRecords)
    copies: list[Found] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def with_copies(self, copies: Mapping[str, Post]) -> ReviewRecords:
        """The records with each approved copy that could be read, by uid."""
        approvals = {
            uid: replace(record, copy=copies.get(uid))
            for uid, record in self.records.approvals.items()
        }
        return replace(self.records, approvals=approvals)


def read_review_files(folder: Path) -> ReviewRead:
    """All of them; a file that is not there says nothing yet."""
    read = ReviewRead()
    approvals = dict[str, PostApprovals]()
    damaged = set[str]()
    for path in sorted((folder / APPROVALS).glob(f"*/{APPROVAL_FILE}")):
        record, told = read_approvals(path)
        read.problems += told
        if record is None:
            damaged.add(path.parent.name)
            continue
        approvals[record.uid] = record
        copy = document_of(path.with_name(COPY_FILE), record.file)
        if copy and copy.path.is_file():
            read.copies.append(copy)
    consents, told = _rows(folder, CONSENTS_FILE, "consents", _CONSENT)
    found, more = consents_of(consents)
    read.problems += [*told, *more]
    waivers, told = _rows(folder, WAIVERS_FILE, "waivers", _WAIVER)
    read.problems += told
    read.records = ReviewRecords(
        approvals=approvals,
        damaged=frozenset(damaged),
        consents=found,
        waivers=tuple(Waiver(**row, line=line) for row, line in waivers),  # type: ignore[arg-type]
    )
    return read


def read_approvals(path: Path) -> tuple[PostApprovals | None, list[Problem]]:
    """One approval.toml; None with the reasons when any of it cannot be read."""
    uid = path.parent.name
    file = approval_file(uid)
    raw_text, problems = read_text_file(path, file)
    if raw_text is None:
        return None, _damaged(problems)
    merged = half_merged(raw_text, file)
    if merged:  # such a mark is no TOML either, and once is enough
        return None, _damaged([replace(p, fix=_MERGED) for p in merged])
    raw, lines, told = parse_toml(raw_text, file)
    if told or raw is None:
        return None, _damaged(told)
    return _read_record(raw, uid, Place(file, lines, unknown=Severity.BLOCK))


def _read_record(
    raw: Mapping[str, object], uid: str, place: Place
) -> tuple[PostApprovals | None, list[Problem]]:
    head = (
        Field("uid", pattern(_UID.pattern, "a uid"), _WHY),
        Field("file", text, _WHY),
        Field("approvals", as_is),
    )
    values, problems = read_table(raw, head, place)
    rows = values.get("approvals", [])
    approvals = []
    for index, row in enumerate(rows if isinstance(rows, list) else [rows]):
        at = Place(place.file, place.lines, f"approvals.{index}", unknown=Severity.BLOCK)
        found, told = read_table(row, _APPROVAL, at)
        problems += told
        if not told:
            approvals.append(Approval(**found))  # type: ignore[arg-type]  # the table says the types
    if values.get("uid") not in (None, uid):
        what = f'it is the approval of "{values["uid"]}", but its folder is "{uid}"'
        problems.append(place.problem("uid", "unfit-field", what, _WHY, "name the folder by it"))
    if problems:
        return None, _damaged(problems)
    return PostApprovals(uid=uid, file=str(values["file"]), approvals=tuple(approvals)), []


def _damaged(problems: Sequence[Problem]) -> list[Problem]:
    fix = (
        "take the last good copy of the file from your history (git); without one, delete the file "
        "and let both people approve the post again"
    )
    return [
        replace(problem, rule="damaged-approval", why=_WHY, fix=f"{problem.fix}; or {fix}")
        for problem in problems
    ]


def _rows(
    folder: Path, file: str, table: str, fields: Sequence[Field]
) -> tuple[list[tuple[dict[str, object], int]], list[Problem]]:
    """The rows that could be read, each with its line, and what is wrong with the others."""
    if not (folder / file).exists():
        return [], []
    raw_text, problems = read_text_file(folder / file, file)
    if raw_text is None:
        return [], problems
    raw, lines, told = parse_toml(raw_text, file)
    problems += told
    if raw is None:
        return [], problems
    known = (Field(table, as_is),)
    values, told = read_table(raw, known, Place(file, lines, unknown=Severity.BLOCK))
    problems += told
    found = values.get(table, [])
    rows = list[tuple[dict[str, object], int]]()
    for index, row in enumerate(found if isinstance(found, list) else [found]):
        at = Place(file, lines, f"{table}.{index}", unknown=Severity.BLOCK)
        row_values, told = read_table(row, fields, at)
        problems += told
        if not told:
            rows.append((row_values, at.line("")))
    return rows, problems
