"""The reference list in AMA style (AMA Manual of Style, 11th edition, chapter 3)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from markupsafe import Markup, escape

from plugins.practice.dates import long_day, month_and_year
from plugins.practice.sources import Source
from plugins.practice.words import say


def format_reference(source: Source, lang: str) -> Markup:
    """One entry as markup; fixed words and dates are in `lang`, the work's own title as it is."""
    match source.type:
        case "article-journal":
            parts = _article(source)
        case "book" | "chapter":
            parts = _book(source, lang)
        case _:
            parts = _web_page(source, lang)
    return Markup(" ").join(part for part in parts if part)


def _article(source: Source) -> list[Markup]:
    """Authors. Title. Journal. Year;Volume(Issue):pages. doi"""
    place = source.volume + (f"({source.issue})" if source.issue else "")
    where = (f";{place}" if place else "") + (f":{source.pages}" if source.pages else "")
    journal = Markup("<i>{}</i>.").format(source.journal or source.publisher)
    year = source.year or source.published[:4]
    return [
        _stop(_names(source.authors)),
        _stop(source.title),
        journal,
        _stop(f"{year}{where}") if year else Markup(),
        _identifier(source),
    ]


def _book(source: Source, lang: str) -> list[Markup]:
    """Authors. Chapter. In: Editors, eds. Title. Edition. Publisher; year:pages."""
    book = source.book if source.type == "chapter" else source.title
    year = source.year or source.published[:4]
    editors = f"{_names(source.editors)}, {say(lang, 'references.editors')}"
    return [
        _stop(_names(source.authors)),
        _stop(source.title) if source.type == "chapter" else Markup(),
        _stop(f"{say(lang, 'references.in')}: {editors}") if source.editors else Markup(),
        Markup("<i>{}</i>.").format(book or source.title),
        _stop(source.edition),
        _stop(
            f"{source.publisher}; {year}" + (f":{source.pages}" if source.pages else "")
            if year
            else source.publisher
        ),
        _identifier(source),
    ]


def _web_page(source: Source, lang: str) -> list[Markup]:
    """Author or organisation. Title. Website. Updated date. Accessed date. Address"""
    author = _names(source.authors)
    return [
        _stop(author or source.publisher),
        _stop(source.title),
        _stop(source.publisher) if author else Markup(),
        _stop(_dated(source, lang)),
        _stop(_accessed(source.accessed, lang)),
        _identifier(source),
    ]


def _names(names: Sequence[str]) -> str:
    """Up to six names, else three and et al (AMA 3.7)."""
    return ", ".join(names) if len(names) <= 6 else ", ".join(names[:3]) + ", et al"


def _dated(source: Source, lang: str) -> str:
    """The day of the last update, which wins over that of publication."""
    if source.updated:
        return say(lang, "references.updated", day=_partial(source.updated, lang))
    if source.published:
        return say(lang, "references.published", day=_partial(source.published, lang))
    return ""


def _accessed(day: date | None, lang: str) -> str:
    return say(lang, "references.accessed", day=long_day(day, lang)) if day else ""


def _partial(found: str, lang: str) -> str:
    """A year, a month or a day, as exactly as it is known."""
    match len(found):
        case 4:
            return found
        case 7:
            return month_and_year(date.fromisoformat(f"{found}-01"), lang)
        case _:
            return long_day(date.fromisoformat(found), lang)


def _identifier(source: Source) -> Markup:
    """Where to find the work: a DOI before an address (AMA 3.11); no full stop after either."""
    if source.doi:
        return _link(f"https://doi.org/{source.doi}", f"doi:{source.doi}")
    if source.url:
        return _link(source.url, source.url)
    if source.pmid:
        return _link(f"https://pubmed.ncbi.nlm.nih.gov/{source.pmid}/", f"PMID: {source.pmid}")
    return Markup("ISBN {}").format(source.isbn) if source.isbn else Markup()


def _link(address: str, text: str) -> Markup:
    return Markup('<a href="{}" rel="external">{}</a>').format(address, text)


def _stop(text: str) -> Markup:
    """The text with a full stop, unless it ends in a mark of its own."""
    return escape(text if not text or text[-1] in ".?!" else f"{text}.")
