"""What the kit's page says about each post and each of its texts, in words ready to print."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from plugins.networks.rows import Place
from plugins.practice.addresses import absolute, language_prefix
from plugins.practice.dates import clock, short_day, weekday_and_day
from plugins.practice.posts import Post, State, day_of
from plugins.practice.problems import Problem
from plugins.practice.settings import Practice
from plugins.share_kit.kit_post import KitPost
from plugins.share_kit.network_shares import Image, Kit, NetworkShare
from plugins.social_snippets.snippet import Snippet

_LANG = "en"
"""The kit speaks English to the person who posts; the texts are in the language of their post."""

# Where the link goes, by where the network lets one work.
_LINK: Mapping[Place, str] = {
    Place.TEXT: "In the text",
    Place.CARD: "In the text",
    Place.BIO: "Link in bio, to",
    Place.BUTTON: "Behind the button:",
    Place.PIN: "In the pin\u2019s link field:",
    Place.NONE: "None here",
}

_BUTTONS: Mapping[str, str] = {
    "LEARN_MORE": "Learn more",
    "BOOK": "Book",
    "ORDER": "Order online",
    "SHOP": "Shop",
    "SIGN_UP": "Sign up",
    "CALL": "Call now",
}
"""The names of Google's buttons as its form shows them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareCard:
    """One text for one network."""

    share: NetworkShare
    id: str
    count: str
    """"212 of 280"."""
    percent: int
    link_note: str
    button: str
    copies_link: bool
    """Whether the address is to be pasted somewhere else than with the text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PostCard:
    """One post with everything that the page shows of it."""

    post: Post
    id: str
    group: str
    kind: str
    day: str
    url: str
    topics: str
    is_foreign: bool
    images: tuple[Image, ...]
    shares: tuple[ShareCard, ...]
    problems: tuple[Problem, ...]
    note: str

    @property
    def picture(self) -> Image | None:
        """The picture that stands for the post in the list."""
        by_shape = {image.shape: image for image in self.images}
        return by_shape.get("square") or by_shape.get("card") or next(iter(self.images), None)


def post_card(kit_post: KitPost, problems: Sequence[Problem], kit: Kit, today: date) -> PostCard:
    """The card of a post; `problems` are those of its file."""
    post, practice = kit_post.post, kit.practice
    return PostCard(
        post=post,
        id=f"post-{post.uid}",
        group=_group(kit_post, today),
        kind=post.kind.capitalize(),
        day=f"{short_day(post.date, _LANG)}, {clock(post.date, _LANG)}",
        url=kit_post.url,
        topics=", ".join(practice.topic_name(topic, _LANG) for topic in post.topics),
        is_foreign=post.lang != practice.lang,
        images=kit.images_of(kit_post),
        shares=tuple(_share_card(share, post, practice) for share in kit.shares_of(kit_post)),
        problems=tuple(problems),
        note=_note(kit_post, problems, today),
    )


def _group(kit_post: KitPost, today: date) -> str:
    if kit_post.sharing is None:
        return "needs-work"
    if kit_post.is_over(today):
        return "over"
    return "ready" if kit_post.state is State.PUBLISHED else "scheduled"


def _note(kit_post: KitPost, problems: Iterable[Problem], today: date) -> str:
    """What the person who posts must know before anything else."""
    post = kit_post.post
    match _group(kit_post, today):
        case "over":
            ends = day_of(post.ends)  # type: ignore[attr-defined]  # only what ends is over
            return f"This was over on {weekday_and_day(ends, _LANG)}. Do not share it any more."
        case "scheduled":
            return (
                f"Its page goes up on {weekday_and_day(post.date, _LANG)}. Share it from then on."
            )
        case "needs-work" if kit_post.state is State.DRAFT:
            return "A draft. Its writer takes out \u201cdraft: true\u201d when it is ready."
        case "needs-work" if not any(problem.blocks for problem in problems):
            return "Held back. The report of the build says why."
        case _:
            return ""


def _share_card(share: NetworkShare, post: Post, practice: Practice) -> ShareCard:
    snippet = share.snippet
    place = share.network.place
    apart = place in (Place.BUTTON, Place.PIN)
    return ShareCard(
        share=share,
        id=f"{post.uid}-{share.network.name}",
        count=_count(snippet) if snippet else "",
        percent=min(100, 100 * snippet.length // snippet.limit) if snippet else 0,
        link_note=_link_note(share, post, practice),
        button=_BUTTONS.get(snippet.cta, snippet.cta) if snippet else "",
        copies_link=apart and bool(snippet and snippet.link),
    )


def _count(snippet: Snippet) -> str:
    return f"{snippet.length:,} of {snippet.limit:,}"


def _link_note(share: NetworkShare, post: Post, practice: Practice) -> str:
    snippet, place = share.snippet, share.network.place
    if snippet is None:
        return _LINK[Place.NONE]
    if not snippet.link:
        return "None needed: the button calls you" if snippet.cta else _LINK[Place.NONE]
    if place is Place.BIO:
        path = f"{language_prefix(practice, post.lang)}latest/"
        return f"{_LINK[place]} {absolute(path, practice)}"
    return _LINK[place]
