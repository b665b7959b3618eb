"""The one door in: a content folder into the model, with every mistake told at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from plugins.practice.cross_checks import check_templates, check_together
from plugins.practice.documents import read_documents
from plugins.practice.folders import find_filled
from plugins.practice.ledger_files import read_ledgers
from plugins.practice.ledgers import Ledgers
from plugins.practice.own_words import read_own_words
from plugins.practice.people import Person
from plugins.practice.posts import ClosureTemplate, Page, Post
from plugins.practice.practice_file import FILE as PRACTICE_FILE
from plugins.practice.practice_file import read_practice_file
from plugins.practice.problems import Problem, Severity, blocked_files
from plugins.practice.review_files import read_review_files
from plugins.practice.review_records import ReviewRecords
from plugins.practice.settings import Practice
from plugins.practice.source_check_files import read_source_checks
from plugins.practice.source_ledger import FILE as SOURCES_FILE
from plugins.practice.source_ledger import read_source_ledger
from plugins.practice.sources import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """All that a content folder holds. A file that could not be read is only in `problems`."""

    folder: Path
    practice: Practice
    people: Mapping[str, Person] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    posts: tuple[Post, ...] = ()
    pages: tuple[Page, ...] = ()
    drafts: frozenset[str] = frozenset()
    """The files of drafts, also of those too unfinished to be a post."""
    ledgers: Ledgers = field(default_factory=Ledgers)
    closures: tuple[ClosureTemplate, ...] = ()
    """The templates that `close` fills."""
    filled: Mapping[str, ClosureTemplate] = field(default_factory=dict)
    """The text of the template that a notice was filled from, as it was then; by the notice's uid.
    """
    review: ReviewRecords = field(default_factory=ReviewRecords)
    """Approvals, consents and waivers."""
    words: frozenset[str] = frozenset()
    """Words that the practice says are spelled rightly, in small letters."""
    problems: tuple[Problem, ...] = ()

    @property
    def blocked(self) -> frozenset[str]:
        """The files that a problem keeps from being published."""
        return blocked_files(self.problems)


def read_content(folder: Path) -> tuple[Content | None, list[Problem]]:
    """Read a content folder whole.

    The content is None, and only the problems are told, when the folder, its practice.toml or its
    sources.toml (on which nearly every post rests) cannot be read. Every other mistake stands in
    `Content.problems` and leaves the rest readable.
    """
    if not folder.is_dir():
        return None, [_no_folder(folder)]
    practice, problems = read_practice_file(folder / PRACTICE_FILE)
    if practice is None:
        return None, problems
    sources, source_problems = read_source_ledger(folder / SOURCES_FILE)
    problems += source_problems
    if sources is None:
        return None, problems
    ledgers, told = read_ledgers(folder, practice)
    checks, more = read_source_checks(folder)
    review = read_review_files(folder)
    words, unread = read_own_words(folder)
    documents = read_documents(folder, practice, review.copies, find_filled(folder))
    problems += [*told, *more, *unread, *review.problems, *documents.problems]
    people = [document for document in documents.read if isinstance(document, Person)]
    content = Content(
        folder=folder,
        practice=practice,
        sources=sources,
        people={person.slug: person for person in reversed(people)},
        posts=tuple(
            d for d in documents.read if isinstance(d, Post) and not isinstance(d, ClosureTemplate)
        ),
        closures=tuple(d for d in documents.read if isinstance(d, ClosureTemplate)),
        filled={
            uid: copy for uid, copy in documents.filled.items() if isinstance(copy, ClosureTemplate)
        },
        drafts=documents.drafts,
        ledgers=replace(ledgers, sources=checks),
        review=review.with_copies(documents.copies),
        words=words,
        pages=tuple(d for d in documents.read if isinstance(d, Page)),
    )
    homes = content.review.homes
    problems += check_together(content.posts, content.pages, people, practice, folder, homes)
    problems += check_templates(content.closures, content.posts, people, practice)
    return replace(content, problems=tuple(problems)), problems


def _no_folder(folder: Path) -> Problem:
    return Problem(
        rule="no-content",
        severity=Severity.BLOCK,
        file=str(folder),
        line=1,
        what="there is no such folder",
        why="everything is built from the content folder",
        fix="check the spelling, or leave --content out to use content/",
    )
