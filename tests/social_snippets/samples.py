"""Posts to make texts of, and short ways to make them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from types import MappingProxyType

from plugins.networks.table import NETWORK_NAMES
from plugins.practice.posts import Article, Event, Link, Notice, Post, Question, Share
from plugins.practice.problems import Problem
from plugins.practice.settings import NetworkChoice, Place, Practice
from plugins.social_snippets.plan import plan_snippets
from plugins.social_snippets.snippet import Snippet

URL = "https://www.example.org/articles/flu-season/"
PLACE = Place(
    id="exampleton", name="Crane Creek Family Practice", street="12 Crane Creek Road",
    city="Exampleton", phone="+1 212-555-0143",
)  # fmt: skip
COMMON: dict[str, object] = {
    "file": "articles/flu-season.md",
    "slug": "flu-season",
    "lang": "en",
    "text": "",
    "uid": "h7k2m9q4xz",
    "date": datetime(2026, 10, 6, 9, tzinfo=UTC),
    "authors": ("amara-okafor",),
    "topics": ("infections",),
    "lines": {"share": 12},
}
POINTS = (
    "Get a flu vaccine each year, early in the fall if you can.",
    "Protection takes about 2 weeks to build, so plan ahead.",
    "Call early if you feel sick and your risk of severe flu is higher.",
    "Trouble breathing, chest pain, and confusion are signs to call 911.",
)


def practice(*names: str, schedulers: tuple[str, ...] = (), **choice: object) -> Practice:
    return Practice(
        name="Crane Creek Family Practice",
        short_name="Crane Creek",
        site_url="https://www.example.org",
        languages=("en", "es"),
        time_zone="America/New_York",
        phone="+1 212-555-0143",
        places=(PLACE,),
        networks=MappingProxyType(
            {name: NetworkChoice(name=name, **choice) for name in names or NETWORK_NAMES}
        ),
        schedulers=schedulers,
    )


def article(**fields: object) -> Article:
    given = {
        "title": "Get ready for flu season",
        "summary": "A yearly flu vaccine is the first step, and it still helps later in the "
        "season. If you get sick and your risk is higher, call us early.",
        "key_points": POINTS,
        "share": Share(hashtags=("FluSeason", "flu vaccine", "Health", "Care", "Family", "More")),
        "reviewed_by": "elena-ruiz",
        "last_reviewed": date(2026, 11, 21),
    }
    return Article(**(COMMON | given | fields))


def question(**fields: object) -> Question:
    given = {
        "title": "Does one high reading mean I have high blood pressure?",
        "summary": "One high reading in the clinic is not enough to start treatment. Blood "
        "pressure should first be checked outside the clinic too. A reading of 180/120 or higher "
        "needs action right away.",
        "answer": "Not by itself. Before treatment starts, experts advise that your blood pressure "
        "is also measured outside the clinic, for example at home. Call 911 if it is 180/120 or "
        "higher and you have symptoms such as chest pain or trouble speaking.",
    }
    return Question(**(COMMON | given | fields))


def notice(**fields: object) -> Notice:
    given = {
        "title": "Closed on Thanksgiving Day and the day after",
        "summary": "Our office is closed for the holiday. We are back on Monday, November 30.",
        "type": "hours",
        "starts": date(2026, 11, 26),
        "ends": date(2026, 11, 27),
        "affects": ("exampleton",),
        "then": "Need a refill before the holiday? Call (212) 555-0143 by Tuesday. While we are "
        "closed, the nurse on call answers the same number. For an emergency call 911.",
    }
    return Notice(**(COMMON | given | fields))


def event(**fields: object) -> Event:
    given = {
        "title": "Talk: living well with high blood pressure",
        "summary": "Join us for a talk on living well with high blood pressure.",
        "starts": datetime(2026, 12, 10, 18, tzinfo=UTC),
        "ends": datetime(2026, 12, 10, 19, tzinfo=UTC),
        "place": "exampleton",
        "questions": ("What do the two numbers mean?", "When is it an emergency?"),
        "register": "Call (212) 555-0143 to save a seat.",
    }
    return Event(**(COMMON | given | fields))


def link(**fields: object) -> Link:
    given = {
        "title": "Worth reading: water and healthier drinks",
        "summary": "This page tells what water does for your body. The tips suit the family.",
        "url": "https://www.cdc.gov/healthyweight/water.html",
        "publisher": "Centers for Disease Control and Prevention",
    }
    return Link(**(COMMON | given | fields))


def plan(post: Post, *names: str, **more: object) -> tuple[Mapping[str, Snippet], list[Problem]]:
    snippets, problems = plan_snippets(post, practice=practice(*names, **more), url=URL)
    return {snippet.network: snippet for snippet in snippets}, list(problems)


def only(post: Post, name: str, **more: object) -> Snippet:
    return plan(post, name, **more)[0][name]


def hand_written(name: str, text: str, post: Post | None = None) -> dict[str, Problem]:
    """The problems of a text that somebody wrote by hand, by rule."""
    post = post or article()
    share = Share(texts={name: text})
    _, problems = plan(replace(post, share=share), name)
    return {problem.rule: problem for problem in problems}


def again(post: Post, name: str, turn: int, **more: object) -> Snippet | None:
    """The text of a later turn on one network."""
    snippets, problems = plan_snippets(post, practice=practice(name, **more), url=URL, turn=turn)
    assert problems == ()
    return snippets[0] if snippets else None
