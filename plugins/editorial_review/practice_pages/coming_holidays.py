"""H-03 for the practice: holidays of the next weeks of which no notice says whether it is open."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from plugins.editorial_review.practice_pages.holidays import holidays_between
from plugins.editorial_review.rule import Found
from plugins.editorial_review.subject import Setting
from plugins.practice.dates import weekday_and_day
from plugins.practice.posts import Notice, day_of
from plugins.practice.practice_file import FILE as PRACTICE_FILE
from plugins.practice.problems import Severity

AHEAD = timedelta(days=90)


def check_holidays(setting: Setting) -> Iterator[Found]:
    """Days on which the usual hours would have it open, all told in one note."""
    practice = setting.practice
    if any(place.country != "US" for place in practice.places):
        return
    untold = [
        f"{name} ({weekday_and_day(day, 'en')}, {day.year})"
        for day, name in holidays_between(setting.today, setting.today + AHEAD)
        if _is_open(day, setting) and not _is_told(day, setting)
    ]
    if untold:
        yield Found(
            at=practice.line_of("places"),
            file=PRACTICE_FILE,
            what=f"no notice says whether you are open on: {'; '.join(untold)}",
            fix="if you are closed, write a notice for each: python3 tasks.py new notice",
            severity=Severity.NOTE,
        )


def _is_open(day: date, setting: Setting) -> bool:
    return any(place.hours[day.weekday()] for place in setting.practice.places)


def _is_told(day: date, setting: Setting) -> bool:
    return any(
        day_of(post.starts) <= day <= day_of(post.ends)
        for post in setting.posts
        if isinstance(post, Notice) and post.type == "hours" and not post.withdrawn
    )
