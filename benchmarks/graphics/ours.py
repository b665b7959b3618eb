"""Housecall's own pictures: the only file here that knows how they are planned and drawn.

Each figure is taken in a process of its own: `python -m benchmarks.graphics.ours NAME` prints it
as JSON. The first posts of each script only open the fonts and are not counted.
"""

from __future__ import annotations

import json
import os
import resource
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime
from functools import partial
from itertools import chain
from time import perf_counter, process_time

from benchmarks.graphics.sites import FEW
from benchmarks.graphics.texts import SCRIPTS, Words, posts_in
from plugins.pelican_bridge.workers import drawing_workers
from plugins.practice.people import Person
from plugins.practice.posts import Article
from plugins.practice.settings import Named, Practice
from plugins.share_graphics.draw import draw_all, draw_graphic
from plugins.share_graphics.graphic import Graphic
from plugins.share_graphics.plan import plan_graphics
from plugins.share_graphics.shapes import SHAPES

COUNTED = 100
"""Posts that are measured, after `FEW` that are not."""
MANY = 1000
"""Posts of the large build."""

_CARD, _ALL = ("card",), tuple(SHAPES)
_AUTHOR = Person(
    file="people/amara-okafor.md", slug="amara-okafor", lang="en", text="",
    title="Amara Okafor", name="Amara Okafor", credentials="MD", clinical=True,
)  # fmt: skip


def _practice(name: str) -> Practice:
    return Practice(
        name=name,
        short_name=name,
        site_url="https://www.example.org",
        languages=("en",),
        time_zone="America/New_York",
        phone="+1 212-555-0143",
        topics={"heart": Named(id="heart", name={"en": "Heart"})},
    )


def _post(words: Words, number: int) -> Article:
    return Article(
        file=f"articles/post-{number}.md",
        slug=f"post-{number}",
        uid=f"a{number:09}",
        title=words.title,
        summary=words.summary,
        key_points=tuple(f"{part.strip()}." for part in words.summary.split(".") if part.strip()),
        lang=words.lang,
        text="",
        date=datetime(2026, 11, 2, 9, tzinfo=UTC),
        authors=("amara-okafor",),
        topics=("heart",),
        last_reviewed=date(2026, 11, 21),
    )


def _planned(
    words: Words, number: int, shapes: Sequence[str], *, slides: bool = False
) -> tuple[Graphic, ...]:
    graphics, problems = plan_graphics(
        _post(words, number),
        practice=_practice(words.practice),
        people={"amara-okafor": _AUTHOR},
        shapes=shapes,
        slides=slides,
    )
    blocking = [problem.what for problem in problems if problem.blocks]
    if blocking:
        raise RuntimeError(f"{words.title}: {blocking[0]}")
    return graphics


def _series(
    posts: Sequence[Words], shapes: Sequence[str], *, slides: bool = False
) -> Iterator[tuple[float, list[int]]]:
    """CPU milliseconds of each post's pictures, planned and drawn, and the bytes of each."""
    for number, words in enumerate(posts):
        before = process_time()
        sizes = [len(draw_graphic(g)) for g in _planned(words, number, shapes, slides=slides)]
        spent = (process_time() - before) * 1000
        if number >= FEW:
            yield spent, sizes


def cards(script: str) -> dict[str, list[float]]:
    """The card of each post."""
    series = list(_series(posts_in(script, FEW + COUNTED), _CARD))
    return {"cpu_ms": [spent for spent, _ in series], "bytes": [size for _, (size,) in series]}


def shapes() -> dict[str, list[float]]:
    """All shapes of each post together."""
    series = list(_series(posts_in("en", FEW + COUNTED), _ALL))
    return {
        "cpu_ms": [spent for spent, _ in series],
        "bytes": list(chain.from_iterable(sizes for _, sizes in series)),
    }


def slides() -> dict[str, list[float]]:
    """One slide, by carousels."""
    series = list(_series(posts_in("en", FEW + COUNTED), (), slides=True))
    return {
        "cpu_ms": [spent / len(sizes) for spent, sizes in series],
        "bytes": list(chain.from_iterable(sizes for _, sizes in series)),
    }


def many() -> dict[str, list[float]]:
    """All shapes of a thousand posts on two processors, as a build draws them. Seconds."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:2])
    start, before = perf_counter(), _cpu_seconds()
    posts = enumerate(posts_in("en", MANY))
    wanted = [graphic for number, words in posts for graphic in _planned(words, number, _ALL)]
    with drawing_workers(len(wanted)) as workers:
        drawn = sum(bool(data) for _, data in draw_all(wanted, workers))
    return {
        "wall": [perf_counter() - start],
        "cpu": [_cpu_seconds() - before],
        "pictures": [drawn],
    }


def _cpu_seconds() -> float:
    """Of this process and of those that it started and that have ended."""
    whose = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return sum(used.ru_utime + used.ru_stime for used in map(resource.getrusage, whose))


FIGURES: dict[str, Callable[[], dict[str, list[float]]]] = {
    **{f"card {script}": partial(cards, script) for script in SCRIPTS},
    "shapes": shapes,
    "slides": slides,
    "many": many,
}

if __name__ == "__main__":
    print(json.dumps(FIGURES[sys.argv[1]]()))
