"""One build: read, plan, write beside the old site, check, swap in."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Executor
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from pelican import Pelican
from pelican.log import FatalLogger
from pelican.log import console as pelican_console
from pelican.settings import read_settings

from plugins.editorial_review.freshness.reviews import is_shareable
from plugins.pelican_bridge.build_day import start_of
from plugins.pelican_bridge.image_files import images_of, kept_images, published_images
from plugins.pelican_bridge.kit_files import write_kit
from plugins.pelican_bridge.ledger_keeping import online_after
from plugins.pelican_bridge.pictures import Pictures, Places, write_pictures
from plugins.pelican_bridge.plan import BuildPlan, plan_build
from plugins.pelican_bridge.plugin import settings_for
from plugins.pelican_bridge.sharing import Sharing, plan_sharing, shared_post
from plugins.pelican_bridge.site_check import check_site
from plugins.pelican_bridge.site_checks.bare_pictures import UnfitPicturesError, check_pictures
from plugins.pelican_bridge.site_checks.general_notice import UnfitPagesError, check_general_notice
from plugins.pelican_bridge.site_checks.legal_links import check_legal
from plugins.pelican_bridge.site_files import site_files
from plugins.pelican_bridge.site_pages import SitePage, plan_pages
from plugins.pelican_bridge.swap import staged
from plugins.pelican_bridge.targets import check_targets
from plugins.pelican_bridge.writing import OutputFolder
from plugins.practice.posts import State
from plugins.practice.practice_file import FILE as PRACTICE_FILE
from plugins.practice.problems import Problem, blocked_files, worst_first
from plugins.practice.reading import read_content
from plugins.practice.settings import Practice
from plugins.practice.source_check_files import CHECKS_FILE
from plugins.scheduler_feeds.feeds.feed import Feed
from plugins.scheduler_feeds.feeds.plan import plan_feeds
from plugins.scheduler_feeds.feeds.serialising import as_bytes
from plugins.share_graphics.cache import GraphicCache

_FOR_ALL = frozenset({PRACTICE_FILE, CHECKS_FILE})
"""Files on which every page rests. Without what is known of sources, posts that a retraction holds
would be public again: the last good site stays."""

ROOT = Path(__file__).parents[2]
"""The repository."""


def stops_everything(problems: Iterable[Problem]) -> bool:
    """Whether one of the problems keeps every page from being built."""
    return any(problem.blocks and problem.file in _FOR_ALL for problem in problems)


Progress = Callable[[str], None]
"""Is told what is being done, in a few words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildRequest:
    """What to build, from where, to where."""

    content: Path
    output: Path
    kit: Path
    cache: Path
    moment_of: Callable[[Practice], datetime]
    """Finds the moment that the build is for, once the practice and its zone are known."""
    preview: bool = False
    site_url: str = ""
    """Instead of the practice's own address: for a preview on this machine."""
    executor: Executor | None = None
    """Plans and draws the graphics, when given."""
    deploying: bool = False
    """Whether the site goes online with this build: the kit then takes it for online."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildResult:
    """What a build did; `plan` is None when nothing could be built."""

    problems: tuple[Problem, ...]
    plan: BuildPlan | None = None
    pictures: Pictures | None = None
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
    plan = plan_build(
        content,
        request.moment_of(content.practice),
        preview=request.preview,
        cache=GraphicCache(request.cache / "graphics"),
        executor=request.executor,
    )
    if blocked_files(plan.problems) & _FOR_ALL:
        return BuildResult(problems=plan.problems)
    try:
        with ExitStack() as stack:
            output = OutputFolder(stack.enter_context(staged(request.output)))
            kit = OutputFolder(stack.enter_context(staged(request.kit)))
            return _write(request, plan, output, kit, progress)
    except (UnfitPicturesError, UnfitPagesError) as unfit:
        return BuildResult(problems=(*unfit.problems, *plan.problems))


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
    output.write_all(published_images(images_of(plan), plan.content.folder) | kept_images(plan))
    progress("Drawing graphics")
    places = Places(output=output, kit=kit, cache=request.cache)
    pictures = write_pictures(plan, places, request.executor)
    progress("Writing feeds and kit")
    sharing = plan_sharing(plan, start_of(plan.today, practice))
    feeds = _feeds(plan, sharing)
    output.write_all({feed.path: as_bytes(feed, pictures.sizes) for feed in feeds})
    printed = {page.save_as: page.document for page in pages if page.document}
    lost = check_site(output.root, practice, printed) + check_legal(output.root, pages, plan)
    problems = worst_first([*plan.problems, *sharing.problems, *pictures.problems, *lost])
    public = online_after(plan) if request.deploying else plan.content.ledgers.public
    write_kit(kit, plan, sharing, problems, pictures.sizes, public)
    check_pictures({"output": output.root, "kit": kit.root})
    check_general_notice(output.root, printed)
    return BuildResult(
        problems=tuple(problems),
        plan=plan,
        pictures=pictures,
        feeds=len(feeds),
        pages=len(pages),
    )


def _feeds(plan: BuildPlan, sharing: Sharing) -> tuple[Feed, ...]:
    """Every feed, as the moment of the build and the ledger of uids allow."""
    public = [p for p in plan.posts if p.state is State.PUBLISHED]
    late = {p.post.file for p in public if not is_shareable(p.post, plan.today)}
    return plan_feeds(
        [shared_post(p) for p in public],
        practice=plan.content.practice,
        until=plan.moment,
        public=plan.content.ledgers.public,
        withheld=sharing.withheld | late,
        gone=[shared_post(p) for p in plan.posts if p.state is not State.PUBLISHED],
    )


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
