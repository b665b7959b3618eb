"""What a single value may be: a parser for each sort of field.

A parser takes what stands in the file (a text from YAML; a text, number, date, list or table from
TOML) and returns the value, or raises `UnfitError` with what was found and how to mend it.
`tables` runs them over a whole file and turns every `UnfitError` into a problem.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from typing import TypeVar
from urllib.parse import urlsplit

from plugins.practice.masking import without_long_numbers

T = TypeVar("T")
Parser = Callable[[object], T]


@dataclass
class UnfitError(Exception):
    """A value that cannot be taken: what was found, and what to write instead."""

    what: str
    fix: str


def shown(value: object) -> str:
    """The value as a message quotes it."""
    text = without_long_numbers(value if isinstance(value, str) else str(value))
    return f'"{text[:57]}..."' if len(text) > 60 else f'"{text}"'


def did_you_mean(word: str, allowed: Sequence[str]) -> str:
    """'write "blue"' for a near miss, else the list of what is allowed."""
    near = get_close_matches(word, allowed, n=1, cutoff=0.6)
    choice = f'did you mean "{near[0]}"? ' if near else ""
    return f"{choice}Allowed: {', '.join(allowed)}" if allowed else "none is known yet"


def text(value: object) -> str:
    """One text, its spaces folded."""
    if isinstance(value, bool | Mapping | list):
        raise UnfitError(
            f"found {_sort(value)}, not a text", "write one text, in quotes if in doubt"
        )
    folded = " ".join(_readable(str(value)).split())
    if str(value) and not any(char.isprintable() and not char.isspace() for char in folded):
        raise UnfitError("found nothing that can be seen", "write it, or delete the line")
    return folded


# Control characters, halves of surrogate pairs, and what is no character at all (U+FFFE).
_NO_CHARACTERS = "".join(f"\\U{plane:04x}fffe\\U{plane:04x}ffff" for plane in range(17))
_NEVER_WRITTEN = re.compile(rf"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff{_NO_CHARACTERS}]")

MOST_CHARACTERS = 5_000
"""Of a single field. Laying a text out takes time that grows with its square."""


def _readable(found: str) -> str:
    """The text, when it has only characters that pages, feeds and files can hold."""
    if len(found) > MOST_CHARACTERS:
        raise UnfitError(
            f"it has {len(found)} characters", f"write at most {MOST_CHARACTERS}, better far fewer"
        )
    check_characters(found)
    return found


def check_characters(found: str) -> None:
    """Raise `UnfitError` when the text has a character that pages, feeds and files cannot hold."""
    bad = _NEVER_WRITTEN.search(found)
    if bad:
        raise UnfitError(
            f"it holds the invisible character U+{ord(bad[0]):04X}", "type the text anew, by hand"
        )


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


def positive(value: object) -> int:
    """A whole number from 1 on."""
    number = whole_number(value)
    if number < 1:
        raise UnfitError(f"found {shown(value)}", "write 1 or more")
    return number


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
_partial_date = pattern(r"\d{4}(?:-\d{2}(?:-\d{2})?)?", "a year, year-month or day: 2026-11-21")


def partial_date(value: object) -> str:
    """A year, a month or a day of the calendar, as exactly as it is known: 2026, 2026-11."""
    found = _partial_date(value)
    try:
        date.fromisoformat(f"{found}-01-01"[:10])
    except ValueError:
        raise UnfitError(f"found {shown(found)}, not in the calendar", "correct it") from None
    return found


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
    if not _SITE_URL.fullmatch(found):
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


def pair(value: object) -> tuple[str, ...]:
    """Two texts that differ."""
    found = listed(text)(value)
    if len(set(found)) != 2 or len(found) != 2:
        example = '["Without treatment", "With treatment"]'
        raise UnfitError(f"found {len(set(found))}, not two", f"write two, like {example}")
    return found


def _sort(value: object) -> str:
    match value:
        case bool():
            return "true or false"
        case list():
            return "a list"
        case _:
            return "a table"
