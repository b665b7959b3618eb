"""An observation as one line of the journal, and back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from plugins.cited_sources.observation import Observation, Seen
from plugins.practice.source_checks import Verdict

_PLAIN = ("is_verified", "host", "is_heard", "title", "archive")
_LISTS = ("answered", "silent", "verified_by", "kinds", "chain")
_encode = json.JSONEncoder(separators=(",", ":")).encode


def line_of(seen: Observation) -> bytes:
    """One line of ASCII with its end, whatever stands in a title."""
    row = {name: value for name in (*_PLAIN, *_LISTS) if (value := getattr(seen, name))}
    row["id"] = seen.id
    row["seen"] = [(one.verdict, one.about, one.what, one.by, one.fix) for one in seen.seen]
    return _encode(row).encode("ascii") + b"\n"


def observations_in(lines: bytes) -> Iterator[Observation]:
    """The observations of whole lines; half a line at the end is what a kill leaves."""
    for line in lines.split(b"\n")[:-1]:
        try:
            yield _observation(json.loads(line))
        except (ValueError, TypeError, KeyError, RecursionError):
            continue


def _observation(row: dict[str, Any]) -> Observation:
    plain = {name: row[name] for name in _PLAIN if name in row}
    lists = {name: tuple(row[name]) for name in _LISTS if name in row}
    seen = tuple(_seen(*one) for one in row["seen"])
    return Observation(**{"is_verified": False, **plain, **lists}, id=row["id"], seen=seen)


def _seen(verdict: str, about: str, what: str, by: list[str], fix: str) -> Seen:
    return Seen(verdict=Verdict(verdict), about=about, what=what, by=tuple(by), fix=fix)
