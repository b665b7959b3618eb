"""A rule lifted for one file: by a named person, for a reason, until a day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from plugins.editorial_review.rule import Rule
from plugins.editorial_review.subject import Setting
from plugins.practice.dates import long_day
from plugins.practice.fields import did_you_mean
from plugins.practice.problems import Problem, Severity
from plugins.practice.review_files import WAIVERS_FILE
from plugins.practice.review_records import Waiver

LONGEST = timedelta(days=366)
"""A year and a day: what is lifted for longer is looked at by nobody. Our own judgement."""


def lifted(problems: Iterable[Problem], setting: Setting, rules: Sequence[Rule]) -> list[Problem]:
    """The problems; those that a live waiver lifts are notes that say who lifted them and why."""
    known = by_name(rules)
    live = {
        (id_of(waiver.rule, known), _file(waiver)): waiver
        for waiver in setting.records.waivers
        if not list(_faults(waiver, setting, known))
    }
    found = ((p, live.get((id_of(p.rule, known), p.file))) for p in problems)
    return [_as_note(problem, waiver) if waiver else problem for problem, waiver in found]


def check_waivers(setting: Setting, rules: Sequence[Rule]) -> list[Problem]:
    """The waivers that lift nothing, and why."""
    known = by_name(rules)
    return [
        fault for waiver in setting.records.waivers for fault in _faults(waiver, setting, known)
    ]


def by_name(rules: Sequence[Rule]) -> Mapping[str, Rule]:
    """Every rule by its id, and by each name under which another room tells of it."""
    return {name: rule for rule in rules for name in (rule.id, *rule.told_as)}


def id_of(name: str, known: Mapping[str, Rule]) -> str:
    """The id of the rule that is called `name`, else the name itself."""
    return known[name].id if name in known else name


def _file(waiver: Waiver) -> str:
    return waiver.file.removeprefix("content/")


def _as_note(problem: Problem, waiver: Waiver) -> Problem:
    if problem.severity is Severity.NOTE:
        return problem
    until = long_day(waiver.until, "en")
    what = f"{problem.what} ({waiver.who} lets this stand until {until}: {waiver.why})"
    return replace(problem, severity=Severity.NOTE, what=what)


def _faults(waiver: Waiver, setting: Setting, known: Mapping[str, Rule]) -> Iterator[Problem]:
    rule = known.get(waiver.rule)
    person = setting.people.get(waiver.who)
    if rule is None:
        what = f'there is no rule "{waiver.rule}" that could be lifted'
        yield _fault(waiver, what, f"{did_you_mean(waiver.rule, _ids(known))}; see docs/rules.md")
    elif not rule.waivable:
        what = f'rule {rule.id} ("{rule.title}") cannot be lifted by anybody'
        yield _fault(waiver, what, f"delete the waiver, and mend the post: {rule.fix}")
    if person is None:
        what = f'`who` is "{waiver.who}", and there is no such person'
        yield _fault(waiver, what, did_you_mean(waiver.who, sorted(setting.people)))
    elif person.left and person.left <= setting.today:
        yield _fault(waiver, f"{person.name} has left", "let somebody else answer for it")
    if waiver.until < setting.today:
        what = f"the waiver of {waiver.rule} for {waiver.file} ended on {_day(waiver)}"
        yield _fault(waiver, what, "mend what it let stand, or decide anew and write a later day")
    elif waiver.until > setting.today + LONGEST:
        what = f"the waiver of {waiver.rule} for {waiver.file} would last until {_day(waiver)}"
        yield _fault(waiver, what, "write a day within a year from now")


def _ids(known: Mapping[str, Rule]) -> list[str]:
    return sorted({rule.id for rule in known.values() if rule.waivable})


def _day(waiver: Waiver) -> str:
    return long_day(waiver.until, "en")


def _fault(waiver: Waiver, what: str, fix: str) -> Problem:
    return Problem(
        rule="waiver-without-effect",
        severity=Severity.WARN,
        file=WAIVERS_FILE,
        line=waiver.line,
        what=what,
        why="it lifts nothing: what it was written for counts in full",
        fix=fix,
    )
