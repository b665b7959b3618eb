"""The rows of the family P: is anybody in the text who should not be?"""

from __future__ import annotations

from collections.abc import Iterable

from plugins.editorial_review.privacy import (
    answers,
    contacts,
    file_names,
    identifiers,
    naming,
    stories,
)
from plugins.editorial_review.rule import Check, Found, Rule
from plugins.editorial_review.subject import Subject
from plugins.practice.posts import Document, Page, Post
from plugins.practice.problems import Severity

_HIPAA = "HIPAA Safe Harbor, 45 CFR 164.514(b)(2)"
_DISCLOSURE = "45 CFR 164.502(a); fines for posts about patients, HHS Office for Civil Rights"
_MEASURED = "our own judgement, measured (docs/privacy-rules.md)"
_ASK = "take it out, or get the person's written consent and name its record in `consent`"

_TEXTS = (Post, Page)
"""A page about a person of the practice may tell of that person."""


def _unless_agreed(check: Check) -> Check:
    """The check, but for posts with a live consent: that person agreed to be told about."""

    def asked(subject: Subject) -> Iterable[Found]:
        return () if subject.setting.has_consent(subject.document) else check(subject)

    return asked


RULES: tuple[Rule, ...] = (
    Rule(
        id="P-01",
        severity=Severity.BLOCK,
        title="No number belongs to one person",
        why="a record number, a date of birth or a plate tells who it is, and cannot be taken back",
        fix="take it out of the file, and out of its history where others can read that",
        source=_HIPAA,
        check=identifiers.check,
        applies=Document,
        waivable=False,
    ),
    Rule(
        id="P-02",
        severity=Severity.BLOCK,
        title="Nothing says what happened to one person on a day",
        why="who was in the waiting room, or reads the local news, knows who it was",
        fix="leave out the day and the person: say what people should do, not what happened",
        source=f"{_HIPAA}: dates finer than a year",
        check=_unless_agreed(stories.dated),
        applies=_TEXTS,
    ),
    Rule(
        id="P-03",
        severity=Severity.BLOCK,
        title="No one person's age is 90 or more",
        why="few people are that old: with a town, the age is a name",
        fix="leave out the age, or write about people of 90 and older in general",
        source=f"{_HIPAA}: ages over 89",
        check=_unless_agreed(stories.very_old),
        applies=_TEXTS,
    ),
    Rule(
        id="P-04",
        severity=Severity.BLOCK,
        title="No text tells of one patient of the practice",
        why="to say that somebody was here is a disclosure, even without a name",
        fix=f"write about people with the illness in general; else {_ASK}",
        source=_DISCLOSURE,
        check=_unless_agreed(stories.own_patient),
        applies=_TEXTS,
    ),
    Rule(
        id="P-05",
        severity=Severity.BLOCK,
        title="Nobody outside the practice is praised, thanked or told of by name",
        why="a kind word from a clinic tells everybody that the person is its patient",
        fix=f"thank people in person; else {_ASK}; staff belong into content/people/",
        source=_DISCLOSURE,
        check=_unless_agreed(stories.praised),
        applies=_TEXTS,
    ),
    Rule(
        id="P-06",
        severity=Severity.WARN,
        title="No text reads as the story of one person",
        why="people recognise themselves and their neighbors, however much is left out",
        fix=f"tell what is true of many; else {_ASK}; keep it when it is about staff or history",
        source=_MEASURED,
        check=_unless_agreed(stories.story),
        applies=_TEXTS,
    ),
    Rule(
        id="P-07",
        severity=Severity.WARN,
        title="Every named person is of the practice or an author of a source",
        why="a name in a clinic's post is taken for a patient's",
        fix="leave the name out; add staff to content/people/; keep it when it is a known figure",
        source=f"{_HIPAA}: names",
        check=_unless_agreed(naming.check),
        applies=Document,
    ),
    Rule(
        id="P-08",
        severity=Severity.WARN,
        title="Every number to call and every address is the practice's own or a public one",
        why="a private number or street leads to one person; a wrong one leads patients astray",
        fix="leave it out, or add it to practice.toml when it is yours",
        source=f"{_HIPAA}: telephone numbers, addresses",
        check=contacts.check,
        applies=Document,
    ),
    Rule(
        id="P-09",
        severity=Severity.WARN,
        title="No detail fits only one person in the area",
        why="initials, the only case in a county, or a job with an illness are as good as a name",
        fix="leave the detail out",
        source=f"{_HIPAA}: any other unique trait",
        check=_unless_agreed(stories.unlike_others),
        applies=_TEXTS,
    ),
    Rule(
        id="P-10",
        severity=Severity.BLOCK,
        title="No two details together tell who somebody is",
        why="age, job, school, day and a rare illness are harmless alone and a name together",
        fix="leave out all but one of them, better all",
        source=f"{_HIPAA}: any other unique trait",
        check=_unless_agreed(stories.recognisable),
        applies=_TEXTS,
    ),
    Rule(
        id="P-11",
        severity=Severity.BLOCK,
        title="No answer says or hints that somebody is a patient",
        why="to confirm it is a disclosure, whatever the other person has told already",
        fix="answer with a reply of the kit's page of replies, and take the rest offline",
        source="45 CFR 164.502(a); New Vision Dental, HHS Office for Civil Rights, December 2022",
        check=answers.check,
        applies=_TEXTS,
    ),
    Rule(
        id="P-12",
        severity=Severity.BLOCK,
        title="No file name names a person",
        why="the name of a picture leaves with it and stands in search engines",
        fix="rename the file after what it shows, and change it where the text names it",
        source=f"{_HIPAA}: names, dates of birth",
        check=file_names.check,
        applies=Document,
    ),
)
