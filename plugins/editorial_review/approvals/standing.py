"""How an exact text stands: who has approved it, and who is still missing.

The rule: two different people, at least one of them clinical, at least one of them not an author.
A text that names doses needs two clinicians.
A translation takes the clinical yes from the text that it was compared with, and needs two people
who read its language, at least one of them not the translator.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from plugins.editorial_review.approvals.hashing import is_meant
from plugins.editorial_review.approvals.identity import distinct, person_of, same_person
from plugins.editorial_review.approvals.rows import fault_of, rows_for
from plugins.editorial_review.claims.doses import needs_two_clinicians
from plugins.editorial_review.subject import Setting
from plugins.editorial_review.texts import all_passages
from plugins.practice.people import Person
from plugins.practice.posts import Post
from plugins.practice.review_records import Approval

CONSENT = "a live consent of the person whom it is about"
"""What is missing when somebody has answered that it is about a real person."""


@dataclass(frozen=True, slots=True)
class Standing:
    """The approvals of one exact text."""

    text: str
    """Its hash."""
    given: tuple[Approval, ...]
    """Those that count, the last of each person."""
    missing: tuple[str, ...]
    """What it still needs, in words; empty: nothing."""
    uncounted: tuple[str, ...] = ()
    """Why others do not count: 'that of "b-ortiz" does not count: ...'."""

    @property
    def is_approved(self) -> bool:
        """Whether enough people have said yes to exactly this text."""
        return not self.missing


def standing_of(post: Post, text_hash: str, setting: Setting) -> Standing:
    """How the text of a post with that hash stands."""
    original = original_of(post, setting)
    rows = rows_for(post, text_hash, setting)
    faults = [fault_of(row, post, setting) or _unlike(row, post, original, setting) for row in rows]
    own = [row for row, fault in zip(rows, faults, strict=True) if not fault]
    filled = [r for r in setting.facts.filled.get(text_hash, ()) if r.person in setting.people]
    given = tuple({row.person: row for row in (*filled, *own)}.values())
    people = distinct(setting.people[row.person] for row in given)
    if original:
        missing = [*_missing_for_translation(people, post, setting)]
    else:
        missing = [*_missing(people, _clinicians(given, setting), post, setting)]
    if any(row.about_a_person for row in (*rows, *filled)) and not setting.has_consent(post):
        missing.append(CONSENT)
    uncounted = [
        f'that of "{row.person}" does not count: {fault}'
        for row, fault in zip(rows, faults, strict=True)
        if fault
    ]
    once = {person.slug for person in people}
    uncounted += [
        f'that of "{row.person}" counts no second time: the same person has approved under '
        "another id"
        for row in given
        if row.person not in once
    ]
    return Standing(text_hash, given, tuple(missing), tuple(uncounted))


def original_of(post: Post, setting: Setting) -> Post | None:
    """What a translation translates, else None; its approved copy where its file is damaged."""
    found = setting.original_of(post)
    if found or post.lang == setting.practice.lang:
        return found
    copies = (record.copy for record in setting.records.approvals.values())
    own = (copy for copy in copies if copy and copy.lang == setting.practice.lang)
    return next((c for c in own if (c.kind, c.slug) == (post.kind, post.slug)), None)


def wrote(person: Person, post: Post, setting: Setting) -> bool:
    """Whether the person is one of the authors, under this id or another."""
    authors = (setting.people[name] for name in post.authors if name in setting.people)
    return person.slug in post.authors or any(same_person(person, author) for author in authors)


def translated(person: Person, post: Post, setting: Setting) -> bool:
    """Whether the person is the translator, whom the post names by id or by name."""
    translator = person_of(post.translated_by, setting.people)
    return translator is not None and same_person(person, translator)


def reads(person: Person, lang: str) -> bool:
    """Whether the person's file names the language."""
    plain = lang.partition("-")[0].lower()
    return plain in {tag.partition("-")[0].lower() for tag in person.languages}


def _clinicians(given: tuple[Approval, ...], setting: Setting) -> int:
    clinical = (r for r in given if r.role == "clinical" and setting.people[r.person].clinical)
    return len(distinct(setting.people[row.person] for row in clinical))


def _missing(people: list[Person], clinicians: int, post: Post, setting: Setting) -> Iterator[str]:
    yield from _missing_people(len(people))
    if not clinicians:
        yield "an approval by a clinician"
    elif clinicians == 1 and needs_two_clinicians(post, all_passages(post)):
        yield "an approval by a second clinician, because it names doses (C-07)"
    if all(wrote(person, post, setting) for person in people):
        yield "an approval by somebody who is not an author"


def _missing_for_translation(people: list[Person], post: Post, setting: Setting) -> Iterator[str]:
    yield from _missing_people(len(people))
    if all(translated(person, post, setting) for person in people):
        yield f"an approval by somebody who reads {post.lang} and did not translate it"


def _missing_people(count: int) -> Iterator[str]:
    if count < 2:
        yield "one more approval" if count else "two approvals"


def _unlike(row: Approval, post: Post, original: Post | None, setting: Setting) -> str:
    """Why the approval of a translation does not count; empty where it does."""
    if original is None:
        return ""
    if not reads(setting.people[row.person], post.lang):
        return f'`languages` in the file of the person does not name "{post.lang}"'
    if not row.original:
        return "it does not say with which original the translation was compared"
    if post.source_hash and not is_meant(post.source_hash, row.original):
        return "`source_hash` names another text of the original than the one that was compared"
    if not standing_of(original, row.original, setting).is_approved:
        return f"the text of {original.file} that it was compared with is not approved"
    return ""
