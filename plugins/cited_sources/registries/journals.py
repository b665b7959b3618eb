"""Does an abbreviation mean a journal? "N Engl J Med" is "The New England Journal of Medicine"."""

from __future__ import annotations

import re

from plugins.cited_sources.registries.titles import folded

_SMALL = frozenset(
    {"the", "of", "and", "for", "in", "on", "de", "der", "die", "das", "la", "le", "et"}
)
_ASIDE = re.compile(r"\([^)]*\)|\[[^\]]*\]")


def is_same_journal(ours: str, theirs: str) -> bool:
    """Whether both names mean one journal: abbreviated, as initials, with or without a place."""
    return any(_means(left, right) for left in _forms(ours) for right in _forms(theirs))


def _forms(name: str) -> list[list[str]]:
    """The words of the name, and of what stands before a colon or an equals sign."""
    plain = _ASIDE.sub(" ", name)
    parts = [plain, re.split(r"[:=]", plain)[0], re.sub(r"[:=].*?\b", " ", plain)]
    found = [[w for w in re.findall(r"\w+", folded(part)) if w not in _SMALL] for part in parts]
    return [words for words in found if words]


def _means(left: list[str], right: list[str]) -> bool:
    if left == right or "".join(left) == "".join(right):
        return True
    return _abbreviates(left, right) or _abbreviates(right, left)


def _abbreviates(short: list[str], full: list[str]) -> bool:
    if len(short) == 1 and len(full) > 2 and short[0] == "".join(word[0] for word in full):
        return True
    return len(short) == len(full) and all(map(_is_short_for, short, full))


def _is_short_for(short: str, full: str) -> bool:
    """ "wkly" for "weekly": the same first letter, the others in their order."""
    letters = iter(full)
    return short[0] == full[0] and all(letter in letters for letter in short)
