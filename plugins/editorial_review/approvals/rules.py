"""The two rules that only people can meet, and that nobody can waive."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.editorial_review.approvals.rows import rows_for
from plugins.editorial_review.approvals.standing import CONSENT, standing_of
from plugins.editorial_review.approvals.telling import how_to_approve, what_is_missing
from plugins.editorial_review.rule import Found, Rule
from plugins.editorial_review.subject import Subject
from plugins.practice.posts import Post
from plugins.practice.problems import Severity
from plugins.practice.review_files import approval_file


def _check_approvals(subject: Subject) -> Iterator[Found]:
    post, setting = subject.document, subject.setting
    if not isinstance(post, Post) or (post.withdrawn and post.withdrawn <= setting.today):
        return
    if post.uid in setting.records.damaged:
        yield Found(
            at=1,
            what=f"{approval_file(post.uid)} cannot be read, so nobody knows who approved the text",
            fix="mend that file: its own line of this list says how",
        )
        return
    standing = standing_of(post, setting.facts.text_of(post.file), setting)
    if set(standing.missing) - {CONSENT}:
        yield Found(
            at=1,
            what=what_is_missing(post, standing, setting),
            fix=how_to_approve(post, standing, setting),
        )


def _check_answers(subject: Subject) -> Iterator[Found]:
    post, setting = subject.document, subject.setting
    if not isinstance(post, Post):
        return
    rows = rows_for(post, setting.facts.text_of(post.file), setting)
    said = [row.person for row in rows if row.about_a_person]
    if said and not setting.has_consent(post):
        there = (
            f'`consent` "{post.consent}" does not hold' if post.consent else "it has no `consent`"
        )
        yield Found(
            at="consent",
            what=f"{', '.join(said)} answered that it is about a real person, and {there}",
        )


RULES: tuple[Rule, ...] = (
    Rule(
        id="A-03",
        severity=Severity.BLOCK,
        title="Two people have approved exactly this text, one of them a clinician and one of them "
        "not an author",
        why="a mistake that one person does not see reaches every patient who reads it",
        fix="let two people read it, and type: python3 tasks.py approve FILE --as NAME",
        source="NHS standard for creating health content (clinical approval); practices ask for "
        "two people",
        check=_check_approvals,
        waivable=False,
    ),
    Rule(
        id="P-13",
        severity=Severity.BLOCK,
        title="Everybody who approves a text says whether it is about a real person; if so, that "
        "person has consented",
        why="no program knows a story when it reads one, and a patient's story without a written "
        "authorization breaks the law (45 CFR 164.508)",
        fix="make it about nobody, and have it approved again; or write the person's consent into "
        "consents.toml, and its id as `consent` into the file",
        source="45 CFR 164.508 (uses and disclosures for which an authorization is required)",
        check=_check_answers,
        waivable=False,
    ),
)
