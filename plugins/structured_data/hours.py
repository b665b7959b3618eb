"""Opening hours of a place: the regular week, and what a notice changes on certain days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from plugins.practice.notices import CLOSED, EARLY, EXTRA, LATE, OPEN, state_of
from plugins.practice.posts import Notice, day_of
from plugins.practice.settings import Hours, Place, Practice
from plugins.structured_data.nodes import Node, node

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_DAY = 24 * 60
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class _Run:
    """Days in a row, last one included, with the same hours."""

    first: date
    last: date
    hours: Hours


def regular_hours(place: Place) -> list[Node]:
    """One specification for each span of the week; a day without a span is a closed one."""
    days: dict[tuple[int, int], list[str]] = {}
    for weekday, hours in zip(_WEEKDAYS, place.hours, strict=True):
        for span in hours:
            days.setdefault(span, []).append(f"https://schema.org/{weekday}")
    return [
        _specification(opens, closes, dayOfWeek=names) for (opens, closes), names in days.items()
    ]


def special_hours(notice: Notice, place: Place, practice: Practice) -> list[Node]:
    """What an hours notice makes of the days on which it holds; nothing where that is uncertain."""
    if not _is_about(notice, place) or day_of(notice.ends) < day_of(notice.starts):
        return []
    return [
        specification for run in _runs(notice, place, practice) for specification in _special(run)
    ]


def _is_about(notice: Notice, place: Place) -> bool:
    return notice.type == "hours" and (not notice.affects or place.id in notice.affects)


def _runs(notice: Notice, place: Place, practice: Practice) -> Iterable[_Run]:
    """The days with other hours. The page's own word decides, so that page and data never
    disagree; "Moved" or "Canceled" says nothing about when the place is open."""
    state, _ = state_of(notice, notice.lang, frozenset())
    if state in (CLOSED, EARLY):
        return _closing(notice, place, practice)
    if state == LATE:
        return _late_opening(notice, place)
    return _extra_hours(notice, place) if state in (OPEN, EXTRA) else ()


def _closing(notice: Notice, place: Place, practice: Practice) -> Iterator[_Run]:
    """The hours that are left of each day between the two moments."""
    if not set(notice.affects) <= {known.id for known in practice.places}:
        return  # "the lab here is closed" does not close the place
    first, begin = day_of(notice.starts), _minute(notice.starts, whole_day=0)
    last, end = day_of(notice.ends), _minute(notice.ends, whole_day=_DAY)
    if last == first:
        if begin >= end:
            return
        runs = [_left(first, place, begin, end)]
    else:
        runs = [_left(first, place, begin, _DAY), _left(last, place, 0, end)]
    if last - first > _ONE_DAY:
        runs.insert(1, _Run(first + _ONE_DAY, last - _ONE_DAY, ()))
    yield from _joined(run for run in runs if not _as_ever(run, place))


def _late_opening(notice: Notice, place: Place) -> Iterator[_Run]:
    """What the first moment leaves of the only day."""
    day, begin = day_of(notice.starts), _minute(notice.starts, whole_day=0)
    if begin and day == day_of(notice.ends):
        run = _left(day, place, 0, begin)
        if not _as_ever(run, place):
            yield run


def _extra_hours(notice: Notice, place: Place) -> Iterator[_Run]:
    if not (isinstance(notice.starts, datetime) and isinstance(notice.ends, datetime)):
        return  # open on a whole day: nobody knows from when to when
    day, begin = day_of(notice.starts), _minute(notice.starts, whole_day=0)
    end = _minute(notice.ends, whole_day=_DAY)
    # Over several days the two times may mean each day or one long stretch: better say nothing.
    if day == day_of(notice.ends) and begin < end:
        yield _Run(day, day, _with_span(_regular(day, place), begin, end))


def _minute(moment: date | datetime, *, whole_day: int) -> int:
    """Minutes after midnight; a whole day stands for its `whole_day` edge."""
    return moment.hour * 60 + moment.minute if isinstance(moment, datetime) else whole_day


def _regular(day: date, place: Place) -> Hours:
    return place.hours[day.weekday()]


def _left(day: date, place: Place, begin: int, end: int) -> _Run:
    return _Run(day, day, _without_span(_regular(day, place), begin, end))


def _as_ever(run: _Run, place: Place) -> bool:
    return bool(run.hours) and run.hours == _regular(run.first, place)


def _without_span(hours: Hours, begin: int, end: int) -> Hours:
    parts = (
        part
        for opens, closes in hours
        for part in ((opens, min(closes, begin)), (max(opens, end), closes))
        if part[0] < part[1]
    )
    return tuple(dict.fromkeys(parts))


def _with_span(hours: Hours, begin: int, end: int) -> Hours:
    """The hours with one more span; spans that touch become one."""
    merged: list[tuple[int, int]] = []
    for opens, closes in sorted((*hours, (begin, end))):
        if merged and opens <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], closes))
        else:
            merged.append((opens, closes))
    return tuple(merged)


def _joined(runs: Iterable[_Run]) -> Iterator[_Run]:
    """Closed days in a row as one run."""
    before: _Run | None = None
    for run in runs:
        if before and not before.hours and not run.hours and run.first == before.last + _ONE_DAY:
            before = _Run(before.first, run.last, ())
            continue
        if before:
            yield before
        before = run
    if before:
        yield before


def _special(run: _Run) -> list[Node]:
    # schema.org says closed by leaving `opens` out; Google reads only 00:00 to 00:00 as closed.
    spans = run.hours or ((0, 0),)
    first, last = run.first.isoformat(), run.last.isoformat()
    return [
        _specification(opens, closes, validFrom=first, validThrough=last) for opens, closes in spans
    ]


def _specification(opens: int, closes: int, **days: object) -> Node:
    return node("OpeningHoursSpecification", opens=_clock(opens), closes=_clock(closes), **days)


def _clock(minute: int) -> str:
    # Google's way to write the end of a day; 24:00 is no time of schema.org's.
    return "23:59" if minute == _DAY else f"{minute // 60:02}:{minute % 60:02}"
