"""The review pages of the preview: every post's, and the list; a process of its own makes them
after each build, from the practice's real address, which pictures and texts show."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from plugins.pelican_bridge.commands import moment_chooser
from plugins.pelican_bridge.plan import plan_build
from plugins.pelican_bridge.planned import BuildPlan, PlannedPost
from plugins.pelican_bridge.review_page.asked import asked_of
from plugins.pelican_bridge.review_page.command import all_problems
from plugins.pelican_bridge.review_page.local_answers import (
    ADDRESS,
    PAGES_FOLDER,
    PICTURES_FOLDER,
    TOKEN,
)
from plugins.pelican_bridge.review_page.page import Form, printed, review_page
from plugins.pelican_bridge.review_page.parts import Material, review_view
from plugins.pelican_bridge.review_page.patient_view import pages_by_file
from plugins.pelican_bridge.review_page.pictures import ServedPictures
from plugins.pelican_bridge.swap import staged
from plugins.pelican_bridge.workers import SpareProcesses
from plugins.practice.amounts import counted
from plugins.practice.posts import State
from plugins.practice.problems import Problem
from plugins.practice.reading import read_content
from plugins.share_graphics.cache import GraphicCache, draw_cached

PICTURES = f"{ADDRESS}pictures/"


@dataclass(frozen=True, slots=True, kw_only=True)
class RowView:
    """A post in the list."""

    uid: str
    title: str
    lang: str
    kind: str
    state: str
    authors: str
    needs: str
    """"Approved by 1 person. Still needed: an approval by a clinician."."""
    blocks: str
    """"2 points keep it from going out"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupView:
    """Posts that need the same of those who read the list."""

    id: str
    name: str
    about: str
    rows: tuple[RowView, ...]


def make_local_pages(content_folder: Path, folder: Path) -> int:
    """Write all pages into the preview's `folder`. Returns 1, and leaves the last good ones, when
    the content cannot be read."""
    content, _ = read_content(content_folder)
    if content is None:
        return 1
    cache = GraphicCache(folder / PICTURES_FOLDER)
    with SpareProcesses() as executor:
        moment = moment_chooser("")(content.practice)
        plan = plan_build(content, moment, preview=True, cache=cache, executor=executor)
        graphics = [graphic for p in plan.posts for graphic in p.graphics.values()]
        for _ in draw_cached(graphics, cache, executor):
            pass
    with staged(folder / PAGES_FOLDER) as pages:
        for name, data in _pages(plan).items():
            (pages / name).write_bytes(data)
    cache.prune(graphics, (p.made_from for p in plan.posts))
    return 0


def _pages(plan: BuildPlan) -> dict[str, bytes]:
    """Each page by its file: "index.html", "afluarticle.html"."""
    practice = plan.content.practice
    problems = all_problems(plan)
    material = Material(
        plan=plan,
        pages=pages_by_file(plan),
        problems=problems,
        pictures=ServedPictures(PICTURES),
    )
    signed = practice.review.signed
    pages = {"index.html": list_page(plan, problems)}
    for planned in plan.posts:
        uid = planned.post.uid
        form = Form(action=f"{ADDRESS}{uid}/", token=TOKEN, signed=signed)
        pages[f"{uid}.html"] = review_page(review_view(planned, material), practice, form)
    return pages


def list_page(plan: BuildPlan, problems: Sequence[Problem]) -> bytes:
    """Every post with what it needs: what waits for readers first."""
    blocking: dict[str, int] = {}
    for problem in problems:
        blocking[problem.file] = blocking.get(problem.file, 0) + problem.blocks
    rows = {p.post.file: _row(p, plan, blocking.get(p.post.file, 0)) for p in plan.posts}
    groups = [
        GroupView(
            id=id_,
            name=name,
            about=about,
            rows=tuple(rows[p.post.file] for p in plan.posts if _group(p, plan) == id_),
        )
        for id_, name, about in _GROUPS
    ]
    waiting = len(groups[0].rows)
    headline = f"{counted(waiting, 'post waits', 'posts wait')} for readers"
    return printed(
        "list.html",
        plan.content.practice,
        headline=headline if waiting else "No post waits for a reader",
        groups=[group for group in groups if group.rows],
    )


_GROUPS = (
    ("waiting", "Waiting for readers", "Not enough people have approved the text as it is now."),
    ("unfit", "To be mended first", "Nobody can approve them before their open points are mended."),
    ("approved", "Approved", "Enough people have approved exactly this text."),
    ("drafts", "Drafts", "Their writers have not finished them. They can be read all the same."),
    ("withdrawn", "Withdrawn", "Taken back; they need nobody."),
)


def _group(planned: PlannedPost, plan: BuildPlan) -> str:
    by_state = {State.DRAFT: "drafts", State.WITHDRAWN: "withdrawn"}
    asked = asked_of(planned, plan)
    waiting = "unfit" if asked.unfit else "waiting"
    return by_state.get(planned.state, waiting if asked.missing else "approved")


def _row(planned: PlannedPost, plan: BuildPlan, blocking: int) -> RowView:
    post, asked = planned.post, asked_of(planned, plan)
    given = ", ".join(one.who for one in asked.given)
    needs = f"Still needed: {'; '.join(asked.missing)}." if asked.missing else ""
    return RowView(
        uid=post.uid,
        title=post.title,
        lang=post.lang,
        kind=post.kind.capitalize(),
        state=str(planned.state).capitalize(),
        authors=asked.authors,
        needs=" ".join(part for part in (f"Approved by {given}." if given else "", needs) if part),
        blocks=_points(blocking) if asked.unfit else "",
    )


def _points(blocking: int) -> str:
    return f"{counted(blocking, 'point keeps', 'points keep')} it from going out"


if __name__ == "__main__":
    sys.exit(make_local_pages(Path(sys.argv[1]), Path(sys.argv[2])))
