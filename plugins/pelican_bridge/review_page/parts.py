"""What the template of a review page is given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from plugins.editorial_review.language.reading import ReadingEase, reading_ease
from plugins.pelican_bridge.planned import BuildPlan, PlannedPost
from plugins.pelican_bridge.review_page.asked import AskedView, asked_of
from plugins.pelican_bridge.review_page.changes import Changes, changes_since
from plugins.pelican_bridge.review_page.cited import SourceView, source_views
from plugins.pelican_bridge.review_page.outgoing import (
    PictureView,
    TextView,
    picture_views,
    text_views,
)
from plugins.pelican_bridge.review_page.patient_view import patient_view
from plugins.pelican_bridge.review_page.pictures import Pictures
from plugins.pelican_bridge.site_pages import SitePage
from plugins.pelican_bridge.site_views import language_name
from plugins.practice.dates import long_day
from plugins.practice.posts import Post
from plugins.practice.problems import Problem, worst_first
from plugins.share_graphics.typesetting.directions import is_right_to_left
from plugins.share_kit.frame import LANG


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewView:
    """Everything that one review page says."""

    post: Post
    language: str
    """Of the post, in its own words."""
    direction: str
    """"ltr" or "rtl"."""
    state: str
    made_on: str
    asked: AskedView
    problems: tuple[Problem, ...]
    blocking: int
    changes: Changes | None
    """None where nothing was approved yet, or where exactly this text was."""
    approved_on: str
    """The day of the last approval; "" before the first."""
    patient: Markup
    """Empty where it cannot be printed."""
    pictures: tuple[PictureView, ...]
    texts: tuple[TextView, ...]
    staff_text: str
    sources: tuple[SourceView, ...]
    ease: ReadingEase | None
    """None in a language without a formula."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """From what review pages are made: one plan, with what all pages of it share."""

    plan: BuildPlan
    pages: Mapping[str, SitePage]
    """By content file."""
    problems: tuple[Problem, ...]
    """Of the plan and of the sharing."""
    pictures: Pictures


def review_view(planned: PlannedPost, material: Material) -> ReviewView:
    """What the review page of a post says."""
    post, plan = planned.post, material.plan
    practice = plan.content.practice
    problems = worst_first(p for p in material.problems if p.file == post.file)
    page = material.pages.get(post.file)
    asked = asked_of(planned, plan)
    return ReviewView(
        post=post,
        language=language_name(post.lang),
        direction="rtl" if is_right_to_left(post.lang) else "ltr",
        state=str(planned.state),
        made_on=long_day(plan.today, LANG),
        asked=asked,
        problems=tuple(problems),
        blocking=sum(problem.blocks for problem in problems),
        changes=_changes(post, plan, asked.text_hash),
        approved_on=_approved_on(post, plan),
        patient=patient_view(page, practice, material.pictures) if page else Markup(),
        pictures=picture_views(planned, practice, material.pictures),
        texts=text_views(planned, practice),
        staff_text=planned.staff_text,
        sources=source_views(planned, plan),
        ease=reading_ease(post),
    )


def _changes(post: Post, plan: BuildPlan, text_hash: str) -> Changes | None:
    record = plan.content.review.approvals.get(post.uid)
    if record is None or record.copy is None or _copy_hash(post, plan) == text_hash:
        return None
    return changes_since(record.copy, post)


def _approved_on(post: Post, plan: BuildPlan) -> str:
    """The day on which the approved copy was approved last."""
    record = plan.content.review.approvals.get(post.uid)
    copy = _copy_hash(post, plan)
    days = [row.on for row in record.approvals if row.text == copy] if record and copy else []
    return long_day(max(days), LANG) if days else ""


def _copy_hash(post: Post, plan: BuildPlan) -> str:
    return plan.setting.facts.copies.get(post.uid, "")
