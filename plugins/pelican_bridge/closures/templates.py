"""Closure templates under review, and the notices whose words are those of an approved one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from datetime import datetime

from plugins.editorial_review.approvals.hashing import hash_of
from plugins.editorial_review.approvals.standing import Standing, standing_of
from plugins.editorial_review.catalogue import RULES
from plugins.editorial_review.closures.filling import why_not_filled, with_slots
from plugins.editorial_review.closures.slots import Filled, words_of
from plugins.editorial_review.closures.stretch import Stretch, at_minute
from plugins.editorial_review.closures.template_checks import check_template, names_a_picture
from plugins.editorial_review.judging import judge
from plugins.editorial_review.subject import Setting
from plugins.practice.amounts import joined
from plugins.practice.posts import ClosureTemplate, Notice
from plugins.practice.problems import Problem, Severity
from plugins.practice.reading import Content
from plugins.practice.review_files import copy_file
from plugins.practice.review_records import Approval

_OF_APPROVALS = frozenset({"A-03", "A-08", "G-01", "P-13"})
"""Rules that compare with what was approved: a template has its own line about that."""

_NINE = 9 * 60

_PICTURES: Mapping[str, str] = {}


def filled_texts(content: Content, setting: Setting) -> dict[str, tuple[Approval, ...]]:
    """By the hash of a notice's text: who approved the template that it is word for word, but for
    its slots."""
    found = {}
    for post in content.posts:
        if isinstance(post, Notice) and post.template:
            standing = template_standing(post, content, setting)
            if standing:
                # What it would say on networks was not known then, so nothing can have changed.
                found[setting.facts.texts[post.file]] = tuple(
                    replace(row, texts={}) for row in standing.given
                )
    return found


def template_standing(notice: Notice, content: Content, setting: Setting) -> Standing | None:
    """The approvals of the template that a notice was filled from; None: it is not exactly one
    that was approved."""
    for template in _candidates(notice, content):
        if not why_not_filled(notice, template, content.practice):
            standing = standing_of_template(template, content, setting)
            if standing.is_approved:
                return standing
    return None


def template_of(notice: Notice, content: Content) -> ClosureTemplate | None:
    """The template whose words a notice has, approved or not; None: it has words of its own."""
    practice = content.practice
    found = _candidates(notice, content)
    return next((t for t in found if not why_not_filled(notice, t, practice)), None)


def _candidates(notice: Notice, content: Content) -> Iterator[ClosureTemplate]:
    """The text as it was when the notice was filled, then those of today."""
    if notice.uid in content.filled:
        yield content.filled[notice.uid]
    for template in content.closures:
        if (template.reason, template.lang) == (notice.template, notice.lang):
            yield template
            record = content.review.approvals.get(template.uid)
            if record and isinstance(record.copy, ClosureTemplate):
                yield record.copy


@dataclass(frozen=True, slots=True, kw_only=True)
class Usable:
    """The approved words of a template."""

    template: ClosureTemplate
    file: str
    """Where they lie in the content folder: its own file, or the approved copy."""
    given: tuple[Approval, ...]
    newer: tuple[str, ...] = ()
    """What the newest text of its file lacks, where another one is used."""


def usable_template(
    reason: str, lang: str, content: Content, setting: Setting
) -> tuple[Usable | None, tuple[str, ...]]:
    """The approved text of a template; else None and what is missing, in words.

    Where the newest one is not approved, the one that was approved before is used: at 6 a.m. a
    changed comma must not keep a closed door a secret.
    """
    live = next((t for t in content.closures if (t.reason, t.lang) == (reason, lang)), None)
    missing: tuple[str, ...] = ("its file cannot be read, or is not there",)
    if live:
        standing = standing_of_template(live, content, setting)
        if standing.is_approved:
            return Usable(template=live, file=live.file, given=standing.given), ()
        missing = standing.missing
    for uid, record in content.review.approvals.items():
        copy = record.copy
        if isinstance(copy, ClosureTemplate) and (copy.reason, copy.lang) == (reason, lang):
            standing = standing_of_template(copy, content, setting)
            if standing.is_approved:
                found = Usable(
                    template=copy, file=copy_file(uid), given=standing.given, newer=missing
                )
                return found, ()
    return None, missing


def standing_of_template(template: ClosureTemplate, content: Content, setting: Setting) -> Standing:
    """Who has approved the words of a template."""
    among = replace(setting, posts=content.closures)
    standing = standing_of(template, hash_of(template, _PICTURES), among)
    if names_a_picture(template):
        return replace(standing, missing=(*standing.missing, "a text without pictures"))
    return standing


def with_templates(content: Content, file: str) -> Content:
    """What `approve` and `review` look at: for a template's file the templates, else the posts."""
    return as_posts(content) if file.startswith(f"{ClosureTemplate.folder}/") else content


def as_posts(content: Content) -> Content:
    """The content with the templates in the place of its posts: to be reviewed and approved by the
    same commands."""
    uids = {template.uid for template in content.closures}
    kept = {uid: row for uid, row in content.review.approvals.items() if uid in uids}
    review = replace(content.review, approvals=kept)
    return replace(content, posts=content.closures, closures=(), review=review)


def closure_problems(content: Content, setting: Setting) -> Iterator[Problem]:
    """What is wrong with the templates: their slots, what the rules say of their words on some
    day, and who is still to approve them."""
    rules = [rule for rule in RULES if rule.id not in _OF_APPROVALS]
    reviewed = (post for post in content.posts if isinstance(post, ClosureTemplate))
    for template in reviewed:
        yield from check_template(template)
    for template in content.closures:
        yield from check_template(template)
        yield from judge([sample_of(template, setting)], setting, rules=rules)
    yield from _unapproved(content, setting)


def _unapproved(content: Content, setting: Setting) -> Iterator[Problem]:
    """All templates that nobody could use today, told once."""
    missing = [t for t in content.closures if standing_of_template(t, content, setting).missing]
    if missing:
        first = missing[0].file
        names = joined([template.file.rpartition("/")[2] for template in missing])
        yield missing[0].problem(
            "unapproved-closure",
            1,
            severity=Severity.WARN,
            what=f"still without enough approvals: {names}",
            why="`close` uses only words that two people approved before they were needed",
            fix=f"have each approved: python3 tasks.py approve content/{first} --as PERSON; "
            "delete those that you never need",
        )


def sample_of(template: ClosureTemplate, setting: Setting) -> Notice:
    """The template as it would be if all places were closed on the day of the build."""
    practice, day = setting.practice, setting.today
    places = tuple(place.id for place in practice.places)
    opens = at_minute(day, _NINE, practice.zone)
    stretch = Stretch(first=day, last=day)
    filled = Filled(stretch=stretch, opens=opens, places=places, phone=practice.phone)
    words = words_of(filled, practice, template.lang)
    told = {one.name: with_slots(getattr(template, one.name), words) for one in fields(Notice)}
    now = datetime.combine(day, opens.time(), tzinfo=practice.zone)
    return Notice(**(told | {"starts": day, "ends": day, "affects": places, "date": now}))
