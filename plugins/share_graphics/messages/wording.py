"""What the graphic of each kind of post says. No sizes and no places here."""

from __future__ import annotations

import re

from plugins.practice.addresses import short_address
from plugins.practice.dates import leaf_of, when
from plugins.practice.notices import ALERT, CLOSED, STATE_MOODS, state_of
from plugins.practice.posts import Article, Event, Link, Notice, Post, Question
from plugins.practice.settings import Practice
from plugins.practice.words import say
from plugins.share_graphics.messages.briefs import Brief
from plugins.share_graphics.messages.highlights import highlight_of
from plugins.share_graphics.messages.message import Emblem, Leaf, Message, Text, Visual


def message_of(brief: Brief) -> Message:
    """The words of a post's graphics: its highlight, where it has one, else those of its kind."""
    match brief.post:
        case Notice():
            return _notice(brief, brief.post)
        case Link():
            return _link(brief, brief.post)
        case Event():
            return _event(brief, brief.post)
        case _:
            return highlight_of(brief) or title_message(brief)


def title_message(brief: Brief) -> Message:
    """The title of an article or a question, with what is said of it at once."""
    if isinstance(brief.post, Question):
        return _question(brief, brief.post)
    return _article(brief, brief.post)


def _article(brief: Brief, post: Post) -> Message:
    byline = (Text(role="byline", text=brief.byline, source="authors"),) if brief.byline else ()
    points = post.key_points if isinstance(post, Article) else ()
    said = [(post.summary, "summary"), *((point, "key_points") for point in points[:1])]
    supports = [Text(role="support", text=text, source=source) for text, source in said if text]
    return brief.message(
        Text(role="title", text=post.title, source="title"),
        (*((support, *byline) for support in supports), byline, ()),
        scheme="paper",
        label=brief.topic_name or brief.say("article"),
    )


def _question(brief: Brief, post: Question) -> Message:
    answer = Text(role="answer", text=post.answer, source="answer")
    return brief.message(
        Text(role="title", text=post.title, source="title"),
        ((answer,), ()),
        scheme="tint",
        label=brief.say("question"),
        address=brief.say("full_answer", address=short_address(brief.practice)),
    )


def _notice(brief: Brief, post: Notice) -> Message:
    lang = brief.lang
    state, said = state_of(post, lang, frozenset(brief.people))
    named = say(lang, f"notices.{state}")
    day = Text(role="date", text=when(post.starts, post.ends, lang), source="starts")
    then = Text(role="then", text=post.then, source="then")
    full = (day, _subject(brief, post), then)
    return brief.message(
        Text(role="state", text=named, source="type"),
        (full, (day, then)) if state == CLOSED and post.type == "hours" else (full,),
        scheme=STATE_MOODS[state],
        label=brief.say("notice"),
        visual=Emblem("alert") if state == ALERT else _leaf(post, lang),
        unclear_state="" if said else named,
    )


def _subject(brief: Brief, post: Notice) -> Text:
    """Who or what an availability notice is about; the title of any other."""
    names = _affected(brief, post) if post.type == "availability" else ""
    return Text(role="subject", text=names or post.title, source="affects" if names else "title")


def _affected(brief: Brief, post: Notice) -> str:
    practice, people = brief.practice, brief.people
    names = [people[name].byline for name in post.affects if name in people]
    names += [
        practice.localized(practice.services[name].name, post.lang)
        for name in post.affects
        if name in practice.services
    ]
    return " · ".join(names)


def _leaf(post: Notice | Event, lang: str) -> Visual | None:
    parts = leaf_of(post.starts, post.ends, lang)
    return Leaf(*parts) if parts else None


def _link(brief: Brief, post: Link) -> Message:
    label = brief.say("link")
    publisher = brief.say("publisher", publisher=post.publisher)
    return brief.message(
        Text(role="title", text=_without(label, post.title), source="title"),
        ((Text(role="publisher", text=publisher, source="publisher"),),),
        scheme="surface",
        label=label,
    )


def _without(label: str, title: str) -> str:
    """The title without an opening that only repeats the label: "Worth reading: ..."."""
    rest = re.sub(rf"^{re.escape(label)}\s*:\s*", "", title, flags=re.IGNORECASE)
    return rest[:1].upper() + rest[1:]


def _event(brief: Brief, post: Event) -> Message:
    texts = [Text(role="when", text=when(post.starts, post.ends, brief.lang), source="starts")]
    place = brief.say("online") if post.online else _place(post.place, brief.practice)
    if place:
        texts.append(Text(role="where", text=place, source="place"))
    return brief.message(
        Text(role="title", text=post.title, source="title"),
        (tuple(texts),),
        scheme="ink",
        label=brief.say("event"),
        visual=_leaf(post, brief.lang),
    )


def _place(place: str, practice: Practice) -> str:
    """The street of a place of ours, with its name where the footer does not say it already."""
    for ours in practice.places:
        if ours.id == place:
            name = "" if ours.name == practice.name else ours.name
            return ", ".join(part for part in (name, ours.street, ours.city) if part)
    return place
