"""Rules A-01 and A-02: who wrote it, who checked it, and when it is checked again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from plugins.editorial_review.accountability.medicines import medicine_words
from plugins.editorial_review.freshness.reviews import ALERT_HOLDS, is_alert, is_health
from plugins.editorial_review.rule import Found
from plugins.editorial_review.subject import Subject
from plugins.practice.people import Person
from plugins.practice.posts import HealthPost, Post
from plugins.practice.problems import Severity

LONGEST, LONGEST_OF_MEDICINES = 36, 12
"""Months from one review to the next: of any text, and of one about medicines or vaccines."""


def check_authors(subject: Subject) -> Iterator[Found]:
    """Authors of whom readers learn too little (A-01). One who is not there is told elsewhere."""
    post = subject.document
    assert isinstance(post, Post)
    if not says_itself(subject, "authors"):
        return
    if not post.authors:
        yield Found(at="authors", what="`authors` names nobody")
    for person in (subject.setting.people.get(name) for name in post.authors):
        lacking = _lacking(person) if person else ()
        if person and lacking:
            what = f'readers cannot see who "{person.slug}" is: no {" and no ".join(lacking)}'
            yield Found(at="authors", what=what, fix=f"add it to {person.file}")


def _lacking(person: Person) -> tuple[str, ...]:
    asked = (
        ("name", person.name),
        ("credentials or role", person.credentials or person.role),
        ("text about the person", person.text.strip()),
    )
    return tuple(name for name, value in asked if not value)


def check_review(subject: Subject) -> Iterator[Found]:
    """Who reviewed it and when, and when again (A-02)."""
    post = subject.document
    if not isinstance(post, HealthPost) or not is_health(post):
        return
    yield from _missing(subject, post)
    if says_itself(subject, "reviewed_by"):
        yield from _reviewer(subject, post)
    if says_itself(subject, "last_reviewed") or says_itself(subject, "next_review"):
        yield from _days(subject, post)


def _missing(subject: Subject, post: HealthPost) -> Iterator[Found]:
    if subject.setting.original_of(post):
        return
    for name, value, fix in (
        ("reviewed_by", post.reviewed_by, "add the id of the clinician who checked the text"),
        ("last_reviewed", post.last_reviewed, "add the day on which a clinician checked the text"),
        ("next_review", post.next_review or is_alert(post), "add the day of the next check"),
    ):
        if not value:
            yield Found(at=name, what=f"`{name}` is missing", fix=fix)


def _reviewer(subject: Subject, post: HealthPost) -> Iterator[Found]:
    person = subject.setting.people.get(post.reviewed_by)
    if person and not person.clinical:
        yield Found(
            at="reviewed_by",
            what=f'"{person.slug}" checked it, who is no clinician ({person.role})',
            fix=f"name a clinician; if {person.name} is licensed, write clinical: true "
            f"in {person.file}",
        )


def _days(subject: Subject, post: HealthPost) -> Iterator[Found]:
    last, following, today = post.last_reviewed, post.next_review, subject.setting.today
    if last and last > today:
        yield Found(at="last_reviewed", what=f"`last_reviewed` is {last}, which is still to come")
    if last and following:
        yield from _between(subject, last, following)
    goes_out = post.date.date()
    if is_alert(post) and last and (goes_out - last > ALERT_HOLDS):
        yield Found(
            at="last_reviewed",
            what=f"this health alert goes out on {goes_out}, {(goes_out - last).days} days after "
            "its review",
            fix=f"have it checked again: at most {ALERT_HOLDS.days} days before it goes out",
        )


def _between(subject: Subject, last: date, following: date) -> Iterator[Found]:
    if following <= last:
        what = f"the next review ({following}) is not after the last ({last})"
        yield Found(at="next_review", what=what, fix="write a later day into `next_review`")
    elif _is_over(last, following, LONGEST):
        what = f"from one review ({last}) to the next ({following}) is over {LONGEST} months"
        yield Found(at="next_review", what=what, fix=f"write a day within {LONGEST} months")
    elif _is_over(last, following, LONGEST_OF_MEDICINES) and (words := medicine_words(subject)):
        yield Found(
            at="next_review",
            severity=Severity.WARN,
            what=f'it is about medicines or vaccines ("{words}"), and its next review '
            f"({following}) is over {LONGEST_OF_MEDICINES} months after the last ({last})",
            fix=f"write a day within {LONGEST_OF_MEDICINES} months",
        )


def _is_over(start: date, end: date, months: int) -> bool:
    between = (end.year - start.year) * 12 + end.month - start.month
    return (between, end.day) > (months, start.day)


def says_itself(subject: Subject, name: str) -> bool:
    """Whether the field is this file's own: what a translation takes over is told in the original
    alone."""
    post = subject.document
    assert isinstance(post, Post)
    return name in post.lines or subject.setting.original_of(post) is None
