"""What others wrote, made fit for a row of ledger/sources.json."""

from __future__ import annotations

from collections.abc import Iterable

from plugins.cited_sources.consequences.foreign_text import one_line

_LONGEST_ADDRESS = 2_000
_LONGEST_NAME = 60
_MOST = 20
"""Of a list: the file is read back with at most fifty."""


def words(text: str, most: int = _LONGEST_NAME) -> str:
    """One line without what cannot be seen."""
    return text if text.isprintable() and len(text) <= most else one_line(text, most)


def names(found: Iterable[str]) -> tuple[str, ...]:
    """Each once, none empty."""
    return tuple(dict.fromkeys(name for one in found if (name := words(one))))[:_MOST]


def address(found: str) -> str:
    """The address or identifier as it is; empty when it is none that can be written down: cut or
    cleaned, it would be another."""
    return found if len(found) <= _LONGEST_ADDRESS and found.isprintable() else ""


def addresses(found: Iterable[str]) -> tuple[str, ...]:
    """Those of a chain that can be written down."""
    return tuple(one for each in found if (one := address(each)))[:_MOST]
