"""All questions about the works of one run: in batches where a service takes them, each work
complete as soon as its own answers are there."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from plugins.cited_sources.registries.lookups import DOIS_A_SEARCH, in_batches
from plugins.cited_sources.registries.questions import Questions
from plugins.cited_sources.registries.record import RegistryAnswer, Reply
from plugins.cited_sources.registries.settling import (
    fault_in,
    may_be_in_pubmed,
    no_verdict,
    settled,
    silent,
    sound_ids,
)
from plugins.cited_sources.work import Work

Answers = tuple[RegistryAnswer, ...]
_One = TypeVar("_One")
_Batches = dict[str, asyncio.Task[Mapping[str, _One]]]


class Asking:
    """Starts the batches at once; `of` then waits for what one work needs.

    `most` says how many identifiers one request of a service may hold. Needs a running event loop.
    """

    def __init__(self, questions: Questions, most: Mapping[str, int], works: Sequence[Work]):
        self._ask = questions
        dois = [doi for doi in sound_ids(works, "doi") if "," not in doi]
        searched = [work for work in works if may_be_in_pubmed(work)]
        self._agencies = _started(dois, most["doi"], questions.agencies)
        self._pubmed = _started(sound_ids(works, "pmid"), most["pubmed"], questions.pubmed)
        self._pmc = _started(sound_ids(works, "pmcid"), most["pmc"], questions.pmc_and_pubmed)
        self._searches = _started(sound_ids(searched, "doi"), DOIS_A_SEARCH, questions.pubmed_of)

    def tasks(self) -> set[asyncio.Task[Any]]:
        """The batches, to be stopped when nobody waits for them any more."""
        batches = (self._agencies, self._pubmed, self._pmc, self._searches)
        return {task for batch in batches for task in batch.values()}

    async def of(self, work: Work) -> tuple[Work, Answers]:
        """A work with everything that is said of it."""
        parts = await asyncio.gather(
            self._of_doi(work.doi), self._of_pmid(work.pmid), self._of_pmcid(work)
        )
        answers = [answer for part in parts for answer in part]
        if not work.doi:
            answers += await self._of_told_doi(answers)
        return work, tuple(answers)

    async def _of_doi(self, doi: str) -> Answers:
        if not doi:
            return ()
        if fault := fault_in("doi", doi):
            return (silent("doi", doi, fault),)
        handle, agency = await asyncio.gather(self._ask.handle(doi), _found(self._agencies, doi))
        there = settled(handle, agency)
        if there.reply is Reply.MISSING:
            return (there,)
        records, in_pubmed = await asyncio.gather(
            self._records(handle.renamed or doi, agency), _found(self._searches, doi)
        )
        found = (*records, in_pubmed) if in_pubmed else records
        return (there, *(replace(answer, value=doi) for answer in found))

    async def _records(self, doi: str, agency: str | None) -> Answers:
        """From the agency that has it; from both that we read where nobody says whose it is."""
        match (agency or "").lower():
            case "crossref":
                return (no_verdict(await self._ask.crossref(doi)),)
            case "datacite":
                return (no_verdict(await self._ask.datacite(doi)),)
            case "":
                return await self._records_of_anybody(doi)
            case _:
                what = f"registered with {agency}, whose records we do not read"
                return (silent("doi", doi, what, agency or ""),)

    async def _records_of_anybody(self, doi: str) -> Answers:
        crossref = await self._ask.crossref(doi)
        if crossref.reply is not Reply.MISSING:
            return (crossref,)
        datacite = await self._ask.datacite(doi)
        if datacite.reply is Reply.FOUND:
            return (datacite,)
        return (no_verdict(crossref), no_verdict(datacite))

    async def _of_pmid(self, pmid: str) -> Answers:
        fault = fault_in("pmid", pmid) if pmid else ""
        if fault:
            return (silent("pmid", pmid, fault),)
        found = await _found(self._pubmed, pmid)
        return (found,) if found else ()

    async def _of_pmcid(self, work: Work) -> Answers:
        """PubMed as well, unless it is asked by the work's own PMID."""
        fault = fault_in("pmcid", work.pmcid) if work.pmcid else ""
        if fault:
            return (silent("pmcid", work.pmcid, fault),)
        found = await _found(self._pmc, work.pmcid) or ()
        return found[:1] if work.pmid else found

    async def _of_told_doi(self, answers: Sequence[RegistryAnswer]) -> Answers:
        """A retraction may stand only at Crossref: the DOI that PubMed or PMC tells is asked."""
        dois = (answer.record.doi for answer in answers if answer.record and answer.record.doi)
        doi = next((doi for doi in dois if not fault_in("doi", doi)), "")
        found = await self._ask.crossref(doi) if doi else None
        return (found,) if found and found.reply is not Reply.MISSING else ()


def _started(
    ids: Sequence[str],
    most: int,
    ask: Callable[[Sequence[str]], Coroutine[Any, Any, Mapping[str, _One]]],
) -> _Batches[_One]:
    """One task a batch, known by each of its ids."""
    tasks: _Batches[_One] = {}
    for batch in in_batches(ids, most):
        tasks |= dict.fromkeys(batch, asyncio.create_task(ask(batch)))
    return tasks


async def _found(
    batches: Mapping[str, asyncio.Task[Mapping[str, _One]]], wanted: str
) -> _One | None:
    """What a batch says of one of its ids."""
    if wanted not in batches:
        return None
    told = await batches[wanted]
    return told.get(wanted, told.get(wanted.lower()))
