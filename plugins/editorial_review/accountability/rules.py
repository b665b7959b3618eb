"""The rows of family A that ask who stands behind a text. A-03 and A-04 are told elsewhere."""

from __future__ import annotations

from plugins.editorial_review.accountability.changes import check_changes, check_review_moved
from plugins.editorial_review.accountability.interests import check_disclosures
from plugins.editorial_review.accountability.origins import check_ai, check_story
from plugins.editorial_review.accountability.people import check_authors, check_review
from plugins.editorial_review.rule import HEALTH, Rule
from plugins.practice.problems import Severity

RULES: tuple[Rule, ...] = (
    Rule(
        id="A-01",
        severity=Severity.BLOCK,
        title="Readers can see who wrote it: a name, credentials or a role, and a few sentences",
        why="readers judge health advice by who gives it, and cannot when they find nobody",
        fix="name a person of people/ at `authors`, and fill in that person's file",
        source="JAMA benchmarks: authorship (Silberg 1997); NHS standard for health content (2024)",
        check=check_authors,
    ),
    Rule(
        id="A-02",
        severity=Severity.BLOCK,
        title="A clinician has checked it, and a day is set for the next check: within 36 months, "
        "12 for medicines and vaccines; an alert within 7 days",
        why="health advice goes out of date without anybody noticing, and patients act on it",
        fix="have a clinician check it, then write `reviewed_by`, `last_reviewed`, `next_review`",
        source="NHS standard for creating health content (2024); HSE Ireland: review every 3 years;"
        " 12 months and 7 days: our own judgement",
        check=check_review,
        applies=HEALTH,
    ),
    Rule(
        id="A-05",
        severity=Severity.WARN,
        title="The review day moves only when the text was checked as a whole, sources included",
        why="readers take the day for a check by an expert, not for the day of a small edit",
        fix="read the sources again and put the day into `accessed`; for a small edit, put the old "
        "`last_reviewed` back",
        source="NHS design system, review date: only for a review of the whole page",
        check=check_review_moved,
        applies=HEALTH,
    ),
    Rule(
        id="A-06",
        severity=Severity.BLOCK,
        title="Interests are disclosed, or it is said that there are none",
        why="patients must be able to tell advice from advertising; hidden pay can break the law",
        fix="add disclosures: none, or a list of what readers should know",
        source="JAMA benchmarks: disclosure (Silberg 1997); 16 CFR 255 (general knowledge)",
        check=check_disclosures,
        applies=HEALTH,
    ),
    Rule(
        id="A-07",
        severity=Severity.WARN,
        title="Every file is of a known kind, and a person's story has that person's consent",
        why="a story shows who somebody is, even without a name",
        fix="put the id of the consent into `consent`; without one, tell it about nobody",
        source="45 CFR 164.508; OCR resolution with Cadia Healthcare (30 September 2025)",
        check=check_story,
        told_as=("unread-file",),
    ),
    Rule(
        id="A-08",
        severity=Severity.WARN,
        title="Corrections are told at the end of the page, each with its day, and stay there",
        why="who has read the old text, or printed it, must be able to see what was wrong",
        fix="add a line to `changes` with the day and what has changed",
        source="HONcode: transparency; our own judgement on numbers",
        check=check_changes,
    ),
    Rule(
        id="A-09",
        severity=Severity.WARN,
        title="It is stated whether a program wrote, translated or drew any of it",
        why="programs invent facts; some states ask for a notice unless a licensed person checked",
        fix="add ai_assisted: none, or what a program did: draft, translation, image",
        source="California Health and Safety Code 1339.75",
        check=check_ai,
        applies=HEALTH,
    ),
)
