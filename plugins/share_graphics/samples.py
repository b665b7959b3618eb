"""Made-up posts of every kind and script, to look at pictures with: for the contact sheet, for
tests and benchmarks. What they say is general and plain; the practice is fictional.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

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
from plugins.practice.settings import Named, Place, Practice

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
    topics={
        "heart": Named(
            id="heart",
            name={
                "en": "Heart and blood pressure", "es": "Corazón", "vi": "Tim mạch", "el": "Καρδιά",
                "ru": "Сердце", "ar": "القلب", "hi": "हृदय", "zh": "心脏健康",
            },
        ),
        "infections": Named(id="infections", name={"en": "Infections and vaccines"}),
        "mind": Named(id="mind", name={"en": "Mind and sleep"}),
        "medicines": Named(id="medicines", name={"en": "Medicines"}),
        "diabetes": Named(id="diabetes", name={"en": "Diabetes"}),
    },
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
    notice("Open late on Friday: snow", starts=datetime(2026, 12, 4, 10, 30, tzinfo=ZONE),
           ends=datetime(2026, 12, 4, 17, 0, tzinfo=ZONE)),
    notice("We have moved", starts=date(2026, 12, 1), ends=date(2026, 12, 31),
           then="Find us at 12 Crane Creek Road. Your phone number for us stays the same."),
    notice("Extra day for flu shots", starts=date(2026, 12, 12), ends=date(2026, 12, 12)),
    notice("Measles in Exampleton", type="alert", ends=date(2026, 12, 20)),
    notice("Dr. Okafor is away", type="availability", affects=("amara-okafor",)),
    link(),
    event(),
    question(topics=("infections",), myth=Myth(claim="The flu shot can give you the flu.",
                       fact="The flu shot has no live virus, so it cannot give you the flu.")),
    article("Prevent type 2 diabetes", topics=("diabetes",), risk=RISK),
    article(quote=Quote(text="Two readings at home tell me more than one at my office.",
                        by="amara-okafor")),
    article(key_fact="Sit still for 5 minutes before you measure your blood pressure."),
)  # fmt: skip
"""One post of each kind and each state of a notice."""


def _abroad(lang: str, title: str, summary: str) -> Article:
    return article(title, lang=lang, summary=summary, key_points=(), last_reviewed=None)


EVERY_SCRIPT: tuple[Post, ...] = (
    _abroad("es", "Mida su presión arterial en casa",
            "Siéntese y descanse 5 minutos antes de medir."),
    _abroad("vi", "Đo huyết áp tại nhà", "Ngồi yên 5 phút trước khi đo."),
    _abroad("el", "Μετρήστε την πίεσή σας στο σπίτι",
            "Καθίστε ήσυχα 5 λεπτά πριν από τη μέτρηση."),
    _abroad("ru", "Измеряйте давление дома", "Посидите спокойно 5 минут перед измерением."),
    _abroad("ar", "قِس ضغط دمك في المنزل", "اجلس بهدوء 5 دقائق قبل القياس (مرتين)."),
    _abroad("hi", "घर पर अपना रक्तचाप मापें", "मापने से पहले 5 मिनट शांत बैठें।"),
    _abroad("zh", "在家测量血压：每天5分钟", "测量前安静地坐5分钟，记录两次读数。"),
    article("Sleep well 😴 tonight", topics=("mind",), key_points=(),
            summary="A dark, cool room 🌙 helps. So does the same bedtime each day."),
)  # fmt: skip
"""The same thing said in eight scripts."""

CAROUSEL: Post = question(
    key_points=POINTS,
    reviewed_by="amara-okafor",
    title="How do I measure my blood pressure at home?",
    answer="Use a cuff for your upper arm that has been tested. Sit still, and do not talk.",
    risk=None,
)
"""A post with slides."""
