"""Every figure of a text: numbers with their units, pairs, readings, days, times, phone numbers."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from functools import cache, lru_cache

from plugins.practice.figures.days import take_days, take_times
from plugins.practice.figures.figure import Figure, Sort
from plugins.practice.figures.reading import BEGINS, NUMBER, Reading, reading_of, said
from plugins.practice.figures.units import PATTERN, unit_of
from plugins.practice.words import one_of_words, word_list

_PHONE = re.compile(
    r"(?<![\w/.,$])(?:(?:\+?1[\s.-]?)?(?:\(\d{3}\)\s?|\d{3}[\s.-])\d{3}[\s.-]\d{4}"
    r"|\+\d[\d\s().-]{6,}\d|\d{3}[.-]\d{4})(?![\w-])"
)
_SPELLED_PHONE = re.compile(r"(?<![\d-])\d-\d-\d(?![\d-])")  # 9-1-1
_NUMERIC_DAY = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(?:\d{4}|\d{2})(?![\d/])")
_SLASH = re.compile(rf"{BEGINS}(?<!/)(\d{{1,3}})/(\d{{1,3}})(?![\d/]|[.,]\d)")
_FRACTION = re.compile(rf"{BEGINS}(?:(\d+)\s)?(\d)/([2-9])(?!\d){PATTERN}", re.IGNORECASE)
_MONEY = re.compile(rf"([$€])\s?({NUMBER})")
_SINGLE = re.compile(rf"{BEGINS}({NUMBER})(?:{PATTERN})?", re.IGNORECASE)

_US_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?")
_OTHER_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?")
_YEAR = re.compile(r"(?:19|20)\d\d")


@lru_cache(maxsize=256)
def figures_in(text: str, lang: str) -> tuple[Figure, ...]:
    """The figures of a text, each once, in no order that matters.

    `lang` decides which words are numbers: "once" is eleven in Spanish. Years, links, hashtags,
    names such as COVID-19 and A1C, the numbers of a list and "24/7" are no figures.
    """
    reading = reading_of(text)
    reading.take(_PHONE, lambda m: [Figure(Sort.PHONE, (_digits(m[0]),), said(m))])
    reading.take(_SPELLED_PHONE, lambda m: [_number(m, _digits(m[0]), "", lang)])
    reading.take(_NUMERIC_DAY, lambda m: [Figure(Sort.SLASH, (int(m[1]), int(m[2])), said(m))])
    take_days(reading)
    _take_pairs(reading, lang)
    _take_ranges(reading, lang)
    take_times(reading, lang)
    reading.take(_FRACTION, lambda m: _fraction(m, lang))
    reading.take(_SLASH, lambda m: [Figure(Sort.SLASH, (int(m[1]), int(m[2])), said(m))])
    reading.take(_MONEY, lambda m: [_number(m, m[2], unit_of(m[1]), lang)])
    reading.take(_SINGLE, lambda m: _single(m, lang))
    _take_words(reading, lang)
    return tuple(dict.fromkeys(reading.found))


def _digits(text: str) -> str:
    digits = re.sub(r"\D", "", text)
    return digits[1:] if len(digits) == 11 and digits[0] == "1" else digits


def value_of(digits: str, lang: str) -> str:
    """The number that is written with these digits, points and commas: "1,000" is "1000"."""
    if _US_THOUSANDS.fullmatch(digits):
        plain = digits.replace(",", "")
    elif lang == "es" and _OTHER_THOUSANDS.fullmatch(digits):
        plain = digits.replace(".", "").replace(",", ".")
    else:
        plain = digits.replace(",", ".")
    try:
        return format(Decimal(plain).normalize(), "f")
    except InvalidOperation:  # "1.2.3"
        return plain


@cache
def _in_words(lang: str) -> dict[str, str]:
    numbers = {word: str(n) for n, word in enumerate(word_list(lang, "figures.numbers"), 1)}
    return numbers | dict.fromkeys(word_list(lang, "figures.one_of"), "1")


@cache
def _amount(lang: str) -> str:
    """A number in digits or, up to twelve, in words."""
    return rf"(?:{BEGINS}{NUMBER}|(?<!\w)(?:{'|'.join(word_list(lang, 'figures.numbers'))})(?!\w))"


def _read(amount: str, lang: str) -> str:
    return _in_words(lang).get(amount.casefold()) or value_of(amount, lang)


def _number(match: re.Match[str], digits: str, unit: str, lang: str) -> Figure:
    in_words = digits.casefold() in _in_words(lang)
    return Figure(Sort.NUMBER, (_read(digits, lang), unit), said(match), in_words)


def _take_pairs(reading: Reading, lang: str) -> None:
    reading.take(_pair_pattern(lang), lambda match: _pair(match, lang))


@cache
def _pair_pattern(lang: str) -> re.Pattern[str]:
    of = r"(?:(?:out\s)?of|in|de|por|entre|sobre)(?:\s(?:every|each|cada))?"
    return re.compile(rf"({_amount(lang)})\s{of}\s({_amount(lang)})(?:{PATTERN})?", re.IGNORECASE)


def _pair(match: re.Match[str], lang: str) -> list[Figure] | None:
    """ "2 in 24 hours" and "5 in 2026" are no parts of a whole."""
    if unit_of(match["unit"] or "") or _YEAR.fullmatch(match[2]):
        return None
    pair = (_read(match[1], lang), _read(match[2], lang))
    return [Figure(Sort.PAIR, pair, said(match))]


def _take_ranges(reading: Reading, lang: str) -> None:
    reading.take(_range_pattern(lang), lambda match: _range(match, lang))


@cache
def _range_pattern(lang: str) -> re.Pattern[str]:
    to = r"\s?(?:-|–|to|or|and|a|o|u|y|hasta)\s?"
    number = _amount(lang)
    second = number.replace(BEGINS, r"(?<!\d)")
    return re.compile(rf"({number}){to}({second}){PATTERN}", re.IGNORECASE)


def _range(match: re.Match[str], lang: str) -> list[Figure] | None:
    """Of "2 to 6 months" both are months."""
    unit = unit_of(match["unit"], match["per"] or "")
    if not unit:
        return None
    return [_number(match, match[1], unit, lang), _number(match, match[2], unit, lang)]


def _fraction(match: re.Match[str], lang: str) -> list[Figure] | None:
    """ "1 1/2 tablets" is 1.5 of them; "1/2" without a unit may be a day or a score."""
    unit = unit_of(match["unit"], match["per"] or "")
    if not unit:
        return None
    part = (Decimal(match[2]) / Decimal(match[3])).quantize(Decimal("0.01"))
    return [_number(match, str(int(match[1] or 0) + part), unit, lang)]


def _single(match: re.Match[str], lang: str) -> list[Figure]:
    unit = unit_of(match["unit"] or "", match["per"] or "")
    if not unit and _YEAR.fullmatch(match[1]):
        return []
    return [_number(match, match[1], unit, lang)]


def _take_words(reading: Reading, lang: str) -> None:
    reading.take(_half_pattern(lang), lambda match: _half(match, lang))
    words = "|".join(sorted(_in_words(lang), key=len, reverse=True))
    pattern = re.compile(rf"(?<!\w)({words})(?!\w)(?:{PATTERN})?(?!\w)", re.IGNORECASE)
    reading.take(pattern, lambda match: _word(match, lang))
    reading.take(
        one_of_words(lang, "figures.twice"),
        lambda match: [Figure(Sort.NUMBER, ("2", "time"), said(match), in_words=True)],
    )


@cache
def _half_pattern(lang: str) -> re.Pattern[str]:
    halves = "|".join(word_list(lang, "figures.half"))
    return re.compile(rf"(?<!\w)(?:{halves})(?!\w){PATTERN}(?!\w)", re.IGNORECASE)


def _half(match: re.Match[str], lang: str) -> list[Figure] | None:
    """ "half an hour" is 0.5 of it, and no whole one."""
    unit = unit_of(match["unit"], match["per"] or "")
    return [_number(match, "0.5", unit, lang)] if unit else None


def _word(match: re.Match[str], lang: str) -> list[Figure] | None:
    """ "an hour" is one; "a man" is none."""
    unit = unit_of(match["unit"] or "", match["per"] or "")
    if not unit and match[1].casefold() in word_list(lang, "figures.one_of"):
        return None
    return [_number(match, match[1], unit, lang)]
