"""PMC's id converter: the PMID and DOI of a PMCID. Only articles in PMC have one."""

from __future__ import annotations

from collections.abc import Mapping

from plugins.cited_sources.registries.decoded import at, json_of, rows, word
from plugins.cited_sources.registries.record import Record, RegistryAnswer, Reply

LABEL = "PMC"


def read_idconv(pmcids: tuple[str, ...], status: int, body: bytes) -> Mapping[str, RegistryAnswer]:
    """What the converter says of each PMCID, by PMCID; errors stand in rows of a sound answer."""
    told = {name: row for row in rows(at(json_of(body), "records")) for name in _names(row)}
    why = f"HTTP {status}" if status != 200 else "its answer does not speak of it"
    return {pmcid: _answer(pmcid, told.get(pmcid.upper()), why) for pmcid in pmcids}


def _names(row: object) -> set[str]:
    found = (word(at(row, key)).upper() for key in ("pmcid", "requested-id"))
    return {name for name in found if name}


def _answer(pmcid: str, row: object, why: str) -> RegistryAnswer:
    if row is None:
        return _of(pmcid, Reply.SILENT, why)
    wrong = word(at(row, "errmsg"))
    if wrong or word(at(row, "status")).lower() == "error":
        return _of(pmcid, Reply.MISSING, wrong or "this PMCID does not exist")
    record = Record(
        service=LABEL, pmcid=pmcid, pmid=_number(at(row, "pmid")), doi=word(at(row, "doi"))
    )
    is_told = bool(record.pmid or record.doi or word(at(row, "pmcid")))
    return _of(pmcid, Reply.FOUND, "", record) if is_told else _of(pmcid, Reply.SILENT, why)


def _number(value: object) -> str:
    found = word(value)
    return found if found.isascii() and found.isdigit() and found != "0" else ""


def _of(pmcid: str, reply: Reply, what: str, record: Record | None = None) -> RegistryAnswer:
    return RegistryAnswer(
        service=LABEL, kind="pmcid", value=pmcid, reply=reply, what=what, record=record
    )
