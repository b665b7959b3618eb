"""Every rule asked of every document; what is waived, and what a practice raises, taken in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from plugins.editorial_review.catalogue import RULES
from plugins.editorial_review.rule import Found, Rule
from plugins.editorial_review.subject import Outgoing, Setting, Subject
from plugins.editorial_review.texts import all_passages
from plugins.editorial_review.waivers import lifted
from plugins.practice.posts import Document
from plugins.practice.problems import Problem, Severity

OutgoingOf = Callable[[Document], tuple[Outgoing, ...]]

RAISED = ("A", "C", "E", "G", "I", "K", "P")
"""The families whose warnings block at "strict", where the practice names none."""


def judge(
    documents: Iterable[Document],
    setting: Setting,
    outgoing: Mapping[str, tuple[Outgoing, ...]] | None = None,
    rules: Sequence[Rule] = RULES,
) -> list[Problem]:
    """What the rules find, waivers not yet taken in. `outgoing`: texts for networks, by file."""
    found = []
    for document in documents:
        subject = Subject(
            document=document,
            passages=all_passages(document),
            setting=setting,
            outgoing=(outgoing or {}).get(document.file, ()),
        )
        found += [p for rule in rules for p in _of_document(rule, subject)]
    return [raised(problem, setting) for problem in found]


def judge_practice(setting: Setting, rules: Sequence[Rule] = RULES) -> list[Problem]:
    """What the rules for the practice as a whole find."""
    found = [
        _problem(rule, place, place.file)
        for rule in rules
        if rule.check_practice
        for place in rule.check_practice(setting)
    ]
    return [raised(problem, setting) for problem in found]


def with_waivers(problems: Iterable[Problem], setting: Setting) -> list[Problem]:
    """The problems of all rooms, those that a waiver lifts told as notes."""
    return lifted(problems, setting.records.waivers, setting, RULES)


def raised(problem: Problem, setting: Setting) -> Problem:
    """A warning that blocks at the practice's level."""
    review = setting.practice.review
    wanted = review.block or RAISED
    named = {problem.rule, problem.rule.partition("-")[0]}
    raises = review.level == "strict" and problem.severity is Severity.WARN and named & {*wanted}
    return replace(problem, severity=Severity.BLOCK) if raises else problem


def _of_document(rule: Rule, subject: Subject) -> Iterator[Problem]:
    if rule.check and isinstance(subject.document, rule.applies):
        for place in rule.check(subject):
            yield _problem(rule, place, subject.document.file, subject.document)


def _problem(rule: Rule, place: Found, file: str, document: Document | None = None) -> Problem:
    line = place.at if isinstance(place.at, int) else document.line_of(place.at) if document else 1
    return Problem(
        rule=rule.id,
        severity=place.severity or rule.severity,
        file=place.file or file,
        line=line,
        what=place.what,
        why=rule.why,
        fix=place.fix or rule.fix,
    )
