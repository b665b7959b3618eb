"""The benchmark of pictures: `python3 tasks.py bench`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from functools import partial

from benchmarks import machine
from benchmarks.graphics import ours
from benchmarks.graphics.collecting import ROOT, draw_large, draw_ours, in_rounds
from benchmarks.graphics.engines import ENGINES, Engine, draw_cards, prepare
from benchmarks.graphics.figures import Peer, Results
from benchmarks.graphics.pictures import draw_pictures
from benchmarks.graphics.sites import FEW
from benchmarks.graphics.table import report
from benchmarks.graphics.texts import posts_in
from benchmarks.markdown import README, write_readme
from benchmarks.measuring import NotMeasuredError

_LARGE_RUNS = 3


def main(arguments: Sequence[str]) -> int:
    """Measures, prints the tables, and writes them into README.md where all engines were asked."""
    options = _options(arguments)
    if options.pictures:
        print(f"Look at {draw_pictures().relative_to(ROOT)}")
        return 0
    about = machine.about(options.rounds)
    table = report(_measure(() if options.ours else ENGINES, options.rounds), about)
    print(table)
    if not options.ours:
        write_readme(README, "graphics", table)
    return 0


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python3 tasks.py bench")
    parser.add_argument("--ours", action="store_true")
    parser.add_argument("--pictures", action="store_true")
    parser.add_argument("--rounds", type=int, default=5)
    return parser.parse_args(arguments)


def _measure(engines: Sequence[Engine], rounds: int) -> Results:
    versions = {engine.label: _prepared(engine) for engine in engines}
    posts = posts_in("en", FEW + ours.COUNTED)
    own = {name: partial(draw_ours, name) for name in ours.FIGURES if name != "many"}
    others = {engine.label: partial(draw_cards, engine, posts) for engine in engines}
    found = in_rounds({**own, **others}, rounds)
    return Results(
        ours={name: found[name] for name in own},
        large=draw_large(_LARGE_RUNS),
        peers=[Peer(e, versions[e.label], found[e.label]) for e in engines],
    )


def _prepared(engine: Engine) -> str:
    """Its version; one that cannot be installed says why when it is asked to draw."""
    print(f"preparing {engine.label}", file=sys.stderr, flush=True)
    try:
        return prepare(engine)
    except NotMeasuredError:
        return ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
