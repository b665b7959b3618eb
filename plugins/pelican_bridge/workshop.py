"""The commands for those who work on Housecall itself; they need the test lock."""

from __future__ import annotations

import shlex
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parents[2]
_BIN = Path(sys.executable).parent
_LINT = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("mypy",),
    ("lint-imports",),
)
_FIX = (("ruff", "check", "--fix", "."), ("ruff", "format", "."))


def lint() -> int:
    """Every check of the code; goes on after a failure, so that all is told. Exit code."""
    return max(_run(*command) for command in _LINT)


def fix() -> int:
    """Format, and mend what ruff can mend. Exit code."""
    return max(_run(*command) for command in _FIX)


def test(only: str) -> int:
    """The checks of the code, then pytest, whose summary is the last line. Exit code."""
    checked = lint()
    tested = _run("pytest", *shlex.split(only))
    return checked or tested


def bench(what: str, arguments: Sequence[str]) -> int:
    """Times us and other programs at "graphics" or "links" (benchmarks/README.md). Exit code."""
    command = [sys.executable, "-m", f"benchmarks.{what}", *arguments]
    return subprocess.call(command, cwd=ROOT)


def _run(tool: str, *arguments: str) -> int:
    return subprocess.call([str(_BIN / tool), *arguments], cwd=ROOT)
