"""`withdraw FILE --reason`: one person takes a post back, at once."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from rich.console import Console

from plugins.pelican_bridge.build_day import build_moment
from plugins.pelican_bridge.command import command
from plugins.pelican_bridge.mistakes import WrongUseError
from plugins.pelican_bridge.named_files import meant_file
from plugins.pelican_bridge.withdrawn_report import tell_back, tell_withdrawn
from plugins.practice.front_matter_writing import field_in, with_fields
from plugins.practice.posts import Post
from plugins.practice.reading import Content, read_content
from plugins.practice.review_files import APPROVAL_FILE, APPROVALS, COPY_FILE, read_approvals
from plugins.practice.whole_files import replace_whole

_MOST_WORDS = 500
"""Characters of a reason: a sentence or two."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawRequest:
    """What `withdraw` was asked for."""

    file: str
    content: Path
    reason: str = ""
    undo: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawn:
    """What was taken back, or brought back."""

    file: str
    uid: str
    title: str
    on: date
    written: tuple[str, ...]
    """The files that were changed."""
    translations: tuple[str, ...]
    """The files of translations, which go with it."""


@command
def withdraw(request: WithdrawRequest) -> int:
    """Write the withdrawal, and say what follows. It never waits for anything else to be right."""
    console = Console()
    if not request.content.is_dir():
        raise WrongUseError(f"There is no folder {request.content}.")
    content, _ = read_content(request.content)
    folder = request.content
    file = meant_file(request.file, folder, content, _kept_files(folder))
    if request.undo:
        tell_back(console, bring_back(folder, content, file, _today(content)))
        return 0
    done = take_back(folder, content, file, request.reason, _today(content))
    tell_withdrawn(console, done, content)
    return 0


def take_back(
    folder: Path, content: Content | None, file: str, reason: str, today: date
) -> Withdrawn:
    """Write into the post, and into its approved copy, that it is taken back today.

    WrongUseError: there is no reason, or the post was taken back already.
    """
    words = " ".join(reason.split())
    if not words:
        raise WrongUseError('Say why: --reason "The dose is wrong". Readers are not told.')
    if len(words) > _MOST_WORDS:
        raise WrongUseError(f"The reason has {len(words)} characters; at most {_MOST_WORDS}.")
    paths = list(_paths(folder, file))
    days = [field_in(_read(path), "withdrawn") for path in paths]
    if all(_is_past(day, today) for day in days):
        why = field_in(_read(paths[0]), "withdrawn_reason")
        told = f" ({why})" if why else ""
        raise WrongUseError(
            f"{file} was withdrawn on {days[0]}{told}. Nothing was written. "
            "To bring it back, add --undo."
        )
    return _write(folder, content, file, words, today)


def bring_back(folder: Path, content: Content | None, file: str, today: date) -> Withdrawn:
    """Take the withdrawal out of the post and its approved copy. WrongUseError: there is none."""
    paths = list(_paths(folder, file))
    if not any(field_in(_read(path), "withdrawn") for path in paths):
        raise WrongUseError(f"{file} is not withdrawn. Nothing was written.{_of_original(file)}")
    return _write(folder, content, file, "", today)


def _of_original(file: str) -> str:
    stem = file.removesuffix(".md")
    if "." not in stem:
        return ""
    return f" If it went with its original, bring that back: {stem.rpartition('.')[0]}.md"


def _write(folder: Path, content: Content | None, file: str, reason: str, today: date) -> Withdrawn:
    """All texts first, then all files: what cannot be read is found before anything is written.

    Without a reason, the withdrawal is taken out.
    """
    day = f"{today:%Y-%m-%d}" if reason else ""
    fields = {"withdrawn": day, "withdrawn_reason": reason}
    paths = list(_paths(folder, file))
    texts = {path: with_fields(_read(path), fields) for path in paths}
    for path, text in texts.items():
        replace_whole(path, text.encode("utf-8", "surrogateescape"))
    post = _post(file, content)
    return Withdrawn(
        file=file,
        uid=post.uid if post else _uid(folder, file),
        title=post.title if post else field_in(texts[paths[0]], "title"),
        on=today,
        written=tuple(path.relative_to(folder).as_posix() for path in paths),
        translations=tuple(sorted(_translations(folder, file))),
    )


def _post(file: str, content: Content | None) -> Post | None:
    return next((p for p in content.posts if p.file == file), None) if content else None


def _paths(folder: Path, file: str) -> Iterator[Path]:
    """The file, and its approved copies: one of them alone would bring the post back."""
    if (folder / file).is_file():
        yield folder / file
    uid = _uid(folder, file)
    for home in sorted((folder / APPROVALS).glob("*/")):
        if (home / COPY_FILE).is_file() and (home.name == uid or _record_file(home) == file):
            yield home / COPY_FILE


def _uid(folder: Path, file: str) -> str:
    if (folder / file).is_file():
        return field_in(_read(folder / file), "uid")
    homes = (home for home in (folder / APPROVALS).glob("*/") if _record_file(home) == file)
    return next((home.name for home in homes), "")


def _record_file(home: Path) -> str:
    """The post's file as its approvals name it, also where they are damaged."""
    path = home / APPROVAL_FILE
    if not path.is_file():
        return ""
    record, _ = read_approvals(path)
    if record:
        return record.file
    lines = (line.partition("=") for line in _read(path).splitlines())
    return next((v.strip().strip("\"'") for name, _, v in lines if name.strip() == "file"), "")


def _kept_files(folder: Path) -> Sequence[str]:
    homes = (home for home in (folder / APPROVALS).glob("*/") if (home / COPY_FILE).is_file())
    return [file for home in homes if (file := _record_file(home))]


def _translations(folder: Path, file: str) -> Iterator[str]:
    place, _, name = file.removesuffix(".md").rpartition("/")
    for path in (folder / place).glob("*.md") if "." not in name else ():
        stem, dot, lang = path.name.removesuffix(".md").partition(".")
        if stem == name and dot and lang:
            yield path.relative_to(folder).as_posix()


def _read(path: Path) -> str:
    """The file byte for byte: what is no UTF-8 goes back as it came."""
    return path.read_bytes().decode("utf-8", "surrogateescape")


def _is_past(day: str, today: date) -> bool:
    try:
        return date.fromisoformat(day) <= today
    except ValueError:
        return False


def _today(content: Content | None) -> date:
    """The practice's own day; this machine's where practice.toml cannot be read."""
    if content is None:
        return datetime.now().astimezone().date()
    return build_moment("", os.environ, content.practice).date()
