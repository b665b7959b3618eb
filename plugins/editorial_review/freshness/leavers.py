"""Posts whose reviewer has left: somebody else must read them again."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from plugins.practice.people import Person


def has_left(name: str, people: Mapping[str, Person], today: date) -> bool:
    """Whether the person of an id works here no more. An id that nobody has counts as here: it is
    told elsewhere."""
    person = people.get(name)
    return person is not None and person.left is not None and person.left <= today


def name_of(name: str, people: Mapping[str, Person]) -> str:
    """The person's name; the id where there is no such person."""
    return people[name].name if name in people else name
