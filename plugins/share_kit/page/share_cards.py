"""What the page says about one text for one network."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from plugins.networks.rows import Place
from plugins.networks.tools import BY_HAND
from plugins.practice.addresses import absolute, language_prefix
from plugins.practice.dates import clock
from plugins.practice.ledgers import HandedOver
from plugins.practice.posts import Post
from plugins.practice.settings import Practice
from plugins.scheduler_feeds.shared_post import SharedPost
from plugins.share_kit.frame import LANG
from plugins.share_kit.network_shares import NetworkShare
from plugins.share_kit.page.days import moment, near_day
from plugins.share_kit.page.picture_cards import (
    PictureCard,
    SlideCard,
    carousel_note,
    document_note,
    slide_cards,
)
from plugins.share_kit.posting import Posting, done_by, tool_label
from plugins.social_snippets.snippet import Snippet

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

TURNS = ("", "Second time", "Third time")
"""What a share is called, by its turn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What a tool was given, and what becomes of it."""

    tool: str
    """"Buffer"."""
    note: str
    """"Buffer has it: Wed, Nov 25, 12:15 PM", "Shared Nov 9 by Buffer"."""
    is_out: bool
    differs: bool
    """Whether the text that waits in the tool is another one than this."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgainCard:
    """The text with which a post is shared once more."""

    id: str
    name: str
    """"Second time"."""
    when: str
    snippet: Snippet
    count: str
    percent: int
    given: Given | None
    tick: str
    """By which the browser remembers that it was posted by hand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareCard:
    """One text for one network."""

    share: NetworkShare
    id: str
    tick: str
    """As in `AgainCard`."""
    count: str
    """"212 of 280"."""
    percent: int
    link_note: str
    button: str
    copies_link: bool
    """Whether the address is to be pasted somewhere else than with the text."""
    carousel: str
    """"As a carousel: 5 pictures"; empty where the network or the post has none."""
    slides: tuple[SlideCard, ...]
    document: str
    """"PDF, 5 pages, 480 kB"; empty where there is none."""
    given: Given | None
    again: tuple[AgainCard, ...]


def share_card(
    share: NetworkShare, shared: SharedPost, posting: Posting, slides: Sequence[PictureCard]
) -> ShareCard:
    """The card of a text; `slides` are all of the post."""
    snippet, network = share.snippet, share.network
    uid = shared.post.uid
    apart = network.place.is_apart
    id_ = f"{uid}-{network.name}"
    return ShareCard(
        share=share,
        id=id_,
        tick=tick(uid, network.name),
        count=_count(snippet) if snippet else "",
        percent=_percent(snippet) if snippet else 0,
        link_note=_link_note(share, shared.post, posting.practice),
        button=_BUTTONS.get(snippet.cta, snippet.cta) if snippet else "",
        copies_link=apart and bool(snippet and snippet.link),
        carousel=carousel_note(len(share.slides), len(slides)),
        slides=tuple(slide_cards(share, slides, id_)),
        document=document_note(share.document),
        given=_given(posting.given(uid, network.name), snippet, posting),
        again=tuple(_again(shared, network.name, posting)),
    )


def tick(uid: str, network: str, turn: int = 0) -> str:
    """The name under which a browser keeps that a share was posted by hand."""
    return f"{uid}.{network}.{turn}" if turn else f"{uid}.{network}"


def _given(row: HandedOver | None, snippet: Snippet | None, posting: Posting) -> Given | None:
    if row is None or _waits_for_a_person(row, posting):
        return None
    texts = {snippet.text, snippet.text_apart} if snippet else set()
    is_out = posting.days_to(row) < 0
    return Given(
        tool=tool_label(row.scheduler),
        note=given_note(row, posting),
        is_out=is_out,
        differs=not is_out and bool(row.text) and row.text not in texts,
    )


def _waits_for_a_person(row: HandedOver, posting: Posting) -> bool:
    return row.scheduler == BY_HAND and posting.days_to(row) >= 0


def given_note(row: HandedOver, posting: Posting) -> str:
    """What becomes of a row, in a few words."""
    at, tool, days = posting.local(row), tool_label(row.scheduler), posting.days_to(row)
    if days < 0:
        return f"Shared {near_day(at.date(), posting.today)} {done_by(row.scheduler)}"
    if days == 0:
        return f"{tool} posts it today, {clock(at, LANG)}"
    return f"{tool} has it: {moment(at)}"


def _again(shared: SharedPost, network: str, posting: Posting) -> Iterator[AgainCard]:
    """The second and third text, where the plan or a tool has a time for them."""
    uid = shared.post.uid
    for turn, texts in enumerate(shared.later, start=1):
        snippet, row = texts.get(network), posting.given(uid, network, turn)
        planned = posting.planned(uid, turn)
        waits = planned is not None and network in planned.networks
        if snippet and (row or waits):
            given = _given(row, snippet, posting)
            when = given.note if given else ""
            if planned and not given:
                when = f"Planned for {near_day(planned.at.date(), posting.today)}"
            yield AgainCard(
                id=f"{uid}-{network}-{turn}",
                name=TURNS[min(turn, len(TURNS) - 1)],
                when=when,
                snippet=snippet,
                count=_count(snippet),
                percent=_percent(snippet),
                given=given,
                tick=tick(uid, network, turn),
            )


def _count(snippet: Snippet) -> str:
    return f"{snippet.length:,} of {snippet.limit:,}"


def _percent(snippet: Snippet) -> int:
    return min(100, 100 * snippet.length // snippet.limit)


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
