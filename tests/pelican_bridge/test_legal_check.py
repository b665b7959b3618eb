"""Every page links to the privacy notice, and what the general terms say (L-01, L-05)."""

from __future__ import annotations

import pytest

from plugins.pelican_bridge.site_checks.legal_links import check_legal
from plugins.pelican_bridge.site_pages import plan_pages
from plugins.practice.problems import Problem
from plugins.practice.words import section
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
    assert [p for p in built.result.problems if p.rule == "no-link-to-privacy-notice"] == []
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


@pytest.mark.parametrize(
    ("lang", "parts"),
    [
        ("en", ("does not replace care", "does not make you our patient", "health details")),
        ("es", ("No sustituye la atención", "sea paciente", "No envíe datos de salud")),
    ],
)
def test_the_words_that_the_theme_prints_are_the_general_terms(
    lang: str, parts: tuple[str, ...]
) -> None:
    """E-01 sees that they stand on every health page; L-05 is what they say."""
    for part in parts:
        assert part in section(lang, "site")["not_advice"]
