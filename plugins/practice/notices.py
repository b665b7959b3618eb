"""What a notice says at a glance."""

from __future__ import annotations

from datetime import datetime

from plugins.practice.dates import clock
from plugins.practice.posts import Notice
from plugins.practice.settings import Practice
from plugins.practice.words import say


def notice_state(notice: Notice, practice: Practice, lang: str) -> str:
    """The notice in a word or two, by a rule that its writer can foresee.

    An alert is a "Health alert", somebody's absence "Away". Hours given for whole days mean
    "Closed"; hours given with times mean "Closed" too where they fall into the regular hours, and
    are extra hours ("Open 9:00 AM-12:00 PM") where they do not.
    """
    if notice.type != "hours":
        return say(lang, "notices.alert" if notice.type == "alert" else "notices.away")
    starts, ends = notice.starts, notice.ends
    if not isinstance(starts, datetime) or not isinstance(ends, datetime):
        return say(lang, "notices.closed")
    if _falls_into_regular_hours(starts, ends, practice):
        return say(lang, "notices.closed")
    hours = f"{clock(starts, lang)}\u2013{clock(ends, lang)}"
    return say(lang, "notices.open", hours=hours)


def _falls_into_regular_hours(starts: datetime, ends: datetime, practice: Practice) -> bool:
    begin, end = (moment.hour * 60 + moment.minute for moment in (starts, ends))
    return any(
        opens < end and begin < closes
        for place in practice.places
        for opens, closes in place.hours[starts.weekday()]
    )
