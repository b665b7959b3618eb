"""What `close` puts into a template: days, times, places and a phone number, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from plugins.editorial_review.closures.spoken import spoken_clock, spoken_date, spoken_number
from plugins.editorial_review.closures.stretch import Stretch
from plugins.practice.dates import clock, day_and_month, weekday_name
from plugins.practice.fields import UnfitError
from plugins.practice.phones import shown_phone
from plugins.practice.settings import Place, Practice
from plugins.practice.time_fields import day_or_moment
from plugins.practice.words import say

SLOTS = ("when", "opens", "place", "phone")
"""Everything that a template may leave open, each written in braces: {when}."""

SLOT = re.compile(r"\{([^{}\n]{0,40})\}")
"""Any slot, also one that is not known."""

_KEYS = frozenset({"from", "to", "opens", "places", "phone"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """The values of the slots."""

    stretch: Stretch
    opens: datetime | None
    places: tuple[str, ...]
    """Their ids."""
    phone: str
    """As practice.toml has it."""

    def as_fields(self) -> dict[str, str]:
        """As the field `filled` of a notice says it."""
        told = {
            "from": _told(self.stretch.first),
            "to": _told(self.stretch.last),
            "opens": _told(self.opens) if self.opens else "",
            "places": " ".join(self.places),
            "phone": self.phone,
        }
        return {name: value for name, value in told.items() if value}


def read_filled(fields: Mapping[str, str], practice: Practice) -> Filled | None:
    """The values that a notice names; None where one of them is no day, no time, no place of the
    practice or none of its numbers."""
    if not {"from", "to", "phone"} <= fields.keys() <= _KEYS:
        return None
    parse = day_or_moment(practice.zone)
    try:
        first, last = parse(fields["from"]), parse(fields["to"])
        opens = parse(fields["opens"]) if "opens" in fields else None
    except UnfitError:
        return None
    places = tuple(fields.get("places", "").split())
    numbers = {practice.phone, *(place.phone for place in practice.places)} - {""}
    is_known = {*places} <= {place.id for place in practice.places} and fields["phone"] in numbers
    if not is_known or (opens is not None and not isinstance(opens, datetime)):
        return None
    stretch = Stretch(first=first, last=last)
    return Filled(stretch=stretch, opens=opens, places=places, phone=fields["phone"])


def _told(moment: date | datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M}" if isinstance(moment, datetime) else f"{moment:%Y-%m-%d}"


@dataclass(frozen=True, slots=True)
class _Manner:
    """How days, times and numbers are put into words: to be read, or to be read aloud."""

    date: Callable[[date, str], str]
    clock: Callable[[datetime, str], str]
    phone: Callable[[str, str], str]


def _plain_clock(moment: datetime, lang: str) -> str:
    # A field's spaces are folded when it is read, no-break ones too.
    return clock(moment, lang).replace("\u00a0", " ")


def _plain_phone(number: str, _lang: str) -> str:
    return shown_phone(number)


WRITTEN = _Manner(day_and_month, _plain_clock, _plain_phone)
SPOKEN = _Manner(
    spoken_date, spoken_clock, lambda number, lang: spoken_number(shown_phone(number), lang)
)


def words_of(
    filled: Filled, practice: Practice, lang: str, manner: _Manner = WRITTEN
) -> Mapping[str, str]:
    """The words for each slot that can be filled: {opens} cannot where nobody knows."""
    sayer = _Sayer(lang, manner, practice.zone)
    words = {
        "when": sayer.when(filled.stretch),
        "place": sayer.names(_named(filled.places, practice)),
        "phone": manner.phone(filled.phone, lang),
    }
    return words | ({"opens": sayer.opens(filled.opens)} if filled.opens else {})


def _named(ids: Sequence[str], practice: Practice) -> list[str]:
    places: dict[str, Place] = {place.id: place for place in practice.places}
    return [places[id_].name for id_ in ids]


@dataclass(frozen=True, slots=True)
class _Sayer:
    lang: str
    manner: _Manner
    zone: ZoneInfo

    def say(self, key: str, **slots: str) -> str:
        return say(self.lang, f"closures.{key}", **slots)

    def day(self, day: date) -> str:
        """ "Tuesday, November 24"."""
        weekday = weekday_name(day.weekday(), self.lang)
        return self.say("day", weekday=weekday, date=self.manner.date(day, self.lang))

    def time(self, moment: datetime) -> str:
        """ "12:00 PM", "las 12:00 p. m.", "la 1:00 p. m."."""
        key = "clock_one" if moment.hour % 12 == 1 else "clock"
        return self.say(key, time=self.manner.clock(moment, self.lang))

    def when(self, stretch: Stretch) -> str:
        """ "on Tuesday, November 24 until 12:00 PM"."""
        first, last = stretch.first, stretch.last
        if stretch.first_day != stretch.last_day:
            key = "days_until" if isinstance(last, datetime) else "days"
            return self.say(key, first=self.edge(first), last=self.edge(last))
        times = {"start": first, "end": last}
        told = {name: self.time(t) for name, t in times.items() if isinstance(t, datetime)}
        return self.say("_".join(["on", *told]), day=self.day(stretch.first_day), **told)

    def edge(self, moment: date | datetime) -> str:
        """ "12:00 PM on Tuesday, November 24"."""
        if isinstance(moment, datetime):
            return self.say("edge_timed", time=self.time(moment), day=self.day(moment))
        return self.say("edge", day=self.day(moment))

    def opens(self, moment: datetime) -> str:
        """ "on Wednesday, November 25 at 8:00 AM"."""
        return self.say("opens", day=self.day(moment), time=self.time(moment))

    def names(self, names: Sequence[str]) -> str:
        """ "Main Street and River Road"."""
        if len(names) < 2:
            return "".join(names)
        return self.say("both", one=", ".join(names[:-1]), other=names[-1])
