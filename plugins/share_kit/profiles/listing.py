"""Name, address, phone and hours of every place, to be copied into listings and directories.

Nothing can be posted there, but wrong hours there send patients to a closed door.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from io import StringIO

from plugins.practice.addresses import absolute
from plugins.practice.dates import opening, weekday_and_day, weekday_name
from plugins.practice.people import Person
from plugins.practice.phones import shown_phone
from plugins.practice.posts import Notice
from plugins.practice.settings import WEEKDAYS, Hours, Place, Practice
from plugins.share_kit.profiles.bios import language_names
from plugins.share_kit.profiles.closed_days import SpecialDays, special_days
from plugins.share_kit.profiles.short_hours import short_week

CATEGORIES = ("Medical clinic", "Doctor")
"""What most directories usually call a practice like this: general knowledge, 2026-11."""

_LANG = "en"
"""The kit speaks English to the person who copies this."""
_CLOSED = "closed"
_FORMULA = tuple("=+-@\t\r")
"""What a spreadsheet takes for the beginning of a formula."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """One place as a directory wants to know it."""

    place: Place
    name: str
    phone: str
    site: str
    languages: tuple[str, ...]
    special: tuple[SpecialDays, ...]

    @property
    def address(self) -> str:
        """On one line: "12 Crane Creek Road, Exampleton, NY 00000, US"."""
        place = self.place
        region = f"{place.region} {place.postal_code}".strip()
        return ", ".join(filter(None, (place.street, place.city, region, place.country)))


def listings(
    practice: Practice, people: Mapping[str, Person], notices: Sequence[Notice], today: date
) -> tuple[Listing, ...]:
    """One a place. `people`: who works here; `notices`: those that are public."""
    spoken = tuple(language_names(people, _LANG))
    return tuple(
        Listing(
            place=place,
            name=place.name,
            phone=shown_phone(place.phone or practice.phone),
            site=absolute("", practice),
            languages=spoken,
            special=special_days(place, notices, practice, today),
        )
        for place in practice.places
    )


def listing_csv(rows: Sequence[Listing]) -> bytes:
    """A row a place, after a row of names; UTF-8 with commas, as spreadsheets open it."""
    file = StringIO()
    writer = csv.writer(file, lineterminator="\r\n")
    cells = [_cells(row) for row in rows]
    writer.writerow(_COLUMNS)
    writer.writerows([_harmless(row.get(column, "")) for column in _COLUMNS] for row in cells)
    return file.getvalue().encode("utf-8-sig")


def listing_json(rows: Sequence[Listing]) -> bytes:
    """The places with hours and special days as lists, for programs."""
    told = [
        {
            "name": row.name,
            "address": row.address,
            "street": row.place.street,
            "city": row.place.city,
            "region": row.place.region,
            "postal_code": row.place.postal_code,
            "country": row.place.country,
            "phone": row.phone,
            "site": row.site,
            "categories": list(CATEGORIES),
            "languages": list(row.languages),
            "hours": _week(row.place),
            "special_hours": [
                {
                    "from": days.first.isoformat(),
                    "to": days.last.isoformat(),
                    "open": _pairs(days.hours),
                    "why": days.title,
                }
                for days in row.special
            ],
        }
        for row in rows
    ]
    return (json.dumps({"places": told}, ensure_ascii=False, indent=1) + "\n").encode()


def _week(place: Place) -> dict[str, list[list[str]]]:
    """The spans of each day; nothing at all where no hours are known."""
    if not any(place.hours):
        return {}
    return {day: _pairs(hours) for day, hours in zip(WEEKDAYS, place.hours, strict=True)}


def _pairs(hours: Hours) -> list[list[str]]:
    return [[_clock(start), _clock(end)] for start, end in hours]


def listing_text(rows: Sequence[Listing]) -> str:
    """The places in plain words, to be read out or pasted."""
    return "\n\n".join("\n".join(_lines(row)) for row in rows) + "\n"


def _lines(row: Listing) -> Iterator[str]:
    yield row.name
    yield row.address
    yield row.phone
    yield row.site
    yield ", ".join(CATEGORIES)
    for day, hours in week_in_words(row.place).items():
        yield f"{day}: {hours}"
    for days in row.special:
        yield f"{special_in_words(days)} ({days.title})"


def week_in_words(place: Place) -> dict[str, str]:
    """By weekday "8:00 AM-12:00 PM, 1:00 PM-7:00 PM" with real dashes, or "closed". Nothing where
    no hours are known: that is not the same as closed."""
    return _by_weekday(place, lambda hours: opening(hours, _LANG))


def special_in_words(days: SpecialDays) -> str:
    """ "Thursday, November 26 to Friday, November 27, 2026: closed"."""
    first, last = (weekday_and_day(day, _LANG) for day in (days.first, days.last))
    when = first if days.first == days.last else f"{first} to {last}"
    return f"{when}, {days.last.year}: {opening(days.hours, _LANG) or _CLOSED}"


def _by_weekday(place: Place, told: Callable[[Hours], str]) -> dict[str, str]:
    if not any(place.hours):
        return {}
    return {
        weekday_name(index, _LANG): told(hours) or _CLOSED
        for index, hours in enumerate(place.hours)
    }


def _spans(hours: Hours, between: str = ", ") -> str:
    """ "08:00-12:00, 13:00-19:00": as forms and programs take them."""
    return between.join(f"{_clock(start)}-{_clock(end)}" for start, end in hours)


def _cells(row: Listing) -> dict[str, str]:
    place = row.place
    return {
        "Name": row.name,
        "Street": place.street,
        "City": place.city,
        "Region": place.region,
        "Postal code": place.postal_code,
        "Country": place.country,
        "Phone": row.phone,
        "Website": row.site,
        "Categories": "; ".join(CATEGORIES),
        "Languages": "; ".join(row.languages),
        **_by_weekday(place, _spans),
        "Hours": short_week(place.hours, _LANG),
        "Special hours": "; ".join(_dated(days) for days in row.special),
    }


def _dated(days: SpecialDays) -> str:
    """Each day for itself, as most forms take them: "2026-11-26 closed, 2026-11-27 closed"."""
    hours = _spans(days.hours, " ") or _CLOSED
    count = (days.last - days.first).days + 1
    return ", ".join(f"{days.first + timedelta(days=n)} {hours}" for n in range(count))


_COLUMNS = (
    "Name", "Street", "City", "Region", "Postal code", "Country", "Phone", "Website", "Categories",
    "Languages", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
    "Hours", "Special hours",
)  # fmt: skip


def _harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"
