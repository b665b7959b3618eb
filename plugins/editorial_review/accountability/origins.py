"""Rules A-07 and A-09: whose story it is, and whether a program wrote any of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.editorial_review.freshness.reviews import is_health
from plugins.editorial_review.prose import Part, Passage
from plugins.editorial_review.rule import Found
from plugins.editorial_review.subject import Subject
from plugins.practice.posts import HealthPost, Post

HELPED_WITH = ("none", "draft", "translation", "image")
"""What `ai_assisted` may say; several with commas."""

_STORY = re.compile(
    r"\b(?:patient|survivor|success|recovery)(?:['\u2019]s)? stor(?:y|ies)\b"
    r"|\b(?:story|journey) of (?:a|one|our|an) (?:\w{1,20} )?"
    r"(?:patients?|woman|man|boy|girl|child|mother|father|family)\b"
    r"|\bin (?:her|his|their|my) own words\b|\btestimonials?\b"
    r"|\b(?:her|his|my) (?:[\w-]{1,20} )?journey\b"
    r"|\bhistorias? de (?:[eé]xito|recuperaci[oó]n|(?:un|una|nuestr[oa]s?) pacientes?)\b"
    r"|\btestimonios?\b|\ben sus? propias palabras\b",
    re.IGNORECASE,
)


def check_story(subject: Subject) -> Iterator[Found]:
    """A person's story without a consent (A-07)."""
    post = subject.document
    assert isinstance(post, Post)
    if post.consent:
        return
    for passage in subject.passages:
        told = _STORY.search(passage.text) if _announces(passage) else None
        if told:
            where = passage.field if passage.field in ("title", "summary") else passage.line
            yield Found(at=where, what=f'it seems to tell a person\'s story ("{told[0]}")')
            return


def _announces(passage: Passage) -> bool:
    """Whether it says what the post is about: a story is announced, a mention is none."""
    return passage.field in ("title", "summary") or passage.part is Part.HEADING


def check_ai(subject: Subject) -> Iterator[Found]:
    """Help by a program that is not stated, or that no licensed person answers for (A-09)."""
    post = subject.document
    if not isinstance(post, HealthPost) or not is_health(post):
        return
    if not post.ai_assisted:
        if subject.setting.original_of(post) is None:
            yield Found(at="ai_assisted", what="`ai_assisted` is missing")
        return
    stated = {word.strip().lower() for word in post.ai_assisted.split(",")}
    unknown = sorted(stated - {*HELPED_WITH})
    if unknown:
        yield Found(
            at="ai_assisted",
            what=f'`ai_assisted` says "{unknown[0]}"',
            fix=f"write one of: {', '.join(HELPED_WITH)}; several with commas",
        )
    elif stated != {"none"} and not _is_answered_for(post, subject):
        yield Found(
            at="ai_assisted",
            what=f'a program helped ("{post.ai_assisted}"), and no clinician is named who checked',
            fix="name the clinician at `reviewed_by`; "
            "in a translation, who read it at `translation_reviewed_by`",
        )


def _is_answered_for(post: HealthPost, subject: Subject) -> bool:
    if subject.setting.original_of(post):
        return bool(post.translation_reviewed_by)
    person = subject.setting.people.get(post.reviewed_by)
    return person is not None and person.clinical
