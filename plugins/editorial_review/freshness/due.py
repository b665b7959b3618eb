"""What comes up for the practice: reviews, pages, consents, waivers, translations, sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import chain

from plugins.editorial_review.freshness.leavers import has_left, name_of
from plugins.editorial_review.freshness.reviews import TOO_LATE, review_due
from plugins.editorial_review.freshness.translations import older_than_original
from plugins.editorial_review.subject import Setting
from plugins.practice.consent_rows import CONSENTS_FILE
from plugins.practice.posts import HealthPost, Post
from plugins.practice.review_files import WAIVERS_FILE


class Sort(StrEnum):
    """What is due."""

    REVIEW = "review"
    PAGE = "page"
    TRANSLATION = "translation"
    CONSENT = "consent"
    WAIVER = "waiver"
    SOURCE = "source"


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """One thing to be done by a day."""

    key: str
    """The same as long as it is the same thing: "review-zjs2apyolx"."""
    sort: Sort
    day: date
    title: str
    """What it is about: the title of a post, the id of a consent."""
    lang: str
    """Of the title."""
    file: str
    """Where it is mended, in the content folder."""
    to_do: str
    """In one sentence."""
    who: str = ""
    """Who did it last, or answers for it: a name; empty where nobody is named."""
    for_somebody_else: bool = False
    """Whether that person has left."""

    def is_late(self, today: date) -> bool:
        """Whether the day is over."""
        return self.day < today


def due_items(setting: Setting, until: date) -> tuple[Due, ...]:
    """All that is due until a day, what is late included, the earliest first.

    What fell to somebody who has left is always there, however far its day is.
    """
    found = chain(
        _reviews(setting),
        _pages(setting),
        _translations(setting),
        _consents(setting),
        _waivers(setting),
    )
    return in_order(item for item in found if item.day <= until or item.for_somebody_else)


def in_order(items: Iterable[Due]) -> tuple[Due, ...]:
    """By day; on one day by key, so that the order never changes by itself."""
    return tuple(sorted(items, key=lambda item: (item.day, item.key)))


def _standing(setting: Setting) -> Iterator[Post]:
    """The posts that are public, or will be once somebody mends them."""
    for post in setting.posts:
        is_taken_back = post.withdrawn is not None and post.withdrawn <= setting.today
        if not (post.draft or is_taken_back):
            yield post


def _reviews(setting: Setting) -> Iterator[Due]:
    """Of originals alone: a translation is reviewed with the post that it translates."""
    for post in _standing(setting):
        day = review_due(post, setting.today)
        if day is None or not isinstance(post, HealthPost) or setting.original_of(post):
            continue
        yield Due(
            key=f"review-{post.uid}",
            sort=Sort.REVIEW,
            day=day,
            title=post.title,
            lang=post.lang,
            file=post.file,
            to_do="Read it again, mend it, write the new days into it, and have it approved.",
            who=name_of(post.reviewed_by, setting.people),
            for_somebody_else=has_left(post.reviewed_by, setting.people, setting.today),
        )


def _pages(setting: Setting) -> Iterator[Due]:
    for page in setting.pages:
        if page.review_by:
            yield Due(
                key=f"page-{page.slug}-{page.lang}",
                sort=Sort.PAGE,
                day=page.review_by,
                title=page.title,
                lang=page.lang,
                file=page.file,
                to_do="Read the page again, mend it, and write a new day into `review_by`.",
                who=name_of(page.owner, setting.people),
                for_somebody_else=has_left(page.owner, setting.people, setting.today),
            )


def _translations(setting: Setting) -> Iterator[Due]:
    """Those older than their originals, by the day on which they would be hidden."""
    for post in _standing(setting):
        older = older_than_original(post, setting)
        if older:
            yield Due(
                key=f"translation-{post.uid}",
                sort=Sort.TRANSLATION,
                day=older.since + TOO_LATE,
                title=post.title,
                lang=post.lang,
                file=post.file,
                to_do=f"Bring it up to {older.original}, and approve it again: "
                "it is hidden after that day.",
                who=post.translated_by,
            )


def _consents(setting: Setting) -> Iterator[Due]:
    """Those that hold, and those that hold no more while a post still rests on them."""
    used = {post.consent for post in _standing(setting)}
    for consent in setting.records.consents.values():
        is_revoked = consent.revoked is not None and consent.revoked <= setting.today
        if is_revoked or not (consent.is_live(setting.today) or consent.id in used):
            continue
        yield Due(
            key=f"consent-{consent.id}",
            sort=Sort.CONSENT,
            day=consent.expires,
            title=f"Consent {consent.id}",
            lang="en",
            file=CONSENTS_FILE,
            to_do="Ask for a new consent, or take down what rests on this one.",
            who=consent.custodian,
        )


def _waivers(setting: Setting) -> Iterator[Due]:
    for waiver in setting.records.waivers:
        yield Due(
            key=f"waiver-{waiver.rule}-{waiver.file.replace('/', '-')}".lower(),
            sort=Sort.WAIVER,
            day=waiver.until,
            title=f"Waiver of {waiver.rule} for {waiver.file}",
            lang="en",
            file=WAIVERS_FILE,
            to_do="Mend what it lifts, or have somebody answer for it anew.",
            who=name_of(waiver.who, setting.people),
            for_somebody_else=has_left(waiver.who, setting.people, setting.today),
        )
