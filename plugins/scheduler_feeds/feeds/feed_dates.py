"""Dates by which tools that read feeds would miss a post.

Some tools know what is new by its date alone: n8n takes what is dated after the newest item that it
saw, Postiz only the newest item of all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from itertools import count

from plugins.practice.ledgers import PublicPost
from plugins.practice.posts import Post
from plugins.practice.problems import Problem, Severity
from plugins.scheduler_feeds.feeds.standing import feed_date

_Known = Mapping[str, PublicPost]
_Minute = tuple[str, int]
"""A language and a minute since 1970: each language has feeds of its own."""


def check_minutes(posts: Sequence[Post], public: _Known | None = None) -> list[Problem]:
    """Posts of one language with one minute: told on each but the first that is not public yet.

    The first is the one that is public already, else the first by its file. Drafts and posts that
    were taken back do not count. `public`: what has been online, by uid.
    """
    known = public or {}
    by_minute: defaultdict[_Minute, list[Post]] = defaultdict(list)
    for post in _going_out(posts, known):
        by_minute[_minute_of(post, known)].append(post)
    free = _free_minutes(by_minute)
    return [
        _same_minute(post, first, next(free[minute]))
        for minute, together in by_minute.items()
        for first, *later in [sorted(together, key=lambda post: (post.uid not in known, post.file))]
        for post in later
        if post.uid not in known
    ]


def check_late(posts: Sequence[Post], public: _Known | None = None) -> list[Problem]:
    """Posts that are not public yet, but dated before one of their language that is: noted."""
    known = public or {}
    newest: dict[str, datetime] = {}
    for row in sorted(known.values(), key=lambda row: row.date.timestamp()):
        newest[row.lang] = row.date
    return [
        _late(post, newest[post.lang])
        for post in _going_out(posts, known)
        if post.uid not in known
        and post.lang in newest
        and _minutes(post.date) < _minutes(newest[post.lang])
    ]


def _going_out(posts: Sequence[Post], known: _Known) -> Iterator[Post]:
    for post in posts:
        if post.uid in known or not (post.draft or post.withdrawn):
            yield post


def _minute_of(post: Post, known: _Known) -> _Minute:
    return post.lang, _minutes(feed_date(post, known))


def _minutes(moment: datetime) -> int:
    return int(moment.timestamp() // 60)


def _free_minutes(taken: Mapping[_Minute, object]) -> Mapping[_Minute, Iterator[int]]:
    """For each minute the free ones after it, in turn."""
    used = set(taken)

    def after(lang: str, minute: int) -> Iterator[int]:
        for other in count(minute + 1):
            if (lang, other) not in used:
                used.add((lang, other))
                yield other

    return {minute: after(*minute) for minute in taken}


def _same_minute(post: Post, first: Post, free: int) -> Problem:
    other = datetime.fromtimestamp(free * 60, post.date.tzinfo)
    return post.problem(
        "same-minute",
        "date",
        what=f"`date` ({post.date:%Y-%m-%d %H:%M}) is that of {first.file} as well",
        why="of two posts of one minute, some tools that read feeds post only one",
        fix=f"write date: {other:%Y-%m-%d %H:%M} into this file, as long as it is not public",
        severity=Severity.WARN,
    )


def _late(post: Post, newest: datetime) -> Problem:
    return post.problem(
        "late-post",
        "date",
        what=f"`date` ({post.date:%Y-%m-%d %H:%M}) is before that of a post "
        f"which is public already ({newest:%Y-%m-%d %H:%M})",
        why="tools that go by date, such as n8n, take it for old and do not post it",
        fix="if it shall be posted from a feed, write the time at which it goes online",
        severity=Severity.NOTE,
    )
