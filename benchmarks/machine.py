"""What a run was made on, in one line."""

from __future__ import annotations

import os
import platform
from collections.abc import Collection
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.measuring import NotMeasuredError, run


def about(rounds: int) -> str:
    """The day, the machine, what runs on it, and how busy it was before we began."""
    parts = [
        f"Measured on {datetime.now(UTC):%Y-%m-%d} in {rounds} round{'s' if rounds > 1 else ''}",
        f"{_processor()}, {os.cpu_count()} processors",
        _system(),
        f"Python {platform.python_version()}",
    ]
    with suppress(NotMeasuredError):
        version = run(["node", "--version"], Path.cwd()).printed.strip()
        parts.append(f"Node.js {version.removeprefix('v')}")
    with suppress(OSError):
        parts.append(f"load {os.getloadavg()[0]:.1f} before the start")
    return ", ".join(parts) + "."


def _system() -> str:
    with suppress(OSError):
        return platform.freedesktop_os_release()["PRETTY_NAME"]
    return platform.platform(terse=True)


def _processor() -> str:
    with suppress(OSError):
        for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()


def busy_seconds(processors: Collection[int]) -> float:
    """How long these processors have worked since the machine was started, for anybody.

    From Linux's /proc/stat, whose columns are user, nice, system, idle, waiting, ...; else 0.
    """
    names, ticks = {f"cpu{number}" for number in processors}, 0
    with suppress(OSError):
        for line in Path("/proc/stat").read_text(encoding="utf-8").splitlines():
            name, *columns = line.split()
            if name in names:
                ticks += sum(int(columns[place]) for place in (0, 1, 2, 5, 6, 7))
    return ticks / os.sysconf("SC_CLK_TCK")
