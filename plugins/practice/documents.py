"""Markdown files with front matter into posts, pages and people."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time
from difflib import get_close_matches
from pathlib import Path

from plugins.practice.fields import UnfitError, flag, slug
from plugins.practice.folders import Found, find_documents
from plugins.practice.front_matter import FrontMatter, read_front_matter
from plugins.practice.image_names import image_name
from plugins.practice.people import Person
from plugins.practice.post_parts import read_parts
from plugins.practice.posts import NO_DAY, ClosureTemplate, Document, Post
from plugins.practice.problems import Problem
from plugins.practice.schemas import INHERITED, PAGE, PERSON, fields_of
from plugins.practice.settings import Practice
from plugins.practice.tables import Field, Place, read_table
from plugins.practice.text_files import read_text_file
from plugins.practice.translation_checks import check_translation


@dataclass(frozen=True, slots=True)
class _Raw:
    """A document's file taken apart, before its fields are understood."""

    found: Found
    front: FrontMatter

    @property
    def place(self) -> Place:
        return Place(self.found.file, self.front.lines)


@dataclass(frozen=True, slots=True)
class Documents:
    """Every document that could be read, in the order of file names, and what is wrong."""

    read: list[Document]
    drafts: frozenset[str]
    """The files that say `draft: true`, whether or not they could be read any further."""
    problems: list[Problem]
    copies: Mapping[str, Post]
    """The approved copies that could be read, by the uid of their post."""
    filled: Mapping[str, Post]
    """The templates that notices were filled from, by the uid of the notice."""


def read_documents(
    folder: Path,
    practice: Practice,
    copies: Sequence[Found] = (),
    filled: Sequence[Found] = (),
) -> Documents:
    """Read every document of the folder, the approved copies of some, and the templates that
    notices were filled from."""
    files, problems = find_documents(folder)
    raws = []
    for found in files:
        front, told = _read_front(found)
        problems += told
        if front is not None:
            raws.append(_Raw(found, front))
    originals = {(r.found.kind, r.found.stem): r for r in raws if not r.found.lang}
    documents = []
    for raw in raws:
        is_orphan = bool(raw.found.lang) and (raw.found.kind, raw.found.stem) not in originals
        whole = _with_inherited(raw, originals)
        document, told = _read_document(whole, practice, is_orphan=is_orphan)
        problems += told
        if document is not None:
            documents.append(document)
        if isinstance(document, Post) and raw.found.lang:
            original = originals.get((raw.found.kind, raw.found.stem))
            fields = original.front.fields if original else {}
            problems += check_translation(document, raw.found.stem, fields, practice.lang)
    drafts = frozenset(raw.found.file for raw in raws if _is_draft(raw))
    return Documents(
        documents,
        drafts,
        problems,
        _read_copies(copies, originals, practice),
        _read_copies(filled, originals, practice),
    )


def _read_copies(
    copies: Sequence[Found],
    originals: Mapping[tuple[type[Document], str], _Raw],
    practice: Practice,
) -> dict[str, Post]:
    """The approved copies. One that cannot be read is as if it were not there: its post is held."""
    fronts = [(found, _read_front(found)[0]) for found in copies]
    raws = [_Raw(found, front) for found, front in fronts if front is not None]
    whole = {**originals, **{(r.found.kind, r.found.stem): r for r in raws if not r.found.lang}}
    read = {}
    for raw in raws:
        document, _ = _read_document(_with_inherited(raw, whole), practice, is_orphan=False)
        if isinstance(document, Post):
            read[raw.found.path.parent.name] = document
    return read


def _is_draft(raw: _Raw) -> bool:
    try:
        return flag(raw.front.fields.get("draft", "false"))
    except UnfitError:
        return False  # told as an unfit field, and held


def _read_front(found: Found) -> tuple[FrontMatter | None, list[Problem]]:
    text, problems = read_text_file(found.path, found.file)
    if text is None:
        return None, problems
    front, told = read_front_matter(text, found.file)
    return front, problems + told


def _with_inherited(raw: _Raw, originals: Mapping[tuple[type[Document], str], _Raw]) -> _Raw:
    """A translation with the fields that it takes from the post that it translates."""
    original = originals.get((raw.found.kind, raw.found.stem)) if raw.found.lang else None
    if original is None or not issubclass(raw.found.kind, Post):
        return raw
    given = original.front.fields
    taken = {name: given[name] for name in (*INHERITED, "slug") if name in given}
    return _Raw(raw.found, replace(raw.front, fields={**taken, **raw.front.fields}))


def _read_document(
    raw: _Raw, practice: Practice, *, is_orphan: bool
) -> tuple[Document | None, list[Problem]]:
    """The document, None when a needed field cannot be had, and all problems of the file."""
    kind = raw.found.kind
    fields = _fields(raw, practice, is_orphan=is_orphan)
    values, problems = read_table(raw.front.fields, fields, raw.place)
    if is_orphan:
        problems += _check_original(raw, values, practice)
    unknown_language = _check_language(raw, values, practice)
    problems += [*unknown_language, *_check_draft(raw), *_check_name(raw, values)]
    if issubclass(kind, Post):
        values, told = read_parts(values, raw.place)
        problems += told
        _without_none(values, "disclosures", "changes")
        if "image" in values:
            values["image"] = image_name(str(values["image"]))
    needed = [field.name for field in _fields_of(kind, practice) if field.needed]
    if unknown_language or any(name not in values for name in needed):
        return None, problems
    if kind is ClosureTemplate:
        values |= _unfilled(raw, practice)
    return kind(**_common(raw, values, practice)), problems  # type: ignore[arg-type]  # the tables say the types


def _fields(raw: _Raw, practice: Practice, *, is_orphan: bool) -> tuple[Field, ...]:
    """The fields of the file. What an original that is not there would give is told once for all;
    a missing uid is told with one to paste, made from the file's name so that it stays the same.
    """
    fresh = "h" + hashlib.sha256(raw.found.file.encode()).hexdigest()[:9]
    fields = []
    for field in _fields_of(raw.found.kind, practice):
        if is_orphan and field.name in INHERITED:
            field = replace(field, needed="")
        elif field.name == "uid":
            field = replace(field, how=f"add a line uid: {fresh}, and never change it")
        fields.append(field)
    return tuple(fields)


def _fields_of(kind: type[Document], practice: Practice) -> tuple[Field, ...]:
    if issubclass(kind, Post):
        return fields_of(kind, practice.zone)
    return PERSON if kind is Person else PAGE


def _check_original(raw: _Raw, values: Mapping[str, object], practice: Practice) -> list[Problem]:
    """A translation that lacks what it would take from its original says which file that is."""
    fields = _fields_of(raw.found.kind, practice)
    if all(f.name in values for f in fields if f.needed and f.name in INHERITED):
        return []
    original = f"{raw.found.file.rpartition('/')[0]}/{raw.found.stem}.md"
    what = f"the post that it translates, {original}, is missing or cannot be read"
    why = "a translation takes authors, topics, date and sources from it"
    return [raw.place.problem("", "no-original", what, why, f"mend {original} first")]


def _common(raw: _Raw, values: dict[str, object], practice: Practice) -> dict[str, object]:
    """The values with what every document has from its file."""
    if raw.found.kind is Person:
        values["title"] = values["name"]
    defaults = {"slug": raw.found.stem, "lang": raw.found.lang or practice.lang}
    return {
        **defaults,
        **values,
        "file": raw.found.file,
        "text": raw.front.text,
        "text_line": raw.front.text_line,
        "lines": raw.front.lines,
    }


def _unfilled(raw: _Raw, practice: Practice) -> dict[str, object]:
    """What `close` fills in; the days are placeholders, always the same ones."""
    return {
        "type": "hours",
        "reason": raw.found.stem,
        "date": datetime.combine(NO_DAY, time(), tzinfo=practice.zone),
        "starts": NO_DAY,
        "ends": NO_DAY,
    }


def _without_none(values: dict[str, object], *names: str) -> None:
    """`disclosures: none` is an empty list."""
    for name in names:
        if values.get(name) in (("none",), ("None",)):
            values[name] = ()


def _check_language(raw: _Raw, values: Mapping[str, object], practice: Practice) -> list[Problem]:
    lang = str(values.get("lang") or raw.found.lang or practice.lang)
    if lang in practice.languages:
        return []
    what = f'the language "{lang}" is none of the practice\'s: {", ".join(practice.languages)}'
    why = "the site has pages only in the languages of practice.toml"
    return [raw.place.problem("lang", "unknown-language", what, why, "add it there, or change it")]


def _check_draft(raw: _Raw) -> list[Problem]:
    """A misspelt or empty `draft` would publish what its writer wants kept back."""
    for name, value in raw.front.fields.items():
        meant = get_close_matches(name.strip().lower(), ["draft"], cutoff=0.75)
        if meant and (name != "draft" or value == ""):
            what = f"`{name}` is not `draft: true`"
            why = "the file would go out, though it seems to be a draft"
            return [raw.place.problem(name, "unclear-draft", what, why, "write draft: true")]
    return []


def _check_name(raw: _Raw, values: Mapping[str, object]) -> list[Problem]:
    """The file's name is its address, unless it says another."""
    try:
        slug(str(values.get("slug") or raw.found.stem))
    except UnfitError as unfit:
        what = f"the file's name is no address: {unfit.what}"
        why = "addresses are typed, spoken and printed"
        return [raw.place.problem("", "file-name", what, why, f"rename it: {unfit.fix}")]
    return []
