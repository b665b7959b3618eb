"""What a post has to say, as parts that stand or go as a whole."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from plugins.practice.dates import clock, long_day, weekday_and_day, when
from plugins.practice.posts import Article, Event, HealthPost, Link, Notice, Post, Question, day_of
from plugins.practice.sentences import is_urgent, plain, sentences
from plugins.practice.settings import Practice
from plugins.practice.words import say

MUST = 0
"""The rank of a part without which there is no post."""

_LAST_TO_GO = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A piece of the text: its role tells where it stands, its rank how soon it goes."""

    role: str
    text: str
    rank: int = MUST


# How soon a part goes when the room is too small, by kind of post: the highest first. "more": all
# but the first sentence. A role that is not named must stay.
_GENERAL = {"points": 50, "hashtags": 40, "message more": 30, "credit": 20, "review": 45, "ask": 45}
_RANKS = {
    "notice": {**_GENERAL, "hashtags": 50, "then more": 40, "then": 20},
    "event": {**_GENERAL, "then": 25, "then more": 35, "message": 20},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """One way to open: the title or not, then a message."""

    hook: str
    message: str


def wordings_of(post: Post) -> tuple[Wording, ...]:
    """The ways to say what the post says, fullest first. An article's summary needs no title."""
    title, summary = plain(post.title), plain(post.summary)
    alone = Wording(hook="", message=summary)
    match post:
        case Article():
            return (alone,)
        case Question():
            answer = Wording(hook=title, message=plain(post.answer))
            return answer, Wording(hook=title, message=summary), alone
        case Link():
            return Wording(hook=title, message=summary), alone
        case _:
            return (Wording(hook=title, message=summary),)


def bare_wording(post: Post) -> Wording:
    """What is left to say where no message has room."""
    return Wording(hook=plain(post.title), message="")


def parts_of(post: Post, practice: Practice, wording: Wording) -> list[Part]:
    """Everything that may be said of the post in a wording; link and hashtags left out."""
    message = wording.message
    parts = [
        *_parts(post, "hook", [wording.hook]),
        *_parts(post, "peer", [_peer_line(post)]),
        *_when(post, practice, message),
        *_parts(post, "message", sentences(message)),
        *_parts(post, "facts", _facts(post, practice)),
        *_parts(post, "points", _points(post)),
        *_parts(post, "then", sentences(plain(_then(post)))),
        *_parts(post, "credit", _credit(post, message)),
        *_parts(post, "review", _review(post)),
        *_parts(post, "ask", [say(post.lang, "snippets.ask")]),
    ]
    return _without_repeats(parts)


def _parts(post: Post, role: str, texts: Iterable[str]) -> list[Part]:
    ranks = _RANKS.get(post.kind, _GENERAL)
    first = ranks.get(role, MUST)
    made = []
    for index, text in enumerate(text for text in texts if text):
        rank = ranks.get(f"{role} more", first) if index else first
        if is_urgent(text) and rank:
            rank = rank - 1 if role == "points" else _LAST_TO_GO
        made.append(Part(role=role, text=text, rank=rank))
    return made


def hashtag_parts(post: Post, tags: Iterable[str]) -> list[Part]:
    """The hashtags, each a part of its own."""
    return _parts(post, "hashtags", [f"#{tag}" for tag in tags])


def _without_repeats(parts: list[Part]) -> list[Part]:
    """A sentence is said once; where it stands twice, the place where it lasts longest counts."""
    first: dict[str, int] = {}
    kept: list[Part] = []
    for part in parts:
        if part.role in ("message", "then") and part.text in first:
            at = first[part.text]
            kept[at] = replace(kept[at], rank=min(kept[at].rank, part.rank))
            continue
        first.setdefault(part.text, len(kept))
        kept.append(part)
    return kept


def _when(post: Post, practice: Practice, message: str) -> list[Part]:
    """When and where a notice holds, unless its own words say so."""
    if not isinstance(post, Notice) or _says_when(post, f"{plain(post.title)} {message}"):
        return []
    time = when(post.starts, post.ends, post.lang)
    places = [place.name for place in practice.places if place.id in post.affects]
    line = f"{', '.join(places)}: {time}" if places and len(practice.places) > 1 else time
    return _parts(post, "when", [line[:1].upper() + line[1:]])


def _says_when(post: Notice, text: str) -> bool:
    """An alert says what to do; from when to when it stands is no news."""
    if post.type == "alert":
        return True
    days = {_day(moment, post.lang) for moment in (post.starts, post.ends)}
    return all(day in text for day in days)


def _day(moment: date | datetime, lang: str) -> str:
    """ "November 26", "26 de noviembre": the day as it stands within a sentence."""
    return weekday_and_day(day_of(moment), lang).split(", ", 1)[-1]


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
    return plain(name)


def _points(post: Post) -> list[str]:
    if isinstance(post, Event):
        lines = [f"• {plain(question)}" for question in post.questions]
        heading = say(post.lang, "snippets.questions")
        return [f"{heading}\n{lines[0]}", *lines[1:]] if lines else []
    if isinstance(post, HealthPost):
        return [f"• {plain(point)}" for point in post.key_points]
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
    return [say(post.lang, "snippets.credit", publisher=post.publisher)]


def _names(message: str, publisher: str) -> bool:
    """Whether the message names the publisher, in full or by initials ("CDC")."""
    initials = "".join(word[0] for word in publisher.split() if word[0].isupper())
    short = (word.strip(".,:;()") for word in message.split())
    return publisher in message or any(
        len(word) > 2 and word.isupper() and initials.startswith(word) for word in short
    )


def _peer_line(post: Post) -> str:
    key = "snippets.peer_link" if isinstance(post, Link) else "snippets.peer"
    return f"{plain(post.title)}\n\n{say(post.lang, key)}"


def _review(post: Post) -> list[str]:
    if not isinstance(post, HealthPost) or post.last_reviewed is None:
        return []
    return [say(post.lang, "snippets.review", day=long_day(post.last_reviewed, post.lang))]
