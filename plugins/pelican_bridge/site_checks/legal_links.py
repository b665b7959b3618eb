"""L-01: every page of the site links to the Notice of Privacy Practices; the theme prints it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from plugins.editorial_review.practice_pages.finding_pages import kind_of
from plugins.pelican_bridge.plan import BuildPlan
from plugins.pelican_bridge.site_pages import SitePage
from plugins.practice.addresses import href, path_of
from plugins.practice.problems import Problem, Severity

_NAMED = 3


def check_legal(root: Path, pages: Sequence[SitePage], plan: BuildPlan) -> list[Problem]:
    """The written pages below `root` that do not link to the notice, all in one problem.

    OSError: a page cannot be read.
    """
    links = _notice_links(plan)
    unlinked = [
        page.save_as
        for page in pages
        if links and not _holds_any((root / page.save_as).read_text(encoding="utf-8"), links)
    ]
    return [_no_link(unlinked)] if unlinked else []


def _holds_any(markup: str, links: Sequence[str]) -> bool:
    return any(link in markup for link in links)


def _notice_links(plan: BuildPlan) -> list[str]:
    """How a link to the notice begins, in each language that has it."""
    practice = plan.content.practice
    found = (p for p in plan.content.pages if kind_of(p) == "privacy-practices")
    return [
        f'href="{href(path_of(page, practice), practice)}"'
        for page in found
        if page.file in plan.pages
    ]


def _no_link(files: Sequence[str]) -> Problem:
    more = f" and {len(files) - _NAMED} more" if len(files) > _NAMED else ""
    named = ", ".join(f"output/{file}" for file in files[:_NAMED])
    return Problem(
        rule="no-link-to-privacy-notice",
        severity=Severity.BLOCK,
        file=f"output/{files[0]}",
        line=1,
        what=f"no link to the Notice of Privacy Practices: {named}{more}",
        why="the law wants it prominently on the site, and patients look for it in the footer",
        fix="mend your theme: see docs/theme.md",
        stays_public=True,
    )
