"""The graphics of many posts: planned on several cores, or remembered from the last build."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, field
from functools import partial

from plugins.cited_sources.citations import keys_of, source_of
from plugins.practice.people import Person
from plugins.practice.posts import HealthPost, Post
from plugins.practice.problems import Problem
from plugins.practice.settings import Practice
from plugins.practice.sources import Source
from plugins.share_graphics.cache import GraphicCache
from plugins.share_graphics.graphic import Graphic
from plugins.share_graphics.plan import plan_graphics
from plugins.share_graphics.versions import digest_of_what_draws

_CHUNK = 8
"""Posts handed to a worker at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Studio:
    """What the graphics of all posts have in common."""

    practice: Practice
    people: Mapping[str, Person]
    shapes: Sequence[str]
    slides: bool = False
    sources: Mapping[str, Source] = field(default_factory=dict)
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    """The practice's own pictures, by their names in content/images."""

    def plan(self, post: Post) -> tuple[tuple[Graphic, ...], tuple[Problem, ...]]:
        """The post's graphics and what is wrong with them."""
        return plan_graphics(
            post,
            practice=self.practice,
            people=self.people,
            shapes=self.shapes,
            slides=self.slides,
            sources=self.sources,
            pictures=self.pictures,
        )

    def digest(self) -> str:
        """The sha256 of everything here but the sources, and of the code that draws."""
        pictures = sorted(
            (n, hashlib.sha256(data).hexdigest()) for n, data in self.pictures.items()
        )
        parts = (digest_of_what_draws(), self.practice, sorted(self.people.items()),
                 tuple(self.shapes), self.slides, pictures)  # fmt: skip
        return hashlib.sha256(repr(parts).encode()).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedGraphics:
    """The graphics of one post. `made_from` is the sha256 of all that they were planned from."""

    graphics: tuple[Graphic, ...]
    problems: tuple[Problem, ...]
    made_from: str


def plan_all(
    posts: Sequence[Post],
    studio: Studio,
    cache: GraphicCache | None = None,
    executor: Executor | None = None,
) -> list[PlannedGraphics]:
    """The graphics of each post, in the order given; `cache` remembers those that did not change.

    A post with problems is planned anew each time: they tell lines, which move.
    """
    keys = list(_keys(posts, studio))
    known = [cache.recall(key, p.uid) if cache else None
             for key, p in zip(keys, posts, strict=True)]  # fmt: skip
    fresh = _planned([p for p, kept in zip(posts, known, strict=True) if kept is None],
                     studio, executor)  # fmt: skip
    found = []
    for key, kept in zip(keys, known, strict=True):
        graphics, problems = next(fresh) if kept is None else (kept, ())
        if cache and kept is None and not problems:
            cache.remember(key, graphics)
        found.append(PlannedGraphics(graphics=graphics, problems=problems, made_from=key))
    return found


def _planned(
    posts: Sequence[Post], studio: Studio, executor: Executor | None
) -> Iterator[tuple[tuple[Graphic, ...], tuple[Problem, ...]]]:
    if executor and posts:
        return executor.map(partial(Studio.plan, studio), posts, chunksize=_CHUNK)
    return map(studio.plan, posts)


def _keys(posts: Sequence[Post], studio: Studio) -> Iterator[str]:
    shared = studio.digest()
    for post in posts:
        works = [source_of(key, studio.sources) for key in _cited(post)]
        yield hashlib.sha256(repr((shared, post, works)).encode()).hexdigest()


def _cited(post: Post) -> Iterator[str]:
    yield from keys_of(post)
    if isinstance(post, HealthPost) and post.risk:
        yield post.risk.source
