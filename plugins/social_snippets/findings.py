"""What a check of a text finds, before it is told as a problem of the post."""

from __future__ import annotations

from collections.abc import Callable

from plugins.practice.problems import Severity
from plugins.social_snippets.brief import Brief
from plugins.social_snippets.snippet import Snippet

Finding = tuple[str, Severity, str, str, str]
"""Rule, severity, what, why, fix."""

Check = Callable[[Snippet, Brief], list[Finding]]


def where(snippet: Snippet, brief: Brief) -> str:
    """The text, as a message speaks of it."""
    return f"{'your' if snippet.hand_written else 'the'} text for {brief.network.label}"


def texts_of(snippet: Snippet, brief: Brief) -> list[tuple[str, str]]:
    """The text and the posts of its thread, each with its name."""
    posts = enumerate(snippet.thread, 1)
    threaded = [(f"post {number} of the thread", text) for number, text in posts]
    return [(where(snippet, brief), snippet.text), *threaded]


def own_texts(snippet: Snippet, brief: Brief) -> list[tuple[str, str]]:
    """Those of them that the writer wrote."""
    text, *thread = texts_of(snippet, brief)
    return [*([text] if snippet.hand_written else []), *(thread if brief.post.share.thread else [])]
