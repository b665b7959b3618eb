"""The rules for numbers (N): so that a reader who is no statistician reads what is meant."""

from __future__ import annotations

from plugins.editorial_review.claims.risks import (
    bare_relative_risks,
    mixed_wholes,
    unclear_ages,
    unread_numbers,
)
from plugins.editorial_review.claims.temperatures import other_degrees
from plugins.editorial_review.rule import Check, Rule
from plugins.practice.problems import Severity


def _english(check: Check) -> Check:
    """For rules that know English words."""
    return lambda subject: check(subject) if subject.is_english else ()


RULES: tuple[Rule, ...] = (
    Rule(
        id="N-01",
        severity=Severity.WARN,
        title="“Twice the risk” says of how many, before and after",
        why="Twice of 1 in 10,000 and twice of 1 in 10 are not the same fright.",
        fix="Add the counts in the same paragraph: “from 1 in 100 to 2 in 100”; or fill in `risk`.",
        source="Patient Information Forum, advice on risk: absolute risk whenever relative risk "
        "is given; fires on 0.7 % of 2,263 NIH answers, measured",
        check=_english(bare_relative_risks),
    ),
    Rule(
        id="N-02",
        severity=Severity.WARN,
        title="Counts that are compared are out of the same number of people",
        why="Many people take 1 in 12 for more than 1 in 7.",
        fix="Write them all out of 10, 100 or 1,000.",
        source="NHS service manual on numbers; research on comparisons, as general knowledge",
        check=_english(mixed_wholes),
    ),
    Rule(
        id="N-03",
        severity=Severity.NOTE,
        title="Percentages are round, and “rare” has a number",
        why="“14.3 %” and “rare” mean little to most readers.",
        fix="Say how many people: “about 1 in 7”, “fewer than 1 in 1,000”.",
        source="NHS service manual on numbers",
        check=_english(unread_numbers),
    ),
    Rule(
        id="N-04",
        severity=Severity.WARN,
        title="A temperature stands in the degrees that its readers know",
        why="A parent at night must not have to convert 100.4°F.",
        fix="Write both: 100.4°F (38°C).",
        source="Our own judgement",
        check=other_degrees,
    ),
    Rule(
        id="N-05",
        severity=Severity.NOTE,
        title="“Aged 50 and over” instead of “over 50”",
        why="Whoever is exactly that old does not know whether it is for them.",
        fix="Write “aged 50 and over”, or “younger than 50”.",
        source="NHS service manual on numbers",
        check=_english(unclear_ages),
    ),
)
