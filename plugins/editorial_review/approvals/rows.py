"""Which rows of an approval file count for a text, whoever gave them."""

from __future__ import annotations

from plugins.editorial_review.approvals.facts import row_key
from plugins.editorial_review.subject import Setting
from plugins.practice.dates import short_day
from plugins.practice.posts import Post
from plugins.practice.review_records import Approval

LANG = "en"
"""Problems are told in English."""


def rows_for(post: Post, text_hash: str, setting: Setting) -> tuple[Approval, ...]:
    """What people said of exactly this text: the last answer of each, earliest first."""
    record = setting.records.approvals.get(post.uid)
    rows = [row for row in record.approvals if row.text == text_hash] if record else []
    latest = {row.person: row for row in rows}
    return tuple(row for row in rows if latest[row.person] is row)


def fault_of(row: Approval, post: Post, setting: Setting) -> str:
    """Why an approval counts for no text at all; empty where it may count."""
    person = setting.people.get(row.person)
    if person is None:
        return "there is no such person in people/"
    if person.left and row.on >= person.left:
        return f"{person.name} left on {short_day(person.left, LANG)}, and approved after that"
    if setting.practice.review.signed:
        return _signature_fault(row, post, setting)
    return ""


def _signature_fault(row: Approval, post: Post, setting: Setting) -> str:
    if not row.signature:
        return "it is not signed, and practice.toml asks for signatures"
    return setting.facts.signatures.get(row_key(post.uid, row), "its signature was not checked")
