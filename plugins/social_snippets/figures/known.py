"""The figures that a text of a post may have: those of the post, and the practice's own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal, InvalidOperation

from plugins.practice.posts import Event, HealthPost, Notice, Post, day_of
from plugins.practice.settings import Practice
from plugins.social_snippets.figures.figure import Figure, Sort
from plugins.social_snippets.figures.finding import figures_in
from plugins.social_snippets.figures.units import dose_of
from plugins.social_snippets.spoken import decoded

Key = tuple[str | int, ...]

_EMERGENCY = "911"
"""Stands at the foot of every page, so every text may name it."""

_WRAP = re.compile(r"(?<!\n)[ \t]*\n[ \t]*(?!\n|[-*+>|#!:]|\d+[.)]\s)")

_LONGEST = 400
"""Days of a stretch of which each one is known."""

_FIELDS = ("title", "summary", "text", "answer", "then", "reason", "key_fact", "publisher",
           "register", "place")  # fmt: skip
_LISTS = ("key_points", "questions", "changes")

_HOUR, _HALF_A_DAY = 60, 12 * 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Figures by sort. `dated`: the post is about days, so that its weekdays and dates count."""

    keys: Mapping[Sort, frozenset[Key]]
    dated: bool

    def holds(self, figure: Figure) -> bool:
        """Whether the post, or the practice, says the same."""
        return figure.key in self.keys[figure.sort] or _CHECKS[figure.sort](self, figure.key)


def known_figures(post: Post, practice: Practice) -> Known:
    """All that a text of the post may say in figures."""
    keys: dict[Sort, set[Key]] = {sort: set() for sort in Sort}
    keys[Sort.NUMBER].add((_EMERGENCY, ""))
    for text in (*_texts(post), *_practice_texts(practice)):
        for figure in figures_in(text, post.lang):
            keys[figure.sort].add(figure.key)
    for sort, key in (*_moments(post), *_risk(post), *_hours(practice)):
        keys[sort].add(key)
    known = {sort: frozenset(found) for sort, found in keys.items()}
    return Known(keys=known, dated=isinstance(post, Notice | Event))


def _texts(post: Post) -> Iterator[str]:
    yield from (_unwrapped(decoded(str(getattr(post, name, "")))) for name in _FIELDS)
    for name in _LISTS:
        yield from (decoded(text) for text in getattr(post, name, ()))
    if isinstance(post, HealthPost):
        yield from (post.myth.claim, post.myth.fact) if post.myth else ()
        yield post.quote.text if post.quote else ""
        yield from (post.risk.what, *post.risk.labels) if post.risk else ()


def _unwrapped(text: str) -> str:
    """Markdown with its paragraphs in one line each; items of lists keep theirs."""
    return _WRAP.sub(" ", text)


def _practice_texts(practice: Practice) -> Iterator[str]:
    yield from (practice.name, practice.phone, *practice.after_hours.values())
    for place in practice.places:
        yield from (place.name, place.street, place.postal_code, place.phone)


def _moments(post: Post) -> Iterator[tuple[Sort, Key]]:
    if isinstance(post, Notice | Event):
        first, last = day_of(post.starts), day_of(post.ends)
        for days in range(min((last - first).days, _LONGEST) + 1):
            yield from _day(first + timedelta(days))
        yield from _day(last)
        for moment in (post.starts, post.ends):
            if isinstance(moment, datetime):
                yield Sort.TIME, (moment.hour * _HOUR + moment.minute, 1)
    if isinstance(post, HealthPost) and post.last_reviewed:
        yield from _day(post.last_reviewed)


def _day(day: date) -> Iterator[tuple[Sort, Key]]:
    yield Sort.DATE, (day.year, day.month, day.day)
    yield Sort.WEEKDAY, (day.weekday(),)


def _risk(post: Post) -> Iterator[tuple[Sort, Key]]:
    if isinstance(post, HealthPost) and post.risk:
        for part, whole in (post.risk.before, post.risk.after):
            yield Sort.PAIR, (str(part), str(whole))


def _hours(practice: Practice) -> Iterator[tuple[Sort, Key]]:
    for place in practice.places:
        for day in place.hours:
            yield from ((Sort.TIME, (minutes, 1)) for span in day for minutes in span)


def _number(known: Known, key: Key) -> bool:
    value, unit = str(key[0]), str(key[1])
    if dose_of(unit):
        return _same_dose(known, value, unit)
    values = {str(number): str(of) for number, of in known.keys[Sort.NUMBER]}
    if unit:
        # "45 to 75 years" may stand as "aged 45 to 75"; 11 of 100 is 11 percent.
        bare = (value, "") in known.keys[Sort.NUMBER]
        return bare or (unit == "percent" and (value, "100") in known.keys[Sort.PAIR])
    return value in values or value in _parts(known)


def _same_dose(known: Known, value: str, unit: str) -> bool:
    amount = _amount(value, unit)
    return amount is not None and any(
        _amount(str(number), str(of)) == amount for number, of in known.keys[Sort.NUMBER]
    )


def _amount(value: str, unit: str) -> tuple[str, Decimal] | None:
    dose = dose_of(unit)
    try:
        return (dose[0], Decimal(value) * dose[1]) if dose else None
    except InvalidOperation:
        return None


def _parts(known: Known) -> Iterator[str]:
    """Numbers that stand within other figures: the 26 of November 26, the 9 of 9 am."""
    yield from (str(day) for _, _, day in known.keys[Sort.DATE])
    for minutes, _ in known.keys[Sort.TIME]:
        hour = int(minutes) // _HOUR
        yield from (str(hour), str(hour % 12 or 12))
    for sort in (Sort.PAIR, Sort.SLASH):
        yield from (str(number) for pair in known.keys[sort] for number in pair)


def _pair(known: Known, key: Key) -> bool:
    return tuple(int(n) if str(n).isdigit() else n for n in key) in known.keys[Sort.SLASH]


def _slash(known: Known, key: Key) -> bool:
    """A part of a whole, or a day: 11/26 in English, 26/11 in Spanish."""
    days = {(month, day) for _, month, day in known.keys[Sort.DATE]}
    pair = tuple(str(number) for number in key)
    return pair in known.keys[Sort.PAIR] or key in days or key[::-1] in days


def _date(known: Known, key: Key) -> bool:
    year, month, day = key
    if (month, day) in known.keys[Sort.SLASH]:
        return True
    return any(
        (month, day) == (m, d) and (not year or not y or year == y)
        for y, m, d in known.keys[Sort.DATE]
    )


def _weekday(known: Known, _key: Key) -> bool:
    return not known.dated


def _time(known: Known, key: Key) -> bool:
    """Equal; or, where one of them does not tell the half of the day, equal on the dial."""
    minutes, sure = int(key[0]), key[1]
    return any(
        minutes == other or (not (sure and is_sure) and (minutes - int(other)) % _HALF_A_DAY == 0)
        for other, is_sure in known.keys[Sort.TIME]
    )


def _phone(known: Known, key: Key) -> bool:
    """The same digits; a number without its area or country code ends like the other."""
    digits = str(key[0])
    return any(
        str(other).endswith(digits) or digits.endswith(str(other))
        for (other,) in known.keys[Sort.PHONE]
    )


_CHECKS = {
    Sort.NUMBER: _number, Sort.PAIR: _pair, Sort.SLASH: _slash, Sort.DATE: _date,
    Sort.WEEKDAY: _weekday, Sort.TIME: _time, Sort.PHONE: _phone,
}  # fmt: skip
