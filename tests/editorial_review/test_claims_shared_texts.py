"""Texts about treatments, on the page and on networks, tell both sides."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.editorial_review.subject import Outgoing
from plugins.practice.problems import Severity
from tests.editorial_review.claim_samples import RULES, article, problems, says

ROOMS = Path(__file__).parents[2] / "plugins"


def test_a_text_about_a_treatment_tells_risks_and_other_choices() -> None:
    assert len(says("K-07", "The shot eases pain.", treatment=True)) == 2
    assert len(says("K-07", "It has side effects.", treatment=True)) == 1
    both = "It has side effects. You have other choices."
    assert not says("K-07", both, treatment=True)
    assert not says("K-07", "The shot eases pain.")
    assert not says("K-07", "Tiene efectos secundarios. Hay otras opciones.", "es", treatment=True)


def sent(text: str, network: str = "x", *, own: bool = False) -> Outgoing:
    return Outgoing(network=network, text=text, own=own)


def test_a_text_that_names_a_benefit_names_its_counterpart() -> None:
    post = article("Text.", treatment=True)
    texts = [
        sent("The shot eases pain."),
        sent("The shot eases pain.", "threads"),
        sent("The shot eases pain, but can cause bleeding.", "facebook"),
        sent("The shot eases pain. Ask us first.", "bluesky"),
        sent("Read about the shot.", "mastodon"),
    ]
    (found,) = problems(post, "O-06", texts)
    assert found.severity is Severity.WARN
    assert found.what.endswith("x, threads")
    assert not problems(article("Text."), "O-06", texts)


def test_a_text_of_ones_own_asks_for_something_in_short_sentences() -> None:
    long = "Sleep is good " + "and good " * 14 + "for you."
    assert [
        p.severity for p in problems(article(), "O-02", [sent("Sleep is good.", own=True)])
    ] == [Severity.WARN]
    assert len(problems(article(), "O-02", [sent(f"Call us. {long}", own=True)])) == 1
    assert not problems(article(), "O-02", [sent("Sleep is good. Call us.", own=True)])
    assert not problems(article(), "O-02", [sent("Sleep is good.")])


def test_ids_are_told_once() -> None:
    ids = [rule.id for rule in RULES]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    "name", sorted({name for rule in RULES for name in rule.told_as if name[0].islower()})
)
def test_what_another_room_tells_is_really_told_there(name: str) -> None:
    code = (p.read_text(encoding="utf-8") for p in ROOMS.rglob("*.py") if p.parent.name != "claims")
    assert any(f'"{name}"' in text for text in code)


ASSURED = {"O-04"}
"""What no text can break: `export` is given only what is public."""


def test_a_rule_is_checked_here_or_elsewhere_or_cannot_be_broken() -> None:
    checked = {r.id for r in RULES if r.check or r.check_practice or r.told_as}
    assert {rule.id for rule in RULES} == checked | ASSURED
