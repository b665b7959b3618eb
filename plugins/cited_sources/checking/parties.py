"""Whom a run asks, as far as a run needs to know them."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from datetime import date
from typing import Protocol

from plugins.cited_sources.registries.record import RegistryAnswer
from plugins.cited_sources.web.answer import WebAnswer
from plugins.cited_sources.work import Work

Answers = tuple[RegistryAnswer, ...]


class AsksRegistries(Protocol):
    """`registries.client.Registries`, or what stands in for it."""

    def ask(self, works: Sequence[Work]) -> AsyncIterator[tuple[Work, Answers]]:
        """Each work with all answers, as soon as they are complete."""

    async def archived(self, url: str, day: date | None) -> str:
        """The archived copy nearest a day; empty when there is none."""


class AsksTheWeb(Protocol):
    """`web.fetching.Fetcher`, or what stands in for it."""

    async def check(self, url: str) -> WebAnswer:
        """What the web says of an address."""


class KnowsRetractions(Protocol):
    """`registries.retraction_watch.RetractionWatch`, or what stands in for it."""

    def answers(self, doi: str, pmid: str) -> Answers:
        """What its rows say of a work."""
