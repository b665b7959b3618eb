"""How much the rules for privacy find, and how seldom they fire on text about nobody."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from plugins.editorial_review.privacy.rules import RULES
from plugins.editorial_review.rates import Sample, measure, nobodys_practice
from plugins.pelican_bridge import rating
from tests.editorial_review.privacy_samples import rates_of


def test_nearly_every_anecdote_of_the_development_set_is_flagged() -> None:
    found = rates_of("anecdotes.jsonl")
    assert found.texts >= 200
    assert found.share(found.flagged) >= 95


def test_four_of_five_anecdotes_written_apart_from_the_rules_are_flagged() -> None:
    """Totals only: nobody who writes rules looks at this set."""
    found = rates_of("anecdotes_second.jsonl")
    assert found.texts >= 200
    assert found.share(found.flagged) >= 80


def test_texts_that_practices_publish_are_seldom_flagged() -> None:
    found = rates_of("clean.jsonl")
    assert found.share(found.flagged) <= 6
    assert found.share(found.blocked) <= 2


def test_health_pages_are_seldom_flagged() -> None:
    found = rates_of("nih_sample.jsonl")
    assert found.texts == 150
    assert found.share(found.flagged) <= 6
    assert found.share(found.blocked) <= 1


def test_a_measurement_counts_texts_and_not_findings() -> None:
    samples = [Sample("Our patient told us so. Our patient laughed."), Sample("Wash your hands.")]
    found = measure(samples, RULES, nobodys_practice(date(2026, 11, 23)))
    assert (found.texts, found.blocked, found.flagged) == (2, 1, 1)
    assert found.by_rule["P-04"] == 1


def test_the_command_measures_both_kinds_of_lines_and_prints_no_text(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [{"text": "Way to go, Marisela!"}, {"question": "What helps?", "answer": "Rest."}]
    file = tmp_path / "set.jsonl"
    file.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    assert rating.rates(str(file)) == 0
    assert "arisela" not in capsys.readouterr().out
    assert rating.rates(str(file), "P-05", as_json=True) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["texts"] == 2
    assert told["rules"] == {"P-05": 1}


def test_the_command_shows_findings_only_with_values_hidden(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "set.jsonl"
    file.write_text('{"text": "Way to go, Marisela! MRN 00482913."}', encoding="utf-8")
    assert rating.rates(str(file), show=9) == 0
    told = capsys.readouterr().out
    assert "••••13" in told
    assert "arisela" not in told


@pytest.mark.parametrize(
    ("line", "rules", "says"),
    [
        ("no json", "P", "line 1 is no JSON"),
        ("[1]", "P", "has neither"),
        ('{"question": "a"}', "P", "has neither"),
        ('{"text": "a"}', "P,Q-99", "Q-99"),
    ],
)
def test_what_cannot_be_measured_is_told_in_words(
    line: str, rules: str, says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "set.jsonl"
    file.write_text(line, encoding="utf-8")
    assert rating.rates(str(file), rules) == 1
    assert says in " ".join(capsys.readouterr().err.split())
