"""Every place of a text that rests on a work or leads to an address."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from plugins.cited_sources.citations import cited_keys, source_of
from plugins.cited_sources.identifiers import find_identifiers, identifiers_of_url
from plugins.cited_sources.work import CitedAt
from plugins.practice.markdown_text import without_code
from plugins.practice.posts import Document, Event, HealthPost, Link, Post
from plugins.practice.sources import Source

_LINKED = ("doi", "pmid", "pmcid", "url")
"""What a plain text can name. A bare ISBN can be asked for nowhere."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A work by an identifier or its address, as it stands in a text."""

    kind: str
    value: str
    at: CitedAt


def cited_in(document: Document, sources: Mapping[str, Source]) -> Iterator[tuple[Source, CitedAt]]:
    """The entries that a document cites, at each line of its text; those that it only lists, at
    the field that lists them. Works that sources.toml lacks are told elsewhere."""
    found: set[str] = set()
    for cited, line in cited_keys(document.text):
        source = source_of(cited, sources)
        if source:
            found.add(source.key)
            yield source, _at(document, document.text_line + line - 1)
    for field, key in _listed(document):
        if key in sources and key not in found:
            yield sources[key], _at(document, document.line_of(field))


def _listed(document: Document) -> Iterator[tuple[str, str]]:
    """Fields that name entries by their keys."""
    if isinstance(document, Post):
        yield from (("sources", key) for key in document.sources)
    if isinstance(document, Link) and document.checked_against:
        yield "checked_against", document.checked_against
    if isinstance(document, HealthPost) and document.risk and document.risk.source:
        yield "risk", document.risk.source


def mentions_in(document: Document) -> Iterator[Mention]:
    """Plain links, identifiers in the text, and the addresses that a kind of post has as fields.
    What stands in code or in a comment leads nobody anywhere."""
    for field, url in _addresses(document):
        at = _at(document, document.line_of(field), is_subject=isinstance(document, Link))
        yield Mention("url", url, at)
    of_addresses: set[tuple[str, str]] = set()
    for found in find_identifiers(without_code(document.text)):
        if found.kind == "url":
            of_addresses.update(identifiers_of_url(found.value))
        elif (found.kind, found.value) in of_addresses:
            continue  # a publisher's address may hold no more than a guess: `names` judges it
        if found.kind in _LINKED:
            line = document.text_line + found.line - 1
            yield Mention(found.kind, found.value, _at(document, line))


def _addresses(document: Document) -> Iterator[tuple[str, str]]:
    if isinstance(document, Link):
        yield "url", document.url
    if isinstance(document, Event) and document.register:
        yield "register", document.register


def _at(document: Document, line: int, *, is_subject: bool = False) -> CitedAt:
    uid = document.uid if isinstance(document, Post) else ""
    return CitedAt(file=document.file, line=line, uid=uid, is_subject=is_subject)
