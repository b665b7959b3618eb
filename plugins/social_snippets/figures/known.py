"""The figures that a text of a post may have: those of the post, and the practice's own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from plugins.practice.figures.figure import Key, Sort
from plugins.practice.figures.finding import figures_in
from plugins.practice.figures.known import Known
from plugins.practice.posts import Event, HealthPost, Notice, Post, day_of
from plugins.practice.settings import Practice
from plugins.social_snippets.spoken import decoded

_EMERGENCY = "911"
"""Stands at the foot of every page, so every text may name it."""

_WRAP = re.compile(r"(?<!\n)[ \t]*\n[ \t]*(?!\n|[-*+>|#!:]|\d+[.)]\s)")

_LONGEST = 400
"""Days of a stretch of which each one is known."""

_FIELDS = ("title", "summary", "text", "answer", "then", "reason", "key_fact", "publisher",
           "register", "place")  # fmt: skip
_LISTS = ("key_points", "questions", "changes")

_HOUR = 60


def known_figures(post: Post, practice: Practice) -> Known:
    """All that a text of the post may say in figures."""
    told = (
        (figure.sort, figure.key)
        for text in (*_texts(post), *_practice_texts(practice))
        for figure in figures_in(text, post.lang)
    )
    own = (*_moments(post), *_risk(post), *_hours(practice))
    emergency: tuple[Sort, Key] = (Sort.NUMBER, (_EMERGENCY, ""))
    return Known.of((*told, *own, emergency), dated=isinstance(post, Notice | Event))


def _texts(post: Post) -> Iterator[str]:
    yield from (_unwrapped(decoded(str(getattr(post, name, "")))) for name in _FIELDS)
    for name in _LISTS:
        yield from (decoded(text) for text in getattr(post, name, ()))
    if isinstance(post, HealthPost):
        yield from (post.myth.claim, post.myth.fact) if post.myth else ()
        yield post.quote.text if post.quote else ""
        yield from (post.risk.what, *post.risk.labels) if post.risk else ()


def _unwrapped(text: str) -> str:
    """Markdown with its paragraphs in one line each; items of lists keep theirs."""
    return _WRAP.sub(" ", text)


def _practice_texts(practice: Practice) -> Iterator[str]:
    yield from (practice.name, practice.phone, *practice.after_hours.values())
    for place in practice.places:
        yield from (place.name, place.street, place.postal_code, place.phone)


def _moments(post: Post) -> Iterator[tuple[Sort, Key]]:
    if isinstance(post, Notice | Event):
        first, last = day_of(post.starts), day_of(post.ends)
        for days in range(min((last - first).days, _LONGEST) + 1):
            yield from _day(first + timedelta(days))
        yield from _day(last)
        for moment in (post.starts, post.ends):
            if isinstance(moment, datetime):
                yield Sort.TIME, (moment.hour * _HOUR + moment.minute, 1)
    if isinstance(post, HealthPost) and post.last_reviewed:
        yield from _day(post.last_reviewed)


def _day(day: date) -> Iterator[tuple[Sort, Key]]:
    yield Sort.DATE, (day.year, day.month, day.day)
    yield Sort.WEEKDAY, (day.weekday(),)


def _risk(post: Post) -> Iterator[tuple[Sort, Key]]:
    if isinstance(post, HealthPost) and post.risk:
        for part, whole in (post.risk.before, post.risk.after):
            yield Sort.PAIR, (str(part), str(whole))


def _hours(practice: Practice) -> Iterator[tuple[Sort, Key]]:
    for place in practice.places:
        for day in place.hours:
            yield from ((Sort.TIME, (minutes, 1)) for span in day for minutes in span)
