"""Why a work is not written into sources.toml, in words; "" when it can be."""

from __future__ import annotations

from plugins.cited_sources.citing.asked import NAMES
from plugins.cited_sources.citing.found import Found
from plugins.cited_sources.domains import standing_of
from plugins.cited_sources.registries.retractions import without_mark
from plugins.practice.settings import Practice
from plugins.practice.source_checks import Verdict

_GONE = frozenset({Verdict.BROKEN, Verdict.SOFT_GONE})


def refusal(found: Found, practice: Practice) -> str:
    """A work that is not there, that was retracted, or that must not be cited."""
    return _missing(found) or _retracted(found) or _denied(found, practice) or _gone(found)


def _missing(found: Found) -> str:
    answer = found.missing
    if answer is None:
        return ""
    name = NAMES[found.asked.kind]
    return (
        f"{answer.service} knows no {name} {found.asked.value}. Likely a digit is mistyped: "
        "compare it with the work itself. Nothing was written."
    )


def _retracted(found: Found) -> str:
    seen = next((seen for seen in found.updates if seen.verdict is Verdict.RETRACTED), None)
    if seen is None:
        return ""
    title = next((f" “{without_mark(r.title)}”" for r in found.records if r.title), "")
    by = f" ({', '.join(seen.by)})" if seen.by else ""
    return (
        f"RETRACTED: this work does not stand any more: {seen.what}{by}.{title}\n"
        "Nothing was written: patients would take it for true. Cite another work. "
        "To tell of the retraction, cite its notice. To cite the paper all the same, write its "
        "entry by hand and say in ledger/accepted.toml why: docs/sources.md tells how."
    )


def _denied(found: Found, practice: Practice) -> str:
    standing = standing_of(found.asked.url, practice) if found.asked.url else None
    if standing is None or not standing.is_denied:
        return ""
    return f"{standing.domain} must not be cited: {standing.reason}. Nothing was written."


def _gone(found: Found) -> str:
    page = found.page
    if page is None or found.records or page.verdict not in _GONE:
        return ""
    return (
        f"{page.url} is not there: {page.what or page.verdict}. Open it in a browser and compare "
        "the address. Nothing was written."
    )
