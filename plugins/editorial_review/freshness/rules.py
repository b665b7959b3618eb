"""The rows for what grows old, and for what must be the same in every language."""

from __future__ import annotations

from plugins.editorial_review.freshness.checks import (
    check_figures,
    check_review_day,
    check_translation,
)
from plugins.editorial_review.rule import HEALTH, Rule
from plugins.practice.problems import Severity

RULES: tuple[Rule, ...] = (
    Rule(
        id="A-04",
        severity=Severity.WARN,
        title="It is checked again by the day that it names: told 60 days before; when late, the "
        "page says so; 90 days late, it leaves feeds, kit and search",
        why="what was right when it was written may harm somebody by now",
        fix="have a clinician read it again, mend it, and write new days into `last_reviewed` and "
        "`next_review`",
        source="NHS standard for creating health content (2024): planned review; the 60 and 90 "
        "days are our own judgement",
        check=check_review_day,
        applies=HEALTH,
    ),
    Rule(
        id="G-01",
        severity=Severity.WARN,
        title="A translation says who made and who compared it, and is no older than its original; "
        "after 90 days it is hidden",
        why="who reads only that language would act on advice that the practice has changed",
        fix="have somebody who reads both languages compare the two, and approve it again",
        source="45 CFR 92.201(c)(3); the 90 days are our own judgement",
        check=check_translation,
    ),
    Rule(
        id="G-02",
        severity=Severity.BLOCK,
        title="A translation says the same numbers, doses, phone numbers and dates as its original",
        why="a wrong dose, phone number or day in one language harms those who read only that one",
        fix="write it as the other text does; if that one is wrong, mend it there too",
        source="45 CFR 92.201(c)(3)",
        check=check_figures,
    ),
)
