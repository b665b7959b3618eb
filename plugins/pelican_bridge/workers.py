"""Other processes to plan and draw in, where there is so much to do that starting them pays."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from typing import Any, TypeVar

_PAYS_FROM = 250
# Things to do. Two processes were ready after 1.0 s (2 cores, 2026-11-22), in which one alone draws
# about 125 pictures; it is done with 250 when they would be.

_Result = TypeVar("_Result")


class SpareProcesses(Executor):
    """Works in this process until it is given much to do, then in one process a processor.

    They are started afresh ("spawn"): this one has threads, whose locks a copy of it would hold
    for ever.
    """

    def __init__(self, count: int | None = None) -> None:
        """With `count` processes; by default as many as there are processors for us."""
        self._count = count or _processors()
        self._pool: ProcessPoolExecutor | None = None

    @property
    def started(self) -> bool:
        """Whether there are other processes yet."""
        return self._pool is not None

    def submit(self, fn: Callable[..., _Result], /, *args: Any, **named: Any) -> Future[_Result]:
        """In another process, whatever it is: who submits does not want to wait."""
        return self._started().submit(fn, *args, **named)

    def map(
        self,
        fn: Callable[..., _Result],
        *iterables: Iterable[Any],
        timeout: float | None = None,
        chunksize: int = 1,
    ) -> Iterator[_Result]:
        """The results in order; computed here, one when it is asked for, where there are few."""
        work = list(zip(*iterables, strict=False))
        if self._count < 2 or (self._pool is None and len(work) < _PAYS_FROM):
            return (fn(*given) for given in work)
        columns = zip(*work, strict=True)
        return self._started().map(fn, *columns, timeout=timeout, chunksize=chunksize)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = True) -> None:
        """Ends the processes; what nobody waits for any more is not begun."""
        if self._pool:
            self._pool.shutdown(wait, cancel_futures=cancel_futures)

    def _started(self) -> ProcessPoolExecutor:
        if self._pool is None:
            context = multiprocessing.get_context("spawn")
            self._pool = ProcessPoolExecutor(
                self._count, mp_context=context, initializer=_leave_ctrl_c
            )
        return self._pool


def _processors() -> int:
    """Those that this process may use: a container often has fewer than the machine."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _leave_ctrl_c() -> None:
    """Ctrl-C is for the process that a person started; it ends the others."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
