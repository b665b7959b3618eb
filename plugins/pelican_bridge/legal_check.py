"""What a theme must print on every page: the link to the privacy notice, and the general terms."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from markupsafe import escape

from plugins.editorial_review.practice_pages.finding_pages import kind_of
from plugins.pelican_bridge.plan import BuildPlan
from plugins.pelican_bridge.site_pages import SitePage
from plugins.practice.addresses import href, path_of
from plugins.practice.posts import HealthPost
from plugins.practice.problems import Problem, Severity
from plugins.practice.words import say

_NAMED = 3
_MEND = "mend your theme: see docs/theme.md"


def check_legal(root: Path, pages: Sequence[SitePage], plan: BuildPlan) -> list[Problem]:
    """What is missing on the written pages below `root`, each fault once.

    OSError: a page cannot be read.
    """
    links, no_terms = _notice_links(plan), not _has_terms(plan)
    unlinked, bare = [], []
    for page in pages:
        markup = (root / page.save_as).read_text(encoding="utf-8")
        if links and not any(link in markup for link in links):
            unlinked.append(page.save_as)
        if isinstance(page.document, HealthPost) and no_terms and _terms(page) not in markup:
            bare.append(page.save_as)
    return [*_no_link(unlinked), *_no_terms(bare)]


def _notice_links(plan: BuildPlan) -> list[str]:
    """How a link to the notice begins, in each language that has it."""
    practice = plan.content.practice
    found = (p for p in plan.content.pages if kind_of(p) == "privacy-practices")
    return [
        f'href="{href(path_of(page, practice), practice)}"'
        for page in found
        if page.file in plan.pages
    ]


def _has_terms(plan: BuildPlan) -> bool:
    found = (page for page in plan.content.pages if kind_of(page) == "terms")
    return any(page.file in plan.pages for page in found)


def _terms(page: SitePage) -> str:
    """How the words begin that stand on every page with health information."""
    lang = page.document.lang if page.document else "en"
    return str(escape(say(lang, "site.not_advice", emergency="\0").partition("\0")[0].strip()))


def _no_link(files: Sequence[str]) -> Iterator[Problem]:
    if files:
        yield _problem(
            "no-link-to-privacy-notice",
            files,
            what="no link to the Notice of Privacy Practices",
            why="the law wants it prominently on the site, and patients look for it in the footer",
        )


def _no_terms(files: Sequence[str]) -> Iterator[Problem]:
    if files:
        yield _problem(
            "no-general-terms",
            files,
            what="the general terms are not there (no advice, no doctor-patient relationship, no "
            "health details by e-mail or social media)",
            why="readers may take the page for the answer to their own case",
        )


def _problem(rule: str, files: Sequence[str], *, what: str, why: str) -> Problem:
    more = f" and {len(files) - _NAMED} more" if len(files) > _NAMED else ""
    named = ", ".join(f"output/{file}" for file in files[:_NAMED])
    return Problem(
        rule=rule,
        severity=Severity.BLOCK,
        file=f"output/{files[0]}",
        line=1,
        what=f"{what}: {named}{more}",
        why=why,
        fix=_MEND,
        stays_public=True,
    )
