"""Whether two titles are those of the same page."""

from __future__ import annotations

import re
from collections.abc import Sequence

_WORD = re.compile(r"[^\W_]+")
_BETWEEN = re.compile(r"\s+[|·:»–—-]{1,2}\s+|\s*[|»]\s*")
"""What stands between the title of a page and the name of its site."""
_SHORT = 3
"""Letters of the words that every title has: "the", "of", "los"."""
_LEAST_IN_COMMON = 0.5


def differ_clearly(one: str, other: str) -> bool:
    """Whether two titles have less than half of their words in common. Punctuation, the name of
    the site and a title that was only shortened do not count; nor does an empty one."""
    first, second = _parts(one), _parts(other)
    shared = set(first) & set(second)
    if shared and (shared.issuperset(first) or shared.issuperset(second)):
        # One is whole in the other: "Fever" in "Fever | CDC" is the page, "CDC" only its site.
        return max(first, second, key=len)[0] not in shared
    mine, yours = _words(first, shared), _words(second, shared)
    return bool(mine and yours) and len(mine & yours) < _LEAST_IN_COMMON * min(
        len(mine), len(yours)
    )


def _parts(title: str) -> list[str]:
    """The parts of a title, by their words alone."""
    parts = (" ".join(_WORD.findall(part.casefold())) for part in _BETWEEN.split(title))
    return [part for part in parts if part]


def _words(parts: Sequence[str], without: set[str]) -> set[str]:
    words = {word for part in parts if part not in without for word in part.split()}
    return {word for word in words if len(word) > _SHORT or word.isdigit()} or words
