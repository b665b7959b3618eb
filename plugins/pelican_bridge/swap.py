"""Folders that change whole: staged beside their place, then swapped in.

Where the kernel can exchange two names at once (Linux, renameat2 with RENAME_EXCHANGE) nobody ever
sees half a site. Elsewhere two renames do it; a kill between them is repaired at the next start.
"""

from __future__ import annotations

import ctypes
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


@contextmanager
def staged(target: Path) -> Iterator[Path]:
    """A new empty folder that takes the place of `target` at the end of the block.

    When the block raises, `target` stays as it was. OSError: a folder that cannot be written.
    """
    target = target.resolve()
    target.parent.mkdir(parents=True, exist_ok=True)
    repair(target)
    staging = target.parent / f".{target.name}-staging-{os.getpid()}"
    staging.mkdir()
    try:
        yield staging
        _swap(staging, target)
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def repair(target: Path) -> None:
    """Undo what a killed build left: put the last good folder back, clear unfinished ones away."""
    old = _old(target)
    if old.exists() and not target.exists():
        old.rename(target)
    shutil.rmtree(old, ignore_errors=True)
    pattern = re.compile(rf"\.{re.escape(target.name)}-staging-(\d+)")
    for folder in target.parent.glob(f".{target.name}-staging-*"):
        owner = pattern.fullmatch(folder.name)
        if owner and not _is_alive(int(owner[1])):
            shutil.rmtree(folder, ignore_errors=True)


def _old(target: Path) -> Path:
    return target.parent / f".{target.name}-old"


def _is_alive(process: int) -> bool:
    if process == os.getpid():
        return False  # a number that came round again: this build has not staged anything yet
    if os.name == "nt":
        return True  # Windows' kill would end the process; its folder is cleared by its own build
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _swap(staging: Path, target: Path) -> None:
    if not target.exists():
        staging.rename(target)
    elif not _exchange(staging, target):
        old = _old(target)
        target.rename(old)
        staging.rename(target)
        shutil.rmtree(old, ignore_errors=True)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two names in one step; False where kernel or file system cannot."""
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError, TypeError):
        return False
    names = os.fsencode(one), os.fsencode(other)
    return bool(rename(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _RENAME_EXCHANGE) == 0)
