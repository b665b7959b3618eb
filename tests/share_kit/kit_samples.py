"""Posts in every state, for the kit."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any

from plugins.practice.addresses import absolute, path_of, slides_path
from plugins.practice.posts import Post, State
from plugins.practice.problems import Problem, Severity
from plugins.share_kit.kit_post import KitPost
from plugins.share_kit.plan import plan_kit
from tests.scheduler_feeds.samples import PRACTICE, article, graphic, notice, shared, sizes

TODAY = date(2026, 9, 20)
NASTY = "</div><script>alert(1)</script>\u2019 & \u201cmore\u201d <b>"


def kit_post(post: Post, state: State = State.PUBLISHED) -> KitPost:
    """The post with its made-up graphics and texts, whatever its state."""
    url = absolute(path_of(post, PRACTICE), PRACTICE)
    return KitPost(post=post, state=state, url=url, shared=shared(post))


def with_slides(kit_post: KitPost, count: int) -> KitPost:
    """The post with a carousel of made-up slides as well."""
    assert kit_post.shared
    slides = {f"slide-{n}": graphic(kit_post.post, f"slide-{n}") for n in range(1, count + 1)}
    graphics = {**kit_post.shared.graphics, **slides}
    return replace(kit_post, shared=replace(kit_post.shared, graphics=graphics))


POSTS = (
    kit_post(article(1)),
    with_slides(kit_post(article(2, title=NASTY)), 7),
    kit_post(notice(3)),
    kit_post(notice(10, ends=date(2026, 12, 1))),
    kit_post(article(28), State.SCHEDULED),
    kit_post(article(5, draft=True), State.DRAFT),
    kit_post(article(6), State.HELD),
    kit_post(article(7, lang="es", slug="post-1", uid="uidspanish")),
)
PROBLEMS = (
    Problem(
        rule="review",
        severity=Severity.BLOCK,
        file="articles/post-6.md",
        line=4,
        what="nobody has approved <this> text",
        why="two people read it",
        fix="approve it",
    ),
    Problem(
        rule="title",
        severity=Severity.BLOCK,
        file="articles/unreadable.md",
        line=1,
        what="the title is missing",
        why="lists show it",
        fix="write one",
    ),
)


def kit(posts: tuple[KitPost, ...] = POSTS, **options: Any) -> dict[str, bytes]:
    """The kit's files; every post with slides has its PDF."""
    known = sizes(tuple(post.shared for post in posts if post.shared))
    known |= {
        slides_path(post.post, PRACTICE): 480_400
        for post in posts
        if post.shared and "slide-1" in post.shared.graphics
    }
    options = {"practice": PRACTICE, "today": TODAY, "sizes": known, **options}
    return plan_kit(posts, PROBLEMS, **options)


def posts_json(posts: tuple[KitPost, ...] = POSTS, **options: Any) -> list[dict[str, Any]]:
    """The posts of `posts.json`."""
    rows: list[dict[str, Any]] = json.loads(kit(posts, **options)["posts.json"])["posts"]
    return rows


def only_on(post: KitPost, *networks: str) -> KitPost:
    """The post as its writer shares it on some networks only."""
    share = replace(post.post.share, networks=networks)
    return kit_post(replace(post.post, share=share), post.state)
