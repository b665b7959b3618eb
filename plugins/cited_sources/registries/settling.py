"""Who decides about what, and what is not worth a request.

About a DOI only doi.org says `MISSING`, about a PMID only PubMed, about a PMCID only PMC.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from plugins.cited_sources.identifiers import fault_of
from plugins.cited_sources.registries import handles, idconv, medline
from plugins.cited_sources.registries.record import RegistryAnswer, Reply
from plugins.cited_sources.work import Work

DECIDES = {"doi": handles.LABEL, "pmid": medline.LABEL, "pmcid": idconv.LABEL}
_LONGEST = 1_000
_NOT_IN_PUBMED = frozenset({"book", "chapter"})


def fault_in(kind: str, value: str) -> str:
    """Why an identifier is not asked for at all, in words; "" when it is."""
    if len(value) > _LONGEST:
        return f"it has over {_LONGEST:,} characters"
    return fault_of(kind, value)


def sound_ids(works: Sequence[Work], kind: str) -> list[str]:
    """The identifiers of a kind that can be asked for."""
    ids = (str(getattr(work, kind)) for work in works)
    return [found for found in ids if found and not fault_in(kind, found)]


def may_be_in_pubmed(work: Work) -> bool:
    """Without a PMID, PubMed is asked by the DOI: a retraction may stand only there."""
    kind = work.source.type if work.source else ""
    has_other = work.pmid or work.pmcid
    return bool(work.doi) and not has_other and kind not in _NOT_IN_PUBMED and '"' not in work.doi


def silent(kind: str, value: str, what: str, service: str = "") -> RegistryAnswer:
    """No answer, and why."""
    return RegistryAnswer(
        service=service or DECIDES[kind], kind=kind, value=value, reply=Reply.SILENT, what=what
    )


def settled(handle: RegistryAnswer, agency: str | None) -> RegistryAnswer:
    """Both are doi.org: where the handle is silent, its list of agencies knows as well. `agency` is
    "" where that says that there is no such DOI, None where it says nothing."""
    if handle.reply is not Reply.SILENT or agency is None:
        return handle
    if agency:
        return replace(handle, reply=Reply.FOUND, what="")
    return replace(handle, reply=Reply.MISSING, what="this DOI does not exist")


def no_verdict(answer: RegistryAnswer) -> RegistryAnswer:
    """That one registry has no record of a DOI does not say that there is no such DOI."""
    is_missing = answer.reply is Reply.MISSING
    return replace(answer, reply=Reply.SILENT) if is_missing else answer
