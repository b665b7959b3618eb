"""Rules A-05 and A-08: what has changed since people approved it, and whether readers are told."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.editorial_review.freshness.same_figures import Told, differences, quoted
from plugins.editorial_review.rule import Found
from plugins.editorial_review.subject import Subject
from plugins.practice.dates import short_day
from plugins.practice.figures.figure import Sort
from plugins.practice.figures.finding import figures_in
from plugins.practice.posts import HealthPost, Post
from plugins.practice.sources import Source

_CITED = re.compile(r"@([\w.:/-]{1,200})")


def check_review_moved(subject: Subject) -> Iterator[Found]:
    """A review day that moved, while none of its sources was read again (A-05)."""
    post, before = subject.document, _approved(subject)
    if not isinstance(post, HealthPost) or not isinstance(before, HealthPost):
        return
    last, known = post.last_reviewed, before.last_reviewed
    if not last or not known or last <= known or "last_reviewed" not in post.lines:
        return
    read = [source.accessed for source in _sources(post, subject) if source.accessed]
    if read and max(read) <= known:
        yield Found(
            at="last_reviewed",
            what=f"the review moved from {known} to {last}, but none of its {len(read)} web "
            f"sources was read since {max(read)}",
        )


def _sources(post: Post, subject: Subject) -> Iterator[Source]:
    cited = {*post.sources, *_CITED.findall(post.text)}
    yield from (source for key, source in subject.setting.sources.items() if key in cited)


def check_changes(subject: Subject) -> Iterator[Found]:
    """Corrections that readers are not told, or not when (A-08)."""
    post, before = subject.document, _approved(subject)
    assert isinstance(post, Post)
    for entry in post.changes:
        if not any(figure.sort is Sort.DATE for figure in figures_in(entry, post.lang)):
            day = short_day(subject.setting.today, "en")
            yield Found(
                at="changes",
                what=f'"{_short(entry)}" does not say on which day it was changed',
                fix=f'begin it with the day: "{day}: {_short(entry)}"',
            )
    if before and before.date.date() <= subject.setting.today:
        yield from _untold(post, before)


def _untold(post: Post, before: Post) -> Iterator[Found]:
    """What readers of the approved text would miss in this one."""
    for entry in before.changes:
        if entry not in post.changes:
            what = f'the correction "{_short(entry)}" was taken out'
            yield Found(at="changes", what=what, fix="put it back: readers may rely on it")
    found = differences(post, before)
    if (found.added or found.lost) and not set(post.changes) - set(before.changes):
        what = f"since it was approved, {_told(found.lost, found.added)}"
        yield Found(at=found.added[0].line if found.added else 1, what=what)


def _told(lost: tuple[Told, ...], added: tuple[Told, ...]) -> str:
    parts = []
    if lost:
        parts.append(f"{quoted(lost)} went out")
    if added:
        parts.append(f"{quoted(added)} came in")
    return " and ".join(parts)


def _approved(subject: Subject) -> Post | None:
    """The text that people approved last."""
    post = subject.document
    assert isinstance(post, Post)
    record = subject.setting.records.approvals.get(post.uid)
    return record.copy if record else None


def _short(entry: str) -> str:
    return entry if len(entry) <= 60 else f"{entry[:57].rstrip()}..."
