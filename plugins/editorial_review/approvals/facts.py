"""What the rules for approvals must be told, because it is found in files and by other programs."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from plugins.practice.review_records import Approval


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """The texts on the table, by their hashes."""

    texts: Mapping[str, str] = field(default_factory=dict)
    """The hash of the text of each post that is public or would be, by its file."""
    waiting: Mapping[str, str] = field(default_factory=dict)
    """Where newer texts are judged that wait behind a public one: their hashes, by file."""
    copies: Mapping[str, str] = field(default_factory=dict)
    """The hash of each approved copy, by the uid of its post."""
    signatures: Mapping[str, str] = field(default_factory=dict)
    """By `row_key`: why an SSH signature does not count; empty where it does."""
    filled: Mapping[str, tuple[Approval, ...]] = field(default_factory=dict)
    """By the hash of a text: who approved the template whose slots were filled to exactly this
    text. They count as approvals of the text; only those that hold stand here."""

    def text_of(self, file: str) -> str:
        """The hash of the text under review; empty where the file has none."""
        return self.waiting.get(file) or self.texts.get(file, "")


def row_key(uid: str, approval: Approval) -> str:
    """Under which name a signed row stands in `Facts.signatures`."""
    told = signed_words(uid, approval) + approval.signature.encode()
    return hashlib.sha256(told).hexdigest()


def signed_words(uid: str, approval: Approval) -> bytes:
    """The bytes that a person signs."""
    told = {
        "post": uid,
        "text": approval.text,
        "person": approval.person,
        "role": approval.role,
        "on": approval.on.isoformat(),
        "about_a_person": "yes" if approval.about_a_person else "no",
        "original": approval.original,
        "recorded_by": approval.recorded_by,
    }
    lines = (f"{name}: {value}\n" for name, value in told.items())
    return ("housecall approval\n" + "".join(lines)).encode()
