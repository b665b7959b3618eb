"""A report of an organisation or a government (AMA 3.13)."""

from __future__ import annotations

import re

from plugins.cited_sources.references.days import dated, partial
from plugins.cited_sources.references.parts import (
    Line,
    names,
    stop,
    title,
    where,
    year_of,
)
from plugins.practice.sources import Source
from plugins.practice.words import say


def report(source: Source, lang: str) -> Line:
    """Author or organisation. Title. Publisher; date. Series or number. Accessed date. Address"""
    day = partial(source.published, lang) if source.published else year_of(source)
    return (
        stop(names(source.authors) or source.publisher),
        title(source, lang, italic=True),
        stop("; ".join(part for part in (source.publisher, day) if part)),
        stop(_number(source, lang)),
        stop(dated("updated", source.updated, lang)),
        *where(source, lang),
    )


def _number(source: Source, lang: str) -> str:
    """ "WHO Technical Report Series 894"; a number alone says that it is one."""
    if source.number and not source.series and re.fullmatch(r"[\d./-]+", source.number):
        return say(lang, "references.number", number=source.number)
    return " ".join(part for part in (source.series, source.number) if part)
