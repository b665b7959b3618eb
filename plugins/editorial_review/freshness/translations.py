"""Which text of its original a translation was compared with, and how long it is older."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from plugins.editorial_review.approvals.hashing import is_meant
from plugins.editorial_review.approvals.standing import original_of
from plugins.editorial_review.freshness.reviews import TOO_LATE
from plugins.editorial_review.subject import Setting
from plugins.practice.posts import Post


@dataclass(frozen=True, slots=True, kw_only=True)
class Older:
    """A translation whose original has changed since the two were compared."""

    original: str
    """The original's file."""
    since: date
    """The day on which the original's present text was approved first."""

    def is_hidden(self, today: date) -> bool:
        """Whether it has been older for so long that nobody should rely on it."""
        return today - self.since > TOO_LATE


def older_than_original(post: Post, setting: Setting) -> Older | None:
    """Since when a translation is older than the public text of its original.

    None for what is no translation, for one that is up to date, and where nothing is known: a
    translation that nobody has compared yet lacks approvals, which is told elsewhere.
    """
    original = original_of(post, setting)
    compared = _compared(post, setting) if original else ""
    public = setting.facts.texts.get(original.file, "") if original else ""
    if original is None or not compared or not public or is_meant(compared, public):
        return None
    return Older(original=original.file, since=_approved_on(original, public, setting))


def _compared(post: Post, setting: Setting) -> str:
    """The hash of the original that people last held beside exactly this translation."""
    if post.source_hash:
        return post.source_hash
    record, text = setting.records.approvals.get(post.uid), setting.facts.text_of(post.file)
    rows = [row for row in record.approvals if row.text == text] if record else []
    return rows[-1].original if rows else ""


def _approved_on(original: Post, text: str, setting: Setting) -> date:
    record = setting.records.approvals.get(original.uid)
    days = [row.on for row in record.approvals if row.text == text] if record else []
    return min(days, default=setting.today)
