"""The benchmark of links: `python3 tasks.py bench --links`."""

from __future__ import annotations

import argparse
import shlex
import sys
from collections.abc import Callable, Sequence
from functools import partial

from benchmarks import machine
from benchmarks.installing import install, version_of
from benchmarks.links import measuring
from benchmarks.links.figures import Measured, Results, Run
from benchmarks.links.programs import PEERS, SITE, WEB, Program
from benchmarks.links.site import BROKEN, LINKS
from benchmarks.links.table import report
from benchmarks.markdown import README, write_readme
from benchmarks.measuring import NotMeasuredError

Turn = Callable[[], Run]


def main(arguments: Sequence[str]) -> int:
    """Measures, prints the tables, and writes them into README.md where all were asked."""
    options = _options(arguments)
    about = machine.about(options.rounds)
    table = report(_measure(options.rounds, ours=options.ours), about)
    print(table)
    if not options.ours:
        write_readme(README, "links", table)
    return 0


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python3 tasks.py bench --links")
    parser.add_argument("--ours", action="store_true")
    parser.add_argument("--rounds", type=int, default=3)
    return parser.parse_args(arguments)


def _measure(rounds: int, *, ours: bool) -> Results:
    """Everything in turn, so that a slow minute of the machine hits all alike."""
    web, site = ((), ()) if ours else (WEB, SITE)
    turns: list[tuple[Program | None, Turn]] = [
        (None, partial(measuring.on_the_web, measuring.judged_by_us("web"))),
        *((one, partial(measuring.on_the_web, measuring.judged_by(one))) for one in web),
        (None, partial(measuring.on_the_site, measuring.judged_by_us("site"))),
        *((one, partial(measuring.on_the_site, measuring.judged_by(one))) for one in site),
    ]
    reasons = _prepared([program for program, _ in turns if program])
    found = _in_rounds(turns, rounds, reasons)
    return Results(
        addresses=measuring.ADDRESSES,
        web=found[: len(web) + 1],
        cases=measuring.CASES,
        links=LINKS,
        broken=BROKEN,
        site=found[len(web) + 1 :],
    )


def _prepared(programs: Sequence[Program]) -> dict[str, str]:
    """Installs them; why one cannot be had, by its folder."""
    reasons: dict[str, str] = {}
    for peer in dict.fromkeys(program.peer for program in programs):
        print(f"preparing {peer}", file=sys.stderr, flush=True)
        try:
            install(PEERS / peer)
        except NotMeasuredError as reason:
            reasons[peer] = str(reason)
    return reasons


def _in_rounds(
    turns: Sequence[tuple[Program | None, Turn]], rounds: int, missing: dict[str, str]
) -> list[Measured]:
    runs: list[list[Run]] = [[] for _ in turns]
    reasons = [missing.get(program.peer, "") if program else "" for program, _ in turns]
    for number in range(1, rounds + 1):
        for place, (program, turn) in enumerate(turns):
            if reasons[place]:
                continue
            name = program.name if program else "Housecall"
            print(f"round {number} of {rounds}: {name}", file=sys.stderr, flush=True)
            try:
                runs[place].append(turn())
            except NotMeasuredError as reason:
                reasons[place] = str(reason)
    return [
        _measured(program, tuple(taken), reason)
        for (program, _), taken, reason in zip(turns, runs, reasons, strict=True)
    ]


def _measured(program: Program | None, runs: tuple[Run, ...], reason: str) -> Measured:
    if program is None:
        return Measured(name="Housecall", runs=runs, reason=reason)
    return Measured(
        name=program.name,
        version=version_of(PEERS / program.peer, program.package),
        options=shlex.join(program.options),
        runs=runs,
        reason=reason,
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
