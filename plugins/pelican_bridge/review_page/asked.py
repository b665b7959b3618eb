"""From whom a review page is, what is asked of its reader, and how the approvals stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

from plugins.editorial_review.approvals.hashing import short_hash
from plugins.editorial_review.approvals.standing import Standing
from plugins.pelican_bridge.approvals.approving import refuse_unfit
from plugins.pelican_bridge.mistakes import WrongUseError
from plugins.pelican_bridge.planned import BuildPlan, PlannedPost
from plugins.practice.amounts import joined
from plugins.practice.dates import long_day
from plugins.practice.people import Person
from plugins.practice.posts import HealthPost, Post, Question, State
from plugins.practice.review_records import Approval
from plugins.share_kit.frame import LANG

_WORDS_A_MINUTE = 200
"""For careful reading of prose; general knowledge."""

_STANDS: dict[State, str] = {
    State.DRAFT: "It is a draft: its writer has not finished it.",
    State.HELD: "It is held: it does not go out before the open points below are settled.",
    State.SCHEDULED: "It goes up on {day}.",
    State.PUBLISHED: "It is public, or will be with the next build.",
    State.WITHDRAWN: "It was taken back.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenView:
    """An approval that counts."""

    who: str
    """"Amara Okafor, MD"."""
    how: str
    """"clinician, on November 14, 2026, on paper, typed in by Elena Ruiz"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReaderView:
    """Somebody who can approve."""

    id: str
    name: str
    """"Amara Okafor, MD (Family physician)"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedView:
    """What the reader must know before reading."""

    authors: str
    """"Amara Okafor, MD and Elena Ruiz"."""
    stands: str
    minutes: int
    text_hash: str
    short: str
    given: tuple[GivenView, ...]
    missing: tuple[str, ...]
    uncounted: tuple[str, ...]
    readers: tuple[ReaderView, ...]
    unfit: str
    """Why nobody can approve it yet: what must be mended first; "" when nothing must."""
    command: str
    """With which somebody records an approval on paper."""


def asked_of(planned: PlannedPost, plan: BuildPlan) -> AskedView:
    """What is asked of the next reader of a post."""
    post, people = planned.post, plan.content.people
    standing = plan.standings[post.file]
    short = short_hash(standing.text)
    return AskedView(
        authors=joined([_byline(name, plan) for name in post.authors]),
        stands=_stands(planned, plan),
        minutes=_minutes(post),
        text_hash=standing.text,
        short=short,
        given=tuple(_given(standing, plan)),
        missing=standing.missing,
        uncounted=standing.uncounted,
        readers=tuple(_reader(person) for person in people.values() if _is_here(person, plan)),
        unfit=_unfit(post, plan),
        command=f'approve {post.file} --as ID --recorded-by ID --hash "{short}"',
    )


def _stands(planned: PlannedPost, plan: BuildPlan) -> str:
    if planned.post.file in plan.newer:
        return "The text that was approved before stays public until this one is approved."
    return _STANDS[planned.state].format(day=long_day(planned.post.date, LANG))


def _unfit(post: Post, plan: BuildPlan) -> str:
    try:
        refuse_unfit(plan, post.file)
    except WrongUseError as mistake:
        return str(mistake)
    return ""


def _minutes(post: Post) -> int:
    texts = [post.text, post.summary]
    if isinstance(post, HealthPost):
        texts += post.key_points
    if isinstance(post, Question):
        texts.append(post.answer)
    return max(1, ceil(sum(len(text.split()) for text in texts) / _WORDS_A_MINUTE))


def _given(standing: Standing, plan: BuildPlan) -> Iterator[GivenView]:
    for row in standing.given:
        yield GivenView(who=_byline(row.person, plan), how=", ".join(_how(row, plan)))


def _how(row: Approval, plan: BuildPlan) -> Iterator[str]:
    yield "clinician" if row.role == "clinical" else "reader"
    yield f"on {long_day(row.on, LANG)}"
    if row.recorded_by:
        yield f"on paper, typed in by {_byline(row.recorded_by, plan)}"
    if row.about_a_person:
        yield "says that it is about a real person"


def _byline(name: str, plan: BuildPlan) -> str:
    person = plan.content.people.get(name)
    return person.byline if person else name


def _is_here(person: Person, plan: BuildPlan) -> bool:
    return person.left is None or person.left > plan.today


def _reader(person: Person) -> ReaderView:
    role = f" ({person.role})" if person.role else ""
    return ReaderView(id=person.slug, name=f"{person.byline}{role}")
