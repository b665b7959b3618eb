"""Measuring in rounds: everything in turn, so that a slow minute of the machine hits all alike."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from benchmarks.graphics.figures import Figure, Large
from benchmarks.measuring import NotMeasuredError, run

ROOT = Path(__file__).parents[2]

Taken = tuple[list[float], list[float]]
"""CPU milliseconds of what was drawn once, and the bytes of each picture."""
Drawing = Callable[[], Taken]


def in_rounds(drawings: Mapping[str, Drawing], rounds: int) -> dict[str, Figure | str]:
    """A figure by name, or why there is none; what failed once is not tried again."""
    taken: dict[str, list[Taken]] = {name: [] for name in drawings}
    reasons: dict[str, str] = {}
    for number in range(1, rounds + 1):
        for name in [name for name in drawings if name not in reasons]:
            print(f"round {number} of {rounds}: {name}", file=sys.stderr, flush=True)
            try:
                taken[name].append(drawings[name]())
            except NotMeasuredError as reason:
                reasons[name] = str(reason)
    return {name: reasons.get(name) or _figure(taken[name]) for name in drawings}


def _figure(taken: list[Taken]) -> Figure:
    return Figure(tuple(tuple(spent) for spent, _ in taken), tuple(taken[-1][1]))


def draw_ours(name: str) -> Taken:
    """One of `ours.FIGURES`, in a process of its own."""
    printed = _printed(name)
    return printed["cpu_ms"], printed["bytes"]


def draw_large(runs: int) -> Large | str:
    """The large build; of several runs the one in the middle."""
    try:
        taken = [_printed("many") for _ in range(runs)]
    except NotMeasuredError as reason:
        return str(reason)
    large = [Large(**{name: of[0] for name, of in one.items()}) for one in taken]
    return sorted(large, key=lambda one: one.over_ideal)[len(large) // 2]


def _printed(name: str) -> dict[str, list[float]]:
    command = [sys.executable, "-m", "benchmarks.graphics.ours", name]
    return {key: list(of) for key, of in json.loads(run(command, ROOT).printed).items()}
