"""What a writer is told about a text that is not approved: by whom it was read, who could, how."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from plugins.editorial_review.approvals.identity import distinct, same_person
from plugins.editorial_review.approvals.rows import LANG
from plugins.editorial_review.approvals.standing import (
    CONSENT,
    Standing,
    original_of,
    reads,
    standing_of,
    translated,
    wrote,
)
from plugins.editorial_review.subject import Setting
from plugins.practice.amounts import joined
from plugins.practice.dates import short_day
from plugins.practice.people import Person
from plugins.practice.posts import Post
from plugins.practice.review_records import Approval

_MOST_NAMED = 4


def what_is_missing(post: Post, standing: Standing, setting: Setting) -> str:
    """Who has approved the text, and what it still needs, in a sentence or two."""
    missing = joined([m for m in standing.missing if m != CONSENT])
    said = [_before(post, standing, setting), f"it still needs {missing}"]
    return "; ".join([*filter(None, said), *standing.uncounted, *_public(post, standing, setting)])


def how_to_approve(post: Post, standing: Standing, setting: Setting) -> str:
    """The exact command, and who could type it."""
    original = original_of(post, setting)
    if original and not standing_of(original, _text_of(original, setting), setting).is_approved:
        return f"approve {original.file} first, since this is its translation; then this one"
    could = who_could(post, standing, setting)
    if not could:
        return (
            f"nobody of people/ can: {_whom_to_add(post, standing, setting)} "
            "(python3 tasks.py new person; outside: true in the file of somebody who only reads "
            "for you)"
        )
    command = f"python3 tasks.py approve {post.file} --as"
    if len(could) == 1:
        return f"let {could[0].name} read it, and type: {command} {could[0].slug}"
    names = ", ".join(_named(person) for person in could[:_MOST_NAMED])
    return f"let somebody read it, and type: {command} NAME, for NAME one of: {names}"


def who_could(post: Post, standing: Standing, setting: Setting) -> list[Person]:
    """The people whose approval brings the text nearer to publication, clinicians first."""
    given = [setting.people[row.person] for row in standing.given]
    there = (p for p in setting.people.values() if not (p.left and p.left <= setting.today))
    fresh = [p for p in distinct(there) if not any(same_person(p, other) for other in given)]
    wanted = _wanted(fresh, post, standing, setting)
    return sorted(wanted, key=lambda person: (not person.clinical, person.slug))


def _wanted(
    people: Sequence[Person], post: Post, standing: Standing, setting: Setting
) -> list[Person]:
    """Those who bring all that is missing; where nobody does, those who bring some of it."""
    fits: tuple[tuple[str, Callable[[Person], bool]], ...] = (
        ("clinician", lambda p: p.clinical),
        ("not an author", lambda p: not wrote(p, post, setting)),
        ("did not translate", lambda p: not translated(p, post, setting)),
    )
    is_translation = original_of(post, setting) is not None
    able = [p for p in people if reads(p, post.lang) or not is_translation]
    asked = [fit for words, fit in fits if _lacks(standing, words)]
    if not standing.given or not asked:
        return able
    whole = [p for p in able if all(fit(p) for fit in asked)]
    return whole or [p for p in able if any(fit(p) for fit in asked)]


def _lacks(standing: Standing, words: str) -> bool:
    return any(words in missing for missing in standing.missing)


def _whom_to_add(post: Post, standing: Standing, setting: Setting) -> str:
    if original_of(post, setting):
        return f"add a person whose `languages` name {post.lang}"
    clinician = "a clinician" if _lacks(standing, "clinician") else "a person"
    return f"add {clinician} who is not an author"


def _text_of(original: Post, setting: Setting) -> str:
    return setting.facts.texts.get(original.file) or setting.facts.copies.get(original.uid, "")


def _named(person: Person) -> str:
    return f"{person.slug} (clinical)" if person.clinical else person.slug


def _before(post: Post, standing: Standing, setting: Setting) -> str:
    """Who approved this text, or the one before it."""
    if standing.given:
        return f"approved by {_who_and_when(standing.given, setting)}"
    record = setting.records.approvals.get(post.uid)
    earlier = [row for row in record.approvals if row.text != standing.text] if record else []
    if not earlier:
        return "nobody has approved this text" if not standing.uncounted else ""
    last = [row for row in earlier if row.text == earlier[-1].text]
    return f"the text has changed since {_who_and_when(last, setting)} approved it"


def _who_and_when(rows: Sequence[Approval], setting: Setting) -> str:
    latest = {row.person: row for row in rows}
    return joined([f"{_name(row.person, setting)} ({day_of(row)})" for row in latest.values()])


def day_of(row: Approval) -> str:
    """ "Nov 21, 2026"."""
    return short_day(row.on, LANG)


def _name(person: str, setting: Setting) -> str:
    found = setting.people.get(person)
    return found.name if found else f'"{person}"'


def _public(post: Post, standing: Standing, setting: Setting) -> Iterator[str]:
    """That an earlier text stays public meanwhile, and of which day."""
    text = setting.facts.texts.get(post.file)
    if post.file in setting.facts.waiting and text and text != standing.text:
        rows = standing_of(post, text, setting).given
        if rows:
            yield f"the approved text of {day_of(max(rows, key=lambda row: row.on))} stays public"
