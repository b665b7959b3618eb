"""H-03: the days and times in the words of a notice are those of the calendar and of its fields."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from functools import cache

from babel.dates import get_day_names

from plugins.editorial_review.practice_pages.tables import words_for
from plugins.editorial_review.prose import Passage
from plugins.editorial_review.rule import Found
from plugins.editorial_review.subject import Subject
from plugins.practice.dates import weekday_and_day, weekday_name
from plugins.practice.figures.figure import Figure, Sort
from plugins.practice.figures.finding import figures_in
from plugins.practice.posts import Event, Notice, day_of
from plugins.practice.problems import Severity
from plugins.practice.settings import Practice

Dated = Notice | Event

_BEHIND, _BEFORE = 40, 40
_HALF_DAY = 12 * 60
_HEADLINES = ("title", "summary")


def check_days(subject: Subject) -> Iterator[Found]:
    """Days that the calendar does not have, and days or times that the fields do not."""
    post = subject.document
    if not isinstance(post, Notice | Event):
        return
    for passage in subject.passages:
        if passage.is_shown or passage.field:
            yield from _in_calendar(passage, post, subject.practice)
    if not (isinstance(post, Notice) and post.type == "alert"):
        yield from _as_the_fields(post)


def _in_calendar(passage: Passage, post: Dated, practice: Practice) -> Iterator[Found]:
    """ "Thursday, November 27" when that is a Friday; a return on a day without hours."""
    for match in _weekday(post.lang).finditer(passage.text):
        found = _date_behind(passage.text[match.end() : match.end() + _BEHIND], post)
        if found is None:
            continue
        day, said = found
        whole = f"{match[0]}, {said}"
        at = passage.field or passage.line_at(match.start())
        if day.weekday() != _weekdays(post.lang)[match[0].casefold()]:
            is_a = f"{said} {day.year} is a {weekday_name(day.weekday(), 'en')}"
            yield Found(at=at, what=f'"{whole}": {is_a}', fix="correct the weekday or the day")
        elif day > day_of(post.ends) and _is_return(
            passage.text[max(0, match.start() - _BEFORE) : match.start()], post.lang
        ):
            yield from _closed_then(day, whole, at, practice)


def _closed_then(day: date, said: str, at: int | str, practice: Practice) -> Iterator[Found]:
    if practice.places and not any(place.hours[day.weekday()] for place in practice.places):
        yield Found(
            at=at,
            what=f'"{said}" is told as open again, and no place has hours on that weekday',
            fix="name the first day on which you are open, or mend the hours in practice.toml",
            severity=Severity.WARN,
        )


def _is_return(before: str, lang: str) -> bool:
    return words_for(lang, "return").search(before) is not None


def _date_behind(text: str, post: Dated) -> tuple[date, str] | None:
    """The date that follows a weekday at once, in the year that is nearest to the notice."""
    text = text.lstrip(" ,\u00a0").removeprefix("the ").removeprefix("el ")
    for figure in figures_in(text, post.lang):
        first = re.split(r"\s*(?:-|–|\bto\b|\band\b|&|\bal?\b|\by\b)\s*\d", figure.said)[0]
        if figure.sort is Sort.DATE and text.startswith(figure.said):
            day = _resolved(figure, day_of(post.starts))
            return (day, first) if day else None
    return None


def _resolved(figure: Figure, near: date) -> date | None:
    year, month, day = (int(part) for part in figure.key)
    years = [year] if year else [near.year - 1, near.year, near.year + 1]
    found = []
    for one in years:
        try:
            found.append(date(one, month, day))
        except ValueError:  # February 29
            continue
    return min(found, key=lambda one: abs((one - near).days), default=None)


@cache
def _weekdays(lang: str) -> dict[str, int]:
    return {name.casefold(): day for day, name in get_day_names("wide", locale=lang).items()}


@cache
def _weekday(lang: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(_weekdays(lang))})(?!\w)", re.IGNORECASE)


def _as_the_fields(post: Dated) -> Iterator[Found]:
    """Title and summary name a day of the notice, and a time of it, if they name any at all."""
    headlines = " ".join(getattr(post, name) for name in _HEADLINES)
    figures = figures_in(headlines, post.lang)
    first, last = day_of(post.starts), day_of(post.ends)
    dates = [f for f in figures if f.sort is Sort.DATE]
    days = {day for figure in dates if (day := _resolved(figure, first))}
    # "that Friday" names the day too; the date beside it may be that of something else.
    weekdays = {int(f.key[0]) for f in figures if f.sort is Sort.WEEKDAY}
    is_named = first.weekday() in weekdays or any(first <= day <= last for day in days)
    if days and not is_named:
        holds = weekday_and_day(post.starts, "en")
        what = f"title and summary name {_said(dates)}, and `starts` is {holds} ({first})"
        yield Found(at="starts", what=what, fix="let text and fields say the same days")
    times = [f for f in figures if f.sort is Sort.TIME]
    if times and isinstance(post.starts, datetime) and isinstance(post.ends, datetime):
        meant = {m.hour * 60 + m.minute for m in (post.starts, post.ends)}
        if not any(_is_time(figure, minutes) for figure in times for minutes in meant):
            holds = f"{post.starts:%H:%M} to {post.ends:%H:%M}"
            what = f"title and summary name {_said(times)}, and `starts` and `ends` say {holds}"
            yield Found(at="starts", what=what, fix="let text and fields say the same times")


def _is_time(figure: Figure, minutes: int) -> bool:
    """ "9" can be 9 in the morning or in the evening, "9 am" cannot."""
    found, is_sure = (int(part) for part in figure.key)
    return found == minutes if is_sure else (found - minutes) % _HALF_DAY == 0


def _said(figures: list[Figure]) -> str:
    return ", ".join(dict.fromkeys(f'"{figure.said}"' for figure in figures))
