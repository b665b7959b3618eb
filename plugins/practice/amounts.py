"""How many there are, and lists, in English words."""

from __future__ import annotations

from collections.abc import Sequence


def counted(number: int, one: str, many: str = "") -> str:
    """ "1 picture", "2 pictures"; `many` where an s is not enough."""
    return f"{number} {one if number == 1 else many or f'{one}s'}"


def joined(words: Sequence[str]) -> str:
    """ "one, two and three"."""
    return " and ".join(words) if len(words) < 3 else f"{', '.join(words[:-1])} and {words[-1]}"
