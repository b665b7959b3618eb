"""Who is who: one person under two spellings is one person."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping

from plugins.practice.people import Person

_TITLES = frozenset({"dr", "doctor", "dra", "prof", "professor", "mr", "mrs", "ms", "mx", "sra"})
_CREDENTIALS = frozenset(
    {
        *("md", "do", "mbbs", "np", "fnp", "fnpbc", "fnpc", "dnp", "pa", "pac", "rn", "bsn", "msn"),
        *("lpn", "cnm", "aprn", "phd", "psyd", "pharmd", "dds", "dmd", "dpm", "facp", "faap"),
        *("facog", "faafp", "mph", "ms", "ma", "lcsw", "rd", "rdn", "cdces"),
    }
)
_ASUNDER = str.maketrans({"ø": "o", "ł": "l", "ı": "i", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe"})
"""Letters that Unicode does not take apart into a plain one and its accent."""


def folded_name(name: str) -> str:
    """A name without what is spelt in two ways: "Dr. Ámara  Okafor, M.D." is "amaraokafor"."""
    plain = unicodedata.normalize("NFKD", name.partition(",")[0]).casefold().translate(_ASUNDER)
    letters = "".join(c for c in plain if not unicodedata.combining(c))
    apart = re.sub(r"\.(?=\w\w)", " ", letters).replace(".", "").replace("'", "")
    words = re.sub(r"[^\w\s]", " ", apart).split()
    while len(words) > 2 and words[-1] in _CREDENTIALS:
        del words[-1]
    kept = [word for word in words if word not in _TITLES]
    return "".join(kept or words)


def same_person(one: Person, other: Person) -> bool:
    """Whether two files are of one person."""
    return one.slug == other.slug or folded_name(one.name) == folded_name(other.name)


def person_of(spelt: str, people: Mapping[str, Person]) -> Person | None:
    """Who is meant by an id, a name with or without credentials, or a part of a name that only one
    person has; None: nobody, or several."""
    if spelt in people:
        return people[spelt]
    wanted = folded_name(spelt)
    whole = [p for p in people.values() if wanted and folded_name(p.name) == wanted]
    parts = [p for p in people.values() if wanted in map(folded_name, p.name.split())]
    found = whole or parts
    return found[0] if len(found) == 1 else None


def distinct(people: Iterable[Person]) -> list[Person]:
    """Each person once, the first file of each."""
    found: list[Person] = []
    for person in people:
        if not any(same_person(person, other) for other in found):
            found.append(person)
    return found
