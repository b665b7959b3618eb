"""Content under review: what the rules of `editorial_review` are given, and what they say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from plugins.editorial_review.approvals.facts import Facts
from plugins.editorial_review.judging import judge, judge_practice
from plugins.editorial_review.subject import Outgoing, Setting
from plugins.practice.posts import Post
from plugins.practice.problems import Problem
from plugins.practice.reading import Content
from plugins.social_snippets.snippet import Snippet

_NO_FACTS = Facts()


def setting_of(content: Content, today: date, facts: Facts = _NO_FACTS) -> Setting:
    """What all documents of the content have around them."""
    return Setting(
        practice=content.practice,
        today=today,
        people=content.people,
        sources=content.sources,
        records=content.review,
        posts=content.posts,
        pages=content.pages,
        facts=facts,
        words=content.words,
    )


def review_problems(
    setting: Setting, outgoing: Mapping[str, tuple[Outgoing, ...]]
) -> list[Problem]:
    """What the rules find in every post, page and person, and in the practice as a whole.

    `outgoing`: what is made of each post for the networks, by its file.
    """
    documents = (*setting.posts, *setting.pages, *setting.people.values())
    return [*judge(documents, setting, outgoing), *judge_practice(setting)]


def waiting_problems(
    waiting: Sequence[Post], setting: Setting, outgoing: Mapping[str, tuple[Outgoing, ...]]
) -> list[Problem]:
    """What the rules find in the newer texts that wait behind approved ones."""
    return judge(waiting, setting, outgoing)


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
