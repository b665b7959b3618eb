"""A post's page shows what the pictures may show: the number, the myth and its fact, the quote."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup, Tag

from tests.conftest import Build, Folder

FLU = "articles/flu.md"
RISK = 'risk: {what: "Getting the flu", before: "11 of 100", after: "5 of 100"'

pytestmark = pytest.mark.site


def page_with(folder: Folder, build: Build, *lines: str) -> Tag:
    """The page of the article with more fields, as markup."""
    folder.edit(FLU, "disclosures: none", "\n".join(["disclosures: none", *lines]))
    main = BeautifulSoup(build(folder.path).page("articles/flu/index.html"), "lxml").main
    assert main is not None
    return main


def words_of(tag: Tag | None) -> str:
    assert tag is not None
    return " ".join(tag.get_text(" ").split())


def test_the_counts_of_a_risk_stand_below_their_names(folder: Folder, build: Build) -> None:
    risk = page_with(folder, build, f'{RISK}, labels: ["No shot", "With a shot"]}}').select_one(
        ".risk"
    )
    assert words_of(risk) == (
        "In numbers Getting the flu No shot 11 out of 100 With a shot 5 out of 100"
    )


def test_counts_without_names_are_told_in_a_sentence(folder: Folder, build: Build) -> None:
    risk = page_with(folder, build, f"{RISK}}}").select_one(".risk")
    assert words_of(risk) == (
        "In numbers Getting the flu: 11 out of 100 before, 5 out of 100 after."
    )


def test_the_fact_comes_before_the_myth(folder: Folder, build: Build) -> None:
    main = page_with(folder, build, "myth: {claim: Shots give the flu, fact: They <cannot>}")
    assert words_of(main.select_one(".myth")) == (
        "Myth and fact Fact: They <cannot> Myth: Shots give the flu"
    )


def test_a_quote_says_whose_it_is_and_leads_to_them(folder: Folder, build: Build) -> None:
    main = page_with(folder, build, "quote: {text: I get mine every fall, by: ada}")
    assert words_of(main.select_one(".quote blockquote")) == "I get mine every fall"
    link = main.select_one(".quote figcaption a")
    assert words_of(link).startswith("Ada Able")
    assert link is not None
    assert str(link["href"]).endswith("people/ada/")


def test_a_brand_colour_that_cannot_be_read_is_mended_on_the_site_as_well(
    folder: Folder, build: Build
) -> None:
    folder.edit("practice.toml", "[[places]]", '[brand]\ncolor = "#F2C94C"\n\n[[places]]')
    built = build(folder.path)
    (problem,) = (p for p in built.result.problems if p.file == "practice.toml")
    assert problem.rule == "brand-colour-unreadable"
    assert 'color = "#826600"' in problem.fix
    assert "--brand:#826600" in built.page("theme/look.css")


def test_an_svg_as_logo_is_told_once_and_everything_goes_without(
    folder: Folder, build: Build
) -> None:
    folder.write("images/logo.svg", b'<svg xmlns="http://www.w3.org/2000/svg"/>')
    folder.edit("practice.toml", "[[places]]", '[brand]\nlogo = "logo.svg"\n\n[[places]]')
    built = build(folder.path)
    (problem,) = (p for p in built.result.problems if p.file == "practice.toml")
    assert problem.what == 'the logo "logo.svg" is an SVG drawing'
    assert "logo.svg" not in built.page("index.html")
