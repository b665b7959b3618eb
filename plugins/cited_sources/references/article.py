"""An article in a journal (AMA 3.11)."""

from __future__ import annotations

from plugins.cited_sources.references.days import dated
from plugins.cited_sources.references.parts import (
    Line,
    in_full,
    italics,
    names,
    stop,
    title,
    where,
    year_of,
)
from plugins.practice.sources import Source

_YEAR = len("2026")


def article(source: Source, lang: str) -> Line:
    """Authors. Title. Journal. Year;Volume(Issue):pages. doi"""
    # AMA abbreviates journals without full stops: "N Engl J Med".
    journal = (source.journal or source.publisher).replace(".", "")
    return (
        stop(names(source.authors)),
        title(source, lang),
        italics(journal),
        stop(_issue(source, lang)),
        *where(source, lang),
    )


def _issue(source: Source, lang: str) -> str:
    """Where it stands in the journal; the day when it is online and in no volume yet."""
    volume = source.volume + (f"({source.issue})" if source.issue else "")
    if not volume and not source.pages and len(source.published) > _YEAR:
        return dated("online", source.published, lang)
    place = ";".join(part for part in (year_of(source), volume) if part)
    return ":".join(part for part in (place, in_full(source.pages)) if part)
