"""Other processes to draw in, where there is so much to draw that starting them pays."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager

_PAYS_FROM = 120
# Pictures: a process takes about as long to start as 60 of them take to draw, and shares the work.


@contextmanager
def drawing_workers(missing: int) -> Iterator[Executor | None]:
    """One process for each processor, for `missing` pictures; None where this one draws alone.

    The processes are started afresh ("spawn"): this one has threads, whose locks a copy of it
    would hold for ever.
    """
    count = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    if missing < _PAYS_FROM or not count or count < 2:
        yield None
        return
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(count, mp_context=context, initializer=_leave_ctrl_c) as pool:
        yield pool


def _leave_ctrl_c() -> None:
    """Ctrl-C is told by the process that was started by a person, not by each of its helpers."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
