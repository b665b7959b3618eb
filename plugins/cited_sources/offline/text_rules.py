"""Rules for what stands in a text: its citations, identifiers and links."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from plugins.cited_sources.citations import (
    cited_keys,
    identifier_cited,
    source_of,
    unread_citations,
)
from plugins.cited_sources.domains import standing_of
from plugins.cited_sources.identifiers import fault_of, find_identifiers, links_of
from plugins.cited_sources.offline.faults import likely_meant, shown
from plugins.practice.fields import did_you_mean
from plugins.practice.markdown_text import without_comments
from plugins.practice.posts import Document
from plugins.practice.problems import Problem, Severity
from plugins.practice.settings import Practice
from plugins.practice.sources import Source

_NAMES = {"doi": "DOI", "pmid": "PMID", "pmcid": "PMCID", "isbn": "ISBN", "url": "address"}
_NAMED = re.compile(r"@([^\s,;\]]+)")


def check_citations(document: Document, sources: Mapping[str, Source]) -> Iterator[Problem]:
    """Citations of works that the ledger lacks, and brackets that cite nothing."""
    for key, line in cited_keys(document.text):
        if source_of(key, sources) is None:
            yield unknown_source(document, key, document.text_line + line - 1, sources)
    for found, line in unread_citations(document.text):
        named = _NAMED.findall(found)
        if "@" in found[:3] or any(source_of(name, sources) for name in named):
            yield _unread(document, found, document.text_line + line - 1)


def _unread(document: Document, found: str, at: int) -> Problem:
    return document.problem(
        "unread-citation",
        at,
        severity=Severity.WARN,
        what=f"{found[:60]} looks like a citation, but is none",
        why="readers would see the brackets",
        fix="write [@key] or [@one; @two]; a page or a word goes into the sentence",
    )


def unknown_source(document: Document, key: str, at: int, sources: Mapping[str, Source]) -> Problem:
    """The problem that a work is cited which sources.toml does not have."""
    return document.problem(
        "unknown-source",
        at,
        what=f'"{key[:80]}" is cited, but sources.toml has no such work',
        why="readers would see a number that leads nowhere",
        fix=_how_to_add(key, sources),
    )


def _how_to_add(key: str, sources: Mapping[str, Source]) -> str:
    """The nearest key; the whole ledger would fill the screen."""
    kind, value = identifier_cited(key)
    if kind and (fault := fault_of(kind, value)):
        return f"correct the {_NAMES[kind]}: {fault}"
    if kind or "://" in key:
        return f"type: python3 tasks.py cite {_in_shell(value if kind else key)}"
    hint = did_you_mean(key, sorted(sources)).partition("Allowed:")[0].strip() if sources else ""
    table = f"a table [{key}] with type, title, publisher, url and accessed"
    return hint or f"add {table} to it, or finish the one that is there"


def _in_shell(value: str) -> str:
    return value if re.fullmatch(r"[\w./-]+", value) else f'"{value}"'


def check_identifiers(document: Document) -> Iterator[Problem]:
    """Identifiers and addresses that cannot be right as such."""
    for found in find_identifiers(without_comments(document.text)):
        if fault := fault_of(found.kind, found.value):
            meant = likely_meant(found.kind, found.value)
            yield document.problem(
                "malformed-identifier",
                document.text_line + found.line - 1,
                what=f"the {_NAMES[found.kind]} {shown(found.value)} cannot be right: {fault}",
                why="a reader who follows it finds nothing",
                fix=f"write {meant}" if meant else "compare it with the work itself",
            )


def check_links(document: Document, practice: Practice | None) -> Iterator[Problem]:
    """Links to domains that must not be cited."""
    for address, line in links_of(document.text):
        standing = standing_of(address, practice)
        if standing.is_denied:
            yield denied_link(
                document, document.text_line + line - 1, standing.domain, standing.reason
            )


def denied_link(document: Document, at: int | str, domain: str, reason: str) -> Problem:
    """The problem that a text leads readers to a domain that must not be cited."""
    return document.problem(
        "denied-domain",
        at,
        what=f"it leads to {domain}, which must not be cited: {reason}",
        why="readers trust where we send them",
        fix="link to another page that says it",
    )
