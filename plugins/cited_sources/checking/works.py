"""Every work and address that posts, pages and people rest on, each once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from plugins.cited_sources.checking.mentions import Mention, cited_in, mentions_in
from plugins.cited_sources.checking.names import (
    Names,
    in_order,
    names_of_mention,
    names_of_source,
)
from plugins.cited_sources.domains import JOURNAL_TIER, standing_of
from plugins.cited_sources.work import CitedAt, Work
from plugins.practice.people import Person
from plugins.practice.posts import Document, Page, Post
from plugins.practice.settings import Practice
from plugins.practice.source_ledger import FILE as SOURCES_FILE
from plugins.practice.sources import Source

_ALIASES = ("doi", "pmid", "pmcid", "url")
"""Names by which a work is known again. Chapters of one book share its ISBN."""


def works_of(
    posts: Iterable[Post],
    pages: Iterable[Page],
    people: Iterable[Person],
    sources: Mapping[str, Source],
    practice: Practice,
) -> tuple[Work, ...]:
    """The works by id, with every place that rests on them; the entry in sources.toml comes last.

    Left out: what cannot be asked (an address that cannot be right, a call, a mail), the site's own
    pages, and entries without anything to ask.
    """
    documents: tuple[Document, ...] = (*posts, *pages, *people)
    catalogue = _Catalogue(practice)
    catalogue.enter(sources.values())
    for document in documents:
        for source, at in cited_in(document, sources):
            catalogue.cite(source, at)
    catalogue.link(mention for document in documents for mention in mentions_in(document))
    return tuple(sorted(catalogue.works(), key=lambda work: work.id))


@dataclass(slots=True)
class _Draft:
    ids: dict[str, str]
    guessed_doi: str = ""
    source: Source | None = None
    places: dict[CitedAt, None] = field(default_factory=dict)
    entries: list[CitedAt] = field(default_factory=list)

    def fits(self, names: Names) -> bool:
        """Whether no name of the one speaks against the other."""
        return all(
            self.ids[kind] == names.ids[kind]
            for kind in _ALIASES[:3]
            if kind in self.ids and kind in names.ids
        )


class _Catalogue:
    def __init__(self, practice: Practice) -> None:
        self._practice = practice
        self._by_id: dict[str, _Draft] = {}
        self._by_name: dict[tuple[str, str], _Draft] = {}
        self._by_key: dict[str, _Draft] = {}

    def enter(self, sources: Iterable[Source]) -> None:
        """The entries, the best known first: the others are then known again by them."""
        named = [(names_of_source(source), source) for source in sources]
        for names, source in sorted(named, key=lambda pair: pair[0].rank):
            if names.ids and not self._is_own(names):
                draft = self._draft(names)
                draft.source = draft.source or source
                draft.entries.append(CitedAt(file=SOURCES_FILE, line=source.line))
                self._by_key[source.key] = draft

    def cite(self, source: Source, at: CitedAt) -> None:
        if draft := self._by_key.get(source.key):
            draft.places[at] = None

    def link(self, mentions: Iterable[Mention]) -> None:
        """What texts name; the best known first, as above."""
        names: dict[tuple[str, str], Names] = {}
        places: dict[tuple[str, str], dict[CitedAt, None]] = {}
        for found in mentions:
            what = (found.kind, found.value)
            if what not in names:
                names[what] = names_of_mention(*what)
            places.setdefault(what, {})[found.at] = None
        for what in sorted(names, key=lambda what: names[what].rank):
            if names[what].ids and not self._is_own(names[what]):
                self._draft(names[what]).places.update(places[what])

    def works(self) -> Iterator[Work]:
        for draft in self._by_id.values():
            ids = Names(ids=in_order(draft.ids))
            yield Work(
                id=ids.id,
                guessed_doi=draft.guessed_doi if "doi" not in draft.ids else "",
                source=draft.source,
                tier=self._tier(draft),
                cited_at=(*draft.places, *draft.entries),
                **ids.ids,
            )

    def _draft(self, names: Names) -> _Draft:
        draft = self._by_id.get(names.id) or self._known(names)
        if draft is None:
            draft = self._by_id[names.id] = _Draft(dict(names.ids), names.guessed_doi)
        for kind, value in names.ids.items():
            draft.ids.setdefault(kind, value)
            if kind in _ALIASES:
                self._by_name.setdefault((kind, value), draft)
        return draft

    def _known(self, names: Names) -> _Draft | None:
        ids = [(kind, value) for kind, value in names.ids.items() if kind in _ALIASES]
        if names.guessed_doi:
            ids.append(("doi", names.guessed_doi))
        drafts = (self._by_name.get(name) for name in ids)
        return next((draft for draft in drafts if draft and draft.fits(names)), None)

    def _tier(self, draft: _Draft) -> int:
        if draft.source:
            return standing_of(draft.source, self._practice).tier
        if "url" in draft.ids and len(draft.ids) == 1:
            return standing_of(draft.ids["url"], self._practice).tier
        return JOURNAL_TIER

    def _is_own(self, names: Names) -> bool:
        """Whether it is a page of the site itself, which is looked at on this machine."""
        if "url" not in names.ids or names.rank < _ALIASES.index("url"):
            return False
        return f"{_place(names.ids['url'])}/".startswith(f"{_place(self._practice.site_url)}/")


def _place(url: str) -> str:
    parts = urlsplit(url)
    return parts.netloc.lower().removeprefix("www.") + parts.path
