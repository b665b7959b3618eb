"""Posts, texts and ledgers for the tests of the plan, as plain as can be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import partial
from zoneinfo import ZoneInfo

from plugins.networks.rows import Unit
from plugins.practice.ledgers import HandedOver
from plugins.practice.posts import Article, Event, Link, Notice, Post, Question
from plugins.practice.settings import NetworkChoice, Plan, Practice
from plugins.scheduler_feeds.posting_plan.planned import PlannedShare, PostingPlan
from plugins.scheduler_feeds.posting_plan.planning import plan_shares
from plugins.scheduler_feeds.shared_post import SharedPost
from plugins.social_snippets.snippet import Snippet

ZONE = ZoneInfo("America/New_York")
START = datetime(2026, 11, 23, tzinfo=ZONE)
"""A Monday."""

NOON = 12 * 60 + 15
NETWORKS = ("facebook", "x", "snapchat", "doximity")
TEXT_NETWORKS = ("facebook", "x", "doximity")

plan = partial(Plan, days=("mon", "wed", "fri"), times=(NOON,), per_week=3)


def day(month: int, dom: int, hour: int = 9, minute: int = 0, year: int = 2026) -> datetime:
    """A moment in the practice's zone."""
    return datetime(year, month, dom, hour, minute, tzinfo=ZONE)


def on(*networks: str) -> dict[str, NetworkChoice]:
    """The networks of a practice."""
    return {name: NetworkChoice(name=name) for name in networks}


def practice(**fields: object) -> Practice:
    """A practice in New York that shares on Monday, Wednesday and Friday at 12:15."""
    values: dict[str, object] = {
        "name": "Crane Creek Family Practice",
        "short_name": "Crane Creek",
        "site_url": "https://www.example.org",
        "languages": ("en", "es"),
        "time_zone": "America/New_York",
        "phone": "+1 212-555-0143",
        "networks": on(*NETWORKS),
        "plan": plan(),
        "lines": {"plan": 40, "plan.days": 41, "plan.times": 42},
    }
    return Practice(**{**values, **fields})  # type: ignore[arg-type]  # a sample's fields are right


_OF_KIND: Mapping[type[Post], Mapping[str, object]] = {
    Question: {"answer": "Yes."},
    Link: {"url": "https://example.com", "publisher": "Example"},
    Notice: {
        "type": "hours",
        "starts": date(2026, 12, 24),
        "ends": date(2026, 12, 25),
        "then": "Call us.",
    },
    Event: {"starts": day(12, 17, 18), "ends": day(12, 17, 19)},
}


def post(uid: str, kind: type[Post] = Article, **fields: object) -> Post:
    """A post with a topic of its own, which went up on November 1."""
    values: dict[str, object] = {
        "file": f"{kind.folder}/{uid}.md",
        "title": uid,
        "slug": uid,
        "lang": "en",
        "text": "",
        "uid": uid,
        "date": day(11, 1),
        "authors": ("amara-okafor",),
        "topics": (f"topic-{uid}",),
    }
    return kind(**{**values, **_OF_KIND.get(kind, {}), **fields})  # type: ignore[arg-type]  # as above


def snippet(network: str, text: str, *, books: bool = False, apart: str = "") -> Snippet:
    """A text for a network."""
    return Snippet(
        network=network,
        text=text,
        text_apart=apart,
        length=len(text),
        limit=500,
        unit=Unit.CHARACTERS,
        books=books,
    )


def shared(
    uid: str,
    kind: type[Post] = Article,
    *,
    networks: Sequence[str] = TEXT_NETWORKS,
    turns: int = 3,
    books: bool = False,
    **fields: object,
) -> SharedPost:
    """A post with another text for each turn and network."""
    texts = [
        {name: snippet(name, f"{uid} {name} {turn}", books=books) for name in networks}
        for turn in range(turns)
    ]
    made = post(uid, kind, **fields)
    url = f"https://www.example.org/{made.slug}/"
    return SharedPost(post=made, url=url, html="", snippets=texts[0], later=tuple(texts[1:]))


def row(of: SharedPost, network: str, at: datetime, turn: int = 0, **fields: object) -> HandedOver:
    """A row of the ledger."""
    values: dict[str, object] = {
        "uid": of.post.uid,
        "network": network,
        "scheduler": "buffer",
        "week": "2026-W47",
        "file": "buffer/2026-W47.csv",
        "at": at,
        "on": at.date(),
        "turn": turn,
        "kind": of.post.kind,
        "topics": of.post.topics,
        "lang": of.post.lang,
        "title": of.post.title,
        "url": of.url,
        "text": f"{of.post.uid} {network} {turn}",
    }
    return HandedOver(**{**values, **fields})  # type: ignore[arg-type]  # as above


def rows(of: SharedPost, at: datetime, turn: int = 0) -> list[HandedOver]:
    """A post that was handed over for all networks."""
    return [row(of, network, at, turn) for network in TEXT_NETWORKS]


def hand_over(
    shares: Sequence[PlannedShare], networks: Sequence[str] = TEXT_NETWORKS
) -> list[HandedOver]:
    """The rows that a tool is given for these shares, when it reaches these networks."""
    return [
        row(share.shared, name, share.at, share.turn)
        for share in shares
        for name in share.networks
        if name in networks
    ]


def planned(
    posts: Sequence[SharedPost],
    *,
    handed_over: Sequence[HandedOver] = (),
    start: datetime = START,
    days: int = 200,
    **fields: object,
) -> PostingPlan:
    """The plan of the sample practice; `fields` are other values of the practice."""
    return plan_shares(
        posts, practice=practice(**fields), handed_over=handed_over, start=start, days=days
    )


def told(plan: PostingPlan) -> list[tuple[str, str]]:
    """Each share of the plan: when, by the clocks of the plan, and whose."""
    return [(f"{share.at:%m-%d %H:%M}", share.shared.post.uid) for share in plan.shares]


def days_of(plan: PostingPlan, uid: str) -> list[str]:
    """The days on which a post is shared, turn after turn."""
    return [f"{share.at:%Y-%m-%d}" for share in plan.shares if share.shared.post.uid == uid]
