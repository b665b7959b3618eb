"""`cite`: one work, asked for once, becomes an entry of content/sources.toml.

Nothing here imports Pelican or what draws: the command is to start at once.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from rich.console import Console

from plugins.cited_sources.citing.asked import Asked, read_asked
from plugins.cited_sources.citing.entry import NEEDED, Entry, entry_of
from plugins.cited_sources.citing.found import Found, find
from plugins.cited_sources.citing.keys import fresh_key
from plugins.cited_sources.citing.known import gaps_of, ids_of_table, key_of
from plugins.cited_sources.citing.printing import entry_text, with_entry
from plugins.cited_sources.citing.refusing import refusal
from plugins.cited_sources.registries.retraction_watch import read_retraction_watch
from plugins.pelican_bridge.cite_report import tell_known, tell_written
from plugins.pelican_bridge.command import command
from plugins.pelican_bridge.mistakes import WrongUseError
from plugins.pelican_bridge.source_askers import fetcher_for, registries_for
from plugins.pelican_bridge.telling import tell_problems
from plugins.practice.fields import UnfitError, slug
from plugins.practice.practice_file import FILE as PRACTICE_FILE
from plugins.practice.practice_file import read_practice_file
from plugins.practice.problems import Problem, worst_first
from plugins.practice.settings import Practice
from plugins.practice.source_ledger import FILE
from plugins.practice.text_files import LONGEST
from plugins.practice.toml_files import parse_toml, read_toml_file
from plugins.practice.whole_files import replace_whole

Tables = Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ledger:
    """sources.toml as it stands."""

    path: Path
    practice: Practice
    tables: Tables
    lines: Mapping[str, int]

    @property
    def today(self) -> date:
        """The day in the practice's zone."""
        return self.practice.demonstration_today or datetime.now(self.practice.zone).date()


@command
def cite(work: str, content: str, key: str) -> int:
    """Write a work into sources.toml, and tell what to paste. 1 when it was not written."""
    console = Console()
    asked = _asked(work)
    ledger, problems = _read(Path(content))
    if ledger is None:
        tell_problems(console, worst_first(problems))
        return 1
    _check_key(key, ledger)
    known = key_of(ids_of_table({asked.kind: asked.value, "url": asked.url}), ledger.tables)
    if known:
        return _tell_known(console, known, ledger)
    with console.status("Asking the registries"):
        found = asyncio.run(_find(asked, ledger))
    return _keep(console, found, key, ledger)


def _keep(console: Console, found: Found, key: str, ledger: _Ledger) -> int:
    """Write what was found, unless it must not be cited or is there under another number."""
    if why := refusal(found, ledger.practice):
        raise WrongUseError(why)
    entry = entry_of(found, ledger.today, ledger.practice)
    known = key_of(ids_of_table(entry.fields), ledger.tables)
    if known:
        return _tell_known(console, known, ledger)
    name = key or fresh_key(entry.fields, ledger.tables)
    line = _write(ledger, name, entry)
    tell_written(console, name, entry, found, f"{ledger.path}, line {line}", ledger.practice.lang)
    return 0


def _asked(work: str) -> Asked:
    try:
        return read_asked(work)
    except UnfitError as unfit:
        what, fix = (text[:1].upper() + text[1:] for text in (unfit.what, unfit.fix))
        raise WrongUseError(f"{what}. {fix}.") from None


def _read(folder: Path) -> tuple[_Ledger | None, list[Problem]]:
    """The ledger; None, and the reasons, when it or the practice cannot be read."""
    if not folder.is_dir():
        raise WrongUseError(f"There is no folder {folder}. Check the spelling of --content.")
    practice, problems = read_practice_file(folder / PRACTICE_FILE)
    if practice is None:
        return None, problems
    path = folder / FILE
    if not path.exists():
        return _Ledger(path=path, practice=practice, tables={}, lines={}), []
    tables, lines, told = read_toml_file(path, FILE)
    if tables is None:
        return None, told
    return _Ledger(path=path, practice=practice, tables=tables, lines=lines), []


def _check_key(key: str, ledger: _Ledger) -> None:
    try:
        taken = key and slug(key) in ledger.tables
    except UnfitError as unfit:
        raise WrongUseError(f"--key: {unfit.what}; {unfit.fix}.") from None
    if taken:
        line = ledger.lines.get(key, 1)
        raise WrongUseError(f"{FILE} has a [{key}] already, in line {line}. Choose another --key.")


def _tell_known(console: Console, key: str, ledger: _Ledger) -> int:
    gaps = gaps_of(ledger.tables[key], NEEDED)
    tell_known(console, key, f"{ledger.path}, line {ledger.lines.get(key, 1)}", gaps)
    return 0


async def _find(asked: Asked, ledger: _Ledger) -> Found:
    async with registries_for(ledger.practice) as registries, fetcher_for(ledger.practice) as web:
        return _with_retraction_watch(await find(asked, registries, web), ledger)


def _with_retraction_watch(found: Found, ledger: _Ledger) -> Found:
    """What the practice's own copy of the Retraction Watch CSV adds, where there is one."""
    file = ledger.practice.sources.retraction_watch
    doi = next((record.doi for record in found.records if record.doi), "")
    pmid = next((record.pmid for record in found.records if record.pmid), "")
    if not file or not (doi or pmid):
        return found
    try:
        watch = read_retraction_watch(ledger.path.parent / file, {doi.lower(), pmid})
    except ValueError as error:
        raise WrongUseError(f"{file}, the copy of Retraction Watch: {error}.") from None
    return replace(found, answers=(*found.answers, *watch.answers(doi, pmid)))


def _write(ledger: _Ledger, key: str, entry: Entry) -> int:
    """Add the entry to the file, whole or not at all. Returns the line of its heading."""
    path = ledger.path.resolve()  # where it is a link, the file that it leads to
    before = path.read_bytes() if path.exists() else b""
    after = with_entry(before, entry_text(key, entry))
    if len(after) > LONGEST:
        raise WrongUseError(
            f"{FILE} would be over {LONGEST // 1000} kB long, and is not read then."
        )
    text = after.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    tables, lines, _ = parse_toml(text, FILE)
    if tables is None or {name: t for name, t in tables.items() if name != key} != ledger.tables:
        raise WrongUseError(f"{FILE} was changed in the meantime. Type the command again.")
    replace_whole(path, after)
    return lines[key]
