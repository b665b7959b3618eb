"""Machines are told what the reference list says of a work, and reference managers can cite us."""

from __future__ import annotations

from dataclasses import replace

import pytest

from plugins.practice.posts import Article
from plugins.practice.sources import Source
from plugins.structured_data.citation_meta import citation_meta
from plugins.structured_data.citation_nodes import citation_node
from tests.structured_data.samples import PEOPLE, SOURCE, data_of, post
from tests.structured_data.vocabulary import faults

PAGE = Source(
    key="page", line=1, type="webpage", title="Flu", publisher="CDC", url="https://www.cdc.gov/flu",
    updated="2024-09",
)  # fmt: skip
BOOK = Source(
    key="book", line=1, type="book", title="Fever", publisher="Press", year="2020",
    isbn="978-0-306-40615-7",
)  # fmt: skip
WORKS = (
    SOURCE,
    PAGE,
    BOOK,
    replace(BOOK, type="chapter", book="Care"),
    replace(PAGE, type="report", number="3"),
    replace(PAGE, type="guideline"),
    replace(SOURCE, type="guideline", pmid=""),
    Source(key="bare", line=1, type="webpage", title="Bare", publisher="Somebody"),
)


@pytest.mark.parametrize("work", WORKS, ids=lambda work: work.type)
def test_every_kind_of_work_is_known_to_schema_org(work: Source) -> None:
    assert faults(data_of(post(Article), cited=(work,))) == []


def test_an_article_has_journal_authors_and_identifiers() -> None:
    assert citation_node(SOURCE) == {
        "@type": "MedicalScholarlyArticle",
        "name": "A source",
        "url": "https://doi.org/10.1000/a",
        "author": [
            {"@type": "Person", "name": "Field T"},
            {"@type": "Organization", "name": "Institute of Sources"},
        ],
        "datePublished": "2025",
        "isPartOf": {"@type": "Periodical", "name": "J Sources"},
        "identifier": [
            {"@type": "PropertyValue", "propertyID": "doi", "value": "10.1000/a"},
            {"@type": "PropertyValue", "propertyID": "pmid", "value": "41"},
        ],
    }


def test_a_page_has_its_publisher_and_the_day_of_its_last_update() -> None:
    told = citation_node(PAGE)
    assert told["publisher"] == {"@type": "Organization", "name": "CDC"}
    assert (told["@type"], told["dateModified"]) == ("WebPage", "2024-09")


def test_no_more_authors_are_told_than_readers_see() -> None:
    many = replace(SOURCE, authors=tuple(f"{letter}ble A" for letter in "ABCDEFG"))
    authors = citation_node(many)["author"]
    assert isinstance(authors, list)
    assert len(authors) == 3


def test_reference_managers_can_cite_the_post_and_what_it_cites() -> None:
    assert citation_meta(post(Article), PEOPLE, [SOURCE, PAGE]) == (
        ("citation_title", "A title"),
        ("citation_author", "Tom Field"),
        ("citation_publication_date", "2026/07/01"),
        ("citation_language", "en"),
        (
            "citation_reference",
            "citation_journal_title=J Sources; citation_title=A source; citation_author=Field T; "
            "citation_author=Institute of Sources; citation_publication_date=2025; "
            "citation_doi=10.1000/a",
        ),
        ("citation_reference", "CDC. Flu. Updated September 2024. https://www.cdc.gov/flu"),
    )


def test_a_post_that_cites_nothing_is_no_scholarly_work() -> None:
    assert citation_meta(post(Article), PEOPLE, []) == ()


def test_a_semicolon_in_a_title_begins_no_field() -> None:
    odd = replace(SOURCE, title="Flu; citation_doi=10.1/other")
    (_, told) = citation_meta(post(Article), PEOPLE, [odd])[-1]
    assert "citation_title=Flu, citation_doi=10.1/other;" in told
