"""What a closure is built from: the working folder, or, where that cannot be read, the working
folder with the last readable version of the broken file from its history.

Everything else stays as it is now, so nothing that is held, withdrawn or a draft comes back.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from plugins.pelican_bridge.build import stops_everything
from plugins.pelican_bridge.mistakes import WrongUseError
from plugins.pelican_bridge.plan import plan_build
from plugins.pelican_bridge.planned import BuildPlan
from plugins.practice.practice_file import FILE as PRACTICE_FILE
from plugins.practice.problems import Problem
from plugins.practice.reading import Content, read_content
from plugins.practice.settings import Practice
from plugins.practice.source_check_files import CHECKS_FILE
from plugins.practice.source_ledger import FILE as SOURCES_FILE
from plugins.share_graphics.cache import GraphicCache

_SHARED = (PRACTICE_FILE, SOURCES_FILE, CHECKS_FILE)
"""The files without which nothing can be built."""

_VERSIONS = 50
"""How far back a readable version is looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """Content that can be built."""

    folder: Path
    content: Content
    plan: BuildPlan
    cache: GraphicCache
    borrowed: tuple[str, ...] = ()
    """What was taken from history, in sentences; empty: the working folder itself is used."""


@dataclass
class _History:
    """The earlier versions of the shared files, each given once, newest first."""

    folder: Path
    borrowed: dict[str, str] = field(default_factory=dict)
    _left: dict[str, Iterator[tuple[str, bytes]]] = field(default_factory=dict)

    def older(self, file: str) -> bytes | None:
        """The next older version of a file; None: there is none."""
        if file not in self._left:
            self._left[file] = _versions(self.folder, file)
        found = next(self._left[file], None)
        if found is None:
            return None
        self.borrowed[file] = found[0]
        return found[1]


@contextmanager
def ground_of(
    folder: Path, moment_of: Callable[[Practice], datetime], cache: Path
) -> Iterator[Ground]:
    """Content that can be built, for as long as the block runs.

    WrongUseError: neither the folder nor its history has any.
    """
    found = _read(folder, moment_of, cache)
    if isinstance(found, Ground):
        yield found
        return
    with tempfile.TemporaryDirectory(prefix="housecall-") as home:
        copy = Path(home) / "content"
        shutil.copytree(folder, copy)
        yield _mended(folder, copy, found, moment_of, cache)


def _mended(
    folder: Path,
    copy: Path,
    problems: Sequence[Problem],
    moment_of: Callable[[Practice], datetime],
    cache: Path,
) -> Ground:
    history = _History(folder)
    told = {file: _first(problems, file) for file in _SHARED}
    while True:
        broken = _broken(problems)
        older = history.older(broken) if broken else None
        if older is None:
            raise WrongUseError(_hopeless(problems))
        (copy / broken).write_bytes(older)
        found = _read(copy, moment_of, cache)
        if isinstance(found, Ground):
            break
        problems = found
        told = {file: told[file] or _first(problems, file) for file in _SHARED}
    borrowed = tuple(
        f"{_place(told[file], file)} The version of {version} is used instead."
        for file, version in history.borrowed.items()
    )
    return replace(found, borrowed=borrowed)


def plan_again(ground: Ground) -> BuildPlan:
    """The plan of what its folder holds by now."""
    content, problems = read_content(ground.folder)
    if content is None:
        raise WrongUseError(_hopeless(problems))
    return plan_build(content, ground.plan.moment, cache=ground.cache)


def _read(
    folder: Path, moment_of: Callable[[Practice], datetime], cache: Path
) -> Ground | list[Problem]:
    """The content with its plan; else what keeps it from being built."""
    content, problems = read_content(folder)
    if content is None:
        return [problem for problem in problems if problem.blocks]
    moment = moment_of(content.practice)
    graphics = GraphicCache(cache / "graphics")
    plan = plan_build(content, moment, cache=graphics)
    if stops_everything(plan.problems):
        return [problem for problem in plan.problems if problem.blocks]
    return Ground(folder=folder, content=content, plan=plan, cache=graphics)


def _broken(problems: Sequence[Problem]) -> str:
    """The shared file that is told first; practice.toml is read before all others."""
    found = {problem.file for problem in problems}
    return next((file for file in _SHARED if file in found), "")


def _first(problems: Sequence[Problem], file: str) -> Problem | None:
    return next((problem for problem in problems if problem.file == file), None)


def _place(problem: Problem | None, file: str) -> str:
    if problem is None:
        return f"{file} cannot be used."
    return f"{file} cannot be used as it is, line {problem.line}: {problem.what}."


def _hopeless(problems: Sequence[Problem]) -> str:
    if not problems:
        return "The content cannot be built. python3 tasks.py check tells why."
    first = problems[0]
    return (
        f"{first.file}, line {first.line}: {first.what}. {first.fix}. "
        "No earlier version of it that works was found in git either."
    )


def _versions(folder: Path, file: str) -> Iterator[tuple[str, bytes]]:
    """The committed versions of a file with what a person knows them by, newest first."""
    log = _git(folder, "log", f"--max-count={_VERSIONS}", "--format=%h %cs", "--", file)
    for line in log.decode().splitlines():
        commit, _, day = line.partition(" ")
        found = _git(folder, "show", f"{commit}:./{file}")
        if found:
            yield f"{day} (commit {commit})", found


def _git(folder: Path, *arguments: str) -> bytes:
    """What git says; nothing where there is no git, no repository or no such file."""
    command = ["git", "-C", str(folder), *arguments]
    try:
        return subprocess.run(command, capture_output=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return b""
