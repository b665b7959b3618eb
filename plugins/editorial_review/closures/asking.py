"""From what somebody types at 6 a.m. to the values of the slots, with every mistake told."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from plugins.editorial_review.closures.slots import Filled
from plugins.editorial_review.closures.stretch import (
    Stretch,
    at_minute,
    minute_of,
    opens_at,
    usual_hours,
)
from plugins.practice.dates import clock, weekday_and_day
from plugins.practice.fields import UnfitError, did_you_mean
from plugins.practice.posts import day_of
from plugins.practice.settings import Place, Practice
from plugins.practice.time_fields import day as read_day
from plugins.practice.time_fields import day_or_moment, time_of_day

LONGEST = timedelta(days=30)
"""A notice holds for at most so long (rule H-01)."""

_LANG = "en"
_NAMED_DAYS = {"today": 0, "tomorrow": 1}


class NotPossibleError(Exception):
    """What was asked cannot be, in a sentence that says what to type instead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What was typed; empty where nothing was."""

    first: str = ""
    """`--from`: a day, or a time of today."""
    last: str = ""
    """`--to`: the last day."""
    until: str = ""
    """A time of the last day."""
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """The practice on that morning."""

    practice: Practice
    now: datetime
    closed: Collection[date] = ()
    """Days on which other notices say that it is closed."""

    def places(self, ids: Sequence[str]) -> list[Place]:
        """The places of these ids; of all, without any."""
        return [place for place in self.practice.places if not ids or place.id in ids]


def asked_closure(asked: Asked, around: Around) -> Filled:
    """The slots of a new closure. NotPossibleError."""
    known = [place.id for place in around.practice.places]
    for unknown in (id_ for id_ in asked.places if id_ not in known):
        raise NotPossibleError(f'There is no place "{unknown}". {did_you_mean(unknown, known)}')
    first = _moment(asked.first, around) if asked.first else around.now.date()
    first_day = day_of(first)
    if first_day < around.now.date():
        raise NotPossibleError(f"{_shown(first)} is past: it is {_shown(around.now)} now.")
    last_day = (
        _day(asked.last, around) if asked.last else Stretch(first=first, last=first).first_day
    )
    last = _at(last_day, asked.until, around) if asked.until else last_day
    return _checked(Stretch(first=first, last=last), asked.places or tuple(known), around)


def changed_closure(filled: Filled, asked: Asked, around: Around) -> Filled:
    """The slots of a closure that ends otherwise than it said. NotPossibleError."""
    if not (asked.until or asked.last):
        raise NotPossibleError("Say until when: --until 15:00, or --to 2026-11-25.")
    day = _day(asked.last, around) if asked.last else filled.stretch.last_day
    last = _at(day, asked.until, around) if asked.until else day
    return _checked(replace(filled.stretch, last=last), filled.places, around)


def ended_closure(filled: Filled, around: Around) -> Filled:
    """The slots of a closure that is over now. NotPossibleError: it has not begun."""
    now, places = around.now, around.places(filled.places)
    last = _last_that_holds(filled.stretch, now, places, around)
    first_day = filled.stretch.first_day
    begin, _ = usual_hours(first_day, places) or (0, 0)
    first = filled.stretch.first
    began = first if isinstance(first, datetime) else at_minute(first, begin, now.tzinfo)  # type: ignore[arg-type]
    if last is None or now <= began:
        raise NotPossibleError("It has not begun yet. To take it back, type --cancel instead.")
    return _with_opening(replace(filled.stretch, last=last), filled.places, around)


def _last_that_holds(
    stretch: Stretch, now: datetime, places: Sequence[Place], around: Around
) -> date | datetime | None:
    """The last moment of a closure that ends now: this minute, where it would be open by now;
    else the whole of the last day on which it was closed."""
    for back in range(LONGEST.days + 2):
        day = now.date() - timedelta(days=back)
        hours = usual_hours(day, places)
        if day < stretch.first_day:
            return None
        if not hours or (not back and minute_of(now) <= hours[0]):
            continue
        if back or minute_of(now) >= hours[1]:
            return min(day, stretch.last_day)
        return at_minute(day, minute_of(now), around.practice.zone)
    return None


def _checked(stretch: Stretch, ids: Sequence[str], around: Around) -> Filled:
    for fault in (_out_of_order, _past, _closed_anyway, _outside_of_hours):
        why = fault(stretch, around.places(ids), around)
        if why:
            raise NotPossibleError(why)
    return _with_opening(stretch, ids, around)


def _with_opening(stretch: Stretch, ids: Sequence[str], around: Around) -> Filled:
    practice = around.practice
    places = around.places(ids)
    opens = opens_at(stretch, places, practice.zone, around.closed)
    numbers = {place.phone for place in places if place.phone}
    phone = numbers.pop() if len(numbers) == 1 else practice.phone
    return Filled(stretch=stretch, opens=opens, places=tuple(ids), phone=phone)


def _out_of_order(stretch: Stretch, _: Sequence[Place], around: Around) -> str:
    zone = around.practice.zone
    first, last = stretch.first, stretch.last
    begin = first if isinstance(first, datetime) else at_minute(first, 0, zone)
    end = last if isinstance(last, datetime) else at_minute(last, 24 * 60, zone)
    if end <= begin:
        return f"It would end ({_shown(last)}) before it begins ({_shown(first)})."
    if stretch.last_day - stretch.first_day > LONGEST:
        return f"That is more than {LONGEST.days} days. Write an article or a notice of its own."
    return ""


def _past(stretch: Stretch, places: Sequence[Place], around: Around) -> str:
    now, last = around.now, stretch.last
    if stretch.last_day < now.date() or (isinstance(last, datetime) and last <= now):
        return f"{_shown(last)} is past: it is {_shown(now)} now."
    hours = usual_hours(stretch.last_day, places)
    if stretch.last_day == now.date() and hours and minute_of(now) >= hours[1]:
        return "You are closed for today already. For tomorrow, type --from tomorrow."
    return ""


def _closed_anyway(stretch: Stretch, places: Sequence[Place], _: Around) -> str:
    if not any(any(place.hours) for place in places):
        return "practice.toml has no opening hours, so nobody knows when you open again. Add them."
    days = (stretch.last_day - stretch.first_day).days + 1
    dates = [stretch.first_day + timedelta(days=n) for n in range(days)]
    if any(usual_hours(day, places) for day in dates):
        return ""
    return f"On {_shown(stretch.first_day)} you are closed anyway, by the hours of practice.toml."


def _outside_of_hours(stretch: Stretch, places: Sequence[Place], _: Around) -> str:
    first, last = stretch.first, stretch.last
    if isinstance(last, datetime):
        begin, end = usual_hours(stretch.last_day, places) or (0, 0)
        if minute_of(last) <= begin:
            return f"On that day you open at {_clock(last, begin)} anyway. Write a later --until."
        if minute_of(last) >= end:
            return f"On that day you close by {_clock(last, end)}. Leave --until out."
    if isinstance(first, datetime):
        begin, end = usual_hours(stretch.first_day, places) or (0, 0)
        if minute_of(first) >= end:
            return f"On that day you close by {_clock(first, end)} anyway."
        if minute_of(first) <= begin:
            return f"On that day you open at {_clock(first, begin)}. Name the day alone at --from."
    return ""


def _clock(on: datetime, minute: int) -> str:
    return f"{on.replace(hour=minute // 60 % 24, minute=minute % 60):%H:%M}"


def _moment(typed: str, around: Around) -> date | datetime:
    """A day, or a moment: a time alone is meant of today."""
    word = typed.strip().lower()
    if ":" in word and "-" not in word:
        return _at(around.now.date(), word, around)
    if ":" not in word:
        return _day(word, around)
    try:
        return day_or_moment(around.practice.zone)(word)
    except UnfitError as unfit:
        raise _not_understood(unfit) from None


def _day(typed: str, around: Around) -> date:
    word = typed.strip().lower()
    if word in _NAMED_DAYS:
        return around.now.date() + timedelta(days=_NAMED_DAYS[word])
    try:
        return read_day(word)
    except UnfitError as unfit:
        raise _not_understood(unfit) from None


def _at(day: date, typed: str, around: Around) -> datetime:
    """A time of a day, which the clocks of that day have."""
    try:
        minute = time_of_day(typed.strip())
        wall = f"{day:%Y-%m-%d} {minute // 60:02}:{minute % 60:02}"
        moment = day_or_moment(around.practice.zone)(wall)
    except UnfitError as unfit:
        raise _not_understood(unfit) from None
    return moment if isinstance(moment, datetime) else at_minute(day, minute, around.practice.zone)


def _not_understood(unfit: UnfitError) -> NotPossibleError:
    return NotPossibleError(f"{unfit.what[:1].upper()}{unfit.what[1:]}: {unfit.fix}.")


def _shown(moment: date | datetime) -> str:
    day = weekday_and_day(moment, _LANG)
    if not isinstance(moment, datetime):
        return day
    return f"{day}, {clock(moment, _LANG)}".replace("\u00a0", " ")
