"""Where the posts stand that rest on a consent: pages, pictures, feeds, texts, copies in tools."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.editorial_review.pictures.consent_listing import ConsentUse, GivenCopy
from plugins.networks.pictures import takes_document
from plugins.pelican_bridge.image_files import thumb_path
from plugins.pelican_bridge.plan import BuildPlan, PlannedPost
from plugins.pelican_bridge.rendering import published_name
from plugins.pelican_bridge.sharing import shared_post
from plugins.practice.addresses import absolute, slides_path
from plugins.practice.posts import Post
from plugins.scheduler_feeds.feeds.plan import plan_feeds
from plugins.share_graphics.documents import slides_of


def consent_uses(plan: BuildPlan) -> Iterator[ConsentUse]:
    """Every post that names a consent, whatever its state: what was taken back must be told too."""
    for planned in plan.posts:
        if planned.post.consent:
            yield _use(planned, plan)


def _use(planned: PlannedPost, plan: BuildPlan) -> ConsentUse:
    post, practice = planned.post, plan.content.practice
    return ConsentUse(
        uid=post.uid,
        file=post.file,
        title=post.title,
        state=planned.state.value,
        consent=post.consent,
        is_online=post.uid in (plan.content.ledgers.public or {}),
        page=planned.url,
        pictures=tuple(absolute(path, practice) for path in _pictures(planned, plan)),
        feeds=tuple(absolute(path, practice) for path in _feeds(planned, plan)),
        networks=tuple(planned.snippets),
        copies=tuple(_copies(post, plan)),
    )


def _pictures(planned: PlannedPost, plan: BuildPlan) -> Iterator[str]:
    practice = plan.content.practice
    images = planned.rendered.images if planned.rendered else ()
    named = dict.fromkeys((planned.post.image.removeprefix("images/"), *images))
    yield from (f"images/{published_name(name)}" for name in named if name)
    for shape, graphic in planned.graphics.items():
        yield graphic.path
        yield from [thumb_path(graphic)] if shape == "square" else []
    if slides_of(planned.graphics) and takes_document(practice):
        yield slides_path(planned.post, practice)


def _feeds(planned: PlannedPost, plan: BuildPlan) -> Iterator[str]:
    """The feeds in which the post stands when it is public."""
    for feed in plan_feeds([shared_post(planned)], practice=plan.content.practice):
        if feed.items:
            yield feed.path


def _copies(post: Post, plan: BuildPlan) -> Iterator[GivenCopy]:
    for row in plan.content.ledgers.handed_over or ():
        if row.uid == post.uid:
            at = row.at.isoformat()
            yield GivenCopy(network=row.network, scheduler=row.scheduler, at=at)
