"""What a practice lets stand, and what it raises."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from plugins.editorial_review.judging import judge_practice, with_waivers
from plugins.editorial_review.rule import Rule
from plugins.editorial_review.subject import Setting
from plugins.practice.people import Person
from plugins.practice.problems import Problem, Severity
from plugins.practice.review_records import ReviewRecords, Waiver
from plugins.practice.settings import Practice, ReviewSettings

TODAY = date(2026, 11, 21)


def rule(id: str, *, waivable: bool = True, told_as: tuple[str, ...] = ()) -> Rule:
    return Rule(
        id=id,
        severity=Severity.BLOCK,
        title="t",
        why="w",
        fix="mend it",
        source="s",
        waivable=waivable,
        told_as=told_as,
    )


RULES = (rule("C-01", told_as=("too-few-sources",)), rule("A-03", waivable=False), rule("R-02"))
PRACTICE = Practice(
    name="P", short_name="P", site_url="https://p.example", languages=("en",),
    time_zone="America/New_York", phone="+1 212-555-0143",
)  # fmt: skip


def person(slug: str, left: date | None = None) -> Person:
    return Person(
        file=f"people/{slug}.md", title=slug, name=slug, slug=slug, lang="en", text="", left=left
    )


def setting(*waivers: Waiver, review: ReviewSettings | None = None) -> Setting:
    return Setting(
        practice=replace(PRACTICE, review=review or ReviewSettings()),
        today=TODAY,
        people={"ada": person("ada"), "gone": person("gone", date(2026, 11, 1))},
        records=ReviewRecords(waivers=waivers),
    )


def waiver(**changes: object) -> Waiver:
    fields = {
        "rule": "C-01", "file": "articles/x.md", "who": "ada", "why": "a short note",
        "until": date(2026, 12, 1), **changes,
    }  # fmt: skip
    return Waiver(**fields)  # type: ignore[arg-type]


def problem(rule: str = "C-01", severity: Severity = Severity.BLOCK, **changes: str) -> Problem:
    fields = {"file": "articles/x.md", "what": "one source", "why": "w", "fix": "f", **changes}
    return Problem(rule=rule, severity=severity, line=1, **fields)  # type: ignore[arg-type]


def weighed(found: Problem, setting: Setting) -> Problem:
    (only,) = with_waivers([found], setting, RULES)
    return only


def test_a_waiver_lets_one_rule_stand_for_one_file_and_says_who_why_and_until() -> None:
    note = weighed(problem(), setting(waiver()))
    assert note.severity is Severity.NOTE
    assert "ada lets this stand until December 1, 2026: a short note" in note.what
    assert weighed(problem(file="articles/y.md"), setting(waiver())).blocks
    assert weighed(problem("R-02"), setting(waiver())).blocks


def test_a_waiver_names_the_file_with_or_without_its_folder() -> None:
    assert not weighed(problem(), setting(waiver(file="content/articles/x.md"))).blocks


def test_a_waiver_holds_for_what_another_room_tells_of_the_same_rule() -> None:
    assert not weighed(problem("too-few-sources"), setting(waiver())).blocks
    assert not weighed(problem(), setting(waiver(rule="too-few-sources"))).blocks


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"until": date(2026, 11, 20)}, "ended on November 20, 2026"),
        ({"until": date(2028, 1, 1)}, "would last until"),
        ({"rule": "A-03"}, "cannot be lifted by anybody"),
        ({"rule": "C-99"}, "there is no rule"),
        ({"who": "adda"}, "there is no such person"),
        ({"who": "gone"}, "has left"),
    ],
)
def test_a_waiver_that_cannot_hold_lifts_nothing_and_is_told(
    changes: dict[str, object], told: str
) -> None:
    world = setting(waiver(**changes))
    (fault,) = judge_practice(world, RULES)
    assert told in fault.what
    assert weighed(problem(str(changes.get("rule", "C-01"))), world).blocks


def test_a_waiver_holds_through_its_last_day() -> None:
    assert not weighed(problem(), setting(waiver(until=TODAY))).blocks


STRICT = ReviewSettings(level="strict", block=("R",))


@pytest.mark.parametrize(
    ("review", "rule", "blocks"),
    [
        (ReviewSettings(block=("R",)), "R-02", False),
        (STRICT, "R-02", True),
        (STRICT, "C-01", False),
        (replace(STRICT, block=("too-few-sources",)), "C-01", False),
        (replace(STRICT, block=("C-01",)), "too-few-sources", True),
        (ReviewSettings(level="strict"), "C-01", True),
        (ReviewSettings(level="strict"), "R-02", False),
        (ReviewSettings(level="strict"), "Ruined-by-another-room", False),
    ],
)
def test_strict_raises_the_warnings_that_the_practice_names(
    review: ReviewSettings, rule: str, blocks: bool
) -> None:
    found = weighed(problem(rule, Severity.WARN), setting(review=review))
    assert found.blocks is blocks
    assert weighed(problem(rule, Severity.NOTE), setting(review=review)).severity is Severity.NOTE


def test_a_rule_that_a_practice_raises_can_still_be_waived() -> None:
    world = setting(waiver(rule="R-02"), review=STRICT)
    assert weighed(problem("R-02", Severity.WARN), world).severity is Severity.NOTE


def test_a_misspelt_rule_in_the_settings_is_told() -> None:
    (told,) = judge_practice(setting(review=replace(STRICT, block=("R-2", "R", "R-02"))), RULES)
    assert (told.file, told.severity) == ("practice.toml", Severity.WARN)
    assert '"R-2"' in told.what
