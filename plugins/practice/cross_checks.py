"""What can only be seen when all files are read: names that point at nothing, and doubles."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, time
from itertools import chain
from pathlib import Path

from plugins.practice.fields import did_you_mean
from plugins.practice.folders import FOLDERS
from plugins.practice.images import check_image, check_own_image
from plugins.practice.new_files import LEFTOVERS
from plugins.practice.people import Person
from plugins.practice.posts import (
    Article,
    Document,
    HealthPost,
    Link,
    Notice,
    Page,
    Post,
    Question,
    day_of,
)
from plugins.practice.posts import Event as EventPost
from plugins.practice.practice_file import FILE as PRACTICE_FILE
from plugins.practice.problems import Problem
from plugins.practice.settings import Practice


def check_together(
    posts: Sequence[Post],
    pages: Sequence[Page],
    team: Sequence[Person],
    practice: Practice,
    folder: Path,
    homes: Collection[tuple[str, str]] = (),
) -> list[Problem]:
    """Every problem between files: unknown ids, repeated slugs and uids, images that are none.

    `homes`: the uid and the file of each post that was approved; a copy of it comes second.
    """
    people = {person.slug: person for person in team}
    documents = (*posts, *pages, *team)
    return [
        *chain.from_iterable(_check_text(document) for document in documents),
        *chain.from_iterable(_check_times(post) for post in posts),
        *_repeated(_oldest_first(team), "slug", lambda person: person.slug, _SLUG_WHY),
        *chain.from_iterable(_check_names(post, people, practice) for post in posts),
        *chain.from_iterable(_check_image(post, folder) for post in posts),
        *chain.from_iterable(_check_photo(person, folder) for person in team),
        *_check_brand(practice, folder),
        *_reserved((*posts, *pages), practice),
        *_repeated(_oldest_first(posts), "slug", lambda p: (p.lang, p.slug), _SLUG_WHY),
        *_repeated(_at_home_first(posts, homes), "uid", lambda post: post.uid, _UID_WHY),
        *_repeated(_oldest_first(pages), "slug", lambda p: (p.lang, p.slug), _SLUG_WHY),
    ]


def check_templates(
    templates: Sequence[Post], posts: Sequence[Post], team: Sequence[Person], practice: Practice
) -> list[Problem]:
    """The same of closure templates, which have no address of their own."""
    people = {person.slug: person for person in team}
    files = {template.file for template in templates}
    everything = _oldest_first((*posts, *templates))
    return [
        *chain.from_iterable(_check_names(template, people, practice) for template in templates),
        *(
            problem
            for problem in _repeated(everything, "uid", lambda post: post.uid, _UID_WHY)
            if problem.file in files
        ),
    ]


_SLUG_WHY = "two posts cannot have the same address, nor share a picture's name"
_UID_WHY = "feeds know a post by its uid, and would take the two for one"


def _check_names(post: Post, people: Mapping[str, Person], practice: Practice) -> Iterator[Problem]:
    known = tuple(people)
    yield from _unknown(post, "authors", post.authors, known, "person", "people/")
    yield from _unknown(post, "topics", post.topics, tuple(practice.topics), "topic", PRACTICE_FILE)
    if isinstance(post, HealthPost) and post.reviewed_by:
        yield from _unknown(post, "reviewed_by", (post.reviewed_by,), known, "person", "people/")
    if isinstance(post, HealthPost) and post.quote:
        yield from _unknown(post, "quote.by", (post.quote.by,), known, "person", "people/")
    if isinstance(post, Notice):
        things = (*known, *(place.id for place in practice.places), *practice.services)
        yield from _unknown(
            post, "affects", post.affects, things, "place, person or service", PRACTICE_FILE
        )
    if isinstance(post, EventPost) and post.place:
        places = tuple(place.id for place in practice.places)
        yield from _unknown(post, "place", (post.place,), places, "place", PRACTICE_FILE)


def _unknown(
    post: Post, field: str, ids: Iterable[str], known: tuple[str, ...], thing: str, where: str
) -> Iterator[Problem]:
    # What a translation takes from its original is told there alone.
    for name in ids if field in post.lines else ():
        if name not in known:
            yield post.problem(
                f"unknown-{re.sub('[_.]', '-', field)}",
                field,
                what=f'`{field}` names "{name}", but there is no such {thing} in {where}',
                why="the page would name or link to nobody",
                fix=did_you_mean(name, sorted(known)) if known else f"write {where} first",
            )


def _check_image(post: Post, folder: Path) -> Iterator[Problem]:
    if post.image:
        yield from check_image(
            post.image, folder, post.file, post.line_of("image"), post.kept_images
        )
    if post.image and not post.image_alt:
        yield post.problem(
            "missing-image-alt",
            "image",
            what="`image` has no `image_alt`",
            why="people who cannot see the picture get nothing",
            fix="add a line image_alt that says what the picture shows, in at most 150 characters",
        )


def _check_photo(person: Person, folder: Path) -> Iterator[Problem]:
    if person.photo:
        line = person.line_of("photo")
        yield from check_own_image("photo", person.photo, folder, person.file, line)


def _check_brand(practice: Practice, folder: Path) -> Iterator[Problem]:
    for use, name in (("logo", practice.brand.logo), ("photo", practice.brand.photo)):
        if name:
            line = practice.line_of(f"brand.{use}")
            yield from check_own_image(use, name, folder, PRACTICE_FILE, line)


_OURS = frozenset(
    {*FOLDERS, "topics", "latest", "search", "share", "feeds", "theme", "images", "profiles"}
)
"""Folders of the site and the kit that a page or a post of that name would write into."""


def _reserved(documents: Iterable[Document], practice: Practice) -> Iterator[Problem]:
    taken = _OURS | set(practice.languages)
    for document in documents:
        if document.slug in taken:
            yield document.problem(
                "reserved-slug",
                "slug",
                what=f'the slug "{document.slug}" is the name of a folder of the site or the kit',
                why="its files would land among the site's own",
                fix="rename the file, or give it another slug",
            )


def _repeated(
    documents: Iterable[Document], field: str, key: Callable[..., object], why: str
) -> Iterator[Problem]:
    """Tell each later one of a pair; the first, which readers may know already, stays."""
    first: dict[object, Document] = {}
    for document in documents:
        earlier = first.setdefault(key(document), document)
        if earlier is not document:
            yield document.problem(
                f"repeated-{field}",
                field,
                what=f'the {field} "{getattr(document, field)}" belongs to {earlier.file} already',
                why=why,
                fix="rename this file or give it a slug of its own"
                if field == "slug"
                else "run `new` and take the uid that it writes",
            )


def _oldest_first(documents: Iterable[Document]) -> list[Document]:
    return sorted(documents, key=_age)


def _at_home_first(posts: Sequence[Post], homes: Collection[tuple[str, str]]) -> list[Post]:
    """Those that were approved in their very file before any copy of them."""
    return sorted(posts, key=lambda post: ((post.uid, post.file) not in homes, _age(post)))


def _age(document: Document) -> tuple[bool, str, str]:
    """Translations after what they translate, then by date and file."""
    date = document.date.isoformat() if isinstance(document, Post) else ""
    return document.file.count(".") > 1, date, document.file


def _check_text(document: Document) -> Iterator[Problem]:
    """A text that nobody has written yet, or only the words that `new` put there."""
    leftover = next((words for words in LEFTOVERS if words in document.text), "")
    if leftover:
        before = document.text.partition(leftover)[0]
        yield document.problem(
            "words-of-new",
            document.text_line + before.count("\n"),
            what=f'the text still has the words of `new`: "{leftover[:40]}..."',
            why="they are for the writer, not for patients",
            fix="write your own in their place, or delete them",
        )
    elif not document.text.strip() and isinstance(document, Article | Question | Link | Page):
        yield document.problem(
            "empty-text",
            document.text_line,
            what="there is no text below the fields",
            why="readers would find an empty page",
            fix="write it below the second ---",
        )


def _check_times(post: Post) -> Iterator[Problem]:
    if isinstance(post, Notice | EventPost) and _instant(post.ends) < _instant(post.starts):
        yield post.problem(
            "ends-before-starts",
            "ends",
            what=f"`ends` ({post.ends}) is before `starts` ({post.starts})",
            why="readers could not tell when it holds",
            fix="exchange them, or correct the day",
        )


def _instant(moment: date | datetime) -> tuple[date, time]:
    """A whole day begins with its first minute, whatever else that day has."""
    return day_of(moment), moment.time() if isinstance(moment, datetime) else time.min
