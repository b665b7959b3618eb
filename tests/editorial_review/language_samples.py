"""Posts of one text, and what the rules for language say of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from plugins.editorial_review.judging import judge
from plugins.editorial_review.language.rules import RULES
from plugins.editorial_review.subject import Setting
from plugins.practice.posts import Article, Document
from plugins.practice.problems import Problem
from plugins.practice.settings import Practice

PRACTICE = Practice(
    name="Mill Road Family Practice",
    short_name="Mill Road",
    site_url="https://example.org",
    languages=("en", "es"),
    time_zone="America/New_York",
    phone="+1 212-555-0143",
)
SETTING = Setting(practice=PRACTICE, today=date(2026, 11, 21))

BY_ID = {rule.id: rule for rule in RULES}

_POST = Article(
    file="articles/x.md", title="Sleep well", slug="x", lang="en", text="", uid="a1",
    date=datetime(2026, 11, 1, tzinfo=UTC), authors=("ada",), topics=(), summary="You can sleep.",
)  # fmt: skip


def post(text: str, **fields: Any) -> Article:
    """An article with this text, which begins on line 1 of its file."""
    return replace(_POST, text=text, **fields)


def told(rule: str, document: str | Document, words: str = "", **fields: Any) -> list[Problem]:
    """What one rule says; `words`: those of content/words.txt; `fields`: of the post."""
    judged = post(document, **fields) if isinstance(document, str) else document
    setting = replace(SETTING, words=frozenset(words.split()))
    return judge([judged], setting, rules=[BY_ID[rule]])


def only(rule: str, document: str | Document, **fields: Any) -> Problem:
    """The only problem that a rule tells."""
    (problem,) = told(rule, document, **fields)
    return problem
