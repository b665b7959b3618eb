"""L-02 to L-04 and L-06 to L-08: the other pages that patients and laws look for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from plugins.editorial_review.practice_pages.finding_pages import (
    CONTACT,
    kind_of,
    missing_page,
    page_for,
)
from plugins.editorial_review.practice_pages.tables import word_groups, words_for
from plugins.editorial_review.prose import Part, passages_of
from plugins.editorial_review.rule import Found
from plugins.editorial_review.subject import Setting
from plugins.practice.figures.figure import Sort
from plugins.practice.figures.finding import figures_in
from plugins.practice.posts import Page

_LONGEST = timedelta(days=366)


def check_language_pages(setting: Setting) -> Iterator[Found]:
    """L-02: asked only of practices that take money of HHS, and in the United States."""
    if not setting.practice.review.federal_funds:
        return
    for kind, name in (
        ("nondiscrimination", "nondiscrimination notice"),
        ("language-help", "notice of language help and auxiliary aids"),
    ):
        if page_for(setting, kind) is None:
            what = f"federal_funds = true, and the site has no {name}"
            yield missing_page(kind, what, f"write pages/{kind}.md; the footer links to it")


def check_estimate(setting: Setting) -> Iterator[Found]:
    """L-03: a page of its own, or the words on any page."""
    said = (words_for(page.lang, "estimate").search(page.text) for page in setting.pages)
    if page_for(setting, "good-faith-estimate") is None and not any(said):
        kind = "good-faith-estimate"
        what = "no page speaks of the good faith estimate"
        yield missing_page(kind, what, f"write pages/{kind}.md; the footer links to it")


def check_accessibility(setting: Setting) -> Iterator[Found]:
    """L-04: a statement with a way to reach somebody and its date."""
    page = page_for(setting, "accessibility")
    if page is None:
        what = "the site has no accessibility statement"
        yield missing_page("accessibility", what, "write pages/accessibility.md")
        return
    sorts = {f.sort for p in passages_of(page.text) for f in figures_in(p.text, page.lang)}
    if Sort.PHONE not in sorts and "@" not in page.text:
        what = "the accessibility statement gives no telephone number and no e-mail address"
        yield Found(at=page.text_line, file=page.file, what=what)
    if Sort.DATE not in sorts or not words_for(page.lang, "updated").search(page.text):
        what = "the accessibility statement does not say when it was last updated"
        yield Found(at=page.text_line, file=page.file, what=what)


def check_owners(setting: Setting) -> Iterator[Found]:
    """L-06: somebody looks after each of them, once a year."""
    for page in setting.pages:
        if not kind_of(page) or kind_of(page) == CONTACT:
            continue
        if not page.owner:
            yield Found(at=1, file=page.file, what="nobody is named who looks after this page")
        if page.review_by is None or page.review_by > setting.today + _LONGEST:
            what = f"this page is looked at again {page.review_by or 'at no set day'}"
            fix = "add review_by: a day within a year"
            yield Found(at=page.line_of("review_by"), file=page.file, what=what, fix=fix)


def check_contact(setting: Setting) -> Iterator[Found]:
    """L-07: where, when and by which number; the theme fills the page from practice.toml."""
    practice = setting.practice
    if page_for(setting, CONTACT) is None:
        what = "the site has no contact page"
        fix = (
            "write pages/contact.md; address, phone and hours come from practice.toml by themselves"
        )
        yield missing_page(CONTACT, what, fix)
    for number, place in enumerate(practice.places):
        if not any(place.hours):
            line = practice.line_of(f"places.{number}.hours")
            what = f'the place "{place.id}" is closed on every day of the week'
            yield Found(at=line, file="practice.toml", what=what, fix="write its hours")


def check_policy(setting: Setting) -> Iterator[Found]:
    """L-08: the headings and the promises of a policy for social media."""
    page = page_for(setting, "social-media-policy")
    if page is None:
        what = "the site has no policy for social media"
        fix = "write pages/social-media-policy.md; the demonstration practice has one to begin with"
        yield missing_page("social-media-policy", what, fix)
        return
    missing = [*_headings(page), *_promises(page)]
    if missing:
        what = f"the policy says nothing of: {', '.join(missing)}"
        yield Found(at=page.text_line, file=page.file, what=what)


def _headings(page: Page) -> Iterator[str]:
    headings = "\n".join(p.text for p in passages_of(page.text) if p.part is Part.HEADING)
    for name, words in word_groups(page.lang, "policy").items():
        if not words.search(headings):
            yield f"{name} (a heading)"


def _promises(page: Page) -> Iterator[str]:
    for name, words in word_groups(page.lang, "policy-text").items():
        if not words.search(page.text):
            yield name
