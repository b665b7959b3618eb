"""A book, and a chapter of one (AMA 3.12)."""

from __future__ import annotations

from markupsafe import Markup

from plugins.cited_sources.references.days import dated
from plugins.cited_sources.references.parts import (
    Line,
    edited_by,
    edition_of,
    in_full,
    italics,
    names,
    stop,
    title,
    where,
    year_of,
)
from plugins.practice.sources import Source
from plugins.practice.words import say

_NOBODY = Markup()


def book(source: Source, lang: str) -> Line:
    """Authors or editors. Title. Volume. Edition. Editors. Publisher; year:pages. Where"""
    editors = edited_by(source, lang)
    return (
        stop(names(source.authors) or editors),
        title(source, lang, italic=True),
        *_imprint(source, lang, stop(f"({editors})") if editors and source.authors else _NOBODY),
    )


def chapter(source: Source, lang: str) -> Line:
    """Authors. Chapter. In: Editors, eds. Book. Volume. Edition. Publisher; year:pages. Where"""
    inside = Markup("{}:").format(say(lang, "references.in"))
    name = source.book or source.website
    return (
        stop(names(source.authors)),
        title(source, lang),
        inside if source.editors or name else Markup(),
        stop(edited_by(source, lang)),
        italics(name),
        *_imprint(source, lang),
    )


def _imprint(source: Source, lang: str, editors: Markup = _NOBODY) -> Line:
    """What identifies the printed book."""
    press = "; ".join(part for part in (source.publisher, year_of(source)) if part)
    pages = in_full(source.pages)
    volume = say(lang, "references.volume", number=source.volume) if source.volume else ""
    return (
        stop(volume),
        stop(edition_of(source, lang)),
        editors,
        stop(f"{press}:{pages}" if pages else press),
        stop(dated("updated", source.updated, lang)),
        *where(source, lang),
    )
