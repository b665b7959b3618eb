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
from concurrent.futures import Executor
from contextlib import contextmanager
from datetime import UTC, date, datetime
from functools import partial
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from benchmarks.graphics.sites import FEW
from benchmarks.graphics.texts import SCRIPTS, Words, posts_in
from benchmarks.installing import CACHE
from benchmarks.machine import busy_seconds
from plugins.pelican_bridge.workers import SpareProcesses
from plugins.practice.people import Person
from plugins.practice.posts import Article
from plugins.practice.settings import Named, Practice
from plugins.share_graphics.cache import GraphicCache, draw_cached
from plugins.share_graphics.draw import draw_graphic
from plugins.share_graphics.planning import Studio, plan_all
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


def _studio(practice: str, shapes: Sequence[str], *, slides: bool = False) -> Studio:
    return Studio(
        practice=_practice(practice),
        people={"amara-okafor": _AUTHOR},
        shapes=shapes,
        slides=slides,
    )


def _drawn(studio: Studio, post: Article) -> list[int]:
    """Plans and draws; the bytes of each picture."""
    graphics, problems = studio.plan(post)
    blocking = [problem.what for problem in problems if problem.blocks]
    if blocking:
        raise RuntimeError(f"{post.title}: {blocking[0]}")
    return [len(draw_graphic(graphic)) for graphic in graphics]


def _series(
    posts: Sequence[Words], shapes: Sequence[str], *, slides: bool = False
) -> Iterator[tuple[float, list[int]]]:
    """CPU milliseconds of each post's pictures, planned and drawn, and the bytes of each."""
    studio = _studio(posts[0].practice, shapes, slides=slides)
    for number, words in enumerate(posts):
        post = _post(words, number)
        before = process_time()
        sizes = _drawn(studio, post)
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


def unchanged() -> dict[str, list[float]]:
    """A post whose pictures, in all shapes, are kept from the build before: found and read."""
    posts = [_post(words, n) for n, words in enumerate(posts_in("en", FEW + COUNTED))]
    with _cache() as cache:
        _build(posts, cache, None)
        _build(posts[:FEW], cache, None)
        before = process_time()
        _build(posts[FEW:], cache, None)
        spent = process_time() - before
    return {"cpu_ms": [spent * 1000 / COUNTED], "bytes": []}


def many() -> dict[str, list[float]]:
    """All shapes of a thousand posts on two processors, as a build makes them. Seconds.

    `others`: what the rest of the machine took from these processors meanwhile.
    """
    two = _keep_to_two_processors()
    posts = [_post(words, number) for number, words in enumerate(posts_in("en", MANY))]
    with _cache() as cache:
        start, before, busy = perf_counter(), _cpu_seconds(), busy_seconds(two)
        with SpareProcesses() as executor:
            pictures = _build(posts, cache, executor)
        wall, cpu = perf_counter() - start, _cpu_seconds() - before
    others = max(0.0, busy_seconds(two) - busy - cpu)
    return {"wall": [wall], "cpu": [cpu], "others": [others], "pictures": [pictures]}


def _keep_to_two_processors() -> list[int]:
    """Their numbers; none where the system cannot do it."""
    if not hasattr(os, "sched_setaffinity"):
        return []
    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:2])
    return sorted(os.sched_getaffinity(0))


def _build(posts: Sequence[Article], cache: GraphicCache, executor: Executor | None) -> int:
    """The pictures of a build, without its pages; how many there are."""
    planned = plan_all(posts, _studio("Crane Creek", _ALL), cache, executor)
    wanted = [graphic for one in planned for graphic in one.graphics]
    return sum(1 for _ in draw_cached(wanted, cache, executor))


@contextmanager
def _cache() -> Iterator[GraphicCache]:
    """A cache of pictures that lies where a build has its own, and goes again."""
    CACHE.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=CACHE) as folder:
        yield GraphicCache(Path(folder))


def _cpu_seconds() -> float:
    """Of this process and of those that it started and that have ended."""
    whose = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return sum(used.ru_utime + used.ru_stime for used in map(resource.getrusage, whose))


FIGURES: dict[str, Callable[[], dict[str, list[float]]]] = {
    **{f"card {script}": partial(cards, script) for script in SCRIPTS},
    "shapes": shapes,
    "slides": slides,
    "unchanged": unchanged,
    "many": many,
}

if __name__ == "__main__":
    print(json.dumps(FIGURES[sys.argv[1]]()))
