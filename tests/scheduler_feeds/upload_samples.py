"""Plans of a small practice, with texts that strain a file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from plugins.networks.own_networks import networks_of
from plugins.networks.rows import Place, Unit
from plugins.practice.ledgers import HandedOver, PublicPost
from plugins.practice.posts import Post
from plugins.practice.settings import NetworkChoice, Plan, Practice
from plugins.scheduler_feeds.posting_plan.planned import PlannedShare, PostingPlan
from plugins.scheduler_feeds.shared_post import SharedPost
from plugins.scheduler_feeds.uploads.batch import Batch
from plugins.scheduler_feeds.uploads.rows import rows_of
from plugins.social_snippets.snippet import Snippet
from tests.scheduler_feeds.samples import PRACTICE as FEED_PRACTICE
from tests.scheduler_feeds.samples import article, graphic

ZONE = ZoneInfo("America/New_York")
WEEK = "2026-W48"
NOW = datetime(2026, 11, 21, 9, 0, tzinfo=ZONE)
TODAY = NOW.date()
NETWORKS = (
    "facebook", "instagram", "x", "linkedin", "google_business", "pinterest", "threads", "bluesky",
    "snapchat", "doximity",
)  # fmt: skip

PRACTICE = replace(
    FEED_PRACTICE,
    networks={name: NetworkChoice(name=name) for name in NETWORKS}
    | {"pinterest": NetworkChoice(name="pinterest", board="Living well")},
    schedulers=("buffer", "hootsuite", "publer", "metricool", "pinterest-native"),
)


def snippet(post: Post, network: str, text: str = "", **fields: object) -> Snippet:
    """A text with its link where the network has links."""
    url = f"https://www.example.org/site/articles/{post.slug}/"
    words = text or f"For {network}: {post.title}"
    in_text = networks_of(PRACTICE)[network].place in (Place.TEXT, Place.CARD)
    values: dict[str, object] = {
        "network": network,
        "text": f"{words}\n\n{url}" if in_text else words,
        "text_apart": words if in_text else "",
        "title": f"A pin of {post.slug}" if network == "pinterest" else "",
        "cta": "LEARN_MORE" if network == "google_business" else "",
        "link": url,
        "hashtags": ("LivingWell", "Sleep"),
        "length": len(words),
        "limit": 5000,
        "unit": Unit.CHARACTERS,
    }
    return Snippet(**{**values, **fields})  # type: ignore[arg-type]  # a sample's fields are right


def shared(number: int = 0, text: str = "", **fields: object) -> SharedPost:
    """A post with pictures, and a text for each network and turn."""
    post = article(number, **fields)
    texts = {name: snippet(post, name, text) for name in NETWORKS if name != "snapchat"}
    again = {name: snippet(post, name, f"Once more: {post.title}") for name in texts}
    return SharedPost(
        post=post,
        url=f"https://www.example.org/site/articles/{post.slug}/",
        html="",
        graphics={shape: graphic(post, shape) for shape in ("card", "square", "portrait")},
        snippets=texts,
        later=(again,),
    )


def share(
    one: SharedPost,
    at: datetime = datetime(2026, 11, 25, 12, 15, tzinfo=ZONE),
    networks: Iterable[str] = ("facebook",),
    turn: int = 0,
    handed_over: tuple[str, ...] = (),
) -> PlannedShare:
    """A planned share."""
    return PlannedShare(
        shared=one, at=at, turn=turn, networks=tuple(networks), handed_over=handed_over
    )


def plan(*shares: PlannedShare) -> PostingPlan:
    """A plan with those shares."""
    return PostingPlan(shares=shares)


def many(count: int, networks: Iterable[str] = ("facebook",)) -> PostingPlan:
    """A plan with so many posts in one week, ten minutes apart."""
    start = datetime(2026, 11, 23, 8, 0, tzinfo=ZONE)
    names = tuple(networks)
    return plan(
        *(
            share(shared(number), start + timedelta(minutes=10 * number), names)
            for number in range(count)
        )
    )


def online(*posts: SharedPost) -> dict[str, PublicPost]:
    """The posts as pages that are public."""
    return {
        one.post.uid: PublicPost(
            uid=one.post.uid,
            kind=one.post.kind,
            lang=one.post.lang,
            file=one.post.file,
            title=one.post.title,
            date=one.post.date,
            url=one.url,
            since=date(2026, 11, 1),
        )
        for one in posts
    }


def export(
    posting_plan: PostingPlan,
    scheduler: str,
    *,
    week: str = WEEK,
    practice: Practice = PRACTICE,
    handed_over: Iterable[HandedOver] = (),
    now: datetime = NOW,
    public: dict[str, PublicPost] | None = None,
) -> Batch:
    """What is handed over, with every page of the plan online unless told otherwise."""
    pages = online(*(one.shared for one in posting_plan.shares)) if public is None else public
    return rows_of(
        posting_plan,
        scheduler,
        week,
        practice=practice,
        handed_over=tuple(handed_over),
        public=pages,
        now=now,
        on=now.date(),
    )


def in_zone(zone: str) -> Practice:
    """The practice with a plan in another zone than its own."""
    return replace(PRACTICE, plan=Plan(time_zone=zone))


_NASTY = (
    '"', '""', ",", ";", "\n", "\n\n", "\t", "]]>", "\\", "'", "=1+1", "@us", "-", "\u202e", "#",
    "\U0001f469\U0001f3fd\u200d\u2695\ufe0f", "ألم في الصدر", "中文", "é", "\ufeff", "%", "a b",
)  # fmt: skip
TEXTS = (
    st.lists(st.one_of(st.sampled_from(_NASTY), st.text(max_size=10)), max_size=8)
    .map("".join)
    .map(lambda text: "".join(c for c in text if c == "\n" or c.isprintable()).strip())
    .filter(lambda text: text and not text.startswith(("=", "+", "-", "@")))
)
"""Texts as writers make them and worse, that are no formula."""
