"""Citations are read from a text as they are printed on the page."""

from __future__ import annotations

from collections import Counter

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from plugins.cited_sources.citations import (
    CitationExtension,
    Numbering,
    cited_keys,
    source_of,
    unread_citations,
)
from plugins.practice.sentences import plain
from plugins.practice.sources import Source

SICI = "10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2"
BRACKETS = "10.1641/0006-3568(2004)054[0547:LHMEP]2.0.CO;2"


def work(key: str, **fields: str) -> Source:
    return Source(key=key, line=1, type="webpage", title=key, publisher=key, **fields)  # type: ignore[arg-type]


SOURCES = {
    "one": work("one", doi="10.1000/One(1)"),
    "two": work("two", pmid="123", pmcid="PMC456"),
    "book": work("book", isbn="978-0-306-40615-7"),
    "sici": work("sici", doi=SICI),
    "brackets": work("brackets", doi=BRACKETS),
    "linked": work("linked", url="https://pubmed.ncbi.nlm.nih.gov/789/"),
}


def printed(text: str) -> tuple[BeautifulSoup, Numbering]:
    numbering = Numbering(SOURCES)
    converter = Markdown(
        extensions=["extra", "admonition", "sane_lists", "toc", CitationExtension(numbering)]
    )
    return BeautifulSoup(converter.convert(text), "html.parser"), numbering


@pytest.mark.parametrize(
    ("cited", "key"),
    [
        ("one", "one"),
        ("doi:10.1000/one(1)", "one"),
        ("DOI:10.1000/ONE(1)", "one"),
        ("doi:https://doi.org/10.1000/one(1)", "one"),
        ("pmid:123", "two"),
        ("pmcid:PMC456", "two"),
        ("PMCID:456", "two"),
        ("isbn:9780306406157", "book"),
        ("isbn:978-0-306-40615-7", "book"),
        ("isbn:0-306-40615-2", "book"),
        (f"doi:{SICI}", "sici"),
        (f"doi:{BRACKETS}", "brackets"),
        ("pmid:789", "linked"),
    ],
)
def test_a_work_is_cited_by_its_key_or_by_any_of_its_numbers(cited: str, key: str) -> None:
    found = source_of(cited, SOURCES)
    assert found is not None
    assert found.key == key
    page, numbering = printed(f"A fact.[@{cited}]")
    assert numbering.order == [key]
    assert [link["href"] for link in page.select("sup.cite a")] == ["#ref-1"]
    assert [k for k, _ in cited_keys(f"A fact.[@{cited}]")] == [cited]


@pytest.mark.parametrize("cited", ["three", "doi:10.1000/two", "pmid:", "arxiv:1", "doi:", ":"])
def test_what_the_ledger_lacks_is_no_work(cited: str) -> None:
    assert source_of(cited, SOURCES) is None
    assert not printed(f"A fact.[@{cited}]")[0].select("sup")


@pytest.mark.parametrize("text", ["[@one; @two]", "[@one;@two]", "[@one;\n@two]"])
def test_several_works_in_one_bracket_are_numbered_one_after_the_other(text: str) -> None:
    page, numbering = printed(f"A fact.{text}")
    assert numbering.order == ["one", "two"]
    assert page.get_text().endswith("1,2")
    assert [key for key, _ in cited_keys(text)] == ["one", "two"]


def test_brackets_side_by_side_are_numbered_one_after_the_other() -> None:
    page, numbering = printed("A fact.[@two][@one] Another.[@two]")
    assert numbering.order == ["two", "one"]
    assert [link["id"] for link in page.select("sup a")] == [
        "cite-two-1",
        "cite-one-1",
        "cite-two-2",
    ]


def test_a_doi_with_semicolons_and_brackets_stands_beside_another_work() -> None:
    text = f"[@doi:{SICI}; @doi:{BRACKETS}; @one]"
    assert [key for key, _ in cited_keys(text)] == [f"doi:{SICI}", f"doi:{BRACKETS}", "one"]
    assert printed(text)[1].order == ["sici", "brackets", "one"]


def test_an_unknown_work_among_others_leaves_the_bracket_for_the_writer_to_see() -> None:
    page, numbering = printed("A fact.[@one; @three]")
    assert numbering.order == []
    assert "[@one; @three]" in page.get_text()


@pytest.mark.parametrize(
    "text",
    ["`[@one]`", "``a ` [@one]``", "```\n[@one]\n```", "Text.\n\n    [@one]", "<!-- [@one] -->"],
)
def test_in_code_and_in_comments_nothing_is_cited(text: str) -> None:
    assert list(cited_keys(text)) == []


def test_behind_a_comment_a_citation_counts() -> None:
    assert list(cited_keys("<!-- [@a] -->It is so.[@b]\n<!--\n-->And so.[@c]")) == [
        ("b", 1),
        ("c", 3),
    ]


def test_a_summary_is_without_a_citation_that_holds_brackets() -> None:
    assert plain(f"It is so.[@doi:{BRACKETS}] And so.[@one; @two]") == "It is so. And so."


def test_a_citation_knows_its_line() -> None:
    text = "one [@a]\n\n```\n[@b]\n```\ntwo [@c;\n@d] [@e]"
    assert list(cited_keys(text)) == [("a", 1), ("c", 6), ("d", 6), ("e", 7)]


@pytest.mark.parametrize(
    "text", ["[@one, p. 3]", "[see @one]", "[-@one]", "[@one @two]", "[@]", "[e.g. @one; @two]"]
)
def test_what_only_looks_like_a_citation_is_told(text: str) -> None:
    assert list(unread_citations(f"A fact.\n{text}")) == [(text, 2)]
    assert not printed(text)[0].select("sup")


@pytest.mark.parametrize(
    "text", ["[@one]", "[mail me @home](https://a.example)", "`[@one, p. 3]`", "a@b.example [c]"]
)
def test_nothing_else_is_told_as_one(text: str) -> None:
    assert list(unread_citations(text)) == []


_BLOCKS = st.sampled_from([
    "Text [@one] more.", "Two [@one; @two] and [@two][@one].", "`code [@one]` and [@two].",
    "``a ` [@one]`` b [@two]", "unclosed ` tick [@one]", "    indented [@one]", "- item [@one]",
    "- item\n\n    continued [@one]", "!!! do\n    - card [@one]", "```\nfence [@one]\n```",
    '!!! emergency "Call"\n    - card [@one]\n\n    text [@two]', "~~~\nfence [@one]\n~~~",
    "1. one [@one]\n2. two [@two]", "> quote [@one]", "| a |\n| --- |\n| [@one] |",
    "## Head [@one]",
    "word\n:   definition [@one]", "para\n    lazy [@one]", "*a [@one]* **b [@two]**",
    "[link [@one]](https://x.example)", "```\nunclosed fence [@one]", "\ttabbed [@one]",
    "wrapped [@one;\n@two] end",
])  # fmt: skip


@given(st.lists(_BLOCKS, max_size=5))
def test_what_is_read_as_cited_is_what_the_page_shows(blocks: list[str]) -> None:
    text = "\n\n".join(blocks)
    page, numbering = printed(text)
    shown = Counter({key: len(places) for key, places in numbering.places.items()})
    assert Counter(key for key, _ in cited_keys(text)) == shown
    assert len(page.select("sup a")) == shown.total()


def test_a_citation_with_a_backslash_before_it_is_plain_text() -> None:
    assert list(cited_keys(r"write \[@one] behind it.[@two]")) == [("two", 1)]
    assert not list(unread_citations(r"not \[@one, p. 3] either"))
