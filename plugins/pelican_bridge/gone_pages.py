"""Addresses that were public and have nothing to show now: each keeps a short page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from plugins.pelican_bridge.plan import BuildPlan
from plugins.practice.addresses import absolute, language_prefix
from plugins.practice.posts import State


@dataclass(frozen=True, slots=True, kw_only=True)
class Gone:
    """What stood at `path` (without the folder of its language), and since when it does not."""

    path: str
    withdrawn: date | None = None
    """None: it is only being worked on."""


def gone_pages(plan: BuildPlan, lang: str) -> Iterator[Gone]:
    """Every such address of a language: posts taken back, and those online before and not now.

    Those of a language that has no other page are told in the site's own language.
    """
    practice = plan.content.practice
    standing = {planned.url for planned in plan.on_site}
    told = {lang}
    if lang == practice.lang:
        told |= {*practice.languages} - {planned.post.lang for planned in plan.on_site}
    prefix = absolute(language_prefix(practice, lang), practice)
    for url, withdrawn in sorted(_addresses(plan, told).items()):
        if url not in standing and url.startswith(prefix):
            yield Gone(path=url.removeprefix(prefix), withdrawn=withdrawn)


def _addresses(plan: BuildPlan, languages: set[str]) -> dict[str, date | None]:
    """Each address that may be gone, with the day on which its post was taken back."""
    days = {planned.post.uid: planned.post.withdrawn for planned in plan.posts}
    known = (plan.content.ledgers.public or {}).values()
    online = {post.url: days.get(post.uid) for post in known if post.lang in languages}
    taken_back = {
        planned.url: planned.post.withdrawn
        for planned in plan.posts
        if planned.state is State.WITHDRAWN and planned.post.lang in languages
    }
    return online | taken_back
