"""Whether sources.toml has a work already, under whatever key."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from plugins.cited_sources.identifiers import identifiers_of_url
from plugins.cited_sources.offline.work_ids import ID_KINDS, same_address, same_form

Ids = frozenset[tuple[str, str]]
"""Identifiers and addresses in the form in which they are compared."""


def ids_of_table(table: object) -> Ids:
    """The identifiers of an entry as it stands in the file, finished or not. Chapters share the
    ISBN of their book: there it says nothing."""
    if not isinstance(table, Mapping):
        return frozenset()
    told = [(kind, str(table[kind]).strip()) for kind in ID_KINDS if table.get(kind)]
    url = str(table.get("url") or "").strip()
    named = [*told, *(identifiers_of_url(url) if url else ())]
    found = {(kind, same_form(kind, value)) for kind, value in named}
    if table.get("type") == "chapter":
        found = {(kind, value) for kind, value in found if kind != "isbn"}
    return frozenset(found | ({("url", same_address(url))} if url else set()))


def key_of(ids: Ids, tables: Mapping[str, object]) -> str:
    """The key of the entry that has one of the identifiers or addresses; "" when none has."""
    return next((key for key, table in tables.items() if ids & ids_of_table(table)), "")


def gaps_of(table: object, needed: Iterable[str]) -> tuple[str, ...]:
    """The fields that an entry needs and does not have."""
    return tuple(n for n in needed if not (isinstance(table, Mapping) and table.get(n)))
