"""What can be said about a post's sources without the net."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from plugins.cited_sources.citations import cited_keys, source_of
from plugins.cited_sources.identifiers import fault_of, find_identifiers
from plugins.practice.fields import did_you_mean
from plugins.practice.posts import Article, HealthPost, Link, Notice, Post, Question
from plugins.practice.problems import Problem, Severity
from plugins.practice.sources import Source

_LEAST = {Article: (2, 2), Question: (1, 1)}
"""Sources and different publishers that a kind needs (rules C-01)."""

_ID_FIELDS = ("doi", "pmid", "pmcid", "isbn", "url")


def check_ledger(sources: Mapping[str, Source], today: date) -> list[Problem]:
    """Entries of the ledger that cannot be right, whoever cites them."""
    return [problem for source in sources.values() for problem in _check_entry(source, today)]


def check_sources(post: Post, sources: Mapping[str, Source], today: date) -> list[Problem]:
    """Citations that lead nowhere, ids and addresses that cannot be right, and too few sources."""
    return [
        *_check_citations(post, sources),
        *_check_entries(post, sources, today),
        *_check_identifiers(post),
        *_check_count(post, sources),
    ]


def _check_entry(source: Source, today: date) -> Iterator[Problem]:
    for field in _ID_FIELDS:
        value = getattr(source, field)
        fault = fault_of(field, value) if value else ""
        if fault:
            yield _entry_problem(source, f"`{field}` is {value!r}: {fault}", "correct it")
    if not any(getattr(source, field) for field in _ID_FIELDS):
        yield _entry_problem(
            source, "it has neither address nor identifier", "add url, doi or pmid"
        )
    if source.accessed is None and not (source.doi or source.pmid or source.isbn):
        fix = "add accessed = the day on which somebody read it, like 2026-11-21"
        yield _entry_problem(source, "`accessed` is missing", fix)
    if source.accessed and source.accessed > today:
        what = f"`accessed` is {source.accessed}, later than today ({today})"
        yield _entry_problem(source, what, "write the day on which somebody read it")


def _entry_problem(source: Source, what: str, fix: str) -> Problem:
    return Problem(
        rule="source-entry",
        severity=Severity.BLOCK,
        file="sources.toml",
        line=source.line,
        what=f"[{source.key}] {what}",
        why="readers could not find the work that we cite",
        fix=fix,
    )


def _check_citations(post: Post, sources: Mapping[str, Source]) -> Iterator[Problem]:
    cited: set[str] = set()
    for key, line in cited_keys(post.text):
        source = source_of(key, sources)
        cited.add(source.key if source else key)
        if source is None:
            yield _unknown(post, key, post.text_line + line - 1, sources)
    for key in (*post.sources, *_checked_against(post), *_counted_by(post)):
        if key not in sources and ("sources" in post.lines or key not in post.sources):
            yield _unknown(post, key, post.line_of("sources"), sources)
    for key in post.sources:
        if key in sources and key not in cited and not isinstance(post, Link):
            yield post.problem(
                "source-never-cited",
                "sources",
                severity=Severity.WARN,
                what=f'"{key}" is listed, but no sentence cites it',
                why="readers cannot tell what it supports",
                fix=f"put [@{key}] behind the sentence that rests on it, or take it off the list",
            )


def _checked_against(post: Post) -> tuple[str, ...]:
    return (post.checked_against,) if isinstance(post, Link) and post.checked_against else ()


def _counted_by(post: Post) -> tuple[str, ...]:
    risk = post.risk if isinstance(post, HealthPost) else None
    return (risk.source,) if risk and risk.source else ()


def _unknown(post: Post, key: str, line: int, sources: Mapping[str, Source]) -> Problem:
    return post.problem(
        "unknown-source",
        line,
        what=f'"{key}" is cited, but sources.toml has no such work',
        why="readers would see a number that leads nowhere",
        fix=_nearest(key, sources),
    )


def _nearest(key: str, sources: Mapping[str, Source]) -> str:
    """The nearest key; the whole ledger would fill the screen."""
    hint = did_you_mean(key, sorted(sources)).partition("Allowed:")[0].strip() if sources else ""
    return hint or f"add a table [{key}] with type, title, publisher, url and accessed to it"


def _check_entries(post: Post, sources: Mapping[str, Source], today: date) -> Iterator[Problem]:
    """A post that rests on an entry which cannot be right is held with it."""
    for key in dict.fromkeys((*post.sources, *(key for key, _ in cited_keys(post.text)))):
        source = source_of(key, sources)
        faults = list(_check_entry(source, today)) if source else []
        if faults:
            yield post.problem(
                "source-entry",
                "sources",
                what=f'it cites "{key}", whose entry in sources.toml is not right',
                why="readers could not find the work that we cite",
                fix=f"see sources.toml, line {faults[0].line}",
            )


def _check_identifiers(post: Post) -> Iterator[Problem]:
    for found in find_identifiers(post.text):
        fault = fault_of(found.kind, found.value)
        if fault:
            yield post.problem(
                "malformed-identifier",
                post.text_line + found.line - 1,
                what=f"the {_NAMES[found.kind]} {found.value[:80]!r} cannot be right: {fault}",
                why="a reader who follows it finds nothing",
                fix="compare it with the work itself",
            )


_NAMES = {"doi": "DOI", "pmid": "PMID", "pmcid": "PMCID", "isbn": "ISBN", "url": "address"}


def _check_count(post: Post, sources: Mapping[str, Source]) -> Iterator[Problem]:
    """Too few sources, or all from one publisher (C-01); a health alert needs one."""
    works = _works(post, sources)
    publishers = {source.publisher.casefold() for source in works}
    least, least_publishers = _LEAST.get(type(post), (0, 0))
    if isinstance(post, Notice) and post.type == "alert":
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


def _works(post: Post, sources: Mapping[str, Source]) -> Sequence[Source]:
    keys = (*post.sources, *(key for key, _ in cited_keys(post.text)))
    found = {s.key: s for key in keys if (s := source_of(key, sources)) is not None}
    return tuple(found.values())
