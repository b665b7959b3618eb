"""The reference list in AMA style (AMA Manual of Style, 11th edition, chapter 3).

One small file for each way in which a work is cited; `parts` has what they share. Fixed words and
dates are in the language of the page, the work's own title as it is.
"""

from __future__ import annotations

import html
from collections.abc import Callable, Mapping

from markupsafe import Markup

from plugins.cited_sources.references.article import article
from plugins.cited_sources.references.book import book, chapter
from plugins.cited_sources.references.parts import Line
from plugins.cited_sources.references.report import report
from plugins.cited_sources.references.web_page import web_page
from plugins.practice.sources import Source

__all__ = ["format_reference", "manner_of", "plain_reference"]

_MANNERS: Mapping[str, Callable[[Source, str], Line]] = {
    "article-journal": article,
    "book": book,
    "chapter": chapter,
    "report": report,
    "webpage": web_page,
}


def format_reference(source: Source, lang: str) -> Markup:
    """One entry as markup for a page in `lang`."""
    line = _MANNERS[manner_of(source)](source, lang)
    return Markup(" ").join(part for part in line if part)


def plain_reference(source: Source, lang: str) -> str:
    """The same without markup, for machines and terminals."""
    return html.unescape(format_reference(source, lang).striptags())


def manner_of(source: Source) -> str:
    """How a work is cited: a key of sources.toml's types, and never "guideline".

    AMA knows no guidelines: they are cited as what they were published as (AMA 3.13, 3.15).
    """
    if source.type != "guideline":
        return source.type
    if source.journal:
        return "article-journal"
    is_page = source.url and not (source.series or source.number or source.isbn)
    return "webpage" if is_page else "report"
