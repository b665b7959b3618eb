"""What the registries, and the page where no registry knows better, say of a work: asked once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from plugins.cited_sources.citing.asked import Asked
from plugins.cited_sources.observation import Seen
from plugins.cited_sources.registries.record import Record, RegistryAnswer, Reply
from plugins.cited_sources.registries.retractions import updates_seen
from plugins.cited_sources.web.answer import WebAnswer

REGISTERED = ("doi", "pmid", "pmcid")
"""Identifiers that a registry is asked about. Nobody is asked about an ISBN: the registries of
books that are free to ask know too little."""


class LooksUp(Protocol):
    """The registries, as far as `cite` needs them."""

    async def look_up(self, kind: str, value: str) -> tuple[RegistryAnswer, ...]:
        """What every service says of one identifier."""
        ...


class Fetches(Protocol):
    """The web, as far as `cite` needs it."""

    async def check(self, url: str) -> WebAnswer:
        """What an address answers."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """All that was learned of a work."""

    asked: Asked
    """As asked for, or the identifier that the page named as its own."""
    answers: tuple[RegistryAnswer, ...] = ()
    page: WebAnswer | None = None

    @property
    def records(self) -> tuple[Record, ...]:
        """What the registries have of it."""
        return tuple(answer.record for answer in self.answers if answer.record)

    @property
    def missing(self) -> RegistryAnswer | None:
        """The answer of who decides that there is no such identifier."""
        return next((a for a in self.answers if a.reply is Reply.MISSING), None)

    @property
    def silent(self) -> tuple[RegistryAnswer, ...]:
        """Those who were asked and said nothing."""
        return tuple(answer for answer in self.answers if answer.reply is Reply.SILENT)

    @property
    def renamed(self) -> str:
        """The DOI that took its place, as doi.org tells it."""
        return next((a.renamed for a in self.answers if a.renamed and a.service == "doi.org"), "")

    @property
    def updates(self) -> tuple[Seen, ...]:
        """Retractions, concerns, corrections, newer versions."""
        return updates_seen(self.answers)


async def find(asked: Asked, registries: LooksUp, web: Fetches) -> Found:
    """The work as registries know it; for an address without an identifier, as its page is.

    An identifier that an address only seems to hold is dropped when nobody knows it.
    """
    if asked.kind in REGISTERED:
        found = Found(asked=asked, answers=await registries.look_up(asked.kind, asked.value))
        if not asked.url or not found.missing:
            return found
    return await _on_page(asked.url, registries, web) if asked.url else Found(asked=asked)


async def _on_page(url: str, registries: LooksUp, web: Fetches) -> Found:
    """A publisher's page that names its DOI is cited by the DOI, when the DOI exists."""
    page = await web.check(url)
    for kind, value in _lasting(page.identifiers):
        answers = await registries.look_up(kind, value)
        found = Found(asked=Asked(kind=kind, value=value, url=url), answers=answers, page=page)
        if not found.missing:
            return found
    return Found(asked=Asked(kind="url", value=url, url=url), page=page)


def _lasting(identifiers: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """One of each kind, the DOI first."""
    named = dict(reversed(list(identifiers)))
    return [(kind, named[kind]) for kind in REGISTERED if kind in named]
