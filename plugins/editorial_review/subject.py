"""What a rule is given: a document with its words taken apart, and what stands around it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from plugins.editorial_review.approvals.facts import Facts
from plugins.editorial_review.prose import Passage
from plugins.practice.people import Person
from plugins.practice.posts import Document, Page, Post
from plugins.practice.review_records import ReviewRecords
from plugins.practice.settings import Practice
from plugins.practice.sources import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What all documents of a practice have around them on a day."""

    practice: Practice
    today: date
    people: Mapping[str, Person] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    records: ReviewRecords = field(default_factory=ReviewRecords)
    posts: tuple[Post, ...] = ()
    pages: tuple[Page, ...] = ()
    facts: Facts = field(default_factory=Facts)
    """What approvals are compared with."""
    words: frozenset[str] = frozenset()
    """Words that the practice says are spelled rightly, in small letters."""

    def original_of(self, post: Post) -> Post | None:
        """The post that a translation translates; None for one in the site's own language."""
        if post.lang == self.practice.lang:
            return None
        own = (p for p in self.posts if p.lang == self.practice.lang)
        return next((p for p in own if (p.kind, p.slug) == (post.kind, post.slug)), None)

    def has_consent(self, document: Document) -> bool:
        """Whether it is a post that names a consent which holds."""
        name = document.consent if isinstance(document, Post) else ""
        consent = self.records.consents.get(name)
        return consent is not None and consent.is_live(self.today)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outgoing:
    """One text made of the post for a network."""

    network: str
    text: str
    """All its words: text, title, description, thread."""
    own: bool = False
    """Whether the writer wrote it by hand, in `share`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """One document under review."""

    document: Document
    passages: tuple[Passage, ...]
    """Every piece of text that leaves with it: fields and body, in the order of the file."""
    setting: Setting
    outgoing: tuple[Outgoing, ...] = ()

    @property
    def practice(self) -> Practice:
        """The practice, whose settings a rule may need."""
        return self.setting.practice

    @property
    def is_english(self) -> bool:
        """Whether rules that know English words can judge it."""
        return self.document.lang.partition("-")[0] == "en"

    @property
    def body(self) -> tuple[Passage, ...]:
        """The pieces below the front matter that readers see."""
        return tuple(p for p in self.passages if not p.field and p.is_shown)
