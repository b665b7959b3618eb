"""`approve FILE --as PERSON`: asks what must be asked, and says what came of it."""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from pathlib import Path

from rich.console import Console

from plugins.editorial_review.approvals.hashing import is_meant, short_hash
from plugins.editorial_review.approvals.standing import CONSENT, Standing
from plugins.editorial_review.approvals.telling import how_to_approve, who_could
from plugins.pelican_bridge.approvals.approving import (
    keep_copy,
    new_approval,
    planned_text,
    refuse_unfit,
    write_approval,
)
from plugins.pelican_bridge.approvals.signatures import sign, why_not
from plugins.pelican_bridge.build import ROOT
from plugins.pelican_bridge.closures.templates import with_templates
from plugins.pelican_bridge.command import command
from plugins.pelican_bridge.commands import moment_chooser
from plugins.pelican_bridge.mistakes import WrongUseError
from plugins.pelican_bridge.plan import plan_build
from plugins.pelican_bridge.planned import BuildPlan
from plugins.pelican_bridge.review_page.command import file_of
from plugins.pelican_bridge.telling import tell_problems
from plugins.practice.amounts import joined
from plugins.practice.posts import ClosureTemplate, Post
from plugins.practice.problems import worst_first
from plugins.practice.reading import read_content
from plugins.practice.review_records import Approval
from plugins.share_graphics.cache import GraphicCache

_ANSWERS = {"yes": True, "y": True, "no": False, "n": False}
_QUESTION = "Is it about a real person other than staff, also without a name? yes or no: "


@dataclass(frozen=True, slots=True, kw_only=True)
class ApproveRequest:
    """What `approve` was asked for."""

    file: str
    content: Path
    person: str = ""
    """An id or a name."""
    about_a_person: str = ""
    """ "yes" or "no"; empty: the terminal is asked."""
    recorded_by: str = ""
    hash: str = ""
    """The short hash of the text that was read."""
    key: str = ""
    """A private SSH key to sign with."""


@command
def approve(request: ApproveRequest) -> int:
    """Write one person's approval, and say what the text still needs."""
    console = Console()
    content, problems = read_content(request.content)
    if content is None:
        tell_problems(console, worst_first(problems))
        return 1
    file = file_of(request.file, content)
    content = with_templates(content, file)
    cache = GraphicCache(ROOT / ".cache" / "graphics")
    plan = plan_build(content, moment_chooser("")(content.practice), cache=cache)
    post = planned_text(plan, file).post
    if not request.person:
        _keep_or_refuse(console, plan, post)
        return 0
    _check_hash(request, plan, file)
    row = _row(request, plan, post)
    standing = write_approval(plan, post, row)
    _tell(console, plan, post, row)
    _tell_next(console, plan, post, standing)
    return 0


def _row(request: ApproveRequest, plan: BuildPlan, post: Post) -> Approval:
    """The approval, asked for and signed. Nobody is asked before it could be written."""
    row = new_approval(
        plan, post, person=request.person, about_a_person=False, recorded_by=request.recorded_by
    )
    row = replace(row, about_a_person=_answer(request.about_a_person))
    if not request.key:
        if plan.content.practice.review.signed:
            raise WrongUseError(
                "practice.toml asks for signed approvals. Add --key and the file of your SSH key."
            )
        return row
    signed = replace(row, signature=sign(post.uid, row, Path(request.key).expanduser()))
    fault = why_not(plan.content.folder, post.uid, signed)
    if fault:
        raise WrongUseError(f"The approval would not count: {fault}. docs/review.md says how.")
    return signed


def _answer(given: str) -> bool:
    if not given and sys.stdin.isatty():
        given = input(_QUESTION)
    answer = _ANSWERS.get(given.strip().lower())
    if answer is None:
        raise WrongUseError(
            "Every approval answers whether the text is about a real person other than staff, "
            "also without a name. Add --about-a-person no, or --about-a-person yes."
        )
    return answer


def _check_hash(request: ApproveRequest, plan: BuildPlan, file: str) -> None:
    """The text that was read must be the one that the file holds."""
    text = plan.standings[file].text
    if request.recorded_by and not request.hash:
        raise WrongUseError(
            'What was signed on paper has a mark, like "3f9a 77c1". Add it: --hash "3f9a 77c1".'
        )
    if request.hash and not is_meant(request.hash, text):
        raise WrongUseError(
            f'{file} is another text than the one that was read: its mark is "{short_hash(text)}", '
            f'not "{request.hash}". Print and read the text as it is now: '
            f"python3 tasks.py review {file}"
        )


def _keep_or_refuse(console: Console, plan: BuildPlan, post: Post) -> None:
    """Without a person there is nothing to write but the copy of what is approved."""
    standing = plan.standings[post.file]
    if not standing.is_approved:
        refuse_unfit(plan, post.file)
        could = joined([f"{p.name} ({p.slug})" for p in who_could(post, standing, plan.setting)])
        raise WrongUseError(f"Say who approves: --as NAME. Who could: {could or 'nobody yet'}.")
    keep_copy(plan, post.file)
    _say(console, f"{post.file} is approved, and its copy is kept.")


def _tell(console: Console, plan: BuildPlan, post: Post, row: Approval) -> None:
    people = plan.content.people
    on_paper = f", recorded by {people[row.recorded_by].name}" if row.recorded_by else ""
    said = f'{people[row.person].name} approves "{post.title}", text {short_hash(row.text)}'
    _say(console, f"{said}{on_paper}.")


def _tell_next(console: Console, plan: BuildPlan, post: Post, standing: Standing) -> None:
    """What the text still needs, or that it has all."""
    for line in standing.uncounted:
        _say(console, f"The approval {line.removeprefix('that ')}.")
    if standing.missing:
        _say(console, f"It still needs {joined(standing.missing)}.")
        if {*standing.missing} != {CONSENT}:
            _say(console, f"Next: {how_to_approve(post, standing, plan.setting)}")
    elif isinstance(post, ClosureTemplate):
        _say(console, "Nothing is missing: `close` may use these words from now on.")
    else:
        when = "once the line draft: true is deleted" if post.draft else "with the next build"
        _say(console, f"Nothing is missing: this text goes out {when}, on its day.")
    _say(console, f"Commit content/approvals/{post.uid}/ together with the text.")


def _say(console: Console, words: str) -> None:
    console.print(words, highlight=False, soft_wrap=True, markup=False)
