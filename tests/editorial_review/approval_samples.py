"""Posts, people and approvals for the tests of who has approved what."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from plugins.editorial_review.approvals.facts import Facts
from plugins.editorial_review.approvals.hashing import hash_of
from plugins.editorial_review.subject import Setting
from plugins.practice.people import Person
from plugins.practice.posts import Article, Post
from plugins.practice.review_records import Approval, PostApprovals, ReviewRecords
from plugins.practice.settings import Practice, ReviewSettings

TODAY = date(2026, 11, 21)
PRACTICE = Practice(
    name="Harbor Family Practice",
    short_name="Harbor",
    site_url="https://www.example.org",
    languages=("en", "es"),
    time_zone="America/New_York",
    phone="+1 212-555-0143",
)
SIGNED = replace(PRACTICE, review=ReviewSettings(signed=True))


def article(**changes: Any) -> Article:
    """An article by Amara."""
    whole: dict[str, Any] = {
        "file": "articles/flu.md",
        "title": "Flu",
        "summary": "What to know.",
        "slug": "flu",
        "lang": "en",
        "text": "Rest and drink.\n",
        "uid": "fluaaaaaaa",
        "date": datetime(2026, 11, 1, 9, tzinfo=ZoneInfo("America/New_York")),
        "authors": ("amara",),
        "topics": ("infections",),
    }
    return Article(**{**whole, **changes})


def spanish(**changes: Any) -> Article:
    """Its translation by Elena."""
    whole: dict[str, Any] = {
        "file": "articles/flu.es.md",
        "lang": "es",
        "title": "La gripe",
        "text": "Descanse.\n",
        "uid": "fluespanol",
        "translated_by": "elena",
        "lines": {"title": 2, "summary": 3, "uid": 4, "translated_by": 5},
    }
    return article(**{**whole, **changes})


def person(slug: str, name: str, **changes: Any) -> Person:
    """Somebody of people/."""
    whole: dict[str, Any] = {
        "file": f"people/{slug}.md",
        "title": name,
        "name": name,
        "slug": slug,
        "lang": "en",
        "text": "",
    }
    return Person(**{**whole, **changes})


AMARA = person("amara", "Amara Okafor", credentials="MD", clinical=True, languages=("en", "es"))
ELENA = person("elena", "Elena Ruiz", credentials="DNP", clinical=True, languages=("en", "es"))
TOM = person("tom", "Tom Whitfield", languages=("en",))
PEOPLE = (AMARA, ELENA, TOM)


def yes(who: Person, text: str, **changes: Any) -> Approval:
    """A person's approval of a text."""
    whole: dict[str, Any] = {
        "person": who.slug,
        "on": date(2026, 11, 20),
        "role": "clinical" if who.clinical else "reader",
        "text": text,
        "about_a_person": False,
    }
    return Approval(**{**whole, **changes})


def setting(
    posts: Iterable[Post] = (),
    approvals: Iterable[tuple[Post, Iterable[Approval]]] = (),
    people: Iterable[Person] = PEOPLE,
    **changes: Any,
) -> Setting:
    """What stands around the posts; `approvals` by post."""
    posts = tuple(posts)
    records = ReviewRecords(
        approvals={
            post.uid: PostApprovals(uid=post.uid, file=post.file, approvals=tuple(rows))
            for post, rows in approvals
        }
    )
    whole: dict[str, Any] = {
        "practice": PRACTICE,
        "today": TODAY,
        "people": {who.slug: who for who in people},
        "records": records,
        "posts": posts,
        "facts": Facts(texts={post.file: hash_of(post, {}) for post in posts}),
    }
    return Setting(**{**whole, **changes})
