"""What the notices make of the coming days: the hours that listings elsewhere must have too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from plugins.practice.posts import Notice, day_of
from plugins.practice.settings import Hours, Place, Practice
from plugins.structured_data.hours import special_hours

_DAY = 24 * 60
_CLOSED = (0, 0)
"""How the structured data writes a day on which nothing is open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SpecialDays:
    """Days in a row with other hours than every week."""

    first: date
    last: date
    hours: Hours
    """Empty: closed."""
    title: str
    """Of the notice that says so."""


def special_days(
    place: Place, notices: Sequence[Notice], practice: Practice, today: date
) -> tuple[SpecialDays, ...]:
    """The days from today on, the next one first, as the public notices in the practice's own
    language tell them; the same as the pages' structured data says."""
    found = [
        days
        for notice in _counting(notices, practice, today)
        for days in _of_notice(notice, place, practice)
        if days.last >= today
    ]
    return tuple(sorted(found, key=lambda days: (days.first, days.last, days.title)))


def unclear_notices(
    notices: Sequence[Notice], practice: Practice, today: date
) -> tuple[Notice, ...]:
    """Notices about hours of which no place's hours follow, so that a person has to look."""
    return tuple(
        notice
        for notice in _counting(notices, practice, today)
        if not any(special_hours(notice, place, practice) for place in practice.places)
    )


def _counting(notices: Sequence[Notice], practice: Practice, today: date) -> Iterator[Notice]:
    for notice in notices:
        ours = notice.type == "hours" and notice.lang == practice.lang
        if ours and day_of(notice.ends) >= today:
            yield notice


def _of_notice(notice: Notice, place: Place, practice: Practice) -> Iterator[SpecialDays]:
    told = [
        {name: str(value) for name, value in node.items()}
        for node in special_hours(notice, place, practice)
    ]
    for (first, last), nodes in groupby(told, lambda n: (n["validFrom"], n["validThrough"])):
        spans = tuple((_minutes(node["opens"]), _minutes(node["closes"])) for node in nodes)
        yield SpecialDays(
            first=date.fromisoformat(first),
            last=date.fromisoformat(last),
            hours=() if spans == (_CLOSED,) else spans,
            title=notice.title,
        )


def _minutes(clock: str) -> int:
    """ "09:30" as minutes after midnight; "23:59" is how the structured data writes midnight."""
    hour, minute = map(int, clock.split(":"))
    found = hour * 60 + minute
    return _DAY if found == _DAY - 1 else found
