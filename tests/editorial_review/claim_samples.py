"""Posts of one text, and what the rules for claims say of them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import Any

from plugins.editorial_review.claims import emergencies, numerals, shared_texts, statements
from plugins.editorial_review.judging import judge
from plugins.editorial_review.subject import Outgoing, Setting
from plugins.practice.people import Person
from plugins.practice.posts import Article, Document
from plugins.practice.problems import Problem
from plugins.practice.review_records import Consent, ReviewRecords
from plugins.practice.settings import Place, Practice

TODAY = date(2026, 11, 21)
RULES = (*emergencies.RULES, *statements.RULES, *numerals.RULES, *shared_texts.RULES)

ADA = Person(
    file="people/ada.md",
    title="Ada Byrne",
    slug="ada",
    lang="en",
    name="Ada Byrne",
    credentials="MD",
    role="Family physician",
    clinical=True,
    text="She is certified by the American Board of Family Medicine.",
)

CONSENT = Consent(
    id="k7f2",
    kind="story",
    scope="a story in the person's own words",
    channels=("site",),
    signed=date(2026, 10, 1),
    expires=date(2027, 10, 1),
)


def practice(country: str = "US") -> Practice:
    place = Place(
        id="main", name="Mill Road Practice", street="1 Mill Road", city="Exampleton",
        country=country, phone="+1 212-555-0177",
    )  # fmt: skip
    return Practice(
        name="Mill Road Family Practice", short_name="Mill Road", site_url="https://example.org",
        languages=("en", "es"), time_zone="America/New_York", phone="+1 212-555-0143",
        places=(place,),
    )  # fmt: skip


def setting(country: str = "US") -> Setting:
    return Setting(
        practice=practice(country),
        today=TODAY,
        people={"ada": ADA},
        records=ReviewRecords(consents={CONSENT.id: CONSENT}),
    )


def article(text: str = "", lang: str = "en", **fields: Any) -> Article:
    given: dict[str, Any] = {"title": "A title", "summary": "A summary.", **fields}
    return Article(
        file="articles/sample.md", slug="sample", lang=lang, text=text, uid="abcdefghij",
        date=datetime(2026, 11, 1, tzinfo=UTC), authors=("ada",), topics=(), **given,
    )  # fmt: skip


def problems(
    document: Document, rule: str, outgoing: Iterable[Outgoing] = (), country: str = "US"
) -> list[Problem]:
    """What one rule says of a document."""
    rules = [one for one in RULES if one.id == rule]
    assert rules, rule
    return judge([document], setting(country), {document.file: tuple(outgoing)}, rules)


def says(rule: str, text: str, lang: str = "en", **fields: Any) -> list[Problem]:
    """What one rule says of an article with this text."""
    return problems(article(text, lang, **fields), rule)
