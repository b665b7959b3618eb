"""Content under review: what the rules of `editorial_review` are given, and what they say."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from plugins.editorial_review.judging import judge, judge_practice
from plugins.editorial_review.subject import Outgoing, Setting
from plugins.practice.posts import Post
from plugins.practice.problems import Problem
from plugins.practice.reading import Content
from plugins.social_snippets.snippet import Snippet


def setting_of(content: Content, today: date) -> Setting:
    """What all documents of the content have around them."""
    return Setting(
        practice=content.practice,
        today=today,
        people=content.people,
        sources=content.sources,
        records=content.review,
        posts=content.posts,
        pages=content.pages,
    )


def review_problems(
    content: Content, today: date, outgoing: Mapping[str, tuple[Outgoing, ...]]
) -> list[Problem]:
    """What the rules find in every post, page and person, and in the practice as a whole.

    `outgoing`: what is made of each post for the networks, by its file.
    """
    setting = setting_of(content, today)
    documents = (*content.posts, *content.pages, *content.people.values())
    return [*judge(documents, setting, outgoing), *judge_practice(setting)]


def outgoing_of(post: Post, snippets: Mapping[str, Snippet]) -> tuple[Outgoing, ...]:
    """Every text for a network, with all its words."""
    return tuple(
        Outgoing(
            network=network,
            text="\n".join(
                part for part in (s.title, s.text, s.description, s.cta, *s.thread) if part
            ),
            own=network in post.share.texts,
        )
        for network, s in snippets.items()
    )
