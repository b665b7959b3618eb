"""The posts and pages that a practice publishes, as frozen types."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar

from plugins.practice.problems import Problem, Severity

Day = date
"""A calendar day, where a field has the name `date`."""


NO_DAY = date(2001, 1, 1)
"""Stands in a closure template where `close` puts a day."""


class State(StrEnum):
    """Where a post stands on the build day."""

    PUBLISHED = "published"
    SCHEDULED = "scheduled"
    DRAFT = "draft"
    HELD = "held"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """What the writer wishes for the post on social networks."""

    networks: tuple[str, ...] | None = None
    """The only networks to share it on; None means every network of the practice."""
    hashtags: tuple[str, ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict)
    """Hand-written texts by network, used word for word."""
    thread: tuple[str, ...] = ()
    """A hand-written thread, for networks that have threads."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptImage:
    """A picture as it was approved, kept because content/images/ has another one by now."""

    file: str
    """Path in the content folder."""
    sha256: str
    """Of its bytes, 64 hexadecimal digits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What every post and page has: a place in content/, a title, a text."""

    file: str
    """Path in the content folder, `/`-joined."""
    title: str
    summary: str = ""
    slug: str
    lang: str
    text: str
    """The Markdown below the front matter."""
    text_line: int = 1
    """The line of the file on which `text` begins."""
    lines: Mapping[str, int] = field(default_factory=dict)
    """The line on which each front matter field stands."""
    kept_images: Mapping[str, KeptImage] = field(default_factory=dict)
    """The pictures that are not those of content/images/, by name."""

    def line_of(self, name: str) -> int:
        """The line of the front matter field `name`, or 1 where it does not stand in the file."""
        return self.lines.get(name, 1)

    def problem(
        self,
        rule: str,
        at: str | int,
        *,
        what: str,
        why: str,
        fix: str,
        severity: Severity = Severity.BLOCK,
    ) -> Problem:
        """A problem of this file, `at` a front matter field or a line of the file."""
        return Problem(
            rule=rule,
            severity=severity,
            file=self.file,
            line=self.line_of(at) if isinstance(at, str) else at,
            what=what,
            why=why,
            fix=fix,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Post(Document):
    """Anything shareable. `date` carries the practice's time zone."""

    kind: ClassVar[str]
    folder: ClassVar[str]

    uid: str
    date: datetime
    authors: tuple[str, ...]
    topics: tuple[str, ...]
    audience: str = ""
    draft: bool = False
    evergreen: bool = True
    """Whether it is still true and of use in half a year, so that it may be shared again."""
    withdrawn: Day | None = None
    """The day on which it was taken back."""
    withdrawn_reason: str = ""
    """Why, in words for those who post; readers of the site are not told."""
    share: Share = field(default_factory=Share)
    image: str = ""
    image_alt: str = ""
    consent: str = ""
    changes: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    """Keys of the source ledger, in the order in which they are listed."""
    translated_by: str = ""
    translation_reviewed_by: str = ""
    source_hash: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Risk:
    """An absolute risk before and after, each as a count out of a whole: (2, 100)."""

    what: str
    before: tuple[int, int]
    after: tuple[int, int]
    labels: tuple[str, ...] = ()
    """What the two counts are called, ("Without a program", "With a program"); empty: no names."""
    source: str = ""
    """The key of the work that has the counts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Myth:
    """Something that many believe, and what is true instead."""

    claim: str
    fact: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """What a person of the practice says in their own words; `by` is the person's id."""

    text: str
    by: str


PICTURED: Mapping[str, str] = {
    "myth": "myth",
    "number": "risk",
    "quote": "quote",
    "fact": "key_fact",
}
"""What pictures can show in the place of the title, the first there is first: the word for it and
the field that it stands in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HealthPost(Post):
    """A post with health information, reviewed on a known day."""

    key_points: tuple[str, ...] = ()
    reviewed_by: str = ""
    last_reviewed: date | None = None
    next_review: date | None = None
    disclosures: tuple[str, ...] = ()
    symptom: bool = False
    landmark: bool = False
    ai_assisted: str = ""
    treatment: bool = False
    risk: Risk | None = None
    myth: Myth | None = None
    quote: Quote | None = None
    key_fact: str = ""
    """One sentence that stands alone on a picture."""
    graphic: str = ""
    """What the writer wants on the pictures: "title" or a word of `PICTURED`; empty: no wish."""

    @property
    def pictured(self) -> str:
        """What the pictures show: what the writer wants, without a wish the first there is; "title"
        where that is not there."""
        there = [word for word, name in PICTURED.items() if getattr(self, name)]
        wanted = self.graphic or next(iter(there), "title")
        return wanted if wanted in there else "title"


@dataclass(frozen=True, slots=True, kw_only=True)
class Article(HealthPost):
    """A health article."""

    kind: ClassVar[str] = "article"
    folder: ClassVar[str] = "articles"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question(HealthPost):
    """One question and its answer; `answer` is the short one, the text says why."""

    kind: ClassVar[str] = "question"
    folder: ClassVar[str] = "questions"

    answer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice(HealthPost):
    """Hours, availability or a health alert, true from `starts` to `ends`."""

    kind: ClassVar[str] = "notice"
    folder: ClassVar[str] = "notices"

    type: str
    starts: date | datetime
    ends: date | datetime
    then: str
    """What to do instead."""
    reason: str = ""
    affects: tuple[str, ...] = ()
    """Ids of places, people and services."""
    template: str = ""
    """The closure template that `close` filled: the name of its file in closures/."""
    filled: Mapping[str, str] = field(default_factory=dict)
    """What `close` put into the template's slots: days, times, ids of places, a phone number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosureTemplate(Notice):
    """A closure whose days and times are left open, so that people can approve its words before
    they are needed. Never published itself; its own days are placeholders."""

    folder: ClassVar[str] = "closures"


@dataclass(frozen=True, slots=True, kw_only=True)
class Link(Post):
    """A reliable article elsewhere, introduced in our own two or three sentences."""

    kind: ClassVar[str] = "link"
    folder: ClassVar[str] = "links"

    url: str
    publisher: str
    checked_against: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Post):
    """A talk, a health fair, a live question hour."""

    kind: ClassVar[str] = "event"
    folder: ClassVar[str] = "events"

    starts: date | datetime
    ends: date | datetime
    place: str = ""
    online: bool = False
    questions: tuple[str, ...] = ()
    register: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page(Document):
    """About, contact, a policy: a page that is not shared."""

    owner: str = ""
    review_by: date | None = None
    legal: str = ""
    """Which of `LEGAL_PAGES` it is; empty: none, or one that its name tells."""


LEGAL_PAGES = (
    "privacy-practices", "nondiscrimination", "language-help", "good-faith-estimate",
    "accessibility", "terms", "social-media-policy",
)  # fmt: skip
"""The pages that laws or our own rules ask a practice for."""

KINDS: tuple[type[Post], ...] = (Article, Question, Notice, Link, Event)
"""Every kind of post, in the order in which the site lists them."""


def day_of(moment: date | datetime) -> date:
    """The calendar day of a day or of a moment."""
    return moment.date() if isinstance(moment, datetime) else moment
