"""What a value of a ledger may be: exactly what a command writes there, however long.

Parsers as in `fields`, but nothing is folded, cut or guessed: what was handed over is kept word for
word.
"""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from plugins.practice.fields import (
    Parser,
    T,
    UnfitError,
    check_characters,
    listed,
    one_of,
    pattern,
    slug,
    uid,
    web_address,
)
from plugins.practice.posts import KINDS
from plugins.practice.time_fields import moment

MOST_TURNS = 100

_BY_COMMAND = "leave it as the command wrote it"


def word_for_word(value: object) -> str:
    """A text with all its spaces and line breaks."""
    if not isinstance(value, str):
        raise UnfitError("it is not a text", _BY_COMMAND)
    check_characters(value)
    return value


def written(parse: Parser[T]) -> Parser[T]:
    """`parse`, of texts alone: a command writes a uid in quotes."""
    return lambda value: parse(word_for_word(value))


def instant(zone: ZoneInfo) -> Parser[datetime]:
    """A day and time with its offset, told in `zone`."""

    def parse(value: object) -> datetime:
        if not isinstance(value, date):
            raise UnfitError("it is not a day and time", _BY_COMMAND)
        try:
            return moment(zone)(value).astimezone(zone)
        except OverflowError:
            raise UnfitError("it lies before or after all calendars", _BY_COMMAND) from None

    return parse


def calendar_day(value: object) -> date:
    """A day without a time."""
    if not isinstance(value, date) or isinstance(value, datetime):
        raise UnfitError("it is not a day", _BY_COMMAND)
    return value


def turn(value: object) -> int:
    """0 the first time, 1 the second."""
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value < MOST_TURNS:
        raise UnfitError("it is not a small whole number", _BY_COMMAND)
    return value


post_uid = written(uid)
address = written(web_address)
post_kind = written(one_of([kind.kind for kind in KINDS]))
topic_ids = listed(written(slug))
iso_week = written(pattern(r"\d{4}-W(?:0[1-9]|[1-4]\d|5[0-3])", "a week, like 2026-W48"))
upload_file = written(
    # It becomes a path below the kit: nothing that leads out of it.
    pattern(
        r"[a-z0-9_-]+/\d{4}-W\d{2}[a-z0-9_-]*\.csv", "a file, like buffer/2026-W48-facebook.csv"
    )
)
