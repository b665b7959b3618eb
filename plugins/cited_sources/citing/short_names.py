"""What an organisation is called for short: by its host, its initials, its entry in the table."""

from __future__ import annotations

import re

from plugins.cited_sources.domain_table import domain_table
from plugins.cited_sources.domains import host_of

_SHORT = 12
_NO_LETTER = re.compile(r"[^a-z0-9]+")
_GENERIC = frozenset({
    "co", "com", "org", "gov", "ac", "edu", "net", "gob", "govt", "or", "ne", "go", "sch",
    "health",
})  # fmt: skip
_SMALL = frozenset({
    "a", "an", "and", "the", "of", "for", "in", "on", "to", "de", "del", "la", "las", "los",
    "y", "e",
})  # fmt: skip


def short_name(publisher: str, url: str) -> str:
    """ "cdc" for the Centers for Disease Control and Prevention at www.cdc.gov; letters, digits."""
    known = domain_table().publisher_named(publisher)
    names = [name for name in known.names if name.isalnum()] if known else []
    return min(names, key=len, default="") or host_label(url) or initials(publisher)


def host_label(url: str) -> str:
    """The label of a host that names its owner: "nhs" of www.england.nhs.uk."""
    labels = host_of(url).split(".")[:-1]
    if len(labels) > 1 and labels[-1] in _GENERIC:
        labels.pop()
    return plain_letters(labels[-1]) if labels and not labels[-1].isdigit() else ""


def initials(name: str) -> str:
    """ "uspstf" of "US Preventive Services Task Force"; a name of one or two words stays whole."""
    words = [word for word in re.findall(r"\w+", name) if word.lower() not in _SMALL]
    if len(words) <= 2:
        return "-".join(words).lower()
    return "".join(word if word.isupper() else word[0] for word in words).lower()[:_SHORT]


def names_of(publisher: str, url: str) -> frozenset[str]:
    """All that a publisher may be called at the end of a page's title, letters only."""
    known = domain_table().publisher_named(publisher)
    told = (*known.names, known.name) if known else ()
    found = (publisher, host_label(url), host_of(url), initials(publisher), *told)
    return frozenset(plain_letters(name) for name in found) - {""}


def plain_letters(text: str) -> str:
    """A name as names are compared: "Mayo Clinic" is the label of mayoclinic.org."""
    return _NO_LETTER.sub("", text.lower())
