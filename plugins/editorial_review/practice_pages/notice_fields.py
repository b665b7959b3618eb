"""H-01: a notice says what holds, from when to when, why, for whom, and what to do instead."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.editorial_review.rule import Found
from plugins.editorial_review.subject import Subject
from plugins.practice.notice_reasons import REASONS, reason_of
from plugins.practice.posts import Notice, day_of

_ALERT = "alert"
_LONGEST = {"hours": 30, "availability": 90, _ALERT: 90}
"""Days; what holds for longer is no notice, but belongs into the hours or onto a page."""


def check_fields(subject: Subject) -> Iterator[Found]:
    """Fields that a notice cannot do without, and one that lasts too long."""
    notice = subject.document
    if not isinstance(notice, Notice):
        return
    yield from _reason(notice)
    if not notice.affects:
        what = "`affects` is missing or empty: it is not said for which place, person or service"
        yield Found(at="affects", what=what, fix="add affects: with the ids from practice.toml")
    days = (day_of(notice.ends) - day_of(notice.starts)).days
    if days > (most := _LONGEST.get(notice.type, 30)):
        yield Found(
            at="ends",
            what=f"it lasts {days} days; a notice of type {notice.type} lasts at most {most}",
            fix="end it earlier, and write another if it goes on; what stays for good belongs into "
            "practice.toml",
        )


def _reason(notice: Notice) -> Iterator[Found]:
    """An alert tells its reason in its own words; for hours, a list keeps it from saying too much
    about a person."""
    fix = f"write one of: {', '.join(REASONS)}; or other: with a few words behind it"
    if not notice.reason:
        yield Found(at="reason", what="`reason` is missing or empty", fix=fix)
    elif notice.type != _ALERT and not reason_of(notice.reason, notice.lang):
        yield Found(at="reason", what=f'`reason` is "{notice.reason[:60]}"', fix=fix)
