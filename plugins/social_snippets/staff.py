"""The text with which people of the practice pass a post on from their own account."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.networks.counting import count
from plugins.networks.table import NETWORKS
from plugins.practice.dates import when
from plugins.practice.notices import ALERT
from plugins.practice.posts import Event, Link, Notice, Post, Question
from plugins.practice.sentences import sentences
from plugins.practice.settings import Practice
from plugins.practice.words import say
from plugins.social_snippets.likeness import leans
from plugins.social_snippets.openings import names_day, names_state
from plugins.social_snippets.spoken import says_something, spoken

_SHORTEST = ("x", "bluesky")
"""The networks with the least room: what fits there fits everywhere."""


def staff_text(post: Post, *, practice: Practice, url: str) -> str:
    """Says openly who speaks, then one thing of the post in whole sentences, then the link.

    At most 280 characters as X counts them and 300 as Bluesky does. "" for a post that was
    withdrawn, and where nothing fits. It begins with the disclosure, since readers must see it
    before they judge what follows.
    """
    if post.withdrawn:
        return ""
    name = spoken(practice.short_name or practice.name)
    opening = say(post.lang, "snippets.staff", practice=name)
    link = say(post.lang, f"snippets.read_{post.kind}", url=url)
    texts = (f"{opening}\n\n{said}\n\n{link}" for said in _sayings(post) if says_something(said))
    return next((text for text in texts if _fits(text)), "")


def _fits(text: str) -> bool:
    limits = [NETWORKS[name].text for name in _SHORTEST]
    return all(count(text, limit.unit) <= limit.size for limit in limits if limit)


def _sayings(post: Post) -> Iterator[str]:
    """What may be said in one breath, the best first; the title is the last."""
    title, summary = spoken(post.title), sentences(spoken(post.summary))
    first = summary[0] if summary and not leans(summary[0], post.lang) else ""
    match post:
        case Question():
            yield from _answered(post, title)
        case Notice() if post.type != ALERT:
            told = names_state(first, post) and names_day(first, post)
            yield first if told else _on_its_day(post, title)
        case Event():
            yield _on_its_day(post, title)
        case Link():
            yield title
        case _:
            yield first
    yield title


def _answered(post: Question, title: str) -> Iterator[str]:
    """The question with the first sentence of its answer."""
    answer = sentences(spoken(post.answer))
    if answer:
        yield f"{title} {answer[0]}"


def _on_its_day(post: Notice | Event, title: str) -> str:
    return f"{title}\n{when(post.starts, post.ends, post.lang)}"
