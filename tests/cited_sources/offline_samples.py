"""Sources and posts to be judged without the net."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from plugins.practice.posts import Article, Link, Notice, Post, Question
from plugins.practice.sources import Source

TODAY = date(2026, 11, 21)
_POST: dict[str, Any] = {
    "title": "T", "summary": "S.", "slug": "t", "lang": "en", "uid": "a123456789",
    "date": datetime(2026, 11, 1, tzinfo=ZoneInfo("America/New_York")),
    "authors": ("ada",), "topics": ("flu",), "text_line": 11,
}  # fmt: skip


def page(key: str = "page", **fields: Any) -> Source:
    """A page of the CDC, read this month, unless `fields` say otherwise."""
    values: dict[str, Any] = {
        "line": 1, "type": "webpage", "title": key, "accessed": date(2026, 11, 1),
        "publisher": "Centers for Disease Control and Prevention",
        "url": f"https://www.cdc.gov/{key}",
    }  # fmt: skip
    return Source(key=key, **(values | fields))


def article(key: str = "article", **fields: Any) -> Source:
    """An article of this year in a journal."""
    values: dict[str, Any] = {
        "type": "article-journal", "publisher": "JAMA", "doi": f"10.1001/{key}", "url": "",
        "year": "2026", "accessed": None,
    }  # fmt: skip
    return page(key, **(values | fields))


def ledger(*sources: Source) -> Mapping[str, Source]:
    return {source.key: source for source in sources}


def an_article(text: str, **fields: Any) -> Post:
    return Article(file="articles/t.md", text=text, **(_POST | fields))


def a_question(text: str, **fields: Any) -> Post:
    return Question(file="questions/t.md", text=text, answer="Yes.", **(_POST | fields))


def a_notice(text: str, kind: str, **fields: Any) -> Post:
    span: dict[str, Any] = {"starts": TODAY, "ends": TODAY, "then": "Call."}
    return Notice(file="notices/t.md", text=text, type=kind, **(_POST | span | fields))


def a_link(url: str, **fields: Any) -> Post:
    values: dict[str, Any] = {"publisher": "P", "lines": {"url": 7}}
    return Link(file="links/t.md", text="Read it.", url=url, **(_POST | values | fields))
