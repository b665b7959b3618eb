"""A lock that dies with its process, where the system has one."""

from __future__ import annotations

import importlib
import os
from typing import Any

_FAR = 1 << 40
"""Windows locks bytes, and locked ones cannot be read: one that no file reaches."""
_BUSY = (BlockingIOError, PermissionError)


class BusyError(Exception):
    """Another run has the lock."""


def lock(fd: int) -> None:
    """Lock an open file against other processes until it is closed; raise `BusyError` where one
    has it. On a file system that knows no locks, nothing is locked."""
    try:
        _take(fd)
    except _BUSY:
        raise BusyError from None
    except OSError:
        return


def _take(fd: int) -> None:
    fcntl, msvcrt = _module("fcntl"), _module("msvcrt")
    if fcntl:
        fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
    elif msvcrt:
        os.lseek(fd, _FAR, os.SEEK_SET)
        msvcrt.locking(fd, msvcrt.LK_NBLCK, 1)


def _module(name: str) -> Any:
    """The module where the system has it; each knows only one of the two."""
    try:
        return importlib.import_module(name)
    except ImportError:
        return None
