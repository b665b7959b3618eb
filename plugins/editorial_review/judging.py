"""Every rule asked of every document; what is waived, and what a practice raises, taken in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from plugins.editorial_review.catalogue import RULES
from plugins.editorial_review.privacy.secrets import secrets_of, without_secrets
from plugins.editorial_review.rule import Found, Rule, family_of
from plugins.editorial_review.subject import Outgoing, Setting, Subject
from plugins.editorial_review.texts import all_passages
from plugins.editorial_review.waivers import by_name, check_waivers, id_of, lifted
from plugins.practice.posts import ClosureTemplate, Document
from plugins.practice.practice_file import FILE as PRACTICE_FILE
from plugins.practice.problems import Problem, Severity

OutgoingOf = Callable[[Document], tuple[Outgoing, ...]]

PRIVACY = "P"
"""The family of rules whose findings no message may repeat."""

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
    return found


def judge_practice(setting: Setting, rules: Sequence[Rule] = RULES) -> list[Problem]:
    """What the rules for the practice as a whole find."""
    found = [
        # What is asked of the practice as a whole holds nothing: a closure must still go out.
        replace(_problem(rule, place, place.file), stays_public=True)
        for rule in rules
        if rule.check_practice
        for place in rule.check_practice(setting)
    ]
    return [*found, *_unknown_names(setting, rules), *check_waivers(setting, rules)]


def with_waivers(
    problems: Iterable[Problem], setting: Setting, rules: Sequence[Rule] = RULES
) -> list[Problem]:
    """The problems of all rooms as they weigh at the practice's level; what a waiver lifts is a
    note."""
    known = by_name(rules)
    return lifted([raised(problem, setting, known) for problem in problems], setting, rules)


def secrets_found(
    problems: Iterable[Problem], documents: Iterable[Document], setting: Setting
) -> Mapping[str, frozenset[str]]:
    """What no message and no list may repeat, by file: the names and numbers of somebody in
    documents in which a rule of privacy has found something, and in what they are compared with."""
    told = {_original(p.file) for p in problems if family_of(p.rule) == PRIVACY}
    together = [document for document in documents if _original(document.file) in told]
    secrets: dict[str, frozenset[str]] = {}
    for document in together:
        subject = Subject(document=document, passages=all_passages(document), setting=setting)
        name = _original(document.file)
        secrets[name] = secrets.get(name, frozenset()) | secrets_of(subject)
    return {document.file: secrets[_original(document.file)] for document in together}


def _original(file: str) -> str:
    """The name that a file shares with its translations: "articles/flu"."""
    folder, _, name = file.rpartition("/")
    return f"{folder}/{name.partition('.')[0]}"


def hiding(problem: Problem, secrets: frozenset[str]) -> Problem:
    """A problem of any room without them: other rules quote the same words."""
    what, fix = (without_secrets(text, secrets) for text in (problem.what, problem.fix))
    return replace(problem, what=what, fix=fix)


def raised(problem: Problem, setting: Setting, known: Mapping[str, Rule]) -> Problem:
    """A warning that blocks at the practice's level does so."""
    review = setting.practice.review
    if review.level != "strict" or problem.severity is not Severity.WARN:
        return problem
    name = id_of(problem.rule, known)
    wanted = {*(review.block or RAISED)}
    is_raised = name in wanted or (name in known and family_of(name) in wanted)
    return replace(problem, severity=Severity.BLOCK) if is_raised else problem


def _unknown_names(setting: Setting, rules: Sequence[Rule]) -> Iterator[Problem]:
    """Rules that `[review] block` names and that are not there."""
    allowed = sorted({name for rule in rules for name in (rule.id, rule.family)})
    for name in setting.practice.review.block:
        if name not in allowed:
            yield Problem(
                rule="unknown-rule",
                severity=Severity.WARN,
                file=PRACTICE_FILE,
                line=setting.practice.line_of("review.block"),
                what=f'`block` names "{name}", and there is no such rule',
                why="nothing is held for it",
                fix='write a rule like "R-02" or a family like "R"; docs/rules.md has all of them',
            )


def _of_document(rule: Rule, subject: Subject) -> Iterator[Problem]:
    # The days and places of a template are those of the notice that is filled from it.
    is_open = isinstance(subject.document, ClosureTemplate) and rule.family == "H"
    if rule.check and isinstance(subject.document, rule.applies) and not is_open:
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
