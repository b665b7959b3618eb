"""One question to one service: asked, heard, read. Silence is an answer, too."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from urllib.parse import urljoin

from plugins.cited_sources.registries import lookups
from plugins.cited_sources.registries.crossref import read_crossref
from plugins.cited_sources.registries.datacite import read_datacite
from plugins.cited_sources.registries.handles import read_agencies, read_handle
from plugins.cited_sources.registries.idconv import read_idconv
from plugins.cited_sources.registries.pubmed import read_esearch, read_esummary, with_medline
from plugins.cited_sources.registries.record import RegistryAnswer, Reply
from plugins.cited_sources.registries.transport import Line, Response, Silence, is_same_site

_Reader = Callable[[str, int, bytes], RegistryAnswer]


class Questions:
    """Every question that is asked, each to its own service."""

    def __init__(self, lines: Mapping[str, Line], *, contact: str, api_key: str) -> None:
        self._lines = lines
        self._contact = contact
        self._key = api_key

    async def handle(self, doi: str) -> RegistryAnswer:
        """Whether doi.org has the DOI, and whether another took its place."""
        return await self._one("doi", doi, lookups.handle_path(doi), read_handle)

    async def agencies(self, dois: Sequence[str]) -> Mapping[str, str]:
        """As `read_agencies`; empty where nobody answered."""
        heard = await self._lines["doi"].ask(lookups.agencies_path(dois))
        return read_agencies(heard.body) if isinstance(heard, Response) else {}

    async def crossref(self, doi: str) -> RegistryAnswer:
        """Crossref's record of a DOI."""
        path = lookups.crossref_path(doi, self._contact)
        return await self._one("crossref", doi, path, read_crossref)

    async def datacite(self, doi: str) -> RegistryAnswer:
        """DataCite's record of a DOI."""
        path = lookups.datacite_path(doi, self._contact)
        return await self._one("datacite", doi, path, read_datacite)

    async def _one(self, name: str, doi: str, path: str, read: _Reader) -> RegistryAnswer:
        heard = await self._lines[name].ask(path)
        if isinstance(heard, Response):
            return read(doi, heard.status, heard.body)
        return self._silent(name, "doi", doi, heard)

    async def pubmed(self, pmids: Sequence[str]) -> Mapping[str, RegistryAnswer]:
        """Records of PMIDs with their notices, by PMID."""
        summary = await self._lines["pubmed"].ask(
            lookups.esummary_path(pmids, self._contact, self._key)
        )
        if isinstance(summary, Response):
            answers = read_esummary(pmids, summary.status, summary.body)
        else:
            answers = {pmid: self._silent("pubmed", "pmid", pmid, summary) for pmid in pmids}
        return await self._with_notices(answers)

    async def _with_notices(
        self, answers: Mapping[str, RegistryAnswer]
    ) -> Mapping[str, RegistryAnswer]:
        wanted = [pmid for pmid, answer in answers.items() if answer.reply is not Reply.MISSING]
        if not wanted:
            return answers
        heard = await self._lines["pubmed"].ask(
            lookups.efetch_path(wanted, self._contact, self._key)
        )
        found = heard if isinstance(heard, Response) else Response(0, {}, b"")
        return with_medline(answers, found.status, found.body)

    async def pubmed_of(self, dois: Sequence[str]) -> Mapping[str, RegistryAnswer]:
        """PubMed's records of DOIs, by DOI in lower case; a DOI that it does not have is left out,
        for that says nothing about the DOI."""
        form = lookups.esearch_form(dois, self._contact, self._key)
        heard = await self._lines["pubmed"].ask("/esearch.fcgi", form=form)
        silence = Silence("its answer cannot be read")
        if isinstance(heard, Silence):
            silence, pmids = heard, None
        else:
            pmids = read_esearch(heard.status, heard.body)
        if pmids is None:
            return {doi.lower(): self._silent("pubmed", "doi", doi, silence) for doi in dois}
        answers = (await self.pubmed(pmids[: 2 * len(dois)])).values() if pmids else ()
        return self._by_doi(dois, tuple(answers))

    def _by_doi(
        self, dois: Sequence[str], answers: Sequence[RegistryAnswer]
    ) -> Mapping[str, RegistryAnswer]:
        told = {answer.record.doi.lower(): answer for answer in answers if answer.record}
        silent = next((answer for answer in answers if answer.reply is Reply.SILENT), None)
        found: dict[str, RegistryAnswer] = {}
        for doi in dois:
            if answer := told.get(doi.lower(), silent):
                found[doi.lower()] = replace(answer, kind="doi", value=doi)
        return found

    async def pmc(self, pmcids: Sequence[str]) -> Mapping[str, RegistryAnswer]:
        """The PMIDs and DOIs of PMCIDs, by PMCID."""
        heard = await self._lines["pmc"].ask(lookups.idconv_path(pmcids, self._contact))
        if isinstance(heard, Response):
            return read_idconv(tuple(pmcids), heard.status, heard.body)
        return {pmcid: self._silent("pmc", "pmcid", pmcid, heard) for pmcid in pmcids}

    async def pmc_and_pubmed(
        self, pmcids: Sequence[str]
    ) -> Mapping[str, tuple[RegistryAnswer, ...]]:
        """PMC's answer on each PMCID, and PubMed's on the PMID that it names."""
        told = await self.pmc(pmcids)
        pmids = {name: answer.record.pmid for name, answer in told.items() if answer.record}
        named = tuple(dict.fromkeys(pmid for pmid in pmids.values() if pmid))
        in_pubmed = await self.pubmed(named) if named else {}
        return {
            name: (answer, in_pubmed[pmids[name]]) if pmids.get(name) in in_pubmed else (answer,)
            for name, answer in told.items()
        }

    async def archived(self, url: str, day: date | None) -> str:
        """The address of the copy nearest a day; "" when there is none, or no answer."""
        path = lookups.wayback_path(url, day)
        line = self._lines["wayback"]
        heard = await line.ask(path, follow=False)
        if isinstance(heard, Silence) or heard.status not in (301, 302, 307):
            return ""
        return _copy_in(line.service.base, path, heard.headers.get("location", ""))

    def _silent(self, name: str, kind: str, value: str, why: Silence) -> RegistryAnswer:
        label = self._lines[name].service.label
        return RegistryAnswer(
            service=label, kind=kind, value=value, reply=Reply.SILENT, what=why.why
        )


def _copy_in(base: str, path: str, location: str) -> str:
    """A redirect to a copy, as an absolute address; one that leads anywhere else is none."""
    try:
        target = urljoin(f"{base}{path}", location)
        is_ours = is_same_site(base, target)
    except ValueError:
        return ""
    return target if is_ours and _COPY.search(target) else ""


_COPY = re.compile(r"/web/\d{4,14}[a-z_]*/")
