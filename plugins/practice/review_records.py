"""What people have said about texts: approvals, consents and waivers, as content/ keeps them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from plugins.practice.posts import Post


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """One person's yes to one exact text."""

    person: str
    """The id of who approved."""
    on: date
    role: str
    """"clinical", or "reader" for people who are no clinicians."""
    text: str
    """The hash of what was approved: 64 hexadecimal digits."""
    about_a_person: bool
    """What the person answered: is it about a real person other than staff?"""
    texts: Mapping[str, str] = field(default_factory=dict)
    """Short hashes of the outgoing texts as the person saw them, by network."""
    original: str = ""
    """For a translation: the hash of the text that it was compared with."""
    recorded_by: str = ""
    """The id of who typed it, when it was approved on paper."""
    signature: str = ""
    """An SSH signature over `signed_words`, as ssh-keygen prints it; or empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PostApprovals:
    """content/approvals/<uid>/: every yes that a post was given, and its approved copy."""

    uid: str
    file: str
    """The post's file when it was last approved."""
    approvals: tuple[Approval, ...] = ()
    """In the order in which they were given; those of earlier texts stay as a record."""
    copy: Post | None = None
    """The text that was approved last by enough people, word for word; None when there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """One person's consent to be shown or told about. Who it is, only the practice's files know."""

    id: str
    """Random, never initials."""
    kind: str
    """One of `CONSENT_KINDS`."""
    scope: str
    """What may be shown, in words that name nobody."""
    channels: tuple[str, ...]
    """Networks, and "site"."""
    signed: date
    expires: date
    revoked: date | None = None
    minor: bool = False
    custodian: str = ""
    """The role that keeps the signed form: "privacy officer"."""
    form_sha256: str = ""
    line: int = 1
    """Where it stands in consents.toml."""

    def is_live(self, today: date) -> bool:
        """Whether it holds on a day."""
        revoked = self.revoked is not None and self.revoked <= today
        return self.signed <= today <= self.expires and not revoked


CONSENT_KINDS = ("photo", "video", "quote", "story", "before_after")


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiver:
    """A rule that a named person lifts for one file, with a reason and an end."""

    rule: str
    file: str
    who: str
    """The id of the person who answers for it."""
    why: str
    until: date
    line: int = 1
    """Where it stands in waivers.toml."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewRecords:
    """All of them."""

    approvals: Mapping[str, PostApprovals] = field(default_factory=dict)
    """By uid."""
    damaged: frozenset[str] = frozenset()
    """The uids whose approvals cannot be read: nothing is guessed from them."""
    consents: Mapping[str, Consent] = field(default_factory=dict)
    """By id."""
    waivers: tuple[Waiver, ...] = ()

    @property
    def homes(self) -> frozenset[tuple[str, str]]:
        """The uid and the file of each post that was approved."""
        return frozenset((uid, record.file) for uid, record in self.approvals.items())
