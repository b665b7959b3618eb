"""A small practice with one post of each kind, and ways to look into what is made of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from plugins.practice.people import Person
from plugins.practice.posts import Article, Event, Link, Notice, Post, Question
from plugins.practice.settings import Named, NetworkChoice, Place, Practice
from plugins.practice.sources import Source
from plugins.structured_data.plan import post_data

ZONE = ZoneInfo("America/New_York")
SITE = "https://www.example.org/site"
WEEK = (
    ((480, 1020),),
    ((480, 1020),),
    ((480, 720), (780, 1140)),
    ((480, 1020),),
    ((480, 900),),
    (),
    (),
)
"""Monday 8-17, Tuesday 8-17, Wednesday 8-12 and 13-19, Thursday 8-17, Friday 8-15."""

CREEK = Place(
    id="creek",
    name="Creek House",
    street="12 Creek Road",
    city="Exampleton",
    region="NY",
    postal_code="00000",
    phone="+1 212-555-0143",
    hours=WEEK,
)
HILL = replace(CREEK, id="hill", name="Hill House", street="1 Hill Road", phone="")

PRACTICE = Practice(
    name="Creek Practice",
    short_name="Creek",
    site_url=SITE,
    languages=("en", "es"),
    time_zone="America/New_York",
    phone="+1 212-555-0100",
    places=(CREEK,),
    topics={"heart": Named(id="heart", name={"en": "Heart", "es": "Corazón"})},
    networks={
        "x": NetworkChoice(name="x", profile="https://x.example/creek"),
        "tiktok": NetworkChoice(name="tiktok"),
    },
)
SOURCE = Source(
    key="field",
    line=1,
    type="article-journal",
    title="A source",
    publisher="Press",
    authors=("Field T", "Institute of Sources"),
    journal="J Sources",
    year="2025",
    doi="10.1000/a",
    pmid="41",
)
TWO_PLACES = replace(PRACTICE, places=(CREEK, HILL))


def person(slug: str, name: str, **fields: object) -> Person:
    """A person of the sample."""
    values: dict[str, Any] = {"title": name, "lang": "en", "text": "", "file": f"people/{slug}.md"}
    return Person(slug=slug, name=name, **{**values, **fields})


PEOPLE = {
    "ada": person("ada", "Ada Okafor", credentials="MD", role="Physician", languages=("en",)),
    "tom": person("tom", "Tom Field", role="Manager", left=date(2026, 1, 1)),
}

MORE: Mapping[type[Post], Mapping[str, Any]] = {
    Article: {"reviewed_by": "ada", "last_reviewed": date(2026, 11, 1)},
    Question: {"answer": "No, it cannot.", "reviewed_by": "ada"},
    Notice: {
        "type": "hours",
        "starts": date(2026, 11, 26),
        "ends": date(2026, 11, 27),
        "then": "Call us.",
    },
    Link: {"url": "https://other.example/page", "publisher": "Other Institute"},
    Event: {
        "starts": datetime(2026, 12, 17, 18, 0, tzinfo=ZONE),
        "ends": datetime(2026, 12, 17, 19, 0, tzinfo=ZONE),
    },
}


def post(kind: type[Post], **fields: object) -> Any:
    """A post of the sample."""
    values: dict[str, Any] = {
        "file": f"{kind.folder}/one.md",
        "title": "A title",
        "summary": "A summary.",
        "slug": "one",
        "lang": "en",
        "text": "",
        "uid": "abcdefghij",
        "date": datetime(2026, 7, 1, 9, 5, tzinfo=ZONE),
        "authors": ("tom", "nobody"),
        "topics": ("heart", "unheard-of"),
    }
    return kind(**{**values, **MORE[kind], **fields})


def notice(**fields: object) -> Notice:
    """A notice of the sample."""
    made: Notice = post(Notice, **fields)
    return made


def data_of(of: Post, practice: Practice = PRACTICE, **fields: Any) -> dict[str, Any]:
    """The structured data of a post's page."""
    values: dict[str, Any] = {
        "people": PEOPLE,
        "url": f"{SITE}/{of.folder}/one/",
        "image_url": f"{SITE}/share/one/card.jpg",
        "cited": (SOURCE,),
        "modified": "2026-11-01",
        "breadcrumb": (("Home", f"{SITE}/"), ("A list", f"{SITE}/{of.folder}/")),
    }
    return post_data(of, practice=practice, **{**values, **fields})


def page_of(data: Mapping[str, Any]) -> dict[str, Any]:
    """The node of the page itself."""
    found: dict[str, Any] = data["@graph"][0]
    return found


def typed(data: Mapping[str, Any], kind: str) -> dict[str, Any]:
    """The only node of a type that stands at the top of the graph."""
    (found,) = [node for node in data["@graph"] if node["@type"] == kind]
    return dict(found)
