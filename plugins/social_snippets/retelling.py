"""The ways to say what a post says when it is shared again."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, zip_longest

from plugins.practice.posts import Article, HealthPost, Link, Post, Question
from plugins.practice.sentences import sentences
from plugins.practice.words import say
from plugins.social_snippets.likeness import brings_news, leans, repeats, shares_subject
from plugins.social_snippets.spoken import spoken
from plugins.social_snippets.wordings import Wording, message_of


def later_wordings(post: Post) -> tuple[Wording, ...]:
    """The ways to tell a post again, the best first; none for notices and events.

    Lists of points and running texts take turns, so that two shares in a row look different.
    """
    match post:
        case Link():
            return tuple(_links_again(post))
        case Article() | Question():
            return tuple(_health_again(post))
        case _:
            return ()


def _links_again(post: Link) -> Iterator[Wording]:
    """The summary alone, the title with another part of it, the title alone."""
    title, summary = spoken(post.title), message_of(post.summary)
    if summary:
        yield Wording(message=summary)
    yield from _rest_of_summary(post)
    yield Wording(hook=title)


def _health_again(post: HealthPost) -> Iterator[Wording]:
    figures = list(_facts(post))
    lists = [*_myth(post), *_title_and_points(post)]
    running = [*figures, *_summary_again(post), *_points_first(post)]
    first, second = (running, lists) if figures and not post.myth else (lists, running)
    taken_in_turns = chain.from_iterable(zip_longest(first, second))
    yield from (wording for wording in taken_in_turns if wording)
    yield from _rest_of_summary(post)


def _myth(post: HealthPost) -> Iterator[Wording]:
    """The fact first: whoever sees one line only must not be left with the myth."""
    if post.myth:
        fact = say(post.lang, "snippets.fact", fact=spoken(post.myth.fact))
        myth = say(post.lang, "snippets.myth", claim=spoken(post.myth.claim))
        message = "" if post.key_points else _message_after_told(post)
        yield Wording(told=f"{fact}\n{myth}", message=message)


def _title_and_points(post: HealthPost) -> Iterator[Wording]:
    if post.key_points:
        yield Wording(hook=spoken(post.title))


def _facts(post: HealthPost) -> Iterator[Wording]:
    told = [_risk(post), spoken(post.key_fact)]
    yield from (_opening_with(line, post) for line in told if line)


def _risk(post: HealthPost) -> str:
    """What is counted, and both counts, a line each."""
    risk = post.risk
    if risk is None:
        return ""
    usual = [say(post.lang, f"snippets.risk_{key}") for key in ("before", "after")]
    labels = [spoken(label) for label in risk.labels] or usual
    counts = [
        say(post.lang, "snippets.of", part=part, whole=f"{whole:,}")
        for part, whole in (risk.before, risk.after)
    ]
    rows = [f"{label}: {count}" for label, count in zip(labels, counts, strict=True)]
    return "\n".join([f"{spoken(risk.what)}:", *rows])


def _opening_with(line: str, post: HealthPost, *, hook: str = "") -> Wording:
    """A line, then the summary; where that is the answer to a question, the points instead."""
    message = _message_after_told(post)
    return Wording(hook=hook, told=line, message=message, points=not message)


def _message_after_told(post: HealthPost) -> str:
    summary = message_of(post.summary)
    return "" if leans(summary, post.lang) else summary


def _summary_again(post: HealthPost) -> Iterator[Wording]:
    """A question was told with its short answer; now with its summary."""
    summary = message_of(post.summary)
    if isinstance(post, Question) and summary:
        hook = spoken(post.title) if leans(summary, post.lang) else ""
        yield Wording(hook=hook, message=summary, points=False)


def _points_first(post: HealthPost) -> Iterator[Wording]:
    """One of the points as the opening sentence, those first that need no title to be understood.

    Not one that leans on another, nor one that repeats what the first share began with; one that
    says what the summary says only when there is no other.
    """
    title, summary = spoken(post.title), spoken(post.summary)
    points = [point for point in map(spoken, post.key_points) if _can_open(point, post)]
    points.sort(key=lambda point: not brings_news(point, summary, post.lang))
    clear = [point for point in points if shares_subject(point, title, post.lang)]
    yield from (_opening_with(point, post) for point in clear)
    unclear = [point for point in points if point not in clear]
    yield from (_opening_with(point, post, hook=title) for point in unclear)


def _can_open(point: str, post: HealthPost) -> bool:
    answer = post.answer if isinstance(post, Question) else ""
    begun = [found[0] for found in map(_sentences, (post.summary, answer)) if found]
    return not leans(point, post.lang) and not any(
        repeats(first, point, post.lang) for first in begun
    )


def _sentences(text: str) -> list[str]:
    return sentences(spoken(text))


def _rest_of_summary(post: Post) -> Iterator[Wording]:
    """The title with what comes after the first sentence, where that stands without it."""
    rest = _sentences(post.summary)[1:]
    if rest and not leans(rest[0], post.lang):
        yield Wording(hook=spoken(post.title), message=" ".join(rest), points=False)
