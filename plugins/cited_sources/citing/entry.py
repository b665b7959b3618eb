"""The entry of a work as it will stand in sources.toml: what is known, and what is to be filled."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from plugins.cited_sources.citing.found import Found
from plugins.cited_sources.citing.merging import fields_of
from plugins.cited_sources.citing.short_names import names_of
from plugins.cited_sources.citing.titles import page_title, website_of
from plugins.cited_sources.domains import standing_of
from plugins.practice.fields import UnfitError
from plugins.practice.schemas import SOURCE
from plugins.practice.settings import Practice
from plugins.practice.source_checks import Verdict
from plugins.practice.sources import Source

ORDER = (
    "type", "title", "authors", "editors", "publisher", "journal", "book", "edition", "year",
    "volume", "issue", "pages", "doi", "pmid", "pmcid", "isbn", "url", "published", "accessed",
    "lang",
)  # fmt: skip
"""The fields as they are printed."""

NEEDED: tuple[str, ...] = tuple(f.name for f in SOURCE if f.needed)
"""The fields without which an entry holds the posts that cite it."""

_MOST_AUTHORS = 10
"""More than are ever printed (AMA names six), enough to tell the work by."""
_TYPES = {"pmid": "article-journal", "pmcid": "article-journal", "isbn": "book", "url": "webpage"}
"""What an identifier says of its work; a DOI says nothing."""
_ANSWERED = frozenset({Verdict.OK, Verdict.MOVED})
"""When a page is itself, not the wall before it."""
_IN_SPANISH = frozenset({"es", "espanol", "spanish"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One table of sources.toml."""

    fields: Mapping[str, object]
    """None is empty."""
    missing: tuple[str, ...] = ()
    """Fields that it needs and that nobody could tell."""
    is_known: bool = True
    """Whether anybody told anything of the work; else it is but what was typed."""
    more_authors: int = 0
    """How many authors were left out."""

    def as_source(self, key: str) -> Source:
        """The entry as the site reads it. Only of an entry that misses nothing."""
        values = {f.name: f.parse(self.fields[f.name]) for f in SOURCE if f.name in self.fields}
        return Source(key=key, line=1, **values)  # type: ignore[arg-type]  # SOURCE says the types


def entry_of(found: Found, accessed: date, practice: Practice) -> Entry:
    """The entry of a work that was read on the day `accessed`."""
    typed = _typed(found)
    known = {**typed, **_of_page(found, practice), **fields_of(found.records)}
    if str(known.get("doi", "")).lower() == str(typed.get("doi")).lower():
        known["doi"] = typed["doi"]  # as it is printed: registries keep it in lower case
    authors = known.get("authors")
    everybody = authors if isinstance(authors, list) else []
    known |= {"authors": everybody[:_MOST_AUTHORS], "accessed": accessed}
    known.setdefault("publisher", _publisher(found, practice))
    fields = {name: known[name] for name in ORDER if known.get(name) and _fits(name, known[name])}
    return Entry(
        fields=fields,
        missing=tuple(name for name in NEEDED if name not in fields),
        is_known="title" in fields,
        more_authors=max(0, len(everybody) - _MOST_AUTHORS),
    )


def _typed(found: Found) -> dict[str, object]:
    """What the identifier alone tells."""
    asked = found.asked
    value = found.renamed if asked.kind == "doi" and found.renamed else asked.value
    own = {asked.kind: value, "url": _address(found)}
    return {"type": _TYPES.get(asked.kind, ""), **own}


def _address(found: Found) -> str:
    """Where a page moved for good, its new address."""
    page = found.page
    return page.final if page and page.verdict is Verdict.MOVED else found.asked.url


def _of_page(found: Found, practice: Practice) -> dict[str, object]:
    if found.page is None or found.page.verdict not in _ANSWERED:
        return {}
    url = _address(found)
    publisher = standing_of(url, practice).publisher
    title = page_title(found.page.title, names_of(publisher, url))
    return {"title": title, "lang": _language(url)}


def _publisher(found: Found, practice: Practice) -> str:
    """By the table of domains, else as the page calls itself by the name of its host."""
    url = _address(found)
    title = found.page.title if found.page else ""
    return standing_of(url, practice).publisher or website_of(title, names_of("", url))


def _language(url: str) -> str:
    """Spanish where the address says so; of other pages nobody tells."""
    parts = url.lower().replace(".", "/").split("/")
    return "es" if _IN_SPANISH & set(parts) else ""


def _fits(name: str, value: object) -> bool:
    """Whether sources.toml can hold the value: a registry may send anything."""
    parse = next(f.parse for f in SOURCE if f.name == name)
    try:
        return bool(parse(value))
    except UnfitError:
        return False


def hints(kind: str) -> Sequence[str]:
    """The fields beyond the needed ones that a reference of this type is made of."""
    return _HINTS.get(kind, _HINTS["article-journal"])


_HINTS: Mapping[str, Sequence[str]] = {
    "article-journal": ("authors", "journal", "year", "volume", "issue", "pages"),
    "book": ("authors", "editors", "edition", "year"),
    "webpage": ("authors", "published", "updated"),
}
