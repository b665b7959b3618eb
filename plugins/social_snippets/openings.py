"""How a text opens: what a phone shows of it before the reader taps for more."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace
from datetime import date

from plugins.practice.figures.figure import Sort
from plugins.practice.figures.finding import figures_in
from plugins.practice.notices import ALERT, state_of
from plugins.practice.posts import Notice, day_of
from plugins.practice.sentences import sentences
from plugins.practice.settings import Practice
from plugins.social_snippets.spoken import says_something

FIRST_LOOK = 110
"""Characters shown before "more" on every phone (Facebook; posttruncate.com, read 2026-11)."""

_FAR = 400
"""Characters within which the first sentence is looked for."""

_EARLIEST_PAUSE = 40
"""A pause before this, as in "No, ...", leaves nothing that stands alone."""

_URL = re.compile(r"https?://\S+")
_QUESTION = re.compile("[?？؟]")
_PAUSE = re.compile(r"[,;:—–،、](?=\s)")


def first_look(text: str, title: str = "") -> str:
    """What is seen at once; where the network shows a title, it stands above the text."""
    return f"{title}\n\n{text[:FIRST_LOOK]}".strip()


def stands_alone(text: str) -> bool:
    """Whether a whole line, sentence or question, or the whole text, is seen at once."""
    if len(text) <= FIRST_LOOK:
        return True
    *lines, rest = _URL.sub("", text[:FIRST_LOOK]).split("\n")
    if any(says_something(line) for line in lines) or _QUESTION.search(rest):
        return True
    first = sentences(_URL.sub("", text[:_FAR].partition("\n")[0]))
    return len(first) > 1 and len(first[0]) <= FIRST_LOOK


def pauses(text: str) -> bool:
    """Whether the first look ends no sentence, but a part of one that can be understood."""
    look = _URL.sub("", text[:FIRST_LOOK])
    return any(match.start() >= _EARLIEST_PAUSE for match in _PAUSE.finditer(look))


def tells_when(text: str, notice: Notice, title: str = "") -> bool:
    """Whether the first look at a notice has its state and its first day.

    An alert says what to do; from when to when it stands is no news.
    """
    look = first_look(text, title)
    return notice.type == ALERT or (names_state(look, notice) and names_day(look, notice))


def names_state(text: str, notice: Notice) -> bool:
    """Whether the words of a notice's states ("closed", "open late") stand in the text."""
    pieces = (piece for line in text.split("\n") for piece in sentences(line))
    return any(
        state_of(replace(notice, title=piece), notice.lang, frozenset())[1] for piece in pieces
    )


def names_day(text: str, notice: Notice) -> bool:
    """Whether the text has the day on which the notice begins."""
    return day_of(notice.starts) in _days(text, notice)


def names_days(text: str, notice: Notice) -> bool:
    """Whether the text has the days on which the notice begins and ends."""
    return {day_of(notice.starts), day_of(notice.ends)} <= set(_days(text, notice))


def _days(text: str, notice: Notice) -> Collection[date]:
    """Those of the notice's first and last day that stand in a text."""
    figures = figures_in(text, notice.lang)
    named = {figure.key[1:] for figure in figures if figure.sort is Sort.DATE}
    named |= {figure.key for figure in figures if figure.sort is Sort.SLASH}
    days = (day_of(notice.starts), day_of(notice.ends))
    return [day for day in days if {(day.month, day.day), (day.day, day.month)} & named]


def names_place(text: str, notice: Notice, practice: Practice) -> bool:
    """Whether the text tells at which of several addresses; where all or none are, it need not."""
    affected = [place for place in practice.places if place.id in notice.affects]
    if not affected or len(affected) == len(practice.places):
        return True
    return all(place.name in text or (place.city and place.city in text) for place in affected)
