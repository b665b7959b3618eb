"""What a plan finds in the parts of the content that no single post answers for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from plugins.cited_sources.checking.works import works_of
from plugins.cited_sources.checks import check_ledger, check_text
from plugins.cited_sources.consequences.accepting import check_accepted
from plugins.cited_sources.consequences.known import KnownWorks
from plugins.cited_sources.consequences.problems import entry_problems, problems_of
from plugins.networks.checks import check_networks
from plugins.practice.posts import Document, Post
from plugins.practice.problems import Problem
from plugins.practice.reading import Content
from plugins.share_graphics.findings import brand_problems


def practice_problems(content: Content, today: date, waiting: Sequence[Post] = ()) -> list[Problem]:
    """What is wrong with the ledger of sources, pages, people, networks and the brand.

    `waiting`: newer texts, which may rest on sources, too.
    """
    others = (*content.pages, *content.people.values())
    return [
        *check_ledger(
            content.sources,
            today,
            practice=content.practice,
            documents=(*content.posts, *waiting, *others),
        ),
        *(p for d in others for p in check_text(d, content.sources, practice=content.practice)),
        *check_networks(content.practice),
        *brand_problems(content.practice),
    ]


def known_works(content: Content, today: date) -> KnownWorks:
    """The works that the content rests on, with what `check-sources` has found out."""
    people = content.people
    return KnownWorks(
        works=works_of(
            content.posts, content.pages, people.values(), content.sources, content.practice
        ),
        checks=content.ledgers.sources,
        people=people,
        today=today,
    )


def source_problems(documents: Iterable[Document], known: KnownWorks) -> Iterator[Problem]:
    """What is known of the works that the documents cite."""
    for document in documents:
        yield from problems_of(document, known)


def entries_problems(known: KnownWorks) -> Iterator[Problem]:
    """What is known of the entries of sources.toml, and of what a person has accepted of it."""
    yield from entry_problems(known)
    yield from check_accepted(known)
