"""What `close` tells: what it published, on whose words, what to hang up and say, what is next."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from rich.console import Console
from rich.markup import escape

from plugins.pelican_bridge.build import BuildResult
from plugins.pelican_bridge.closures.changes import Change
from plugins.pelican_bridge.closures.ground import Ground
from plugins.pelican_bridge.closures.words import voicemail_of
from plugins.pelican_bridge.planned import BuildPlan, PlannedPost
from plugins.pelican_bridge.telling import tell_problems
from plugins.practice.amounts import counted, joined
from plugins.practice.dates import long_day
from plugins.practice.posts import Notice, State
from plugins.share_kit.closures.signs import sign_file

_LANG = "en"


def tell_ground(console: Console, ground: Ground) -> None:
    """Loudly, when something was taken from history."""
    for line in ground.borrowed:
        console.print(f"[bold red]Look at this today.[/] {escape(line)}", soft_wrap=True)


def tell_not_published(console: Console, change: Change, plan: BuildPlan) -> None:
    """What holds the notice."""
    tell_problems(console, [p for p in plan.problems if p.file == change.notice and p.blocks])


def tell_closure(console: Console, change: Change, plan: BuildPlan, kit: Path) -> None:
    """What is about to be built."""
    found = [p for p in plan.posts if _is_of(p, change)]
    for line in change.told:
        _say(console, line)
    if change.is_cancelled:
        _say(console, f"Taken back: {change.notice}. A short page stays at its address.")
        _say(console, "If it was posted somewhere, kit/index.html lists where to delete it.")
        return
    for planned in sorted(found, key=lambda p: p.post.file != change.notice):
        for line in _lines(planned, plan, is_over=change.is_over):
            _say(console, line)
    if change.is_over:
        _say(console, "You are open again. Take the sign down and reset the answering machine.")
        return
    slug = next((p.post.slug for p in found), "")
    _say(console, f"Door sign to print: {kit / sign_file(slug)}")
    _say(console, f"Texts and pictures for your networks: {kit / 'index.html'}")
    _say(console, "Commit content/notices/ and content/approvals/, so that it stays.")


def tell_built(console: Console, result: BuildResult) -> None:
    """That the site is built, and how much of it is held, in two lines."""
    if result.plan is None:
        tell_problems(console, [problem for problem in result.problems if problem.blocks])
        _say(console, "Not built. The last good site is untouched.")
        return
    held = result.plan.count(State.HELD)
    _say(console, f"Built: {counted(result.pages, 'page')}.")
    if held:
        posts = counted(held, "post is held, and stays", "posts are held, and stay")
        _say(console, f"{posts} back, as before: python3 tasks.py check says why.")


def _is_of(planned: PlannedPost, change: Change) -> bool:
    return planned.post.file in change.files or planned.post.file == change.notice


def _lines(planned: PlannedPost, plan: BuildPlan, *, is_over: bool) -> Iterator[str]:
    post = planned.post
    if not isinstance(post, Notice):
        return
    if planned.state is not State.PUBLISHED:
        yield f"{post.file} is held; python3 tasks.py check says why. The others go out."
        return
    yield f'"{post.title}"'
    yield f"  page: {planned.url}   file: content/{post.file}"
    yield f"  approved beforehand by {_approved(post, plan)}"
    if not is_over:
        yield f"  answering machine: {voicemail_of(post, plan)}"


def _approved(post: Notice, plan: BuildPlan) -> str:
    standing = plan.public.get(post.file)
    people = plan.content.people
    told = [
        f"{people[row.person].name} on {long_day(row.on, _LANG)}"
        for row in (standing.given if standing else ())
        if row.person in people
    ]
    return joined(told) or "nobody"


def _say(console: Console, words: str) -> None:
    console.print(words, highlight=False, soft_wrap=True, markup=False)
