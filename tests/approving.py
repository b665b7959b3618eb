"""Approvals for content of tests, as `approve` writes them, without its questions."""

from __future__ import annotations

import functools
from datetime import date, datetime, time
from pathlib import Path
from tempfile import TemporaryDirectory

from plugins.editorial_review.approvals.standing import original_of, reads
from plugins.pelican_bridge.approvals.approving import write_approval
from plugins.pelican_bridge.approvals.outgoing_hashes import outgoing_hashes
from plugins.pelican_bridge.plan import plan_build
from plugins.pelican_bridge.planned import BuildPlan, PlannedPost
from plugins.practice.reading import read_content
from plugins.practice.review_records import Approval
from plugins.share_graphics.cache import GraphicCache

READER = """\
---
name: {name}
role: Reads for the practice
clinical: true
outside: true
languages: [{languages}]
---
A reader from outside.
"""
READERS = {"reader-one": "Rosa Reader", "reader-two": "Ravi Reader"}


def approve_all(folder: Path, today: date = date(2026, 11, 21)) -> None:
    """Two people from outside, whom it adds, approve every post of a content folder as it is."""
    plan = plan_of(folder, today)
    people = folder / "people"
    people.mkdir(exist_ok=True)
    for slug, name in READERS.items():
        languages = ", ".join(plan.content.practice.languages)
        text = READER.format(name=name, languages=languages)
        (people / f"{slug}.md").write_text(text, encoding="utf-8")
    for of_translations in (False, True):
        for person in READERS:
            plan = plan_of(folder, today)
            for file in _files(plan, of_translations=of_translations):
                approve(plan, file, person)


def _files(plan: BuildPlan, *, of_translations: bool) -> list[str]:
    posts = [planned.post for planned in plan.posts]
    setting = plan.setting
    return [p.file for p in posts if (original_of(p, setting) is not None) is of_translations]


def approve(plan: BuildPlan, file: str, person: str, *, about_a_person: bool = False) -> None:
    """One person's yes, whatever is wrong with the text."""
    planned = newest(plan, file)
    original = original_of(planned.post, plan.setting)
    who = plan.content.people[person]
    assert original is None or reads(who, planned.post.lang)
    row = Approval(
        person=person,
        on=plan.today,
        role="clinical" if who.clinical else "reader",
        text=plan.standings[file].text,
        about_a_person=about_a_person,
        texts=outgoing_hashes(planned, plan.content.practice),
        original=plan.public[original.file].text if original else "",
    )
    write_approval(plan, planned.post, row)


def newest(plan: BuildPlan, file: str) -> PlannedPost:
    """The text that a file holds now."""
    found = {planned.post.file: planned for planned in plan.posts} | {**plan.waiting}
    return found[file]


def plan_of(folder: Path, today: date = date(2026, 11, 21)) -> BuildPlan:
    """The plan of a content folder for a day."""
    content, problems = read_content(folder)
    assert content is not None, problems
    moment = datetime.combine(today, time(23, 59), tzinfo=content.practice.zone)
    return plan_build(content, moment, cache=GraphicCache(Path(_cache().name)))


@functools.cache
def _cache() -> TemporaryDirectory[str]:
    """Graphics that were planned once in this run of the tests."""
    return TemporaryDirectory(prefix="approving-")
