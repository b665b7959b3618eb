"""What the tests of the rules for privacy share: a practice, and a text judged by one rule."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from plugins.editorial_review.judging import judge
from plugins.editorial_review.privacy.rules import RULES
from plugins.editorial_review.rates import Rates, Sample, measure, nobodys_practice
from plugins.editorial_review.subject import Outgoing, Setting
from plugins.practice.people import Person
from plugins.practice.posts import Article
from plugins.practice.problems import Problem
from plugins.practice.settings import Place, Practice
from plugins.practice.sources import Source

TODAY = date(2026, 11, 23)
SETS = Path(__file__).parent


def _setting() -> Setting:
    practice = Practice(
        name="Crane Creek Family Practice",
        short_name="Crane Creek",
        site_url="https://www.example.org",
        languages=("en", "es"),
        time_zone="America/New_York",
        phone="+1 212-555-0143",
        email="hello@example.org",
        places=(Place(id="main", name="Crane Creek", street="12 Crane Creek Road", city="Alton"),),
    )
    person = Person(
        file="people/amara-okafor.md",
        title="Amara Okafor",
        slug="amara-okafor",
        lang="en",
        text="",
        name="Amara Okafor",
        credentials="MD",
        clinical=True,
    )
    source = Source(
        key="lindgren",
        line=1,
        type="article",
        title="Walking",
        publisher="",
        authors=("Lindgren O",),
    )
    return Setting(
        practice=practice,
        today=TODAY,
        people={person.slug: person},
        sources={source.key: source},
    )


SETTING = _setting()


def article(text: str, *, lang: str = "en", title: str = "", image: str = "") -> Article:
    """A text as a post; its first line is line 1."""
    return Article(
        file="articles/sample.md",
        title=title,
        slug="sample",
        lang=lang,
        text=text,
        uid="sample",
        date=datetime(2026, 11, 20, tzinfo=UTC),
        authors=(),
        topics=(),
        image=image,
    )


def problems(
    post: Article, *rules: str, outgoing: Sequence[Outgoing] = (), setting: Setting = SETTING
) -> list[Problem]:
    """What the named rules find in a post; without names, all of the family."""
    chosen = [rule for rule in RULES if not rules or rule.id in rules]
    return judge([post], setting, {post.file: tuple(outgoing)}, chosen)


def fired(text: str, lang: str = "en") -> set[str]:
    """The rules that fire on a text."""
    return {problem.rule for problem in problems(article(text, lang=lang))}


def rates_of(name: str) -> Rates:
    """What the family finds in a set of texts beside this file."""
    lines = (SETS / name).read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    samples = [Sample(r.get("text") or r["answer"], r.get("question", "")) for r in rows]
    return measure(samples, RULES, nobodys_practice(TODAY))
