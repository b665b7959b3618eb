"""One run: registries and the web at the same time, every answer handed on as soon as it is there.

Works with an identifier go to the registries; those that they prove are finished. The others, and
works that have only an address, go to the web.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from plugins.cited_sources.checking.archives import Archives, is_wanted
from plugins.cited_sources.checking.by_identifier import Identified, identify
from plugins.cited_sources.checking.judge import observe, with_archive
from plugins.cited_sources.checking.names import host_of, is_of_registry
from plugins.cited_sources.checking.outage import Outage, controls_for, outage_of, portal_of
from plugins.cited_sources.checking.pages import Pages
from plugins.cited_sources.checking.parties import AsksRegistries, AsksTheWeb, KnowsRetractions
from plugins.cited_sources.observation import Observation
from plugins.cited_sources.registries.record import RegistryAnswer, Reply
from plugins.cited_sources.registries.retraction_watch import LABEL
from plugins.cited_sources.web.answer import WebAnswer
from plugins.cited_sources.work import Work
from plugins.practice.source_checks import CheckedWork

MOST_ARCHIVES = 24
"""Archived copies that one run looks for: about what the archive allows in a minute. Other pages
have their turn in the next run."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What one run saw."""

    observed: tuple[Observation, ...]
    requests: int
    """Of the web; each redirect and each further attempt is one."""
    outage: Outage


async def run_checks(
    works: Sequence[Work],
    known: Mapping[str, CheckedWork],
    *,
    registries: AsksRegistries,
    fetcher: AsksTheWeb,
    retraction_watch: KnowsRetractions | None = None,
    on_answer: Callable[[Observation], None],
    also_fetch: bool = False,
    archives: int = MOST_ARCHIVES,
    controls: Sequence[str] = (),
) -> Run:
    """Ask for all of `works`.

    `on_answer` gets every observation at once; that of a dead page a second time, should an
    archived copy be found (at most `archives` are looked for). `also_fetch` asks the page of a work
    that its identifier proves. `controls` are addresses that are hardly ever out of reach: they are
    asked only to tell an outage of ours from one of theirs. Cancelled, it leaves no task behind.
    """
    try:
        async with asyncio.TaskGroup() as group:
            run = _Run(known, fetcher, registries, group, on_answer, archives)
            await run.ask(works, registries, retraction_watch, also_fetch=also_fetch)
    except BaseExceptionGroup as several:
        raise several.exceptions[0] from None
    observed = tuple(run.observed.values())
    outage = outage_of(observed, known)
    requests = run.pages.requests
    if outage.web:
        answers = await _asked_controls(observed, known, fetcher, controls)
        gate = portal_of(observed, known)
        heard = [one.status > 0 and (not gate or host_of(one.final) != gate) for one in answers]
        outage = outage_of(observed, known, heard)
        requests += sum(answer.requests for answer in answers)
    return Run(observed=observed, requests=requests, outage=outage)


async def _asked_controls(
    observed: Sequence[Observation],
    known: Mapping[str, CheckedWork],
    fetcher: AsksTheWeb,
    controls: Sequence[str],
) -> Sequence[WebAnswer]:
    urls = dict.fromkeys((*controls_for(observed, known), *controls))
    return await asyncio.gather(*(fetcher.check(url) for url in urls))


def _looked_up(work: Work, file: KnowsRetractions | None) -> Sequence[RegistryAnswer]:
    """What the file says; that it does not speak of a work is an answer, too."""
    if file is None or not (work.doi or work.pmid):
        return ()
    kind, value = ("doi", work.doi) if work.doi else ("pmid", work.pmid)
    unknown = RegistryAnswer(service=LABEL, kind=kind, value=value, reply=Reply.MISSING)
    return file.answers(work.doi, work.pmid) or (unknown,)


class _Run:
    """The way of each work, from its first question to its observation."""

    def __init__(
        self,
        known: Mapping[str, CheckedWork],
        fetcher: AsksTheWeb,
        registries: AsksRegistries,
        group: asyncio.TaskGroup,
        on_answer: Callable[[Observation], None],
        archives: int,
    ) -> None:
        self._known = known
        self._on_answer = on_answer
        self._archives = Archives(registries, group, archives, self._with_archive)
        self.pages = Pages(fetcher, group)
        self.observed: dict[str, Observation] = {}

    async def ask(
        self,
        works: Sequence[Work],
        registries: AsksRegistries,
        retraction_watch: KnowsRetractions | None,
        *,
        also_fetch: bool,
    ) -> None:
        """Everything that has no identifier first, so that the web does not wait for registries."""
        left = {work.id: work for work in works if work.has_identifier or work.guessed_doi}
        for work in works:
            if work.id not in left:
                self._identified(work, Identified(), also_fetch=also_fetch)
        self.pages.go_on()
        if left:
            asked = [replace(work, doi=work.doi or work.guessed_doi) for work in left.values()]
            async for told, answers in registries.ask(asked):
                answers = (*answers, *_looked_up(told, retraction_watch))
                work = left.pop(told.id)
                self._identified(work, identify(work, answers), also_fetch=also_fetch)
                self.pages.go_on()

    def _identified(self, work: Work, identified: Identified, *, also_fetch: bool) -> None:
        """To its page, unless there is none or nobody needs it."""
        is_told = bool(identified.proved) or (work.has_identifier and is_of_registry(work.url))
        if work.url and (also_fetch or not is_told):
            self.pages.ask(work.url, lambda web: self._finish(work, identified, web))
        else:
            self._finish(work, identified, None)

    def _finish(self, work: Work, identified: Identified, web: WebAnswer | None) -> None:
        before = self._known.get(work.id)
        seen = observe(work, identified, web, before)
        self._tell(seen)
        if is_wanted(seen, before):
            self._archives.look_for(work, seen)

    def _with_archive(self, seen: Observation, archive: str) -> None:
        self._tell(with_archive(seen, archive))

    def _tell(self, seen: Observation) -> None:
        self.observed[seen.id] = seen
        self._on_answer(seen)
