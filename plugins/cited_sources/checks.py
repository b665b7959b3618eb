"""What can be said about sources without the net: the rules of `offline/`, put together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from plugins.cited_sources.citations import cited_keys, source_of
from plugins.cited_sources.domains import standing_of
from plugins.cited_sources.offline.entry_rules import check_entry
from plugins.cited_sources.offline.ledger_rules import check_known, check_twice, check_used
from plugins.cited_sources.offline.text_rules import (
    check_citations,
    check_identifiers,
    check_links,
    denied_link,
    unknown_source,
)
from plugins.cited_sources.offline.weight_rules import check_count, check_old, check_weight
from plugins.practice.posts import Document, HealthPost, Link, Post
from plugins.practice.problems import Problem, Severity
from plugins.practice.settings import Practice
from plugins.practice.sources import Source


def check_ledger(
    sources: Mapping[str, Source],
    today: date,
    *,
    practice: Practice | None = None,
    documents: Iterable[Document] | None = None,
) -> list[Problem]:
    """Entries of the ledger that cannot be right, whoever cites them.

    `practice` brings its own domains; with it, hosts that nobody knows are told. `documents` are
    all posts, pages and people; with them, entries that none of them cites are told.
    """
    standings = {key: standing_of(source, practice) for key, source in sources.items()}
    entries = (check_entry(source, standings[key], today) for key, source in sources.items())
    return [
        *(problem for found in entries for problem in found),
        *check_twice(sources),
        *(check_known(sources, standings) if practice else ()),
        *(check_used(sources, _used(documents, sources)) if documents is not None else ()),
    ]


def check_sources(
    post: Post, sources: Mapping[str, Source], today: date, *, practice: Practice | None = None
) -> list[Problem]:
    """Citations that lead nowhere, ids and addresses that cannot be right, and sources that are
    too few, too weak or too old."""
    works = _cited(post, sources)
    shown = [(s, standing_of(s, practice)) for s in _shown(post, sources).values()]
    return [
        *check_text(post, sources, practice=practice),
        *_check_listed(post, sources),
        *_check_entries(post, works, today, practice),
        *_check_recommended(post, practice),
        *check_count(post, shown),
        *check_weight(post, shown),
        *check_old(post, works, today),
    ]


def check_text(
    document: Document, sources: Mapping[str, Source], *, practice: Practice | None = None
) -> list[Problem]:
    """What is wrong with the citations, identifiers and links of any text."""
    return [
        *check_citations(document, sources),
        *check_identifiers(document),
        *check_links(document, practice),
    ]


def _used(documents: Iterable[Document], sources: Mapping[str, Source]) -> Iterator[Source]:
    for document in documents:
        named = _named(document) if isinstance(document, Post) else ()
        for key in (*named, *(key for key, _ in cited_keys(document.text))):
            if source := source_of(key, sources):
                yield source


def _named(post: Post) -> tuple[str, ...]:
    """The works that front matter names."""
    risk = post.risk if isinstance(post, HealthPost) else None
    against = post.checked_against if isinstance(post, Link) else ""
    return tuple(key for key in (*post.sources, against, risk.source if risk else "") if key)


def _cited(post: Post, sources: Mapping[str, Source]) -> dict[str, tuple[Source, int]]:
    """All works that a post rests on, by key, each with the first line that names it."""
    lines = [(key, post.text_line + line - 1) for key, line in cited_keys(post.text)]
    lines += [(key, post.line_of("sources")) for key in _named(post)]
    works: dict[str, tuple[Source, int]] = {}
    for key, line in lines:
        if source := source_of(key, sources):
            works.setdefault(source.key, (source, line))
    return works


def _shown(post: Post, sources: Mapping[str, Source]) -> dict[str, Source]:
    """The works in the list of references."""
    keys = (*post.sources, *(key for key, _ in cited_keys(post.text)))
    return {s.key: s for key in keys if (s := source_of(key, sources)) is not None}


def _check_listed(post: Post, sources: Mapping[str, Source]) -> Iterator[Problem]:
    """Works of front matter that the ledger lacks, or that no sentence cites."""
    cited = {s.key for key, _ in cited_keys(post.text) if (s := source_of(key, sources))}
    for key in _named(post):
        if key not in sources and ("sources" in post.lines or key not in post.sources):
            yield unknown_source(post, key, post.line_of("sources"), sources)
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


def _check_entries(
    post: Post,
    works: Mapping[str, tuple[Source, int]],
    today: date,
    practice: Practice | None,
) -> Iterator[Problem]:
    """A post that rests on an entry which cannot be right is held with it."""
    for source, line in works.values():
        found = check_entry(source, standing_of(source, practice), today)
        fault = next((problem for problem in found if problem.blocks), None)
        if fault:
            yield post.problem(
                fault.rule,
                line,
                what=f'it cites "{source.key}", whose entry in sources.toml is not right',
                why=fault.why,
                fix=f"see sources.toml, line {fault.line}",
            )


def _check_recommended(post: Post, practice: Practice | None) -> Iterator[Problem]:
    """The page that a link post sends readers to."""
    if isinstance(post, Link):
        standing = standing_of(post.url, practice)
        if standing.is_denied:
            yield denied_link(post, "url", standing.domain, standing.reason)
