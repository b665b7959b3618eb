"""The pictures of a build: drawn or kept, and laid into site and kit post by post.

One post's files are in memory at a time: those of a thousand posts would fill it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Executor
from dataclasses import dataclass
from pathlib import Path

from plugins.networks.pictures import takes_document
from plugins.pelican_bridge.image_files import thumbnails
from plugins.pelican_bridge.plan import BuildPlan, PlannedPost
from plugins.pelican_bridge.sharing import may_be_shared
from plugins.pelican_bridge.writing import OutputFolder
from plugins.practice.addresses import slides_path
from plugins.practice.problems import Problem
from plugins.practice.settings import Practice
from plugins.share_graphics.cache import GraphicCache, draw_cached
from plugins.share_graphics.documents import slides_of, slides_pdf
from plugins.share_graphics.draw import MOST_BYTES
from plugins.share_graphics.findings import too_large
from plugins.share_graphics.graphic import Graphic
from plugins.share_kit.kit_post import document_file, graphic_file


@dataclass(frozen=True, slots=True, kw_only=True)
class Pictures:
    """What came of the pictures."""

    sizes: Mapping[str, int]
    """The bytes of each picture and PDF by its path in the output."""
    drawn: int
    reused: int
    carousels: int
    documents: int
    problems: tuple[Problem, ...] = ()
    """Pictures that came out too large."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Where pictures go, and where they are kept between builds."""

    output: OutputFolder
    kit: OutputFolder
    cache: Path


def write_pictures(plan: BuildPlan, places: Places, executor: Executor | None) -> Pictures:
    """Draw what is not kept, and write all to its place: pictures for the site and the kit."""
    posts = [p for p in plan.posts if may_be_shared(p, plan.today) or p.rendered is not None]
    wanted = [graphic for planned in posts for graphic in planned.graphics.values()]
    wanted += plan.profiles
    cache = GraphicCache(places.cache / "graphics")
    missing = sum(not cache.holds(graphic) for graphic in wanted)
    files = draw_cached(wanted, cache, executor)
    sizes: dict[str, int] = {}
    for planned in posts:
        drawn = [next(files) for _ in planned.graphics]
        in_kit = may_be_shared(planned, plan.today)
        sizes |= _lay(planned, drawn, plan.content.practice, places, in_kit=in_kit)
    profiles = {graphic.path: data for graphic, data in files}
    places.kit.write_all(profiles)
    cache.prune(wanted, (planned.made_from for planned in posts))
    _thumbnail_cache(places).prune(graphic for graphic in wanted if graphic.shape == "square")
    return Pictures(
        sizes=sizes,
        drawn=missing,
        reused=len(wanted) - missing,
        carousels=sum(bool(slides_of(planned.graphics)) for planned in posts),
        documents=len(sizes) + len(profiles) - len(wanted),
        problems=tuple(problem for planned in posts for problem in _too_large(planned, sizes)),
    )


def _too_large(planned: PlannedPost, sizes: Mapping[str, int]) -> Iterator[Problem]:
    for graphic in planned.graphics.values():
        if sizes[graphic.path] > MOST_BYTES:
            yield too_large(planned.post, graphic.shape, sizes[graphic.path], MOST_BYTES)


def _lay(
    planned: PlannedPost,
    drawn: Iterable[tuple[Graphic, bytes]],
    practice: Practice,
    places: Places,
    *,
    in_kit: bool,
) -> dict[str, int]:
    """Write the pictures of a post where they belong; their sizes by path."""
    drawn = list(drawn)
    files = {graphic.path: data for graphic, data in drawn}
    document = _document(planned, files, practice)
    if planned.rendered is not None:
        squares = [(graphic, data) for graphic, data in drawn if graphic.shape == "square"]
        small = thumbnails(squares, _thumbnail_cache(places))
        places.output.write_all({**files, **document, **small})
    if in_kit:
        post = planned.post
        own = {graphic_file(post, graphic.shape, practice): data for graphic, data in drawn}
        own |= {document_file(post, practice): data for data in document.values()}
        places.kit.write_all(own)
    return {path: len(data) for path, data in {**files, **document}.items()}


def _document(
    planned: PlannedPost, files: Mapping[str, bytes], practice: Practice
) -> dict[str, bytes]:
    """The slides as one PDF by its path in the output, where a network in use takes it."""
    slides = slides_of(planned.graphics)
    if not slides or not takes_document(practice):
        return {}
    document = slides_pdf(
        [files[slide.path] for slide in slides],
        title=planned.post.title,
        lang=planned.post.lang,
        alts=[slide.alt for slide in slides],
    )
    return {slides_path(planned.post, practice): document}


def _thumbnail_cache(places: Places) -> GraphicCache:
    return GraphicCache(places.cache / "thumbnails")
