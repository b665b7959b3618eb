"""A small practice with posts that strain a feed.

`python -m tests.scheduler_feeds.samples` writes its feeds for record_rss_parser.mjs.
"""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from plugins.networks.rows import Unit
from plugins.practice.addresses import absolute, graphic_path, path_of
from plugins.practice.posts import Article, Notice, Post
from plugins.practice.settings import Named, NetworkChoice, Practice
from plugins.scheduler_feeds.feeds.feed import Feed
from plugins.scheduler_feeds.feeds.plan import plan_feeds
from plugins.scheduler_feeds.feeds.remembered import remember
from plugins.scheduler_feeds.feeds.serialising import as_bytes
from plugins.scheduler_feeds.shared_post import SharedPost
from plugins.share_graphics.graphic import Graphic, Layout
from plugins.social_snippets.snippet import Snippet

ZONE = ZoneInfo("America/New_York")
NETWORKS = ("facebook", "instagram", "x", "snapchat", "doximity", "sermo", "pinterest")
SHAPES = {
    "card": (1200, 630),
    "square": (1080, 1080),
    "portrait": (1080, 1350),
    "wide": (1200, 675),
}

PRACTICE = Practice(
    name="Creek & Sons <Family> Practice",
    short_name="Creek",
    site_url="https://www.example.org/site",
    languages=("en", "es"),
    time_zone="America/New_York",
    phone="+1 212-555-0143",
    topics={
        "heart": Named(id="heart", name={"en": "Heart & blood", "es": "Corazón"}),
        "pain": Named(id="pain", name={"en": "Aches"}),
    },
    networks={name: NetworkChoice(name=name) for name in NETWORKS},
)

TEXTS = (
    ("Is 140 < 150? Q&A", "Less salt & more walks: \u201caim for < 5 g\u201d a day."),
    (
        "Don\u2019t panic: <b>chest pain</b> &amp; you",
        "Call 911 \U0001f691 at once. It\u2019s <urgent>.",
    ),
    ("Closed ]]> today", "Line one.\n\nLine two ]]> with \x00 and \x1b inside."),
    ("\u202bארבע\u202c \U0001f469\U0001f3fd\u200d\u2695\ufe0f text", "Emoji and right-to-left."),
)


def article(number: int, **fields: object) -> Post:
    """An article of the sample; later numbers are newer."""
    title, summary = TEXTS[number % len(TEXTS)]
    values: dict[str, object] = {
        "file": f"articles/post-{number}.md",
        "title": title,
        "summary": summary,
        "slug": f"post-{number}",
        "lang": "en",
        "text": "",
        "uid": f"uid{number:07d}",
        "date": datetime(2026, 9, 1, 9, 5, tzinfo=ZONE) + timedelta(days=number),
        "authors": ("amara-okafor",),
        "topics": ("heart",),
    }
    return Article(**{**values, **fields})  # type: ignore[arg-type]  # a sample's fields are right


def notice(number: int, **fields: object) -> Post:
    """A notice of the sample."""
    base = article(number)
    values = {name: getattr(base, name) for name in ("file", "title", "summary", "slug", "lang")}
    values |= {name: getattr(base, name) for name in ("text", "uid", "date", "authors", "topics")}
    more = {"type": "hours", "starts": base.date, "ends": base.date, "then": "Call us."}
    return Notice(**{**values, **more, **fields})


def shared(post: Post, shapes: tuple[str, ...] = tuple(SHAPES)) -> SharedPost:
    """The post with made-up graphics and texts."""
    graphics = {shape: graphic(post, shape) for shape in shapes}
    snippets = {name: snippet(post, name) for name in NETWORKS if name != "snapchat"}
    html = (
        f'<p>See <a href="/site/about/#us">us</a> <a href="#fn1">1</a> &lt; {post.slug} ]]&gt;</p>'
    )
    url = absolute(path_of(post, PRACTICE), PRACTICE)
    return SharedPost(post=post, url=url, html=html, graphics=graphics, snippets=snippets)


def graphic(post: Post, shape: str) -> Graphic:
    """A graphic that was never drawn: a shape, or a slide such as "slide-1"."""
    width, height = SHAPES.get(shape, SHAPES["portrait"])
    path = graphic_path(post, shape, PRACTICE)
    alt = f'A "{shape}" & <what> it shows'
    return Graphic(
        uid=post.uid,
        shape=shape,
        path=path,
        width=width,
        height=height,
        alt=alt,
        key=path,
        layout=Layout(ground="#ffffff", layers=(), texts=()),
    )


def snippet(post: Post, network: str) -> Snippet:
    """A text for a network: two paragraphs and a list."""
    text = f"For {network}: {post.title}\n\n• one < two\n• three & four"
    return Snippet(
        network=network,
        text=text,
        title="A pin" if network == "pinterest" else "",
        length=len(text),
        limit=500,
        unit=Unit.CHARACTERS,
        shape="wide" if network == "x" else "portrait",
    )


POSTS = (
    *(shared(article(number)) for number in range(3)),
    shared(notice(3)),
    shared(article(4), shapes=("card",)),
    replace(shared(article(5), shapes=()), snippets={}),
    shared(article(6, lang="es", slug="post-0", uid="uidspanish")),
)


def sizes(posts: tuple[SharedPost, ...] = POSTS) -> dict[str, int]:
    """Bytes of each picture by its path."""
    paths = sorted(graphic.path for shared in posts for graphic in shared.graphics.values())
    return {path: 40_000 + number for number, path in enumerate(paths)}


def feeds(posts: tuple[SharedPost, ...] = POSTS) -> dict[str, Feed]:
    """The sample's feeds by path."""
    return {feed.path: feed for feed in plan_feeds(posts, practice=PRACTICE)}


def files(posts: tuple[SharedPost, ...] = POSTS) -> dict[str, bytes]:
    """The sample's feeds as files."""
    return {path: as_bytes(feed, sizes(posts)) for path, feed in feeds(posts).items()}


RECORDED = (
    "feeds/all.xml",
    "feeds/headlines.xml",
    "feeds/x.xml",
    "feeds/pinterest.xml",
    "feeds/all.atom",
)
"""The feeds that npm rss-parser has read."""


def recorded() -> dict[str, Feed]:
    """Those feeds, with a tombstone in that of Atom."""
    gone = shared(article(7, withdrawn=date(2026, 9, 20)))
    public = remember([gone], {}, withheld=(), now=gone.post.date)
    planned = plan_feeds(POSTS, practice=PRACTICE, public=public, gone=[gone])
    return {feed.path: feed for feed in planned if feed.path in RECORDED}


if __name__ == "__main__":
    xml = {path: as_bytes(feed, sizes()).decode() for path, feed in recorded().items()}
    sys.stdout.write(json.dumps(xml))
