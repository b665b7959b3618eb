"""A week in September with what is planned, what tools were given, and what was taken back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from lxml import html as lxml_html

from plugins.practice.ledgers import HandedOver, PublicPost
from plugins.practice.posts import Post, State
from plugins.practice.problems import Problem
from plugins.scheduler_feeds.posting_plan.local_time import week_of
from plugins.scheduler_feeds.posting_plan.planned import PlannedShare, PostingPlan
from plugins.share_kit.kit_post import KitPost
from plugins.share_kit.plan import plan_kit
from tests.scheduler_feeds.samples import PRACTICE, ZONE, article, sizes, snippet
from tests.share_kit.kit_samples import kit_post

MONDAY = date(2026, 9, 21)
TOOLED = replace(PRACTICE, schedulers=("buffer",))
"""Uses Buffer, whose upload files take Facebook, Instagram, X and Pinterest, but not Doximity."""

Page = Any  # an element of lxml, which has no types


def at(day: int, hour: int = 12, minute: int = 15, month: int = 9) -> datetime:
    """A moment in September."""
    return datetime(2026, month, day, hour, minute, tzinfo=ZONE)


def given(post: Post, network: str, when: datetime, **fields: Any) -> HandedOver:
    """A row that Buffer was given, four days before, in the words of the kit."""
    values: dict[str, Any] = {
        "uid": post.uid,
        "network": network,
        "scheduler": "buffer",
        "week": week_of(when),
        "file": f"buffer/{week_of(when)}-{network}.csv",
        "at": when,
        "on": when.date() - timedelta(days=4),
        "kind": post.kind,
        "lang": post.lang,
        "title": post.title,
        "url": f"https://www.example.org/site/articles/{post.slug}/",
        "text": snippet(post, network).text,
    }
    return HandedOver(**{**values, **fields})


def planned(kit_post: KitPost, when: datetime, *networks: str, turn: int = 0) -> PlannedShare:
    """A share to come."""
    assert kit_post.shared
    return PlannedShare(shared=kit_post.shared, at=when, turn=turn, networks=networks)


def with_later(kit_post: KitPost) -> KitPost:
    """The post with a second and a third text for X."""
    assert kit_post.shared
    later = tuple(
        {"x": replace(snippet(kit_post.post, "x"), text=f"Text {number}")} for number in (2, 3)
    )
    return replace(kit_post, shared=replace(kit_post.shared, later=later))


def online(*posts: KitPost) -> Mapping[str, PublicPost]:
    """The posts as `deploy` remembers them, from September 2 on."""
    return {
        kit_post.post.uid: PublicPost(
            uid=kit_post.post.uid,
            kind=kit_post.post.kind,
            lang=kit_post.post.lang,
            file=kit_post.post.file,
            title=kit_post.post.title,
            date=kit_post.post.date,
            url=kit_post.url,
            since=date(2026, 9, 2),
        )
        for kit_post in posts
    }


def withdrawn(number: int, **fields: Any) -> KitPost:
    """A post that was taken back on September 18."""
    told = {"withdrawn": date(2026, 9, 18), "withdrawn_reason": "Its source was retracted."}
    return replace(kit_post(article(number, **told, **fields)), state=State.WITHDRAWN)


ONE, TWO, HELD = kit_post(article(1)), kit_post(article(2)), kit_post(article(6), State.HELD)


def files(
    posts: Sequence[KitPost] = (ONE, TWO), problems: Sequence[Problem] = (), **options: Any
) -> dict[str, bytes]:
    """The kit's files on the Monday; `shares` and `unplanned` make the plan."""
    shares, loose = options.pop("shares", ()), options.pop("unplanned", ())
    values: dict[str, Any] = {
        "practice": TOOLED,
        "today": MONDAY,
        "sizes": sizes(tuple(post.shared for post in posts if post.shared)),
        "plan": PostingPlan(shares=tuple(shares), unplanned=tuple(loose)),
    }
    return plan_kit(posts, problems, **{**values, **options})


def page(*args: Any, **options: Any) -> Page:
    """The first page, parsed."""
    return lxml_html.document_fromstring(files(*args, **options)["index.html"].decode())


def by_id(root: Page, name: str) -> Page:
    """The element with an id; there is exactly one."""
    [element] = root.xpath("//*[@id=$name]", name=name)
    return element


def section(root: Page, name: str) -> Page:
    """The part of the page that a heading names."""
    [element] = root.xpath("//section[@aria-labelledby=$name]", name=name)
    return element


def told(root: Page, name: str) -> str:
    """All words of that part, in one line."""
    return words(section(root, name))


def words(element: Page) -> str:
    """All words of an element, in one line."""
    return " ".join(element.text_content().replace("\u00a0", " ").split())
