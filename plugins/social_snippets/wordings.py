"""The ways to say what a post says for the first time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from plugins.practice.dates import when
from plugins.practice.notices import ALERT, notice_state
from plugins.practice.posts import Article, Link, Notice, Post, Question
from plugins.practice.sentences import sentences
from plugins.practice.settings import Practice
from plugins.social_snippets.likeness import only_answers, refers_back
from plugins.social_snippets.openings import names_days, names_place, names_state
from plugins.social_snippets.spoken import says_something, spoken


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """One way to tell a post, in the order of the fields."""

    hook: str = ""
    """The title, or nothing."""
    when: str = ""
    """When and where a notice holds, in a line of its own."""
    when_first: bool = False
    """Whether that line stands even above the title."""
    told: str = ""
    """A paragraph that opens the message: a fact, a number, one of the points."""
    message: str = ""
    points: bool = True
    """Whether the points are told; one for emergencies always is."""


def wordings_of(post: Post, practice: Practice) -> tuple[Wording, ...]:
    """The ways to tell a post the first time, the best first. An article's summary needs no title.

    Later ones are for networks on which the first does not fit, or where what is seen at once would
    not stand alone.
    """
    title, summary = spoken(post.title), message_of(post.summary)
    titled, alone = Wording(hook=title, message=summary), Wording(message=summary)
    bare = (alone,) if summary and _needs_no_title(summary, post.lang) else ()
    match post:
        case Article():
            return *bare, titled
        case Question():
            return Wording(hook=title, message=message_of(post.answer)), titled, *bare
        case Link() if summary:  # "this page" is the one that the text leads to
            return titled, alone
        case Notice():
            return tuple(_notice_wordings(post, practice))
        case _:
            return (titled,)


def _needs_no_title(message: str, lang: str) -> bool:
    first = sentences(message)[0]
    return not refers_back(first, lang) and not only_answers(first, lang)


def bare_wordings(post: Post, practice: Practice) -> tuple[Wording, ...]:
    """What is left to say where no message has room: the title, of a notice also when."""
    title = Wording(hook=spoken(post.title))
    if not isinstance(post, Notice) or post.type == ALERT:
        return (title,)
    dated = replace(title, when=_when_line(post, practice))
    return title, dated, replace(dated, when_first=True)


def message_of(text: str) -> str:
    """A field as it is told; nothing where it has only emoji."""
    said = spoken(text)
    return said if says_something(said) else ""


def _notice_wordings(post: Notice, practice: Practice) -> Iterator[Wording]:
    """First those whose own words tell when and where, then those with a line that does."""
    title, summary = spoken(post.title), message_of(post.summary)
    line = _when_line(post, practice)
    for hook in (title, ""):
        said = f"{hook} {summary}"
        if post.type == ALERT or (names_days(said, post) and names_place(said, post, practice)):
            yield Wording(hook=hook, message=summary)
    if post.type != ALERT:
        yield Wording(hook=title, when=line, message=summary)
        yield Wording(hook=title, when=line, when_first=True, message=summary)


def _when_line(post: Notice, practice: Practice) -> str:
    """ "Thursday, November 26", with the state and the places where the title leaves them open."""
    places = [place.name for place in practice.places if place.id in post.affects]
    ours = {place.id for place in practice.places} | set(practice.services)
    state = notice_state(post, frozenset(post.affects) - ours)
    told = [] if names_state(spoken(post.title), post) else [state]
    told += places if len(practice.places) > 1 else []
    time = when(post.starts, post.ends, post.lang)
    line = f"{', '.join(told)}: {time}" if told else time
    return line[:1].upper() + line[1:]
