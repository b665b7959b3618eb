"""What a command costs, and why something could not be measured."""

from __future__ import annotations

import os
import resource
import subprocess
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

_LONGEST = 900.0  # seconds; a build that takes longer hangs


class NotMeasuredError(Exception):
    """Why there is no figure, in words for the table."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spent:
    """What one run of a command took, with all the processes that it started. In seconds."""

    cpu: float
    wall: float
    printed: str


def run(
    command: Sequence[str | Path],
    folder: Path,
    settings: Mapping[str, str] | None = None,
    *,
    good: Collection[int] = (0,),
) -> Spent:
    """Runs a command to its end in `folder`, with `settings` added to the environment.

    One at a time: the CPU time is what all children of this process took meanwhile.
    `good`: the exit codes of a program that did its work.
    """
    environment = {**os.environ, "LC_ALL": "C.UTF-8", **(settings or {})}
    before, start = _children(), perf_counter()
    try:
        done = subprocess.run(
            [str(part) for part in command],
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=_LONGEST,
            check=False,
        )
    except FileNotFoundError as error:
        raise NotMeasuredError(f"there is no {Path(command[0]).name} here") from error
    except subprocess.TimeoutExpired as error:
        raise NotMeasuredError(f"not ready after {_LONGEST:.0f} seconds") from error
    if done.returncode not in good:
        raise NotMeasuredError(_last_words(done.stderr or done.stdout))
    return Spent(cpu=_children() - before, wall=perf_counter() - start, printed=done.stdout)


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _last_words(text: str) -> str:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    telling = [line for line in lines if "error" in line.lower() and "debug-0.log" not in line]
    return ((telling or lines or ["it failed without a word"])[-1])[:160]
