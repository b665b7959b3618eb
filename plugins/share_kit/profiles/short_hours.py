"""Opening hours in as few words as a bio has room for: "Mon-Thu 8-5, Fri 8-3" with real dashes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from plugins.practice.dates import short_weekday
from plugins.practice.settings import Hours, Place, Practice
from plugins.practice.words import say

_NOON, _DAY = 12 * 60, 24 * 60
_EARLY = 5 * 60
"""Nobody takes 5 to 11 for the evening where a day begins with it."""
_RUN = 3
"""Days in a row from which on they are told as "Mon-Wed"."""

Week = Sequence[Hours]


def short_week(week: Week, lang: str) -> str:
    """The hours of a week, equal days together; "" where the place is never open."""
    days_of: dict[Hours, list[int]] = {}
    for day, hours in enumerate(week):
        if hours:
            days_of.setdefault(hours, []).append(day)
    groups = [f"{_days(days, lang)} {short_spans(hours, lang)}" for hours, days in days_of.items()]
    return ("; " if any("," in group for group in groups) else ", ").join(groups)


def short_hours(practice: Practice, lang: str) -> str:
    """The hours of every place: once where all are alike, else each after the place's name."""
    open_ = [place for place in practice.places if any(place.hours)]
    if len({place.hours for place in open_}) == 1:
        return short_week(open_[0].hours, lang)
    return " / ".join(
        f"{place_label(place, practice)}: {short_week(place.hours, lang)}" for place in open_
    )


def place_label(place: Place, practice: Practice) -> str:
    """What tells a place from the others: its own name, else its town or its street."""
    others = [other for other in practice.places if other.id != place.id]
    if place.name not in (practice.name, *(other.name for other in others)):
        return place.name
    same_town = any(other.city == place.city for other in others)
    return place.street if same_town else place.city


def short_spans(hours: Hours, lang: str) -> str:
    """ "8-12 & 1-5"; "24 hours"; am and pm only where a bare number could be mistaken."""
    if hours == ((0, _DAY),):
        return say(lang, "profiles.all_day")
    bare = _is_plain(hours)
    return f" {say(lang, 'profiles.and')} ".join(
        _span(start, end, lang, bare=bare) for start, end in hours
    )


def _is_plain(hours: Hours) -> bool:
    """Whether a day reads as it is meant: it begins in the morning, each span ends within twelve
    hours, and what comes after the first begins at noon or later."""
    (first, _), *later = hours
    return (
        _EARLY < first < _NOON
        and all(start >= _NOON for start, _ in later)
        and all(start < end < start + _NOON and end < _DAY for start, end in hours)
    )


def _span(start: int, end: int, lang: str, *, bare: bool) -> str:
    one, other = _number(start), _number(end)
    if bare:
        return f"{one}\u2013{other}"
    halves = [say(lang, f"profiles.{'pm' if m % _DAY >= _NOON else 'am'}") for m in (start, end)]
    first = f"{one} {halves[0]}" if halves[0] != halves[1] else one
    return f"{first}\u2013{other} {halves[1]}"


def _number(minutes: int) -> str:
    hour, minute = divmod(minutes, 60)
    return f"{(hour - 1) % 12 + 1}:{minute:02}" if minute else f"{(hour - 1) % 12 + 1}"


def _days(days: Iterable[int], lang: str) -> str:
    return ", ".join(_run(run, lang) for run in _runs(days))


def _runs(days: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Days in a row as their first and last."""
    found: list[tuple[int, int]] = []
    for day in days:
        if found and found[-1][1] == day - 1:
            found[-1] = (found[-1][0], day)
        else:
            found.append((day, day))
    yield from found


def _run(run: tuple[int, int], lang: str) -> str:
    first, last = (short_weekday(day, lang) for day in run)
    if run[0] == run[1]:
        return first
    return f"{first}\u2013{last}" if run[1] - run[0] + 1 >= _RUN else f"{first}, {last}"
