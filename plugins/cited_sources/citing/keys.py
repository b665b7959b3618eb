"""The key of a new entry: short, readable, and nobody else's."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from itertools import count

from plugins.cited_sources.citing.short_names import initials, short_name
from plugins.practice.new_files import slug_of

_PERSON = re.compile(r"(?P<family>\S.*?) [A-Z]{1,4}(?: (?:Jr|Sr|II|III|IV|2nd|3rd))?")
_SMALL = frozenset({
    "a", "an", "and", "are", "as", "at", "by", "can", "do", "does", "for", "from", "how", "in",
    "into", "is", "it", "its", "of", "on", "or", "our", "the", "to", "what", "when", "which",
    "who", "why", "with", "you", "your", "de", "del", "el", "la", "las", "los", "un", "una",
    "y", "en", "para", "por", "con", "que",
})  # fmt: skip
_APOSTROPHE = re.compile(r"['’]")
_WORDS, _LONGEST = 4, 40


def fresh_key(fields: Mapping[str, object], taken: Collection[str]) -> str:
    """ "wakefield-1998" for a work of a year, "cdc-treatment-of-flu" for a page; where that is
    taken, with a word of the title, or a number from 2 on, behind it."""
    key = _key_of(fields)[:_LONGEST].strip("-")
    return next(name for name in _candidates(key, fields) if name not in taken)


def _candidates(key: str, fields: Mapping[str, object]) -> Iterator[str]:
    yield key
    word = _words_of(str(fields.get("title", ""))).partition("-")[0]
    if word and word not in key.split("-"):
        yield f"{key}-{word}"
    yield from (f"{key}-{number}" for number in count(2))


def _key_of(fields: Mapping[str, object]) -> str:
    said = {name: str(value) for name, value in fields.items()}
    people = fields.get("authors") or fields.get("editors") or ()
    lead = _lead(str(people[0])) if isinstance(people, (list, tuple)) and people else ""
    year = said.get("year", "") or said.get("published", "")[:4]
    if lead and year:
        return f"{lead}-{slug_of(year)}"
    title = _words_of(said.get("title", ""))
    owner = lead or slug_of(short_name(said.get("publisher", ""), said.get("url", "")))
    parts = [part for part in (owner, title) if part]
    return "-".join(parts) if title else _by_identifier(said, owner)


def _lead(name: str) -> str:
    """The family name, or an organisation's initials."""
    person = _PERSON.fullmatch(name)
    return slug_of(person["family"] if person else initials(name))


def _words_of(title: str) -> str:
    """The first words that say something; those before them only where they stand between."""
    words = slug_of(_APOSTROPHE.sub("", title)).split("-")
    start = next((n for n, word in enumerate(words) if word not in _SMALL), 0)
    chosen = words[start : start + _WORDS]
    while len(chosen) > 1 and chosen[-1] in _SMALL:
        chosen.pop()
    return "-".join(chosen)


def _by_identifier(said: Mapping[str, str], owner: str) -> str:
    """Where not even the title is known."""
    for kind in ("doi", "pmid", "pmcid", "isbn"):
        if said.get(kind):
            name = slug_of(said[kind])
            return name if kind == "pmcid" else f"{kind}-{name}"
    path = said.get("url", "").rstrip("/").rpartition("/")[2]
    return "-".join(part for part in (owner or "page", _words_of(path)) if part)
