"""A page of a website (AMA 3.15)."""

from __future__ import annotations

from plugins.cited_sources.references.days import dated
from plugins.cited_sources.references.parts import Line, names, stop, title, where
from plugins.practice.sources import Source


def web_page(source: Source, lang: str) -> Line:
    """Author or organisation. Title. Website. Updated date. Accessed date. Address

    The day of the last update wins over that of publication.
    """
    day = dated("updated", source.updated, lang) or dated("published", source.published, lang)
    return (
        stop(names(source.authors) or source.publisher),
        title(source, lang),
        stop(_website(source)),
        stop(day),
        *where(source, lang),
    )


def _website(source: Source) -> str:
    """The website's name, which often is the publisher's; nobody is named twice."""
    said = {names(source.authors) or source.publisher}
    name = source.website or source.publisher
    return "" if name in said else name
