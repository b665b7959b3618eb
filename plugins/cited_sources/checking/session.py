"""One run's hold on ledger/sources.json: what was known, what is added, and no answer lost.

Answers go to the journal one by one. They become rows of sources.json at the end of the run; after
an interruption, as soon as that can be; after a kill, when the next run begins. Whether an outage
of ours was at work is told by all answers of one run, so each run is judged by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from plugins.cited_sources.checking.due import SOON
from plugins.cited_sources.checking.journal import Interrupted, Journal, opened
from plugins.cited_sources.checking.outage import Outage, outage_of
from plugins.cited_sources.checking.remember import remember
from plugins.cited_sources.observation import Observation
from plugins.practice.problems import Problem
from plugins.practice.source_check_files import CHECKS_FILE, checks_text, read_source_checks
from plugins.practice.source_checks import CheckedWork
from plugins.practice.whole_files import replace_whole

RESUMED_WITHIN: timedelta = SOON
"""For how long an interrupted run counts as the same one."""


class DamagedError(Exception):
    """sources.json cannot be read: nothing is asked, since nothing could be remembered."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("ledger/sources.json is damaged")
        self.problems = tuple(problems)


class Session:
    """A run's memory; only `session` makes one."""

    def __init__(self, folder: Path, journal: Journal, now: datetime) -> None:
        self._folder = folder
        self._journal = journal
        self._now = now.astimezone(UTC).replace(microsecond=0)
        self._observed: list[Observation] = []
        self._stamp = _stamp(folder)
        self.known = _read(folder)
        """What is remembered of each work, by id; an interrupted run's answers are in it."""
        self.already: frozenset[str] = frozenset()
        """Ids that an interrupted run, which this one goes on with, has asked."""
        self._take_up(journal.left())
        journal.begin(self._now, self.already)

    def _take_up(self, left: Interrupted | None) -> None:
        if left is None:
            return
        self._write(merged(self.known, left.observed, left.moment))
        if timedelta(0) <= self._now - left.moment <= RESUMED_WITHIN:
            self.already = left.already | {
                seen.id
                for seen in left.observed
                if seen.id in self.known and self.known[seen.id].asked >= left.moment
            }

    def add(self, seen: Observation) -> None:
        """Keep a finished answer at once. A later one of the same work takes its place."""
        self._journal.add(seen)
        self._observed.append(seen)

    def finish(self, outage: Outage) -> None:
        """The run came to its end: `known` and sources.json have all of it, the journal goes."""
        self._keep(outage)
        self._journal.end()

    def leave(self) -> None:
        """The run was interrupted: all of it is kept, and the journal says where to go on."""
        self._keep(None)

    def _keep(self, outage: Outage | None) -> None:
        if self._observed:
            self._write(merged(self._known_now(), self._observed, self._now, outage))

    def _known_now(self) -> Mapping[str, CheckedWork]:
        """What the file says, should anybody else have written to it (a pull, an editor)."""
        return self.known if _stamp(self._folder) == self._stamp else _read(self._folder)

    def _write(self, works: Mapping[str, CheckedWork]) -> None:
        replace_checks(self._folder, works)
        self.known, self._stamp = works, _stamp(self._folder)


@contextmanager
def session(folder: Path, now: datetime) -> Iterator[Session]:
    """The memory of one run at `now` (aware). Raises `BusyError` while another one runs,
    `DamagedError`, and `OSError` where the folder cannot be written."""
    with opened(folder) as journal:
        run = Session(folder, journal, now)
        try:
            yield run
        except BaseException:
            run.leave()
            raise


def merged(
    known: Mapping[str, CheckedWork],
    observed: Sequence[Observation],
    moment: datetime,
    outage: Outage | None = None,
) -> Mapping[str, CheckedWork]:
    """What is known after the observations of one run. Without `outage`, they tell it themselves.
    Merged twice, they count once."""
    last = {seen.id: seen for seen in observed}
    outage = outage or outage_of(tuple(last.values()), known)
    works = dict(known)
    for seen in last.values():
        left = outage.left_of(seen)
        if left is not None:
            works[seen.id] = remember(works.get(seen.id), left, moment, outage=False)
    return works


def replace_checks(folder: Path, works: Mapping[str, CheckedWork]) -> None:
    """Write sources.json whole or not at all, also when the power fails."""
    path = folder / CHECKS_FILE
    path.parent.mkdir(parents=True, exist_ok=True)
    replace_whole(path, checks_text(works).encode())


def _stamp(folder: Path) -> tuple[int, ...]:
    """Changes with every change of the file; empty where there is none."""
    try:
        found = (folder / CHECKS_FILE).stat()
    except FileNotFoundError:
        return ()
    return found.st_ino, found.st_size, found.st_mtime_ns


def _read(folder: Path) -> Mapping[str, CheckedWork]:
    checks, problems = read_source_checks(folder)
    if checks.works is None:
        raise DamagedError(problems)
    return checks.works
