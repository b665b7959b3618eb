"""The clinicians and staff of the practice."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from plugins.practice.posts import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Document):
    """A clinician or staff member. `slug` is the id by which posts name the person."""

    name: str
    credentials: str = ""
    role: str = ""
    clinical: bool = False
    languages: tuple[str, ...] = ()
    since: int | None = None
    left: date | None = None
    photo: str = ""
    outside: bool = False
    """Whether the person only reads and approves for the practice, and is not of its team."""

    def is_of_team(self, today: date) -> bool:
        """Whether the person works for the practice on that day."""
        return not self.outside and (self.left is None or self.left > today)

    @property
    def byline(self) -> str:
        """The name with its credentials: "Amara Okafor, MD"."""
        return f"{self.name}, {self.credentials}" if self.credentials else self.name
