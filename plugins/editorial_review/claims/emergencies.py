"""The rules for emergencies (E): whom to call, when, and what a page must never leave out."""

from __future__ import annotations

from plugins.editorial_review.claims.care_cards import ill_formed
from plugins.editorial_review.claims.crises import without_help
from plugins.editorial_review.claims.numbers_to_call import unknown_country, wrong_numbers
from plugins.editorial_review.claims.red_flag_checks import waits_with_a_sign, without_card
from plugins.editorial_review.rule import HEALTH, Rule
from plugins.practice.posts import Document
from plugins.practice.problems import Severity

RULES: tuple[Rule, ...] = (
    Rule(
        id="E-01",
        severity=Severity.BLOCK,
        title="Every health page ends with the notice that it is general information",
        why="A reader may take a page for advice on their own case, or wait for an answer to it.",
        fix="Nothing in a text: the theme prints the notice. Put back the line in the theme's "
        "post.html that includes not_advice.html.",
        source="AMA and state board guidance on websites and social media, as general knowledge; "
        "the wording is our own",
        told_as=("missing-not-advice",),
        waivable=False,
    ),
    Rule(
        id="E-02",
        severity=Severity.WARN,
        title="A page that names a sign of an emergency says in a card when to call for help",
        why="Somebody may read the page with that very sign, and must see at once what to do.",
        fix='Add a card, such as `!!! emergency "Call 911 if:"` with a list below it.',
        source="NHS design system, care cards; our own judgement that `symptom: true` asks for a "
        "card and every other page at least for the plain words; warns on 1.8 % of 2,263 NIH "
        "answers, measured",
        check=without_card,
        applies=HEALTH,
    ),
    Rule(
        id="E-03",
        severity=Severity.BLOCK,
        title="Suicide, poisoning and violence are never named without the number to call",
        why="A reader in that very need must find help on the page, not look for it.",
        fix="Add the number, and how to reach it.",
        source="988lifeline.org, Poison Help (HRSA) and the National Domestic Violence Hotline, "
        "read 2026-11-22; on methods reportingonsuicide.org, as general knowledge; "
        "fires on 0.4 % of 2,263 NIH answers, measured",
        check=without_help,
    ),
    Rule(
        id="E-04",
        severity=Severity.BLOCK,
        title="Numbers for emergencies come from the checked list, and a tap dials them",
        why="One wrong digit, or a number that cannot be tapped, costs minutes in an emergency.",
        fix="Write the number as the checked list has it; a local line needs a waiver by a person "
        "who has called it.",
        source="The list of each country names the source of every number and the day on which it "
        "was read; fires on 0.1 % of 2,263 NIH answers, measured",
        check=wrong_numbers,
        check_practice=unknown_country,
        applies=Document,
    ),
    Rule(
        id="E-05",
        severity=Severity.WARN,
        title="A care card is one heading that says what to do, and one list",
        why="It is read in seconds, by somebody who is afraid.",
        fix='Write it like this: `!!! emergency "Call 911 if:"`, and below it a list.',
        source="NHS design system, care cards",
        check=ill_formed,
    ),
    Rule(
        id="E-06",
        severity=Severity.WARN,
        title="Nobody is told to wait where a sign of an emergency is named",
        why="A reader with the sign may wait, because the page says so two lines further on.",
        fix="Move the waiting to a section of its own, or put a card with the signs above it.",
        source="Our own judgement",
        check=waits_with_a_sign,
        applies=HEALTH,
    ),
)
