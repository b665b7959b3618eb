"""Days and times of day in a text, in every usual way of writing them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from babel.dates import get_day_names, get_month_names

from plugins.practice.figures.figure import Figure, Sort
from plugins.practice.figures.reading import Reading, said
from plugins.practice.words import LANGUAGES, one_of_words, word_list

_DAY = r"(\d{1,2})(?:st|nd|rd|th|\.?º|°)?"
_TO = r"\s*(?:-|–|to|and|&|through|or|y|o|al?)\s*(?:the\s|el\s)?"
_YEAR = r"(?:,?\s+(?:de\s|del\s)?((?:19|20)\d\d)(?!\d))?"
_HALF = r"\s?([ap])\.?\s?m\b\.?"
_HOUR = r"(?<![\d:.,])(\d{1,2})(?::(\d\d))?"

_ISO = re.compile(r"(?<!\d)(\d{4})-(\d\d)-(\d\d)(?!\d)")
_CLOCK = re.compile(_HOUR + _HALF, re.IGNORECASE)
_SPAN = re.compile(
    _HOUR
    + r"\s?(?:-|–|to|until|till|and|a|y|hasta)\s?(?:las?\s)?(?=\d{1,2}(?::\d\d)?"
    + _HALF
    + ")",
    re.IGNORECASE,
)
_BARE_CLOCK = re.compile(r"(?<![\d:.,])(\d{1,2}):(\d\d)(?![\d:])")

_NOON, _HALF_DAY, _HOUR_MINUTES = 12 * 60, 12, 60
_LAST_HOUR, _LAST_DAY, _LAST_MONTH = 23, 31, 12


@cache
def _months() -> dict[str, int]:
    names = {"sept": 9}
    for lang in LANGUAGES:
        for width in ("wide", "abbreviated"):
            for month, name in get_month_names(width, locale=lang).items():
                names[name.casefold().rstrip(".")] = month
    return names


@cache
def _weekdays() -> dict[str, int]:
    names = {
        name.casefold(): day
        for lang in LANGUAGES
        for day, name in get_day_names("wide", locale=lang).items()
    }
    return names | {f"{name}s": day for name, day in names.items()}


def _any_of(names: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, names), key=len, reverse=True))


@cache
def _month_first() -> re.Pattern[str]:
    second = rf"(?:{_TO}{_DAY}(?![\d:%]|[.,]\d|{_HALF}))?"
    return re.compile(
        rf"(?<!\w)({_any_of(_months())})\.?\s+{_DAY}(?!\d|[.,:]\d){second}{_YEAR}", re.IGNORECASE
    )


@cache
def _day_first() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\d.,/]){_DAY}(?:{_TO}{_DAY})?\s+(?:de\s+|of\s+)?({_any_of(_months())})(?!\w){_YEAR}",
        re.IGNORECASE,
    )


@cache
def _weekday() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)({_any_of(_weekdays())})(?!\w)", re.IGNORECASE)


def take_days(reading: Reading) -> None:
    """Find the days and weekdays of a text."""
    reading.take(_ISO, lambda m: _dates(m, m[2], [m[3]], m[1]))
    reading.take(_month_first(), lambda m: _named(m, m[1], (m[2], m[3]), m[m.re.groups]))
    reading.take(_day_first(), lambda m: _named(m, m[3], (m[1], m[2]), m[4]))
    reading.take(
        _weekday(), lambda m: [Figure(Sort.WEEKDAY, (_weekdays()[m[1].casefold()],), said(m))]
    )


def _named(
    match: re.Match[str], name: str, days: tuple[str | None, ...], year: str | None
) -> list[Figure] | None:
    # "You may 2 ..." is no day; the month has a capital.
    if name == "may":
        return None
    return _dates(match, str(_months()[name.casefold()]), days, year)


def _dates(
    match: re.Match[str], month: str, days: Iterable[str | None], year: str | None
) -> list[Figure] | None:
    numbers = [int(day) for day in days if day]
    if not 1 <= int(month) <= _LAST_MONTH or not all(1 <= n <= _LAST_DAY for n in numbers):
        return None
    key = int(year or 0), int(month)
    return [Figure(Sort.DATE, (*key, day), said(match)) for day in numbers]


def take_times(reading: Reading, lang: str) -> None:
    """Find the times of day of a text."""
    reading.take(_SPAN, lambda m: _time(m, half=""))
    reading.take(_CLOCK, lambda m: _time(m, half=m[3].lower()))
    reading.take(_part_of_day(lang, "figures.mornings"), lambda m: _time(m, half="a"))
    reading.take(_part_of_day(lang, "figures.evenings"), lambda m: _time(m, half="p"))
    reading.take(_BARE_CLOCK, lambda m: _time(m, half=""))
    reading.take(one_of_words(lang, "figures.noon"), lambda m: [_twelve(m, _NOON)])
    reading.take(one_of_words(lang, "figures.midnight"), lambda m: [_twelve(m, 0)])


@cache
def _part_of_day(lang: str, key: str) -> re.Pattern[str]:
    return re.compile(rf"{_HOUR}\s(?:{_any_of(word_list(lang, key))})(?!\w)", re.IGNORECASE)


def _twelve(match: re.Match[str], minutes: int) -> Figure:
    return Figure(Sort.TIME, (minutes, 1), said(match))


def _time(match: re.Match[str], *, half: str) -> list[Figure] | None:
    hour = match[1]
    hours, minutes = int(hour), int(match[2] or 0)
    if hours > _LAST_HOUR or minutes >= _HOUR_MINUTES:
        return None
    if half and hours <= _HALF_DAY:
        hours = hours % _HALF_DAY + (_HALF_DAY if half == "p" else 0)
    sure = bool(half) or hours > _HALF_DAY or hour.startswith("0")
    return [Figure(Sort.TIME, (hours * _HOUR_MINUTES + minutes, int(sure)), said(match))]
