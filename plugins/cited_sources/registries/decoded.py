"""What came over the wire, taken apart without trust: nothing here raises, whatever was sent."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from plugins.cited_sources.registries.wording import mended

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_MOST = 2_000
"""Characters of one field: the longest title of a real work has a few hundred."""


def json_of(body: bytes) -> object:
    """The JSON value of a body; None when it is none (HTML, half of it, nothing)."""
    try:
        return json.loads(body.decode("utf-8", "replace"))
    except (ValueError, RecursionError):
        return None


def at(value: object, *path: str | int) -> object:
    """What stands at a path of keys and positions; None where it leads nowhere."""
    for step in path:
        if isinstance(step, int):
            value = rows(value)[step] if len(rows(value)) > step else None
        else:
            value = mapping(value).get(step)
    return value


def mapping(value: object) -> Mapping[str, object]:
    """The value if it is an object, else an empty one."""
    return value if isinstance(value, dict) else {}


def rows(value: object) -> list[object]:
    """The value if it is a list, else an empty one."""
    return value if isinstance(value, list) else []


def word(value: object) -> str:
    """A short text or whole number as text in one line; "" for everything else."""
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) < 10**15:
        return str(value)
    if not isinstance(value, str):
        return ""
    sound = value[: 4 * _MOST].encode("utf-8", "replace").decode("utf-8")
    return " ".join(_CONTROL.sub(" ", mended(sound)).split())[:_MOST]


def words(value: object) -> tuple[str, ...]:
    """The texts of a list that hold anything."""
    return tuple(found for item in rows(value) if (found := word(item)))


def first(value: object) -> str:
    """The first text of a list that holds anything."""
    return next(iter(words(value)), "")
