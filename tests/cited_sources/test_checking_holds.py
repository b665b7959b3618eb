"""A finding holds a post only when it is grave, fresh and was seen on two days."""

from __future__ import annotations

from datetime import timedelta

import pytest

from plugins.cited_sources.checking.holds import standing_of_finding
from plugins.practice.source_checks import Verdict
from tests.cited_sources.checking_samples import NOW, finding

TODAY = NOW.date()
HOLD = {"retracted", "no-such-id", "wrong-work", "broken", "soft-gone"}


@pytest.mark.parametrize("verdict", Verdict)
def test_only_what_takes_the_ground_from_under_a_sentence_holds(verdict: Verdict) -> None:
    wanted = "holds" if verdict in HOLD else "told"
    assert standing_of_finding(finding(verdict, days=2), TODAY) == wanted


def test_what_was_seen_once_is_told() -> None:
    assert standing_of_finding(finding(Verdict.RETRACTED, days=1), TODAY) == "told"


@pytest.mark.parametrize(
    ("verdict", "most"),
    [("broken", 14), ("soft-gone", 14), ("retracted", 60), ("no-such-id", 60), ("wrong-work", 60)],
)
def test_a_finding_holds_while_it_is_fresh_and_a_registrys_word_for_longer(
    verdict: str, most: int
) -> None:
    for days, wanted in ((0, "holds"), (most, "holds"), (most + 1, "told")):
        old = finding(Verdict(verdict), days=2, last=TODAY - timedelta(days=days))
        assert standing_of_finding(old, TODAY) == wanted


@pytest.mark.parametrize(("days", "wanted"), [(1, "holds"), (2, "told")])
def test_a_build_of_an_earlier_day_knows_nothing_of_later_findings(days: int, wanted: str) -> None:
    later = finding(Verdict.BROKEN, days=2, last=TODAY + timedelta(days=days))
    assert standing_of_finding(later, TODAY) == wanted
