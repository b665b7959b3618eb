"""Posts to draw, made by hand, in several scripts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from io import BytesIO
from typing import Any
from zoneinfo import ZoneInfo

from PIL import Image

from plugins.practice.people import Person
from plugins.practice.posts import (
    Article,
    Event,
    Link,
    Myth,
    Notice,
    Post,
    Question,
    Quote,
    Risk,
)
from plugins.practice.problems import Problem
from plugins.practice.settings import Brand, Named, Place, Practice
from plugins.share_graphics.graphic import Graphic
from plugins.share_graphics.plan import plan_graphics
from plugins.share_graphics.shapes import SHAPES

ZONE = ZoneInfo("America/New_York")
PRACTICE = Practice(
    name="Crane Creek Family Practice",
    short_name="Crane Creek",
    site_url="https://www.example.org",
    languages=("en", "es"),
    time_zone="America/New_York",
    phone="+1 212-555-0143",
    places=(
        Place(id="main", name="Crane Creek Family Practice", street="12 Crane Creek Road",
              city="Exampleton"),
    ),
    topics={"heart": Named(id="heart", name={"en": "Heart and blood pressure", "es": "Corazón"})},
    services={"lab": Named(id="lab", name={"en": "Lab", "es": "Laboratorio"})},
)  # fmt: skip
PEOPLE = {
    "amara-okafor": Person(
        file="people/amara-okafor.md", slug="amara-okafor", lang="en", text="",
        title="Amara Okafor", name="Amara Okafor", credentials="MD", clinical=True,
    )
}  # fmt: skip
_COMMON: dict[str, Any] = {
    "slug": "sample",
    "lang": "en",
    "text": "",
    "uid": "a123456789",
    "date": datetime(2026, 11, 2, 9, 0, tzinfo=ZONE),
    "authors": ("amara-okafor",),
    "topics": ("heart",),
}


def article(title: str = "Check your blood pressure at home", **fields: Any) -> Article:
    given = {
        "file": "articles/sample.md",
        "lines": {"title": 2},
        "summary": "Home readings help you and your care team see the full picture. Sit still for "
        "5 minutes and take 2 readings.",
        "key_points": ("Sit quietly for 5 minutes before you measure.",),
        "last_reviewed": date(2026, 11, 21),
    }
    return Article(**{**_COMMON, **given, "title": title, **fields})


def question(title: str = "Can the flu shot give me the flu?", **fields: Any) -> Question:
    given = {
        "file": "questions/sample.md",
        "answer": "No. The flu shot has no live virus, so it cannot give you the flu.",
        "last_reviewed": date(2026, 11, 21),
    }
    return Question(**{**_COMMON, **given, "title": title, **fields})


def notice(title: str = "Closed on Thanksgiving Day", **fields: Any) -> Notice:
    given = {
        "file": "notices/sample.md",
        "type": "hours",
        "starts": date(2026, 11, 26),
        "ends": date(2026, 11, 26),
        "then": "For urgent questions call (212) 555-0143. For an emergency call 911.",
    }
    return Notice(**{**_COMMON, **given, "title": title, **fields})


def link(title: str = "Worth reading: how to store medicines", **fields: Any) -> Link:
    given = {
        "file": "links/sample.md",
        "url": "https://www.example.com/a",
        "publisher": "National Library of Medicine",
    }
    return Link(**{**_COMMON, **given, "title": title, **fields})


def event(title: str = "Talk: living well with high blood pressure", **fields: Any) -> Event:
    given = {
        "file": "events/sample.md",
        "starts": datetime(2026, 12, 10, 18, 0, tzinfo=ZONE),
        "ends": datetime(2026, 12, 10, 19, 0, tzinfo=ZONE),
        "place": "main",
    }
    return Event(**{**_COMMON, **given, "title": title, **fields})


RISK = Risk(
    what="Getting type 2 diabetes in a year, for adults at high risk",
    before=(11, 100),
    after=(5, 100),
    labels=("Without a program", "With a program"),
)
LEADS = {"title", "state", "fact", "quote", "counted", "point"}
"""Roles of the text that says what a picture is about."""
POINTS = (
    "Sit quietly for 5 minutes before you measure.",
    "Rest your arm on a table at the height of your heart.",
    "Take 2 readings, 1 minute apart, and write both down.",
)
EVERY_KIND: tuple[Post, ...] = (
    article(),
    question(),
    notice(),
    notice("Extra flu shots", starts=datetime(2026, 12, 5, 9, 0, tzinfo=ZONE),
           ends=datetime(2026, 12, 5, 12, 0, tzinfo=ZONE)),
    notice("Measles in Exampleton", type="alert", ends=date(2026, 12, 20)),
    notice("Dr. Okafor is away", type="availability", affects=("amara-okafor",)),
    link(),
    event(),
    question(myth=Myth(claim="The flu shot can give you the flu.",
                       fact="The flu shot has no live virus, so it cannot give you the flu.")),
    article("Prevent type 2 diabetes", risk=RISK),
    article(quote=Quote(text="Two readings at home tell me more than one at my office.",
                        by="amara-okafor")),
    article(key_fact="Sit still for 5 minutes before you measure your blood pressure."),
)  # fmt: skip


def plan(
    post: Post,
    *shapes: str,
    look: str = "harbor",
    color: str = "",
    logo: bytes | None = None,
    photo: bytes | None = None,
    slides: bool = False,
) -> tuple[tuple[Graphic, ...], tuple[Problem, ...]]:
    """The graphics and problems of a post, at all shapes where none is named."""
    given = {"logo.png": logo, "office.jpg": photo}
    pictures = {name: data for name, data in given.items() if data}
    brand = Brand(look=look, color=color, logo="logo.png" if logo else "",
                  photo="office.jpg" if photo else "")  # fmt: skip
    return plan_graphics(
        post,
        practice=replace(PRACTICE, brand=brand),
        people=PEOPLE,
        shapes=shapes or tuple(SHAPES),
        slides=slides,
        pictures=pictures,
    )


def planned(post: Post, shape: str, **options: Any) -> Graphic:
    """The one graphic of a post at a shape, which must exist."""
    graphics, problems = plan(post, shape, **options)
    assert not [problem for problem in problems if problem.blocks]
    return graphics[0]


def lines_of(graphic: Graphic, role: str) -> list[str]:
    """The lines of the text block with a role."""
    return [line.text for b in graphic.layout.texts if b.role == role for line in b.lines]


def png(width: int, height: int) -> bytes:
    """A plain logo."""
    file = BytesIO()
    Image.new("RGBA", (width, height), "#0F5C6E").save(file, "PNG")
    return file.getvalue()
