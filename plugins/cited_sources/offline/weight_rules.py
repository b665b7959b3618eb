"""Rules for all the works of a post together: enough of them, trusted ones, and not too old."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from plugins.cited_sources.domain_table import plain_name
from plugins.cited_sources.domains import JOURNAL_TIER, WEAKEST_TIER, Standing
from plugins.practice.posts import Article, HealthPost, Notice, Post, Question
from plugins.practice.problems import Problem, Severity
from plugins.practice.sources import Source

_LEAST = {Article: (2, 2), Question: (1, 1)}
"""Sources and different publishers that a kind needs (rule C-01)."""

_YEARS = (5, 10)
"""Years after which a work is told as old, and after which it blocks (rule C-04)."""

_TRUSTED = "a government, a guideline body, a journal or a medical society"

Weighed = Sequence[tuple[Source, Standing]]
"""The works of a post, each once, and how each stands."""


def check_count(post: Post, works: Weighed) -> Iterator[Problem]:
    """Too few sources, or all from one publisher (C-01); a health alert needs one."""
    publishers = {plain_name(standing.publisher) for _, standing in works}
    least, least_publishers = _LEAST.get(type(post), (0, 0))
    if _is_alert(post):
        least = 1
    if len(works) < least or len(publishers) < least_publishers:
        need = f"{least} sources" if least > 1 else "1 source"
        both = f" from {least_publishers} publishers" if least_publishers > 1 else ""
        yield post.problem(
            "too-few-sources",
            "sources",
            what=f"{len(works)} sources from {len(publishers)} publishers; "
            f"this kind of post needs {need}{both}",
            why="one source alone may be wrong, and readers cannot compare",
            fix="cite reliable works that say it, each with its entry in sources.toml",
        )


def check_weight(post: Post, works: Weighed) -> Iterator[Problem]:
    """No source that readers can trust by its kind (C-03); an alert needs the highest."""
    tiers = [standing.tier for _, standing in works]
    if tiers and _is_alert(post) and min(tiers) > 1:
        yield post.problem(
            "alert-without-authority",
            "sources",
            what=f"a health alert, and the best of its sources is of tier {min(tiers)}",
            why="an alert must rest on those who are in charge",
            fix="cite a government or a guideline body (tier 1) that says it",
        )
    elif tiers and isinstance(post, Article | Question) and min(tiers) > JOURNAL_TIER:
        yield post.problem(
            "weak-sources",
            "sources",
            severity=Severity.WARN,
            what="it rests only on vendors, blogs and publishers that nobody knows"
            if min(tiers) == WEAKEST_TIER
            else f"the best of its sources is of tier {min(tiers)}; none is of {_TRUSTED}",
            why="what is sold or reported there may not be what is known",
            fix=f"cite one work of {_TRUSTED} as well",
        )


def _is_alert(post: Post) -> bool:
    return isinstance(post, Notice) and post.type == "alert"


def check_old(
    post: Post, works: Mapping[str, tuple[Source, int]], today: date
) -> Iterator[Problem]:
    """Works that are older than their limit, unless somebody says that they still stand (C-04).

    `works` by key, each with the line that cites it. A page without a date has no age.
    """
    warn, block = _YEARS
    for source, line in works.values():
        year = year_of(source)
        is_landmark = source.landmark or (isinstance(post, HealthPost) and post.landmark)
        if year is None or is_landmark or today.year - year <= warn:
            continue
        is_too_old = today.year - year > block
        yield post.problem(
            "old-work",
            line,
            severity=Severity.BLOCK if is_too_old else Severity.WARN,
            what=f'"{source.key}" is of {year}, over {block if is_too_old else warn} years old',
            why="what is known may have changed since",
            fix="cite a newer work; where it still stands as it is, "
            f"put landmark = true below [{source.key}] in sources.toml",
        )


def year_of(source: Source) -> int | None:
    """The newest year that an entry gives; None without one."""
    found = (
        re.search(r"\b(?:1[5-9]|20)[0-9]{2}\b", value)
        for value in (source.updated, source.published, source.year)
    )
    return max((int(year[0]) for year in found if year), default=None)
