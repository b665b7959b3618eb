"""What a post has to say, as parts that stand or go as a whole."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from plugins.networks.rows import Network, Tone
from plugins.practice.dates import clock, long_day, weekday_and_day, when
from plugins.practice.posts import Event, HealthPost, Link, Notice, Post
from plugins.practice.sentences import is_urgent, sentences
from plugins.practice.settings import Practice
from plugins.practice.words import say
from plugins.social_snippets.spoken import spoken
from plugins.social_snippets.wordings import Wording

MUST = 0
"""The rank of a part without which there is no post."""

BULLET = "• "

_LAST_TO_GO = 1
_URGENT_POINT = 35
"""A point that tells whom to call in an emergency outlasts the other points and the hashtags."""
_ONLY_POINT = 25
"""Where it is the only one told, it outlasts all but the first sentence of the message too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A piece of the text: its role tells where it stands, its rank how soon it goes."""

    role: str
    text: str
    rank: int = MUST
    apart: bool = False
    """Whether it is a paragraph of its own, also within its role."""


# How soon a part goes when the room is too small, by kind of post: the highest first. "more": all
# but the first sentence. A role that is not named must stay.
_GENERAL = {"points": 50, "hashtags": 40, "message more": 30, "credit": 20, "review": 45, "ask": 45}
_RANKS = {
    "notice": {**_GENERAL, "hashtags": 50, "then more": 40, "then": 20},
    "event": {**_GENERAL, "then": 25, "then more": 35, "message": 20},
}


def parts_of(post: Post, practice: Practice, wording: Wording, network: Network) -> list[Part]:
    """Everything that may be said of the post in a wording; link and hashtags left out."""
    line = _parts(post, "hook" if wording.when_first else "when", [wording.when])
    return [
        *line,
        *_parts(post, "hook", [wording.hook]),
        *_parts(post, "peer", [_peer_line(post)]),
        *_message(post, wording),
        *_parts(post, "facts", _facts(post, practice)),
        *_key_points(post, wording),
        *_parts(post, "then", sentences(spoken(_then(post)))),
        *_parts(post, "credit", _credit(post, wording.message)),
        *_consent(post, network),
        *_parts(post, "review", _review(post)),
        *_parts(post, "ask", [say(post.lang, "snippets.ask")]),
    ]


def _parts(post: Post, role: str, texts: Iterable[str]) -> list[Part]:
    ranks = _RANKS.get(post.kind, _GENERAL)
    first = ranks.get(role, MUST)
    made = []
    for index, text in enumerate(text for text in texts if text):
        rank = ranks.get(f"{role} more", first) if index else first
        if is_urgent(text) and rank:
            rank = _URGENT_POINT if role == "points" else _LAST_TO_GO
        made.append(Part(role=role, text=text, rank=rank))
    return made


def hashtag_parts(post: Post, tags: Iterable[str]) -> list[Part]:
    """The hashtags, each a part of its own."""
    return _parts(post, "hashtags", [f"#{tag}" for tag in tags])


def consent_line(post: Post, network: Network) -> str:
    """What is said of a picture in which a person can be recognised, "" where there is none.

    It is said to patients only: posts to colleagues have no picture.
    """
    shown = post.image and post.consent and network.tone is Tone.PATIENT
    return say(post.lang, "snippets.consent") if shown else ""


def _consent(post: Post, network: Network) -> list[Part]:
    """It stands beside the source, in every network's order, and never goes."""
    line = consent_line(post, network)
    return [Part(role="credit", text=line)] if line else []


def _key_points(post: Post, wording: Wording) -> list[Part]:
    parts = _parts(post, "points", _points(post, wording))
    if wording.points:
        return parts
    return [replace(part, rank=min(part.rank, _ONLY_POINT)) for part in parts]


def _message(post: Post, wording: Wording) -> list[Part]:
    said = [text for text in (wording.told, *sentences(wording.message)) if text]
    parts = _parts(post, "message", said)
    return [replace(part, apart=part.text == wording.told) for part in parts]


def _facts(post: Post, practice: Practice) -> list[str]:
    if not isinstance(post, Event):
        return []
    time = when(post.starts, post.ends, post.lang)
    if isinstance(post.starts, datetime) and not isinstance(post.ends, datetime):
        time = f"{weekday_and_day(post.starts, post.lang)}, {clock(post.starts, post.lang)}"
    where = say(post.lang, "snippets.online") if post.online else _place(post.place, practice)
    lines = [say(post.lang, "snippets.when", when=time)]
    return [*lines, say(post.lang, "snippets.where", where=where)] if where else lines


def _place(name: str, practice: Practice) -> str:
    """The address of one of our places, or the words that stand in the post."""
    for place in practice.places:
        if place.id == name:
            return ", ".join(part for part in (place.name, place.street, place.city) if part)
    return spoken(name)


def _points(post: Post, wording: Wording) -> list[str]:
    if isinstance(post, Event):
        lines = [f"{BULLET}{spoken(question)}" for question in post.questions]
        heading = say(post.lang, "snippets.questions")
        return [f"{heading}\n{lines[0]}", *lines[1:]] if lines else []
    if isinstance(post, HealthPost):
        told = [point for point in map(spoken, post.key_points) if point]
        return [f"{BULLET}{point}" for point in told if wording.points or is_urgent(point)]
    return []


def _then(post: Post) -> str:
    match post:
        case Notice():
            return post.then
        case Event() if not post.register.startswith(("http://", "https://")):
            return post.register
        case _:
            return ""


def _credit(post: Post, message: str) -> list[str]:
    if not isinstance(post, Link) or _names(message, post.publisher):
        return []
    return [say(post.lang, "snippets.credit", publisher=spoken(post.publisher))]


def _names(message: str, publisher: str) -> bool:
    """Whether the message names the publisher, in full or by initials ("CDC")."""
    initials = "".join(word[0] for word in publisher.split() if word[0].isupper())
    short = (word.strip(".,:;()") for word in message.split())
    return publisher in message or any(
        len(word) > 2 and word.isupper() and initials.startswith(word) for word in short
    )


def _peer_line(post: Post) -> str:
    key = "snippets.peer_link" if isinstance(post, Link) else "snippets.peer"
    return f"{spoken(post.title)}\n\n{say(post.lang, key)}"


def _review(post: Post) -> list[str]:
    if not isinstance(post, HealthPost) or post.last_reviewed is None:
        return []
    return [say(post.lang, "snippets.review", day=long_day(post.last_reviewed, post.lang))]
