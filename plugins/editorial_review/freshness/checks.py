"""What grows old: reviews that come up or are late (A-04), translations of old texts (G-01), and
translations that say other numbers (G-02)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from plugins.editorial_review.freshness.leavers import has_left, name_of
from plugins.editorial_review.freshness.reviews import (
    TOO_LATE,
    Freshness,
    freshness_of,
    review_due,
)
from plugins.editorial_review.freshness.same_figures import differences, quoted
from plugins.editorial_review.freshness.translations import older_than_original
from plugins.editorial_review.rule import Found
from plugins.editorial_review.subject import Subject
from plugins.practice.amounts import counted
from plugins.practice.posts import HealthPost, Post
from plugins.practice.problems import Severity


def check_review_day(subject: Subject) -> Iterator[Found]:
    """A review that comes up within 60 days, or that is late (A-04)."""
    post, today = subject.document, subject.setting.today
    if not isinstance(post, HealthPost) or subject.setting.original_of(post):
        return
    due, stage = review_due(post, today), freshness_of(post, today)
    if due is None or stage is Freshness.FRESH:
        return
    where = "next_review" if post.next_review else "last_reviewed"
    what = _how_late(due, today, stage)
    if has_left(post.reviewed_by, subject.setting.people, today):
        who = name_of(post.reviewed_by, subject.setting.people)
        fix = f"{who} has left: have another clinician check it, and name that one at `reviewed_by`"
        yield Found(at=where, what=f"{what}; {who}, who checked it, has left", fix=fix)
    else:
        yield Found(at=where, what=what)


def _how_late(due: date, today: date, stage: Freshness) -> str:
    days = abs((today - due).days)
    if stage is Freshness.SOON:
        return (
            f"its next review is due on {due}, in {counted(days, 'day')}"
            if days
            else ("its next review is due today")
        )
    told = f"its review was due on {due}, {counted(days, 'day')} ago, and the page says so"
    if stage is Freshness.TOO_LATE:
        return f"{told}; after {TOO_LATE.days} days it is in no feed, kit or search"
    return told


def check_translation(subject: Subject) -> Iterator[Found]:
    """A translation that names nobody, or whose original has changed since (G-01)."""
    post, setting = subject.document, subject.setting
    assert isinstance(post, Post)
    if setting.original_of(post) is None:
        return
    for name, fix in (
        ("translated_by", "write who translated it"),
        ("translation_reviewed_by", "write who reads both languages and compared the two"),
    ):
        if not getattr(post, name):
            yield Found(at=name, what=f"`{name}` is missing", fix=fix)
    older = older_than_original(post, setting)
    if older is None:
        return
    days = (setting.today - older.since).days
    hidden = older.is_hidden(setting.today)
    yield Found(
        at=1,
        severity=Severity.BLOCK if hidden else Severity.WARN,
        what=f"{older.original} has changed since this was compared with it "
        f"({counted(days, 'day')} ago)"
        + (f"; after {TOO_LATE.days} days the translation is hidden" if hidden else ""),
        fix=f"bring it up to what {older.original} says now, then approve it again",
    )


def check_figures(subject: Subject) -> Iterator[Found]:
    """Numbers, doses, phone numbers and dates that the two do not share (G-02)."""
    post = subject.document
    assert isinstance(post, Post)
    original = subject.setting.original_of(post)
    if original is None:
        return
    found = differences(post, original)
    if found.added:
        yield Found(
            at=found.added[0].line,
            what=f"it says {quoted(found.added)}, which {original.file} does not say there",
        )
    if found.lost:
        yield Found(
            at=1,
            what=f"{original.file} says {quoted(found.lost)} (line {found.lost[0].line}), which "
            "the translation does not say there",
        )
    yield from _other_days(post, original)


def _other_days(post: Post, original: Post) -> Iterator[Found]:
    """Fields that hold days: a translation takes them over, but may say others."""
    for name in ("starts", "ends"):
        theirs, ours = getattr(post, name, None), getattr(original, name, None)
        if theirs != ours:
            what = f"`{name}` is {theirs}, in {original.file} it is {ours}"
            yield Found(at=name, what=what, fix=f"take the line out: `{name}` is taken over")
