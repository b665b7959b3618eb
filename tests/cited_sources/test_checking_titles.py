"""A page is known again by its title, whatever its site writes around it."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from plugins.cited_sources.checking.titles import differ_clearly, is_called, is_site_name

SOURCES = Path(__file__).parents[2] / "content/sources.toml"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Key Facts About Influenza (Flu)", "Key facts about influenza"),
        ("About Flu | Influenza (Flu) | CDC", "About Flu - CDC"),
        ("Fever", "Fever | Healthy Children"),
        ("Fever: When to Call the Pediatrician", "Fever: When to Call the Pediatrician - AAP"),
        ("Gripe: qué hacer", "Gripe — Qué hacer"),
        ("RETRACTED: Ileal hyperplasia in children", "Ileal hyperplasia in children"),
        ("Flu guideline 2024", "Flu guideline 2025"),
        ("Treatment of Flu", "Treating Flu with Antiviral Drugs | CDC"),
        ("Fever in children", "Fever in children - Mayo Clinic"),
        ("Flu Symptoms", "Influenza"),
        ("Low Back Pain", "LBP | Physiotherapy"),
        ("Tratamiento de la gripe", "Gripe: tratamientos y cuidados"),
        ("", "Anything at all"),
        ("???", "Anything at all"),
    ],
)
def test_titles_of_the_same_page_do_not_differ(one: str, other: str) -> None:
    assert not differ_clearly(one, other)
    assert not differ_clearly(other, one)


@pytest.mark.parametrize(
    ("page", "entry"),
    [
        ("Mayo Clinic | Fever in children", "Fever in children"),
        ("Fever in children - Mayo Clinic", "Fever in children"),
        ("CDC - Falls - Older Adults", "Falls"),
        ("Depression", "Depression: what you need to know"),
    ],
)
def test_a_page_may_be_called_so_wherever_its_site_is_named(page: str, entry: str) -> None:
    assert is_called(page, entry)


@pytest.mark.parametrize(
    ("page", "entry"),
    [
        ("Example Domain", "Flu Treatment: What You Need to Know"),
        ("Ten recipes with pumpkin", "Asthma in children"),
        ("Sign in - MyChart", "Depression"),
        ("Vaccines for Children | CDC", "Treatment of Flu"),
        ("Health Information from the National Library of Medicine", "Falls"),
        ("Measles Cases and Outbreaks | CDC", "Facts About Falls"),
    ],
)
def test_another_page_is_not_called_as_its_entry(page: str, entry: str) -> None:
    assert not is_called(page, entry)


_ENTRIES = [
    (source["title"], source["publisher"])
    for source in tomllib.loads(SOURCES.read_text(encoding="utf-8")).values()
]


@pytest.mark.parametrize(("title", "publisher"), _ENTRIES)
def test_the_entries_of_the_example_are_known_again_in_plausible_titles(
    title: str, publisher: str
) -> None:
    for page in (
        title.upper(),
        f"{title} | {publisher}",
        f"{title} - {publisher}",
        f"{publisher}: {title}",
        f"{publisher} | {title}",
        f"About {title} | {publisher}",
        f"{' '.join(title.split()[:6])}…",
        f"{title} (for Parents)",
    ):
        assert is_called(page, title), page


def test_the_entries_of_the_example_are_told_apart() -> None:
    titles = [title for title, _ in _ENTRIES]
    pairs = [(one, other) for one in titles for other in titles if one != other]
    apart = sum(not is_called(one, other) for one, other in pairs)
    assert apart > 0.95 * len(pairs)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Key facts about influenza | CDC", "Vaccines for children | CDC"),
        ("Fever | Healthy Children", "Healthy Children"),
        ("What is an asthma attack?", "Buy cheap watches online"),
        ("Flu - CDC", "RSV - CDC"),
    ],
)
def test_another_page_of_the_same_site_differs(one: str, other: str) -> None:
    assert differ_clearly(one, other)
    assert differ_clearly(other, one)


def test_a_site_may_call_all_its_pages_by_its_own_name() -> None:
    assert is_site_name("Mayo Clinic", "Mayo Clinic")
    assert not is_site_name("Shingles | Mayo Clinic", "Mayo Clinic")
    assert not is_site_name("Shingles", "Mayo Clinic")
