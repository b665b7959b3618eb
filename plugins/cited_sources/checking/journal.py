"""The journal of a run: every finished answer is in the file before the next one is begun.

It lies beside ledger/sources.json as `.sources.journal` and is gone after a run that came to its
end. One line each: the head with the moment of the run, then the observations. A killed process
leaves at most half a line, and no lock.
"""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from plugins.cited_sources.checking.journal_lines import line_of, observations_in
from plugins.cited_sources.checking.locks import lock
from plugins.cited_sources.observation import Observation
from plugins.practice.ledger_files import FOLDER

JOURNAL_FILE = f"{FOLDER}/.sources.journal"
_BYTES: int = getattr(os, "O_BINARY", 0)
"""Windows would else change the ends of lines."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Interrupted:
    """What a run that did not come to its end has left."""

    moment: datetime
    """When it began."""
    observed: tuple[Observation, ...] = ()
    already: frozenset[str] = frozenset()
    """Ids that runs interrupted before it had asked."""


class Journal:
    """The open file; only `opened` makes one."""

    def __init__(self, fd: int) -> None:
        self._fd = fd

    def left(self) -> Interrupted | None:
        """What stands in it."""
        os.lseek(self._fd, 0, os.SEEK_SET)
        head, _, lines = b"".join(iter(lambda: os.read(self._fd, 1 << 20), b"")).partition(b"\n")
        try:
            row = json.loads(head)
            moment, already = datetime.fromisoformat(row["moment"]), frozenset(row["already"])
            observed = tuple(observations_in(lines))
            return Interrupted(moment=moment, observed=observed, already=already)
        except (ValueError, TypeError, KeyError):
            return None  # killed before its first line was written, or nothing at all

    def begin(self, moment: datetime, already: Collection[str] = ()) -> None:
        """Start anew: what stood in it is forgotten."""
        os.ftruncate(self._fd, 0)
        head = {"moment": moment.isoformat(), "already": sorted(already)}
        self._write(json.dumps(head).encode("ascii") + b"\n")

    def add(self, seen: Observation) -> None:
        """Keep an answer. The system has it when this returns, whatever becomes of us."""
        self._write(line_of(seen))

    def end(self) -> None:
        """Forget everything: it stands in sources.json."""
        os.ftruncate(self._fd, 0)

    def _write(self, line: bytes) -> None:
        while line:
            line = line[os.write(self._fd, line) :]


@contextmanager
def opened(folder: Path) -> Iterator[Journal]:
    """The journal of a content folder, ours alone. Raises `BusyError` while another run has it,
    and `OSError` where it cannot be written."""
    path = folder / JOURNAL_FILE
    path.parent.mkdir(parents=True, exist_ok=True)
    fd = _open_alone(path)
    try:
        yield Journal(fd)
    finally:
        _remove_if_empty(path, fd)
        os.close(fd)


def _open_alone(path: Path) -> int:
    """The locked file that stands there now: another run may have removed it between our opening
    and our locking."""
    while True:
        fd = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND | _BYTES, 0o644)
        try:
            lock(fd)
            if _stands_at(path, fd):
                return fd
        except BaseException:
            os.close(fd)
            raise
        os.close(fd)


def _stands_at(path: Path, fd: int) -> bool:
    try:
        return os.path.samestat(path.stat(), os.fstat(fd))
    except FileNotFoundError:
        return False


def _remove_if_empty(path: Path, fd: int) -> None:
    if os.fstat(fd).st_size == 0:
        with suppress(OSError):  # Windows does not remove what is open: an empty file says nothing
            path.unlink()
