"""What a single value may be: a parser for each sort of field.

A parser takes what stands in the file (a text from YAML; a text, number, date, list or table from
TOML) and returns the value, or raises `UnfitError` with what was found and how to mend it.
`tables` runs them over a whole file and turns every `UnfitError` into a problem.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from difflib import get_close_matches
from itertools import pairwise
from typing import TypeVar
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, available_timezones

T = TypeVar("T")
Parser = Callable[[object], T]


@dataclass
class UnfitError(Exception):
    """A value that cannot be taken: what was found, and what to write instead."""

    what: str
    fix: str


def shown(value: object) -> str:
    """The value as a message quotes it."""
    text = value if isinstance(value, str) else str(value)
    return f'"{text[:57]}..."' if len(text) > 60 else f'"{text}"'


def did_you_mean(word: str, allowed: Sequence[str]) -> str:
    """'write "blue"' for a near miss, else the list of what is allowed."""
    near = get_close_matches(word, allowed, n=1, cutoff=0.6)
    choice = f'did you mean "{near[0]}"? ' if near else ""
    return f"{choice}Allowed: {', '.join(allowed)}" if allowed else "nothing is allowed here yet"


def text(value: object) -> str:
    """One text, its spaces folded."""
    if isinstance(value, bool | Mapping | list):
        raise UnfitError(
            f"found {_sort(value)}, not a text", "write one text, in quotes if in doubt"
        )
    return " ".join(_readable(str(value)).split())


MOST_CHARACTERS = 5_000
"""Of a single field. Laying a text out takes time that grows with its square."""


def _readable(found: str) -> str:
    """The text, when it has only characters that pages, feeds and files can hold."""
    if len(found) > MOST_CHARACTERS:
        raise UnfitError(
            f"it has {len(found)} characters", f"write at most {MOST_CHARACTERS}, better far fewer"
        )
    bad = next((c for c in found if c not in "\t\n" and not _is_written(c)), "")
    if bad:
        raise UnfitError(
            f"it holds the invisible character U+{ord(bad):04X}", "type the text anew, by hand"
        )
    return found


def _is_written(character: str) -> bool:
    """Not a control character, half of a surrogate pair, or no character at all (U+FFFE)."""
    is_control = unicodedata.category(character) in {"Cc", "Cs"}
    return not is_control and (ord(character) & 0xFFFE) != 0xFFFE


def long_text(value: object) -> str:
    """A text whose line breaks are meant."""
    return _readable(str(value)).strip() if isinstance(value, str) else text(value)


def one_of(allowed: Sequence[str]) -> Parser[str]:
    """One word of a closed list."""

    def parse(value: object) -> str:
        word = text(value)
        if word not in allowed:
            raise UnfitError(f"found {shown(word)}", did_you_mean(word, allowed))
        return word

    return parse


MOST_ITEMS = 50
"""Of a list in front matter; the longest that makes sense has a dozen."""


def listed(parse: Parser[T]) -> Parser[tuple[T, ...]]:
    """A list; a single value counts as a list of one, and is told nothing about it."""

    def parse_list(value: object) -> tuple[T, ...]:
        items = value if isinstance(value, list) else [value]
        if len(items) > MOST_ITEMS:
            raise UnfitError(f"found a list of {len(items)}", f"write at most {MOST_ITEMS}")
        return tuple(parse(item) for item in items if item != "")

    return parse_list


def flag(value: object) -> bool:
    """true or false."""
    if isinstance(value, bool):
        return value
    word = str(value).lower()
    if word not in {"true", "false", "yes", "no"}:
        raise UnfitError(f"found {shown(value)}", "write true or false")
    return word in {"true", "yes"}


def whole_number(value: object) -> int:
    """A whole number."""
    try:
        return int(str(value))
    except ValueError:
        raise UnfitError(f"found {shown(value)}, not a whole number", "write digits only") from None


def pattern(expression: str, meaning: str) -> Parser[str]:
    """A text of one fixed form, which `meaning` describes with an example."""
    compiled = re.compile(expression)

    def parse(value: object) -> str:
        found = text(value)
        if not compiled.fullmatch(found):
            raise UnfitError(f"found {shown(found)}", f"write {meaning}")
        return found

    return parse


slug = pattern(
    r"[a-z0-9]+(?:-[a-z0-9]+)*", "lower-case letters and digits with hyphens between, like flu-shot"
)
uid = pattern(r"[a-z][a-z0-9]{9}", "the ten characters that `new` wrote: a letter, then nine more")
color = pattern(r"#[0-9A-Fa-f]{6}", "six hexadecimal digits, like #0F5C6E")
email = pattern(r"[^@\s]+@[^@\s]+\.[^@\s.]+", "an e-mail address, like hello@example.org")
phone = pattern(r"\+?[\d][\d ().-]{5,20}", "a phone number, like +1 212-555-0143")
partial_date = pattern(r"\d{4}(?:-\d{2}(?:-\d{2})?)?", "a year, year-month or day: 2026-11-21")


def day(value: object) -> date:
    """A calendar day: 2026-11-21."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value).strip())
    except ValueError:
        raise UnfitError(f"found {shown(value)}, not a day", _day_fix(str(value))) from None


def _day_fix(found: str) -> str:
    """The likeliest day, rightly spelled; an American date is clear once its day is over 12."""
    parts = re.fullmatch(r"\s*(\d{1,2})/(\d{1,2})/(\d{4})\s*", found)
    if not parts:
        return "write year-month-day, like 2026-11-21"
    month, dom, year = (int(part) for part in parts.groups())
    if month > 12 or dom <= 12:
        return "write year-month-day, so that nobody can take the day for the month: 2026-03-04"
    return f"write {year}-{month:02}-{dom:02}"


def moment(zone: ZoneInfo) -> Parser[datetime]:
    """A day and time in the practice's zone: 2026-11-21 09:00. A bare day begins at midnight."""

    def parse(value: object) -> datetime:
        at = day_or_moment(zone)(value)
        return at if isinstance(at, datetime) else datetime.combine(at, time(), tzinfo=zone)

    return parse


def day_or_moment(zone: ZoneInfo) -> Parser[date | datetime]:
    """A whole day (2026-11-26) or a day and time (2026-11-26 13:00) in the practice's zone."""

    def parse(value: object) -> date | datetime:
        if isinstance(value, datetime):
            return value if value.tzinfo else value.replace(tzinfo=zone)
        found = str(value).strip()
        if len(found) <= 10 and ":" not in found:
            return day(value)
        try:
            read = datetime.fromisoformat(found)
        except ValueError:
            fix = "write the day and the time of 24 hours, like 2026-11-21 09:00"
            raise UnfitError(f"found {shown(found)}, not a day and time", fix) from None
        return read.astimezone(zone) if read.tzinfo else read.replace(tzinfo=zone)

    return parse


def time_zone(value: object) -> str:
    """A zone of the IANA list."""
    name = text(value)
    if name not in available_timezones():
        near = get_close_matches(name, sorted(available_timezones()), n=3)
        raise UnfitError(f"found {shown(name)}", f"write a zone like {', '.join(near or _ZONES)}")
    return name


_ZONES = ("America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles")


def web_address(value: object) -> str:
    """A full http(s) address of a real host, without a user name in it."""
    found = text(value)
    parts = _split(found)
    if parts.scheme not in {"http", "https"} or "." not in (parts.hostname or ""):
        raise UnfitError(f"found {shown(found)}, not a full web address", "begin with https://")
    if parts.username or " " in found:
        raise UnfitError(f"found {shown(found)}", "write the address without user name or spaces")
    return found


_SITE_URL = re.compile(r"https?://[A-Za-z0-9.-]+(:\d{1,5})?(/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*")


def site_url(value: object) -> str:
    """The site's own address, no slash at the end: https://www.example.org."""
    found = web_address(value).rstrip("/")
    if not re.fullmatch(
        r"https?://[A-Za-z0-9.-]+(:\d{1,5})?(/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*", found
    ):
        raise UnfitError(
            f"found {shown(value)}",
            "write the plain address, like https://www.example.org "
            "(a name with other letters in its xn-- form)",
        )
    return found


def _split(found: str):  # type: ignore[no-untyped-def]  # urlsplit's own result
    try:
        return urlsplit(found)
    except ValueError:
        raise UnfitError(
            f"found {shown(found)}, not a web address", "begin with https://"
        ) from None


def localized(value: object) -> Mapping[str, str]:
    """A text, or one text for each language: { en = "...", es = "..." }."""
    if isinstance(value, Mapping):
        return {str(lang): text(words) for lang, words in value.items()}
    return {"": text(value)}


def hours(value: object) -> tuple[tuple[int, int], ...]:
    """A day's hours: "08:00-12:00, 13:00-17:00", or "closed"."""
    found = text(value)
    if found.lower() in {"closed", ""}:
        return ()
    spans = tuple(_span(part.strip()) for part in found.split(","))
    if any(later[0] < earlier[1] for earlier, later in pairwise(spans)):
        raise UnfitError(f"found {shown(found)}, where spans overlap", "write the spans in order")
    return spans


def _span(found: str) -> tuple[int, int]:
    parts = re.fullmatch(
        r"([01]?\d|2[0-3]):([0-5]\d)\s*[-\u2013]\s*([01]?\d|2[0-4]):([0-5]\d)", found
    )
    start, end = (0, 0)
    if parts:
        h1, m1, h2, m2 = (int(part) for part in parts.groups())
        start, end = h1 * 60 + m1, h2 * 60 + m2
    if not start < end <= 24 * 60:
        fix = 'write opening and closing time of 24 hours, like "08:00-17:00", or "closed"'
        raise UnfitError(f"found {shown(found)}", fix)
    return start, end


def count_of(value: object) -> tuple[int, int]:
    """An absolute number, as "2 of 100"."""
    parts = re.fullmatch(r"(\d{1,6}) (?:of|in|out of|de|de cada) (\d{1,6})", text(value))
    part, whole = (int(parts[1]), int(parts[2])) if parts else (1, 0)
    if part > whole or whole == 0:
        raise UnfitError(f"found {shown(value)}", 'write a count out of a whole, like "2 of 100"')
    return part, whole


def _sort(value: object) -> str:
    match value:
        case bool():
            return "true or false"
        case list():
            return "a list"
        case _:
            return "a table"
