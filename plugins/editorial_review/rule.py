"""A rule of review as a row: what it asks, why, on whose word, and the function that finds it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from plugins.editorial_review.subject import Setting, Subject
from plugins.practice.posts import Document, HealthPost, Post
from plugins.practice.problems import Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One place where a rule is broken."""

    at: int | str
    """A line of the file, or the front matter field."""
    what: str
    """What was found, with the words quoted; an identifier of a person only masked."""
    fix: str = ""
    """Instead of the rule's own, where this place needs another."""
    severity: Severity | None = None
    """Instead of the rule's own."""
    file: str = ""
    """Only of rules for the whole practice: which file it is about."""


Check = Callable[[Subject], Iterable[Found]]
CheckPractice = Callable[[Setting], Iterable[Found]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One row of the catalogue. `docs/rules.md` is made from these rows."""

    id: str
    """A family's letter and a number: "A-03"."""
    severity: Severity
    """At the level "standard"."""
    title: str
    """What the rule asks, as a sentence: "Two people have approved exactly this text"."""
    why: str
    """What happens to patients or the practice without it, in one line."""
    fix: str
    """What to do, in one line."""
    source: str
    """On whose word: a law, a standard, a measurement; or "our own judgement"."""
    check: Check | None = None
    check_practice: CheckPractice | None = None
    """For what is asked of the practice as a whole, once."""
    applies: type[Document] | tuple[type[Document], ...] = Post
    """What `check` is given."""
    waivable: bool = True
    told_as: tuple[str, ...] = ()
    """The names under which other rooms tell of it ("missing-image-alt")."""

    @property
    def family(self) -> str:
        """Its letter."""
        return family_of(self.id)


def family_of(rule: str) -> str:
    """ "A" of "A-03"."""
    return rule.partition("-")[0]


HEALTH = HealthPost
"""Articles, questions and notices."""
