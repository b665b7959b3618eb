"""Everything that rests on a work: posts, graphics, feed items, and what tools were given."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from plugins.cited_sources.consequences.known import is_linked
from plugins.cited_sources.work import Work
from plugins.practice.addresses import absolute, path_of
from plugins.practice.ledgers import HandedOver
from plugins.practice.posts import HealthPost, Post
from plugins.practice.settings import Practice

Names = Mapping[str, Sequence[str]]
"""Paths in the output by the uid of their post."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RestingPost:
    """A post that rests on a work."""

    uid: str
    file: str
    line: int
    """Where it cites the work; 1 for a translation that only follows its original."""
    title: str
    lang: str
    url: str
    is_linked: bool
    """Whether it only links to it, so that no sentence rests on it."""
    is_pictured: bool
    """Whether its pictures show counts from the work and name it."""

    def as_row(self) -> dict[str, object]:
        """The post as the JSON report tells it."""
        return {name: getattr(self, name) for name in self.__slots__}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reliance:
    """What rests on one work."""

    posts: tuple[RestingPost, ...] = ()
    graphics: tuple[str, ...] = ()
    """Paths in the output."""
    feeds: tuple[tuple[str, str], ...] = ()
    """Feed items, each as the path of its feed and the uid of its post."""
    handed_over: tuple[HandedOver, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What was made of the posts; all by uid."""

    posts: Sequence[Post]
    practice: Practice
    graphics: Names = field(default_factory=dict)
    feeds: Names = field(default_factory=dict)
    """The feeds that have an item of the post."""
    handed_over: Sequence[HandedOver] = ()


def reliances(works: Sequence[Work], outcome: Outcome) -> dict[str, Reliance]:
    """What rests on each work, by its id; works on which nothing rests have an empty one."""
    rows: dict[str, list[HandedOver]] = {}
    for row in outcome.handed_over:
        rows.setdefault(row.uid, []).append(row)
    by_file = {post.file: post for post in outcome.posts}
    translations: dict[tuple[str, str], list[Post]] = {}
    for post in outcome.posts:
        if post.lang != outcome.practice.lang:
            translations.setdefault((post.folder, post.slug), []).append(post)
    return {
        work.id: _reliance(tuple(_resting(work, by_file, translations, outcome)), rows, outcome)
        for work in works
    }


def _resting(
    work: Work,
    by_file: Mapping[str, Post],
    translations: Mapping[tuple[str, str], Sequence[Post]],
    outcome: Outcome,
) -> Iterator[RestingPost]:
    """The posts that cite it, each once, in the order of its places; then their translations."""
    found: dict[str, tuple[int, bool]] = {}
    for at in work.cited_at:
        if at.file in by_file and at.file not in found:
            found[at.file] = at.line, is_linked(by_file[at.file], work)
    for file, (_, linked) in tuple(found.items()):
        post = by_file[file]
        if post.lang == outcome.practice.lang:
            for other in translations.get((post.folder, post.slug), ()):
                found.setdefault(other.file, (1, linked))
    for file, (line, linked) in found.items():
        yield _resting_post(by_file[file], line, work, outcome, linked=linked)


def _resting_post(
    post: Post, line: int, work: Work, outcome: Outcome, *, linked: bool
) -> RestingPost:
    return RestingPost(
        uid=post.uid,
        file=post.file,
        line=line,
        title=post.title,
        lang=post.lang,
        url=absolute(path_of(post, outcome.practice), outcome.practice),
        is_linked=linked,
        is_pictured=_is_pictured(post, work),
    )


def _is_pictured(post: Post, work: Work) -> bool:
    risk = post.risk if isinstance(post, HealthPost) and post.pictured == "number" else None
    return bool(risk and work.source and risk.source == work.source.key)


def _reliance(
    posts: tuple[RestingPost, ...], rows: Mapping[str, Sequence[HandedOver]], outcome: Outcome
) -> Reliance:
    uids = [post.uid for post in posts]
    return Reliance(
        posts=posts,
        graphics=tuple(path for uid in uids for path in outcome.graphics.get(uid, ())),
        feeds=tuple((path, uid) for uid in uids for path in outcome.feeds.get(uid, ())),
        handed_over=tuple(row for uid in uids for row in rows.get(uid, ())),
    )
