"""Days, times and numbers as a person reads them into an answering machine."""

from __future__ import annotations

import re
from datetime import date, datetime

from plugins.practice.dates import month_name
from plugins.practice.words import say, word_list

_DIGITS = re.compile(r"\d+")
_PHONE = re.compile(r"(?:\+?1[ -]?)?\(?\b\d{3}\)?[ -]\d{3}-\d{4}\b|\b(?:911|988)\b")


def spoken_date(day: date, lang: str) -> str:
    """ "November twenty-fourth", "veinticuatro de noviembre"."""
    number = word_list(lang, "spoken.days")[day.day - 1]
    return say(lang, "spoken.date", day=number, month=month_name(day, lang))


def spoken_clock(moment: datetime, lang: str) -> str:
    """ "noon", "eight thirty a.m.", "ocho y media de la mañana"."""
    if moment.minute == 0 and moment.hour in (0, 12):
        return say(lang, "spoken.midnight" if moment.hour == 0 else "spoken.noon")
    hour = word_list(lang, "spoken.hours")[(moment.hour - 1) % 12]
    return say(
        lang,
        "spoken.clock_full" if moment.minute == 0 else "spoken.clock",
        hour=hour,
        minutes=_minutes(moment.minute, lang),
        part=say(lang, f"spoken.{_part(moment.hour)}"),
    )


def _minutes(minute: int, lang: str) -> str:
    number = word_list(lang, "spoken.numbers")[minute]
    if minute in (15, 30):
        return say(lang, f"spoken.minutes_{minute}")
    return say(lang, "spoken.few_minutes", number=number) if minute < 10 else number


def _part(hour: int) -> str:
    return "morning" if hour < 12 else "afternoon" if hour < 20 else "evening"


def spoken_number(number: str, lang: str) -> str:
    """ "(212) 555-0143" digit by digit: "two one two, five five five, zero one four three"."""
    digits = word_list(lang, "spoken.numbers")
    groups = _DIGITS.findall(number)
    return ", ".join(" ".join(digits[int(digit)] for digit in group) for group in groups)


def with_spoken_numbers(text: str, lang: str) -> str:
    """The text with its phone numbers, 911 and 988 in words."""
    return _PHONE.sub(lambda found: spoken_number(found[0], lang), text)
