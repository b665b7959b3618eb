"""Which page of the practice is which: by its field `legal`, else by its name."""

from __future__ import annotations

from plugins.editorial_review.practice_pages.tables import slugs
from plugins.editorial_review.rule import Found
from plugins.editorial_review.subject import Setting
from plugins.practice.posts import Page

CONTACT = "contact"
"""The one page that is no legal one and is looked for all the same."""


def page_for(setting: Setting, kind: str) -> Page | None:
    """The page of a kind in the site's own language; None where there is none."""
    return next(iter(pages_for(setting, kind)), None)


def pages_for(setting: Setting, kind: str) -> tuple[Page, ...]:
    """The page of a kind in every language, the site's own first."""
    found = [page for page in setting.pages if kind_of(page) == kind]
    return tuple(sorted(found, key=lambda p: (p.lang != setting.practice.lang, p.file)))


def kind_of(page: Page) -> str:
    """ "privacy-practices"; empty for a page that is none of them."""
    return page.legal or next((kind for kind, names in slugs().items() if page.slug in names), "")


def missing_page(kind: str, what: str, fix: str) -> Found:
    """A page that is not there, told under the name that it would have."""
    return Found(at=1, file=f"pages/{kind}.md", what=what, fix=fix)
