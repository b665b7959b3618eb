"""Headings, chunks, links, lists and numbers."""

from __future__ import annotations

import pytest

from plugins.editorial_review.language.rules import RULES
from plugins.practice.problems import Severity
from tests.editorial_review.language_samples import only, told


def test_a_skipped_level_and_a_long_title_are_warned_of() -> None:
    skipped = only("S-01", "## One\n\nRest.\n\n#### Two\n\nRest.")
    assert (skipped.line, skipped.severity) == (5, Severity.WARN)
    assert "characters" in only("S-01", "Rest.", title="How to sleep well " * 5).what
    assert "first heading" in only("S-01", "### One\n\nRest.").what


def test_levels_in_order_are_fine() -> None:
    assert told("S-01", "## One\n\n### Two\n\n#### Three\n\n## Four\n") == []


def test_a_part_of_over_300_words_needs_a_heading() -> None:
    assert "340 words" in only("S-02", "## One\n\n" + "You can rest. " * 113 + "Rest.").what
    assert told("S-02", "You rest. " * 140 + "\n\n## Two\n\n" + "You rest. " * 140) == []


@pytest.mark.parametrize("words", ["here", "Click here", "read more", "**this page**"])
def test_link_words_that_say_nothing_are_warned_of(words: str) -> None:
    assert words.strip("*") in only("S-03", f"Rest.\n\nSee [{words}](x.md).").what


def test_a_bare_address_and_one_name_for_two_pages_are_warned_of() -> None:
    assert "https://example.org/x" in only("S-03", "See https://example.org/x for it.").what
    assert "lead to a.md and b.md" in only("S-03", "[Flu](a.md) and [flu](b.md).").what


def test_good_links_pictures_and_code_are_fine() -> None:
    text = "[Flu](a.md), [flu](a.md), [how to rest](b.md) ![here](x.jpg) `[here](x)`"
    assert told("S-03", text) == []


def test_a_pdf_is_told_as_one() -> None:
    assert told("S-04", "[Our form](form.pdf)")
    assert told("S-04", "[Our form (PDF)](form.pdf?x=1)")
    assert told("S-04", "[Our form (PDF, 120 kB)](form.pdf)") == []


def test_an_article_ends_with_an_action_and_a_way_to_reach_us() -> None:
    end = "## What to do next\n\n- Measure once.\n- Call (212) 555-0143."
    assert told("S-07", f"Rest.\n\n{end}") == []
    assert (
        told("S-07", "Reposo.\n\n## Qué hacer\n\n- Mida su presión.\n- Llámenos.", lang="es") == []
    )
    assert "how to reach" in only("S-07", "Call us.\n\n## Last\n\nRest well.").what
    assert "what to do" in only("S-07", "## Last\n\nIt is rare. That is good.").what


def test_a_list_of_one_do_is_warned_of() -> None:
    assert told("S-08", "!!! do\n    - walk\n\n!!! dont\n    - wait\n    - run\n")
    assert told("S-08", "!!! do\n    - walk\n    - rest\n") == []


def test_a_number_of_the_summary_must_stand_in_the_text() -> None:
    text = "About 11 of 100 people get it. Walk 150 minutes a week."
    problem = only("S-09", text, summary="About 12 of 100 people get it.")
    assert '`summary` says "12 of 100 people"' in problem.what
    assert told("S-09", text, summary="11 of 100 get it; 150 minutes help.") == []
    assert only("S-09", text, key_points=("Walk 200 minutes a week.",))


def test_no_rule_for_language_blocks() -> None:
    assert {rule.severity for rule in RULES} <= {Severity.WARN, Severity.NOTE}
    assert len({rule.id for rule in RULES}) == len(RULES)
