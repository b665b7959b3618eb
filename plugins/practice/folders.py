"""Which files of a content folder are content, and which nobody would read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from plugins.practice.people import Person
from plugins.practice.posts import KINDS, ClosureTemplate, Document, Page
from plugins.practice.problems import Problem, Severity

FOLDERS: dict[str, type[Document]] = {
    **{kind.folder: kind for kind in KINDS},
    "people": Person,
    "pages": Page,
    ClosureTemplate.folder: ClosureTemplate,
}
"""Each folder of documents, with what it holds."""

_OTHER_FOLDERS = frozenset({"images", "approvals", "ledger"})
_OTHER_FILES = frozenset(
    {"practice.toml", "sources.toml", "consents.toml", "waivers.toml", "words.txt", "README.md"}
)
_APPROVALS = "approvals"
FILLED = "filled-"
"""How the name of such a template begins: "filled-weather.md"."""
_NAME = re.compile(r"(?P<stem>[^.]+)(?:\.(?P<lang>[A-Za-z]{2,3}(?:-[A-Za-z]+)?))?\.md")


@dataclass(frozen=True, slots=True)
class Found:
    """A document's file: its path in the content folder, what it holds, its name's two parts."""

    path: Path
    file: str
    kind: type[Document]
    stem: str
    lang: str
    """The language in the file name ("es" of flu.es.md), else ""."""


def find_documents(folder: Path) -> tuple[list[Found], list[Problem]]:
    """Every document of the folder in a fixed order, and the files that nobody would read."""
    found: list[Found] = []
    problems: list[Problem] = []
    for path in _files(folder):
        file = path.relative_to(folder).as_posix()
        top = file.split("/")[0]
        if file in _OTHER_FILES or top in _OTHER_FOLDERS:
            continue
        name = _NAME.fullmatch(path.name)
        if top not in FOLDERS or file.count("/") != 1:
            problems.append(_nowhere(file))
        elif not name:
            problems.append(_not_markdown(file))
        elif top == "people" and name["lang"]:
            problems.append(_not_translated(file))
        elif path.is_symlink() or not path.is_file():
            problems.append(_symlink(file))
        else:
            found.append(Found(path, file, FOLDERS[top], name["stem"], name["lang"] or ""))
    return found, problems


def document_of(path: Path, file: str) -> Found | None:
    """`path` read as if it were `file` of the content folder; None where that is no document."""
    top, _, last = file.partition("/")
    name = _NAME.fullmatch(last)
    if top not in FOLDERS or not name:
        return None
    return Found(path, file, FOLDERS[top], name["stem"], name["lang"] or "")


def find_filled(folder: Path) -> list[Found]:
    """The templates that notices were filled from, kept as they were below approvals/<uid>/."""
    kept = sorted((folder / _APPROVALS).glob(f"*/{FILLED}*.md"))
    found = (document_of(path, template_file(path.name.removeprefix(FILLED))) for path in kept)
    return [one for one in found if one]


def template_file(name: str) -> str:
    """The path of a closure template in the content folder."""
    return f"{ClosureTemplate.folder}/{name}"


def _files(folder: Path) -> Iterator[Path]:
    """All files below, in byte order of their paths; hidden and editors' backup files left out."""
    for path in sorted(folder.rglob("*"), key=lambda p: p.relative_to(folder).as_posix()):
        parts = path.relative_to(folder).parts
        if path.is_dir() or any(part.startswith((".", "~")) for part in parts):
            continue
        if not path.name.endswith("~"):
            yield path


def _nowhere(file: str) -> Problem:
    folders = ", ".join(f"{name}/" for name in FOLDERS)
    return _skipped(file, "the file lies in no folder that is read", f"move it to one of {folders}")


def _not_markdown(file: str) -> Problem:
    what = "the file's name is not that of a Markdown file"
    return _skipped(file, what, "name it like flu-season.md, or flu-season.es.md for Spanish")


def _not_translated(file: str) -> Problem:
    what = "people have one file each, in the site's own language"
    return _skipped(file, what, "delete it; names and bylines are the same in every language")


def _symlink(file: str) -> Problem:
    what = "it is a link to another place, or no ordinary file"
    return _skipped(file, what, "put the file itself here")


def _skipped(file: str, what: str, fix: str) -> Problem:
    return Problem(
        rule="unread-file",
        severity=Severity.BLOCK,
        file=file,
        line=1,
        what=what,
        why="it would be left out without a word",
        fix=fix,
    )
