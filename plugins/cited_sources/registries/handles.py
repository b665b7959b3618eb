"""doi.org: is a DOI registered, does another take its place, and who has its record?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from plugins.cited_sources.registries.decoded import at, json_of, rows, word
from plugins.cited_sources.registries.record import RegistryAnswer, Reply

LABEL = "doi.org"
_FOUND, _NO_SUCH_TYPE, _MISSING = 1, 200, 100
"""Response codes of the handle system: 200 means that the handle is there without a value of the
type that was asked for."""


def read_handle(doi: str, status: int, body: bytes) -> RegistryAnswer:
    """What `api/handles/{doi}` says; the code in the body decides, whatever the HTTP status."""
    found = json_of(body)
    code = at(found, "responseCode")
    if isinstance(code, bool) or code not in (_FOUND, _NO_SUCH_TYPE, _MISSING):
        why = f"HTTP {status}" if status != 200 else "its answer is none that it should give"
        return _answer(doi, Reply.SILENT, why)
    if code == _MISSING:
        return _answer(doi, Reply.MISSING, "this DOI does not exist")
    renamed = next((name for name in _aliases(found) if name.lower() != doi.lower()), "")
    what = f"renamed to {renamed}" if renamed else ""
    return _answer(doi, Reply.FOUND, what, renamed)


def _answer(doi: str, reply: Reply, what: str, renamed: str = "") -> RegistryAnswer:
    return RegistryAnswer(
        service=LABEL, kind="doi", value=doi, reply=reply, what=what, renamed=renamed
    )


def _aliases(found: object) -> Iterator[str]:
    for value in rows(at(found, "values")):
        if word(at(value, "type")) == "HS_ALIAS":
            name = word(at(value, "data", "value")) or word(at(value, "data"))
            if name.startswith("10."):
                yield name


def read_agencies(body: bytes) -> Mapping[str, str]:
    """The agency of each DOI (in lower case) that `ra/{doi},{doi}` knows; "" where it says that
    there is no such DOI. What it does not speak of, or not clearly, is left out."""
    agencies: dict[str, str] = {}
    for row in rows(json_of(body)):
        doi, agency = word(at(row, "DOI")).lower(), word(at(row, "RA"))
        is_missing = "does not exist" in word(at(row, "status")).lower()
        if doi and (agency or is_missing):
            agencies[doi] = agency
    return agencies
