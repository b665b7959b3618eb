"""Whether an entry's `publisher` can be the one at its address. In doubt it can."""

from __future__ import annotations

from plugins.cited_sources.domain_table import domain_table, plain_name
from plugins.cited_sources.domains import GUIDELINE_TIER, Standing, host_of
from plugins.practice.sources import Source

_SAY_LITTLE = frozenset({
    "academy", "american", "association", "board", "care", "center", "centers", "centre", "clinic",
    "college", "county", "department", "disease", "foundation", "general", "health", "healthcare",
    "hospital", "institute", "institutes", "international", "journal", "medical", "medicine",
    "national", "network", "office", "public", "services", "society", "states", "system",
    "united", "university", "with",
})  # fmt: skip
"""Words of so many names that two names with one of them in common can be anybody."""

_SHORTEST_WORD = 4


def other_publisher(source: Source, standing: Standing) -> str:
    """Who is at the address instead, in words; "" when the names can mean one publisher."""
    host = host_of(source.url)
    if not host or _is_in_host(source.publisher, host):
        return ""
    if not standing.is_known:
        claimed = domain_table().publishers.get(plain_name(source.publisher))
        known = ", ".join(claimed.domains[:3]) if claimed else ""
        return f"{host} is not known as an address of theirs ({known} is)" if known else ""
    if _can_be_one(source.publisher, standing.publisher):
        return ""
    return f"{standing.domain} belongs to {standing.publisher}"


def _is_in_host(publisher: str, host: str) -> bool:
    """Whether the name stands in the host: "Allina Health" in allinahealth.org."""
    together = plain_name(publisher).replace(" ", "")
    return len(together) > 2 and together in host.replace("-", "")


def _can_be_one(one: str, other: str) -> bool:
    named = [domain_table().publisher_named(name) for name in (one, other)]
    if all(named) and (named[0] is named[1] or {p.tier for p in named if p} == {GUIDELINE_TIER}):
        return True  # a government has many names for itself
    words = [set(plain_name(name).split()) for name in (one, other)]
    telling = [{w for w in found - _SAY_LITTLE if len(w) >= _SHORTEST_WORD} for found in words]
    return bool(telling[0] & telling[1]) or words[0] <= words[1] or words[1] <= words[0]
