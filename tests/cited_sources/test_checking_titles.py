"""A page is known again by its title, whatever its site writes around it."""

from __future__ import annotations

import pytest

from plugins.cited_sources.checking.titles import differ_clearly


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
        ("", "Anything at all"),
        ("???", "Anything at all"),
    ],
)
def test_titles_of_the_same_page_do_not_differ(one: str, other: str) -> None:
    assert not differ_clearly(one, other)
    assert not differ_clearly(other, one)


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
