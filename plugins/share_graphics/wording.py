"""What a graphic says: its label, its texts by role, its footer. No sizes and no places here."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from plugins.practice.addresses import short_address
from plugins.practice.dates import month_and_year, when
from plugins.practice.notices import ALERT, AVAILABLE, CLOSED, OPEN, state_of
from plugins.practice.people import Person
from plugins.practice.posts import Article, Event, HealthPost, Link, Notice, Post, Question
from plugins.practice.settings import Practice
from plugins.practice.words import LANGUAGES, say


@dataclass(frozen=True, slots=True)
class Text:
    """One text of a graphic. `source` is the front matter field that it comes from."""

    role: str
    text: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """Everything that a graphic says, before anybody knows how much room there is."""

    scheme: str
    label: str
    lead: Text
    variants: tuple[tuple[Text, ...], ...]
    """What stands below the lead: the richest first, the least that must be said last."""
    mark: str
    address: str
    month: str
    lang: str
    """The language of the post; labels fall back to one that Housecall speaks."""
    unclear_state: str = ""
    """The state that was guessed for a notice, where the title does not say it."""


def message_of(post: Post, practice: Practice, people: Mapping[str, Person]) -> Message:
    """The words of a post's graphics."""
    lang = _spoken(post.lang, practice)
    match post:
        case Question():
            return _question(post, practice, lang)
        case Notice():
            return _notice(post, practice, people, lang)
        case Link():
            return _link(post, practice, lang)
        case Event():
            return _event(post, practice, lang)
        case _:
            return _article(post, practice, people, lang)


def _spoken(lang: str, practice: Practice) -> str:
    """The language of our own labels: the post's, else the site's, else English."""
    return next((tag for tag in (lang, practice.lang) if tag in LANGUAGES), "en")


def _message(
    post: Post,
    practice: Practice,
    lang: str,
    lead: Text,
    variants: tuple[tuple[Text, ...], ...],
    *,
    scheme: str,
    label: str,
    address: str = "",
    unclear_state: str = "",
) -> Message:
    reviewed = post.last_reviewed if isinstance(post, HealthPost) else None
    return Message(
        scheme=scheme,
        label=label,
        lead=lead,
        variants=variants,
        mark=practice.short_name,
        address=address or short_address(practice),
        month=_month(reviewed, lang),
        lang=post.lang,
        unclear_state=unclear_state,
    )


def _month(reviewed: date | None, lang: str) -> str:
    if reviewed is None:
        return ""
    return say(lang, "graphics.reviewed", month=month_and_year(reviewed, lang))


def _article(post: Post, practice: Practice, people: Mapping[str, Person], lang: str) -> Message:
    names = [people[name].byline for name in post.authors if name in people]
    byline = (Text("byline", " · ".join(names), "authors"),) if names else ()
    points = post.key_points if isinstance(post, Article) else ()
    supports = [Text("support", post.summary, "summary")] if post.summary else []
    supports += [Text("support", points[0], "key_points")] if points else []
    topic = practice.topic_name(post.topics[0], post.lang) if post.topics else ""
    return _message(
        post, practice, lang,
        Text("title", post.title, "title"),
        (*((support, *byline) for support in supports), byline, ()),
        scheme="paper",
        label=topic or say(lang, "graphics.article"),
    )  # fmt: skip


def _question(post: Question, practice: Practice, lang: str) -> Message:
    answer = (Text("answer", post.answer, "answer"),)
    return _message(
        post, practice, lang,
        Text("title", post.title, "title"),
        (answer, ()),
        scheme="tint",
        label=say(lang, "graphics.question"),
        address=say(lang, "graphics.full_answer", address=short_address(practice)),
    )  # fmt: skip


def _notice(post: Notice, practice: Practice, people: Mapping[str, Person], lang: str) -> Message:
    state, said = state_of(post, lang, frozenset(people))
    day = Text("date", when(post.starts, post.ends, lang), "starts")
    then = Text("then", post.then, "then")
    subject = Text("subject", _subject(post, practice, people), "title")
    full = (day, subject, then)
    return _message(
        post, practice, lang,
        Text("state", say(lang, f"notices.{state}"), "type"),
        (full, (day, then)) if state == CLOSED and post.type == "hours" else (full,),
        scheme={ALERT: "alert", OPEN: "tint", AVAILABLE: "tint"}.get(state, "brand"),
        label=say(lang, "graphics.notice"),
        unclear_state="" if said else say(lang, f"notices.{state}"),
    )  # fmt: skip


def _subject(post: Notice, practice: Practice, people: Mapping[str, Person]) -> str:
    """Who or what an availability notice is about; the title of any other."""
    if post.type != "availability":
        return post.title
    names = [people[name].byline for name in post.affects if name in people]
    names += [
        practice.localized(practice.services[name].name, post.lang)
        for name in post.affects
        if name in practice.services
    ]
    return " · ".join(names) or post.title


def _link(post: Link, practice: Practice, lang: str) -> Message:
    label = say(lang, "graphics.link")
    publisher = say(lang, "graphics.publisher", publisher=post.publisher)
    return _message(
        post, practice, lang,
        Text("title", _without(label, post.title), "title"),
        ((Text("publisher", publisher, "publisher"),),),
        scheme="surface",
        label=label,
    )  # fmt: skip


def _without(label: str, title: str) -> str:
    """The title without an opening that only repeats the label: "Worth reading: ..."."""
    rest = re.sub(rf"^{re.escape(label)}\s*:\s*", "", title, flags=re.IGNORECASE)
    return rest[:1].upper() + rest[1:]


def _event(post: Event, practice: Practice, lang: str) -> Message:
    texts = [Text("when", when(post.starts, post.ends, lang), "starts")]
    place = say(lang, "graphics.online") if post.online else _place(post.place, practice)
    if place:
        texts.append(Text("where", place, "place"))
    return _message(
        post, practice, lang,
        Text("title", post.title, "title"),
        (tuple(texts),),
        scheme="ink",
        label=say(lang, "graphics.event"),
    )  # fmt: skip


def _place(place: str, practice: Practice) -> str:
    """The street of a place of ours, with its name where the footer does not say it already."""
    for ours in practice.places:
        if ours.id == place:
            name = "" if ours.name == practice.name else ours.name
            return ", ".join(part for part in (name, ours.street, ours.city) if part)
    return place
