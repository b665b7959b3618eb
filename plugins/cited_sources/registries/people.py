"""Are two lists of authors of the same work? "AJ Wakefield" is "Wakefield AJ" and "Andrew
Wakefield"; a task force stands for its members."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from plugins.cited_sources.registries.titles import folded, is_near

_SUFFIX = re.compile(r"[\s,]+(?:jr|sr|2nd|3rd|ii|iii|iv|md|phd|et al)\.?$", re.IGNORECASE)
_INITIALS = re.compile(r"(?:[A-ZÀ-Þ][.\s-]{0,2}){1,4}")
_ET_AL = re.compile(r"^(?:et al|and others|others)\.?$", re.IGNORECASE)
_SHARE = 1 / 3
"""So many of the shorter list are met again in the other, where the first authors differ."""
_COMMON = 0.6
"""More of the words of an organisation's name than this are the same."""
_ORGANISATION = frozenset(
    {
        "academy", "agency", "american", "association", "board", "bureau", "cdc", "center",
        "centers", "centre", "centres", "centro", "college", "collaboration",
        "collaborators", "commission", "committee", "consortium", "corporation", "council",
        "department", "division", "federation", "force", "foundation", "group", "groups",
        "health", "hospital", "institute", "institutes", "international", "investigators",
        "library", "ministry", "national", "network", "office", "organisation",
        "organization", "panel", "program", "programme", "registry", "royal", "school",
        "service", "services", "society", "subcommittee", "task", "team", "trial",
        "trialists", "union", "university", "who", "writing",
    }
)  # fmt: skip
_SMALL = frozenset({"the", "of", "on", "for", "and", "in", "de", "la", "del"})


class Authors(Enum):
    """What comparing two lists of authors can say."""

    SAME = "same"
    OTHER = "other"
    UNKNOWN = "unknown"
    """One list is empty, or only one side names people."""


@dataclass(frozen=True, slots=True)
class _Person:
    words: frozenset[str]
    """The words that may be the family name."""
    initials: str


def compare_authors(ours: Sequence[str], theirs: Sequence[str]) -> Authors:
    """`OTHER` only when both name people (or both organisations) and the first and nearly all
    others differ. Lists may be cut short: the shorter one counts."""
    left, right = _sorted(ours), _sorted(theirs)
    if _share_organisation(left[1], right[1]):
        return Authors.SAME
    if left[0] and right[0]:
        return _of_people(left[0], right[0])
    only_organisations = not left[0] and not right[0] and left[1] and right[1]
    return Authors.OTHER if only_organisations else Authors.UNKNOWN


def _of_people(ours: Sequence[_Person], theirs: Sequence[_Person]) -> Authors:
    if _is_same_person(ours[0], theirs[0]):
        return Authors.SAME
    met = sum(1 for person in ours if any(_is_same_person(person, other) for other in theirs))
    is_same = met / min(len(ours), len(theirs)) >= _SHARE
    return Authors.SAME if is_same else Authors.OTHER


def _sorted(names: Sequence[str]) -> tuple[list[_Person], list[tuple[str, ...]]]:
    """People and organisations."""
    people: list[_Person] = []
    organisations: list[tuple[str, ...]] = []
    for name in names:
        plain = _without_suffix(name)
        if not plain or _ET_AL.match(plain):
            continue
        if _is_organisation(plain):
            organisations.append(_organisation_words(plain))
        else:
            people.append(_person(plain))
    return people, organisations


def _without_suffix(name: str) -> str:
    plain = name.strip()
    while (shorter := _SUFFIX.sub("", plain)) != plain:
        plain = shorter
    return plain.strip(" ,.")


def _is_organisation(name: str) -> bool:
    words = re.findall(r"\w+", folded(name))
    has_initials = bool(re.search(r"\s(?:[A-ZÀ-Þ][.-]?){1,3}$", name)) or "," in name
    known = any(word in _ORGANISATION for word in words)
    return (known and not has_initials) or len(words) > 5


def _person(name: str) -> _Person:
    family, comma, given = name.partition(",")
    if comma:
        return _of_parts(family.split(), given.split())
    parts = name.split()
    letters = [part for part in parts if _INITIALS.fullmatch(part)]
    words = [part for part in parts if part not in letters]
    if not words:
        return _of_parts(parts[:1], parts[1:])
    # A letter amid given names says nothing about the first of them.
    is_at_end = parts[0] in letters or parts[-1] in letters
    return _of_parts(words, letters if is_at_end else [])


def _of_parts(family: Sequence[str], given: Sequence[str]) -> _Person:
    words = frozenset(re.findall(r"\w+", folded(" ".join(family))))
    letters = "".join(
        part if part.isupper() else part[:1] for part in re.findall(r"\w+", " ".join(given))
    )
    return _Person(words, folded(letters))


def _is_same_person(one: _Person, other: _Person) -> bool:
    if one.initials and other.initials and one.initials[0] != other.initials[0]:
        return False
    return any(_is_same_name(left, right) for left in one.words for right in other.words)


def _is_same_name(left: str, right: str) -> bool:
    """Müller is Muller and Mueller."""
    if left == right:
        return len(left) > 1 and left not in _PARTICLES
    return is_near(left, right)


_PARTICLES = frozenset({"van", "von", "de", "der", "den", "da", "di", "du", "la", "le", "al", "el"})


def _organisation_words(name: str) -> tuple[str, ...]:
    words = re.findall(r"\w+", folded(name).replace(".", ""))
    return tuple(word for word in words if word not in _SMALL)


def _share_organisation(ours: Sequence[tuple[str, ...]], theirs: Sequence[tuple[str, ...]]) -> bool:
    return any(_is_same_organisation(left, right) for left in ours for right in theirs)


def _is_same_organisation(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Most words of the shorter name in common, or one is the initials of the other."""
    short, long = sorted((left, right), key=len)
    if not short:
        return False
    if len(set(short) & set(long)) / len(set(short)) > _COMMON:
        return True
    return len(short) == 1 < len(long) and "".join(word[0] for word in long).startswith(short[0])
