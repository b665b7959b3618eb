"""What every JSON-LD node is made of: its type, its id, and only properties that have a value."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from plugins.practice.settings import Practice

Node = dict[str, object]
"""A JSON object: "@type", mostly "@id", and schema.org properties."""

CONTEXT = "https://schema.org"


def node(kind: str, identity: str = "", /, **properties: object) -> Node:
    """A node of the schema.org type `kind`. A property with an empty value is left out."""
    named = {"@type": kind, "@id": identity, **properties}
    return {name: value for name, value in named.items() if not _is_empty(value)}


def _is_empty(value: object) -> bool:
    return value is None or (isinstance(value, str | Sequence | dict) and not value)


def reference(identity: str) -> Node:
    """A pointer to a node that stands elsewhere in the graph."""
    return {"@id": identity}


def graph(*nodes: Node | None) -> Node:
    """The whole of a page's structured data; None stands for a node that the page has not."""
    return {"@context": CONTEXT, "@graph": [found for found in nodes if found is not None]}


def iso(moment: date | datetime, practice: Practice) -> str:
    """A moment as ISO 8601 with its offset from UTC, a whole day as year-month-day."""
    if not isinstance(moment, datetime):
        return moment.isoformat()
    zoned = moment if moment.tzinfo else moment.replace(tzinfo=practice.zone)
    return zoned.isoformat(timespec="seconds")
