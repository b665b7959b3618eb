"""Every page links to the privacy notice, every health page has the general terms (L-01, L-05)."""

from __future__ import annotations

import pytest

from plugins.pelican_bridge.legal_check import check_legal
from plugins.pelican_bridge.site_pages import plan_pages
from plugins.practice.problems import Problem
from tests.conftest import Build, Built, Folder

pytestmark = pytest.mark.site

NPP = "---\ntitle: Notice of privacy practices\n---\nWords.\n"
LINK = 'href="/privacy-practices/"'


def again(built: Built) -> list[Problem]:
    assert built.result.plan is not None
    return check_legal(built.output, plan_pages(built.result.plan), built.result.plan)


def spoil(built: Built, page: str, old: str, new: str = "") -> None:
    text = built.page(page)
    assert old in text
    (built.output / page).write_text(text.replace(old, new), encoding="utf-8")


def test_the_theme_links_every_page_to_the_notice_and_prints_the_terms(
    folder: Folder, build: Build
) -> None:
    folder.write("pages/privacy-practices.md", NPP)
    built = build(folder.path)
    assert [p for p in built.result.problems if p.rule.startswith("no-")] == []
    assert LINK in built.page("es/index.html")
    assert LINK in built.page("latest/index.html")
    assert LINK in built.page("404.html")


def test_pages_without_the_link_are_told_together(folder: Folder, build: Build) -> None:
    folder.write("pages/privacy-practices.md", NPP)
    built = build(folder.path)
    for page in ("index.html", "articles/flu/index.html"):
        spoil(built, page, LINK, 'href="/"')
    (problem,) = again(built)
    assert problem.rule == "no-link-to-privacy-notice"
    assert "output/articles/flu/index.html" in problem.what
    assert "output/index.html" in problem.what
    assert problem.blocks
    assert problem.stays_public


def test_without_a_notice_there_is_no_link_to_miss(folder: Folder, build: Build) -> None:
    assert again(build(folder.path)) == []


def test_a_health_page_without_the_terms_is_told_unless_a_page_has_them(
    folder: Folder, build: Build
) -> None:
    built = build(folder.path)
    for page in ("articles/flu/index.html", "es/articles/flu/index.html"):
        words = "Esta página" if page.startswith("es") else "This page is general information"
        spoil(built, page, words)
    (problem,) = again(built)
    assert problem.rule == "no-general-terms"
    assert "articles/flu" in problem.what
    folder.write("pages/terms.md", "---\ntitle: Terms\n---\nGeneral information only.\n")
    built = build(folder.path, to="-2")
    spoil(built, "articles/flu/index.html", "This page is general information")
    assert again(built) == []
