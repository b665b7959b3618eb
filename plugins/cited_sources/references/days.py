"""Days as references tell them: as exactly as they are known."""

from __future__ import annotations

from datetime import date

from plugins.practice.dates import long_day, month_and_year
from plugins.practice.words import say


def dated(word: str, day: str, lang: str) -> str:
    """ "Updated September 2024": `word` of the wordings, and a day as exactly as it is known."""
    if not day:
        return ""
    key = f"references.{word}" if len(day) == len("2026-11-21") else f"references.{word}_in"
    return say(lang, key, day=partial(day, lang))


def partial(day: str, lang: str) -> str:
    """A year, a month or a day in words, as exactly as it is known."""
    match len(day):
        case 4:
            return day
        case 7:
            return month_and_year(date.fromisoformat(f"{day}-01"), lang)
        case _:
            return long_day(date.fromisoformat(day), lang)
