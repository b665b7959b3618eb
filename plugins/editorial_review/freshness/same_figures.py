"""A translation and its original must say the same numbers, doses, phone numbers and dates."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from plugins.editorial_review.freshness.figure_groups import groups_of
from plugins.editorial_review.prose import Passage
from plugins.practice.figures.figure import Figure, Sort
from plugins.practice.figures.finding import figures_in
from plugins.practice.figures.known import Known
from plugins.practice.figures.units import dose_of
from plugins.practice.posts import Post
from plugins.practice.words import one_of_words

_IDIOMS = frozenset({"", "day", "year", "time"})
"""Of these, "one" is often no number: "one day", "una vez"."""

_ORDINAL = re.compile(r"\d(?:st|nd|rd|th|\.?[ºª])(?!\w)")
"""Other languages write "1st" as a word."""

_MOST_DAYS, _MOST_MONTHS = 31, 12

# The 988 Lifeline speaks Spanish behind the key 2, which only a Spanish page has to say.
_KEY = re.compile(r"\b(?:oprima|presione|pulse|marque)\s(?:el\s)?2\b", re.IGNORECASE)

_CONVERSIONS: Mapping[tuple[str, str], Callable[[float], float]] = {
    ("°f", "°c"): lambda f: (f - 32) / 1.8,
    ("pound", "kg"): lambda pounds: pounds * 0.4536,
    ("inch", "cm"): lambda inches: inches * 2.54,
    ("foot", "meter"): lambda feet: feet * 0.3048,
}
"""What a text for readers of other units may add: how it comes from what the other text says."""

_NEAR, _NEAR_DEGREES = 0.03, 0.35
"""How far a converted number may be rounded: as a part of it, and in degrees."""


_MOST_QUOTED = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A figure where it stands."""

    figure: Figure
    line: int
    """Of the file, from 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Differences:
    """What one of the two says and the other does not, each once."""

    added: tuple[Told, ...]
    """By the translation."""
    lost: tuple[Told, ...]
    """Of the original: `line` is a line of its file."""


@dataclass(frozen=True, slots=True)
class _Side:
    """The figures of a piece of one of the two texts."""

    told: tuple[Told, ...]
    known: Known
    says_two: bool
    """Whether it says two in another way: "both"."""

    @classmethod
    def of(cls, passages: Sequence[Passage], lang: str) -> _Side:
        told = tuple(_told(passages, lang))
        return cls(
            told=told,
            known=Known.of(
                ((f.sort, f.key) for p in passages for f in figures_in(p.text, lang)), dated=True
            ),
            says_two=any(one_of_words(lang, "figures.twos").search(p.text) for p in passages),
        )

    def holds(self, figure: Figure) -> bool:
        return (
            self.known.holds(figure)
            or (figure.in_words and figure.key[0] == "2" and self.says_two)
            or any(_is_converted(figure, other.figure) for other in self.told)
            or any(_is_same_moment(figure, other.figure) for other in self.told)
        )


def differences(translation: Post, original: Post) -> Differences:
    """What the figures of the two texts do not have in common.

    Compared piece by piece where both have the same pieces (a field, or a section below the same
    number of headings), so that a number in the wrong place shows as well.
    """
    theirs, ours = groups_of(translation), groups_of(original)
    if _sections(theirs) != _sections(ours):
        theirs, ours = groups_of(translation, whole=True), groups_of(original, whole=True)
    added, lost = list[Told](), list[Told]()
    for name in theirs.keys() & ours.keys():
        one = _Side.of(theirs[name], translation.lang)
        other = _Side.of(ours[name], original.lang)
        added += [told for told in one.told if not other.holds(told.figure)]
        lost += [told for told in other.told if not one.holds(told.figure)]
    return Differences(added=_once(added), lost=_once(lost))


def _sections(groups: Mapping[str, object]) -> set[str]:
    return {name for name in groups if name.startswith("section")}


def _told(passages: Sequence[Passage], lang: str) -> Iterator[Told]:
    for passage in passages:
        text = _KEY.sub("", passage.text) if lang == "es" else passage.text
        for figure in figures_in(text, lang):
            if not _is_loose(figure):
                place = max(passage.text.find(figure.said), 0)
                yield Told(figure=figure, line=passage.line_at(place))


def _is_loose(figure: Figure) -> bool:
    """What languages do not say in the same way."""
    if figure.sort is not Sort.NUMBER:
        return False
    value, unit = str(figure.key[0]), str(figure.key[1])
    is_idiom = figure.in_words and value == "1" and unit in _IDIOMS
    return is_idiom or (not unit and _ORDINAL.search(figure.said) is not None)


def _once(told: Sequence[Told]) -> tuple[Told, ...]:
    """The first place of each figure, in the order of the file."""
    ordered = sorted(told, key=lambda t: (t.line, t.figure.said))
    return tuple({t.figure.key: t for t in reversed(ordered)}.values())[::-1]


def _is_converted(one: Figure, other: Figure) -> bool:
    """Whether one is the other in other units: 38 °C for 100.4 °F."""
    if one.sort is not Sort.NUMBER or other.sort is not Sort.NUMBER:
        return False
    return _comes_from(one, other) or _comes_from(other, one)


def _comes_from(one: Figure, other: Figure) -> bool:
    convert = _CONVERSIONS.get((str(other.key[1]), str(one.key[1])))
    try:
        meant = convert(float(other.key[0])) if convert else None
        near = _NEAR_DEGREES if one.key[1] == "°c" else abs(meant or 0) * _NEAR
        return meant is not None and abs(meant - float(one.key[0])) <= near
    except ValueError:  # "1.2.3" is no number
        return False


def _is_same_moment(one: Figure, other: Figure) -> bool:
    """Whether both mean one time ("5 pm", "17 h"), or one day ("11/26/2026", "26/11/2026")."""
    if {one.sort, other.sort} == {Sort.NUMBER, Sort.TIME}:
        number, time = (one, other) if one.sort is Sort.NUMBER else (other, one)
        return number.key[1] == "hour" and _minutes(number) == time.key[0]
    if one.sort is other.sort is Sort.SLASH and one.key == other.key[::-1]:
        first, second = sorted(int(part) for part in one.key)
        return one.said.count("/") > 1 and first <= _MOST_MONTHS and second <= _MOST_DAYS
    return False


def _minutes(hours: Figure) -> int:
    value = str(hours.key[0])
    return int(value) * 60 if value.isdigit() else -1


def _is_grave(told: Told) -> bool:
    """Whether it is a dose or a phone number."""
    figure = told.figure
    is_dose = figure.sort is Sort.NUMBER and dose_of(str(figure.key[1])) is not None
    return is_dose or figure.sort is Sort.PHONE


def quoted(told: Sequence[Told]) -> str:
    """The figures as they stand in the text, doses and phone numbers first: '"5 mg", "2 weeks" and
    3 more'."""
    ordered = sorted(told, key=lambda one: not _is_grave(one))
    shown = ", ".join(f'"{one.figure.said}"' for one in ordered[:_MOST_QUOTED])
    more = len(told) - _MOST_QUOTED
    return f"{shown} and {more} more" if more > 0 else shown
