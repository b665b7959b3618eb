"""The state of a post on the build day: withdrawn, draft, held, scheduled or published."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from plugins.practice.posts import Post, State

_FROM_PUBLIC_TO_FAR = (
    State.PUBLISHED, State.SCHEDULED, State.HELD, State.DRAFT, State.WITHDRAWN,
)  # fmt: skip


def states_of(
    posts: Sequence[Post], blocked: Collection[str], today: date, own_language: str
) -> Mapping[str, State]:
    """The state of every post by its file.

    `blocked` are the files that a problem keeps from being published. A translation is never public
    before the post that it translates: clinicians have approved that one.
    """
    alone = {post.file: _state(post, blocked, today) for post in posts}
    originals = {
        (post.kind, post.slug): alone[post.file] for post in posts if post.lang == own_language
    }
    return {
        post.file: _farther(
            alone[post.file], originals.get((post.kind, post.slug), State.PUBLISHED)
        )
        for post in posts
    }


def _state(post: Post, blocked: Collection[str], today: date) -> State:
    # Above all else: a mistake in its file must not bring it back.
    if post.withdrawn and post.withdrawn <= today:
        return State.WITHDRAWN
    if post.draft:
        return State.DRAFT
    if post.file in blocked:
        return State.HELD
    return State.SCHEDULED if post.date.date() > today else State.PUBLISHED


def _farther(one: State, other: State) -> State:
    return max(one, other, key=_FROM_PUBLIC_TO_FAR.index)
