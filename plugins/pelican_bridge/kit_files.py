"""Everything in the kit but its pictures: page and texts, plan, upload files, profiles, zips."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from plugins.cited_sources.consequences.taken_back import taken_back
from plugins.editorial_review.freshness.reviews import is_shareable
from plugins.pelican_bridge.build_day import start_of
from plugins.pelican_bridge.closures.words import closure_words
from plugins.pelican_bridge.due_report import CALENDAR_AHEAD, all_due
from plugins.pelican_bridge.plan import BuildPlan
from plugins.pelican_bridge.sharing import Sharing, may_be_sent_to, shared_post
from plugins.pelican_bridge.writing import OutputFolder
from plugins.practice.ledgers import HandedOver, PublicPost
from plugins.practice.posts import Notice, State
from plugins.practice.problems import Problem
from plugins.scheduler_feeds.calendar import calendar_of
from plugins.scheduler_feeds.uploads.files import upload_files
from plugins.share_kit.closures.signs import PAGE as CLOSURES
from plugins.share_kit.closures.signs import current, plan_closures
from plugins.share_kit.frame import Frame
from plugins.share_kit.kit_post import KitPost
from plugins.share_kit.network_shares import Kit
from plugins.share_kit.plan import plan_kit
from plugins.share_kit.profiles.plan import PAGE as PROFILES
from plugins.share_kit.profiles.plan import plan_profiles
from plugins.share_kit.replies.plan import PAGE as REPLIES
from plugins.share_kit.replies.plan import plan_replies
from plugins.share_kit.zips import zip_bytes, zip_file, zip_of

ROOT = Path(__file__).parents[2]

CALENDAR = "calendar.ics"
PAGES = frozenset({CALENDAR, PROFILES, REPLIES})
"""What the header of the kit leads to."""

_UPLOADS_KEPT = timedelta(days=14)
"""So long after its last post an upload file stays in the kit; the ledger remembers for ever."""


def write_kit(
    folder: OutputFolder,
    plan: BuildPlan,
    sharing: Sharing,
    problems: Sequence[Problem],
    sizes: Mapping[str, int],
    public: Mapping[str, PublicPost] | None,
) -> None:
    """Write all of the kit but its pictures, which lie there already; `sizes` are their bytes,
    `public` what is online."""
    practice = plan.content.practice
    posts = [
        KitPost(
            post=replace(p.post, title=plan.without_secrets(p.post.title, p.post.file)),
            state=p.state,
            url=p.url,
            shared=shared_post(p),
            too_late=not is_shareable(p.post, plan.today),
        )
        for p in plan.posts
    ]
    files = {
        CALENDAR: calendar_of(
            sharing.plan, practice=practice, due=all_due(plan, CALENDAR_AHEAD), today=plan.today
        ),
        **_pages(plan),
        **upload_files(_kept(plan), practice),
    }
    files |= plan_kit(
        posts,
        problems,
        practice=practice,
        today=plan.today,
        sizes=sizes,
        font=_font(),
        plan=sharing.plan,
        handed_over=plan.content.ledgers.handed_over,
        public=public,
        taken_back=taken_back(plan.content.posts, plan.known, practice),
        pages=_doors(plan),
    )
    folder.write_all(files)
    _zip_all(folder, posts, Kit(practice=practice, sizes=sizes))


def _pages(plan: BuildPlan) -> dict[str, bytes]:
    """The profiles and the replies."""
    practice = plan.content.practice
    frame = Frame(practice=practice, today=plan.today, font=_font(), pages=_doors(plan))
    notices = [p.post for p in plan.posts if p.state is State.PUBLISHED]
    profiles = plan_profiles(
        frame,
        people=plan.content.people,
        notices=[post for post in notices if isinstance(post, Notice)],
        graphics=plan.profiles,
    )
    return profiles | plan_replies(frame) | plan_closures(frame, closure_words(plan))


def _doors(plan: BuildPlan) -> frozenset[str]:
    """What the header leads to: the closures only while there is one."""
    return PAGES | ({CLOSURES} if current(closure_words(plan), plan.today) else set())


def _font() -> bytes:
    """The site's heading font, so that the kit looks like what it shares."""
    return (ROOT / "theme/static/fonts/source-sans-3-semibold.woff2").read_bytes()


def _zip_all(folder: OutputFolder, posts: Iterable[KitPost], kit: Kit) -> None:
    """Each post's files once more as one, from where they lie: never two posts in memory."""
    for post in posts:
        names = zip_of(post, kit)
        if names:
            files = {name: (folder.root / path).read_bytes() for name, path in names.items()}
            folder.write(zip_file(post.post, kit.practice), zip_bytes(files))


def _kept(plan: BuildPlan) -> list[HandedOver]:
    """The rows of upload files that somebody may still want to look at.

    What is to come of a post that is not public any more is in none: nobody should upload it.
    """
    today = start_of(plan.today, plan.content.practice)
    public = {p.post.uid for p in plan.posts if may_be_sent_to(p, plan.today)}
    handed_over = plan.content.ledgers.handed_over or ()
    rows = [row for row in handed_over if row.uid in public or row.at < today]
    files = {row.file for row in rows if row.at >= today - _UPLOADS_KEPT}
    return [row for row in rows if row.file in files]
