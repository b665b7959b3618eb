"""The benchmark of pictures: `python3 tasks.py bench`."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.graphics import machine, ours
from benchmarks.graphics.engines import ENGINES, Engine, draw_cards, prepare
from benchmarks.graphics.figures import Figure, Large, Peer, Results
from benchmarks.graphics.measuring import NotMeasured, run
from benchmarks.graphics.pictures import draw_pictures
from benchmarks.graphics.sites import FEW
from benchmarks.graphics.table import report, write_readme
from benchmarks.graphics.texts import posts_in

ROOT = Path(__file__).parents[2]
README = ROOT / "benchmarks" / "README.md"
_LARGE_RUNS = 3

Collected = list[tuple[list[float], list[int]]]
"""Milliseconds and bytes, a pair a round."""


def main(arguments: Sequence[str]) -> int:
    """Measures in rounds, everything in turn, so that a slow minute of the machine hits all."""
    options = _options(arguments)
    if options.pictures:
        print(f"Look at {draw_pictures().relative_to(ROOT)}")
        return 0
    about = machine.about(options.rounds)
    table = report(_measure(options.rounds, () if options.ours else ENGINES), about)
    print(table)
    if not options.ours:
        write_readme(README, table)
    return 0


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python3 tasks.py bench")
    parser.add_argument("--ours", action="store_true", help="no other engine; README.md is kept")
    parser.add_argument("--pictures", action="store_true", help="a sheet of what all draw")
    parser.add_argument("--rounds", type=int, default=5)
    return parser.parse_args(arguments)


def _measure(rounds: int, engines: Sequence[Engine]) -> Results:
    versions = {engine: _attempt(engine) for engine in engines}
    reasons = {engine: str(found) for engine, found in versions.items() if _failed(found)}
    collected: dict[str | Engine, Collected] = {}
    for number in range(rounds):
        for subject in (*_own_names(), *engines):
            if subject not in reasons:
                _say(number + 1, subject)
                ...
    raise NotImplementedError


def _say(number: int, subject: str | Engine) -> None:
    print(subject, number)
