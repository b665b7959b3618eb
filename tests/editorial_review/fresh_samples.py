"""Posts under review for the rules of accountability and freshness, and short ways to make them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from datetime import UTC, date, datetime
from typing import Any, TypeVar

from plugins.editorial_review.approvals.facts import Facts
from plugins.editorial_review.judging import judge
from plugins.editorial_review.rule import Rule
from plugins.editorial_review.subject import Setting
from plugins.practice.people import Person
from plugins.practice.posts import Article, Notice, Page, Post, Question
from plugins.practice.problems import Problem
from plugins.practice.review_records import Approval, PostApprovals, ReviewRecords
from plugins.practice.settings import Practice
from plugins.practice.sources import Source

TODAY = date(2026, 11, 21)

PRACTICE = Practice(
    name="Crane Creek Family Practice",
    short_name="Crane Creek",
    site_url="https://www.example.org",
    languages=("en", "es"),
    time_zone="America/New_York",
    phone="+1 212-555-0143",
)


def person(name: str, **given: object) -> Person:
    known = {
        "file": f"people/{name}.md",
        "title": name.title(),
        "slug": name,
        "lang": "en",
        "text": f"{name.title()} works here.",
        "name": name.title(),
        "role": "physician",
        "clinical": True,
    }
    return Person(**(known | given))  # type: ignore[arg-type]


ADA, BEN = person("ada"), person("ben", role="manager", clinical=False)

_COMMON: Mapping[str, object] = {
    "slug": "flu",
    "lang": "en",
    "text": "Rest at home.",
    "text_line": 20,
    "uid": "a123456789",
    "date": datetime(2026, 11, 2, 9, tzinfo=UTC),
    "authors": ("ada",),
    "topics": ("flu",),
    "title": "What to do about the flu",
    "summary": "Most people get well at home.",
}
_REVIEWED: Mapping[str, object] = {
    "reviewed_by": "ada",
    "last_reviewed": date(2026, 11, 1),
    "next_review": date(2027, 11, 1),
    "ai_assisted": "none",
}


T = TypeVar("T", bound=Post)


def _made(kind: type[T], given: Mapping[str, object]) -> T:
    values = {**_COMMON, "file": f"{kind.folder}/flu.md", **given}
    known = {field.name for field in fields(kind)}
    values.setdefault("lines", {name: n for n, name in enumerate([*values, "disclosures"], 2)})
    own: dict[str, Any] = {name: value for name, value in values.items() if name in known}
    return kind(**own)


def article(**given: object) -> Article:
    return _made(Article, {**_REVIEWED, **given})


def question(**given: object) -> Question:
    return _made(Question, {**_REVIEWED, "answer": "No.", **given})


def notice(type: str = "hours", **given: object) -> Notice:
    times = {"starts": date(2026, 11, 20), "ends": date(2026, 12, 10), "then": "Call us."}
    return _made(Notice, {"type": type, **times, **given})


def in_spanish(text: str, **given: object) -> Article:
    """A translation of `article()`: what it takes over stands in no line of its own."""
    own = {
        "file": "articles/flu.es.md",
        "uid": "b123456789",
        "title": "Qué hacer con la gripe",
        "summary": "La mayoría se recupera en casa.",
        "translated_by": "Ada",
        "translation_reviewed_by": "Ben",
        **given,
    }
    lines = {name: n for n, name in enumerate(own, 2)}
    return article(lang="es", text=text, **{"lines": lines, **own})


def setting(
    *posts: Post,
    people: Iterable[Person] = (ADA, BEN),
    sources: Iterable[Source] = (),
    pages: Sequence[Page] = (),
    today: date = TODAY,
    texts: Mapping[str, str] | None = None,
    records: ReviewRecords | None = None,
) -> Setting:
    return Setting(
        practice=PRACTICE,
        today=today,
        people={one.slug: one for one in people},
        sources={one.key: one for one in sources},
        records=records or ReviewRecords(),
        posts=posts,
        pages=tuple(pages),
        facts=Facts(texts=texts or {}),
    )


def records(*approved: tuple[Post, Sequence[Approval]], **given: object) -> ReviewRecords:
    """What was approved, each post as its own approved copy."""
    found = {
        post.uid: PostApprovals(uid=post.uid, file=post.file, approvals=tuple(rows), copy=post)
        for post, rows in approved
    }
    return ReviewRecords(approvals=found, **given)  # type: ignore[arg-type]


def approval(text: str, on: date, original: str = "") -> Approval:
    return Approval(
        person="ada", on=on, role="clinical", text=text, about_a_person=False, original=original
    )


def told(rules: Sequence[Rule], rule: str, post: Post, around: Setting) -> list[Problem]:
    """What one rule says of a post."""
    return judge([post], around, rules=[row for row in rules if row.id == rule])
