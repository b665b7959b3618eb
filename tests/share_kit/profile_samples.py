"""A practice on every network, with people, places and notices, for its profiles."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from plugins.networks.table import NETWORKS
from plugins.practice.people import Person
from plugins.practice.posts import Notice
from plugins.practice.settings import Hours, Named, NetworkChoice, Place
from plugins.share_graphics.samples import PRACTICE as PLAIN
from plugins.share_graphics.samples import ZONE, notice

TODAY = date(2026, 11, 23)


def hours(*spans: tuple[float, float]) -> Hours:
    """Spans in hours: (8, 12), (13, 17.5)."""
    return tuple((int(start * 60), int(end * 60)) for start, end in spans)


LONG, SHORT, LATE = hours((8, 17)), hours((8, 15)), hours((8, 12), (13, 19))
WEEK = (LONG, LONG, LATE, LONG, SHORT, (), ())

PLACE = Place(
    id="main",
    name="Crane Creek Family Practice",
    street="12 Crane Creek Road",
    city="Exampleton",
    region="NY",
    postal_code="00000",
    phone="+1 212-555-0143",
    hours=WEEK,
)
PRACTICE = replace(
    PLAIN,
    places=(PLACE,),
    networks={name: NetworkChoice(name=name) for name in NETWORKS},
    tagline={
        "en": "Plain answers about your health, from the people who look after you",
        "es": "Respuestas claras sobre su salud, de quienes cuidan de usted",
    },
    services={"lab": Named(id="lab", name={"en": "Lab", "es": "Laboratorio"})},
)


def person(slug: str = "ana", **fields: Any) -> Person:
    """Somebody who works here."""
    given = {"languages": ("en", "es"), "title": slug, "name": slug, "text": "", "lang": "en"}
    return Person(**{"file": f"people/{slug}.md", "slug": slug, **given, **fields})


PEOPLE = {"ana": person()}


def closed(first: date, last: date | None = None, **fields: Any) -> Notice:
    """A notice that we are closed from one day to another."""
    given = {"starts": first, "ends": last or first}
    return notice("Closed for a holiday", **{**given, **fields})


def extra(day: date, start: int, end: int) -> Notice:
    """A notice of extra hours on a day."""
    moments = [datetime(day.year, day.month, day.day, hour, tzinfo=ZONE) for hour in (start, end)]
    return notice("Extra hours on Saturday", starts=moments[0], ends=moments[1])
