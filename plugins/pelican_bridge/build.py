"""One build: read, plan, write beside the old site, check, swap in."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Executor
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from pelican import Pelican
from pelican.log import FatalLogger
from pelican.log import console as pelican_console
from pelican.settings import read_settings

from plugins.pelican_bridge.image_files import images_of, published_images, thumbnails
from plugins.pelican_bridge.plan import BuildPlan, PlannedPost, plan_build
from plugins.pelican_bridge.plugin import settings_for
from plugins.pelican_bridge.site_check import check_site
from plugins.pelican_bridge.site_files import site_files
from plugins.pelican_bridge.site_pages import SitePage, plan_pages
from plugins.pelican_bridge.swap import staged
from plugins.pelican_bridge.targets import check_targets
from plugins.pelican_bridge.writing import OutputFolder
from plugins.practice.posts import State
from plugins.practice.practice_file import FILE as PRACTICE_FILE
from plugins.practice.problems import Problem, worst_first
from plugins.practice.reading import read_content
from plugins.practice.settings import Practice
from plugins.scheduler_feeds.plan import plan_feeds
from plugins.scheduler_feeds.serialising import as_bytes
from plugins.scheduler_feeds.shared_post import SharedPost
from plugins.share_graphics.cache import GraphicCache, draw_cached
from plugins.share_kit.kit_post import SHAREABLE, KitPost, graphic_file
from plugins.share_kit.plan import plan_kit

ROOT = Path(__file__).parents[2]
"""The repository."""

Progress = Callable[[str], None]
"""Is told what is being done, in a few words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildRequest:
    """What to build, from where, to where."""

    content: Path
    output: Path
    kit: Path
    cache: Path
    day_of: Callable[[Practice], date]
    """Finds the build day, once the practice and its zone are known."""
    preview: bool = False
    site_url: str = ""
    """Instead of the practice's own address: for a preview on this machine."""
    executor: Executor | None = None
    """Draws the graphics, when given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildResult:
    """What a build did; `plan` is None when nothing could be built."""

    problems: tuple[Problem, ...]
    plan: BuildPlan | None = None
    drawn: int = 0
    reused: int = 0
    feeds: int = 0
    pages: int = 0


def build_site(request: BuildRequest, progress: Progress) -> BuildResult:
    """Build site and kit, and swap both in.

    OSError, WrongUseError (a folder that is not a build's own): nothing was changed.
    """
    check_targets(request.content, request.output, request.kit)
    progress("Reading the content")
    content, problems = read_content(request.content)
    if content is None:
        return BuildResult(problems=tuple(worst_first(problems)))
    if request.site_url:
        practice = replace(content.practice, site_url=request.site_url)
        content = replace(content, practice=practice)
    progress("Planning")
    plan = plan_build(content, request.day_of(content.practice), preview=request.preview)
    if any(problem.blocks and problem.file == PRACTICE_FILE for problem in plan.problems):
        return BuildResult(problems=plan.problems)
    with ExitStack() as stack:
        output = OutputFolder(stack.enter_context(staged(request.output)))
        kit = OutputFolder(stack.enter_context(staged(request.kit)))
        return _write(request, plan, output, kit, progress)


def _write(
    request: BuildRequest,
    plan: BuildPlan,
    output: OutputFolder,
    kit: OutputFolder,
    progress: Progress,
) -> BuildResult:
    """Fill the two staged folders with what the plan says."""
    practice = plan.content.practice
    pages = plan_pages(plan)
    progress(f"Writing {len(pages)} pages")
    _run_pelican(plan, pages, output.root)
    output.write_all(site_files(pages, practice))
    output.write_all(published_images(images_of(plan), plan.content.folder))
    progress("Drawing graphics")
    graphics = _draw(request, plan)
    _write_graphics(request, plan, graphics, output)
    progress("Writing feeds and kit")
    feeds = plan_feeds(
        [_shared(p) for p in plan.posts if p.state is State.PUBLISHED], practice=practice
    )
    output.write_all({feed.path: as_bytes(feed, graphics.sizes) for feed in feeds})
    problems = worst_first([*plan.problems, *check_site(output.root, practice)])
    kit.write_all(_kit_files(plan, problems, graphics))
    return BuildResult(
        problems=tuple(problems),
        plan=plan,
        drawn=len(graphics.files) - graphics.reused,
        reused=graphics.reused,
        feeds=len(feeds),
        pages=len(pages),
    )


@dataclass(frozen=True, slots=True)
class _Graphics:
    """The JPEG of every graphic by its path in the output, and how many were drawn before."""

    files: Mapping[str, bytes]
    reused: int

    @property
    def sizes(self) -> dict[str, int]:
        return {path: len(data) for path, data in self.files.items()}


def _draw(request: BuildRequest, plan: BuildPlan) -> _Graphics:
    """The graphics of the posts on the site, and of those that the kit shares."""
    posts = [p for p in plan.posts if p.state in SHAREABLE or p.rendered is not None]
    wanted = [graphic for planned in posts for graphic in planned.graphics.values()]
    cache = GraphicCache(request.cache / "graphics")
    reused = sum(map(cache.holds, wanted))
    files = {g.path: data for g, data in draw_cached(wanted, cache, request.executor)}
    cache.prune(wanted)
    return _Graphics(files, reused)


def _write_graphics(
    request: BuildRequest, plan: BuildPlan, graphics: _Graphics, output: OutputFolder
) -> None:
    """The graphics of the posts on the site, each square with a small copy for lists."""
    shown = [graphic for planned in plan.on_site for graphic in planned.graphics.values()]
    output.write_all({graphic.path: graphics.files[graphic.path] for graphic in shown})
    squares = [(g, graphics.files[g.path]) for g in shown if g.shape == "square"]
    cache = GraphicCache(request.cache / "thumbnails")
    output.write_all(thumbnails(squares, cache))
    cache.prune(graphic for graphic, _ in squares)


def _run_pelican(plan: BuildPlan, pages: Sequence[SitePage], output: Path) -> None:
    """Pelican prints exactly these pages; an error of its own is a bug of ours, and raised."""
    FatalLogger.fatal_lvl = logging.ERROR
    pelican_console.quiet = True  # our own table tells what was done
    practice = plan.content.practice
    settings = read_settings(
        str(ROOT / "pelicanconf.py"),
        override={
            "PATH": str(plan.content.folder.resolve()),
            "OUTPUT_PATH": str(output),
            "SITEURL": practice.site_url,
            "SITENAME": practice.name,
            "TIMEZONE": practice.time_zone,
            "DEFAULT_LANG": practice.lang,
            **settings_for(pages),
        },
    )
    Pelican(settings).run()


def _font() -> bytes:
    """The site's heading font, so that the kit looks like what it shares."""
    return (ROOT / "theme/static/fonts/source-sans-3-semibold.woff2").read_bytes()


def _shared(planned: PlannedPost) -> SharedPost:
    return SharedPost(
        post=planned.post,
        url=planned.url,
        html=planned.rendered.html if planned.rendered else "",
        graphics=planned.graphics,
        snippets=planned.snippets,
    )


def _kit_files(
    plan: BuildPlan, problems: Sequence[Problem], graphics: _Graphics
) -> dict[str, bytes]:
    """Everything that lies in the kit: its page and texts, and the pictures to share."""
    practice = plan.content.practice
    posts = [KitPost(post=p.post, state=p.state, url=p.url, shared=_shared(p)) for p in plan.posts]
    pictures = {
        graphic_file(planned.post, graphic.shape, practice): graphics.files[graphic.path]
        for planned in plan.posts
        if planned.state in SHAREABLE
        for graphic in planned.graphics.values()
    }
    texts = plan_kit(
        posts,
        problems,
        practice=practice,
        today=plan.today,
        sizes=graphics.sizes,
        font=_font(),
    )
    return {**texts, **pictures}
