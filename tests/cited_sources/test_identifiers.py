"""Identifiers and addresses are found in texts as they stand, and judged without the net."""

from __future__ import annotations

import pytest

from plugins.cited_sources.identifiers import fault_of, find_identifiers


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("see doi:10.1001/jama.2021.6238.", [("doi", "10.1001/jama.2021.6238")]),
        ("(10.1002/(SICI)1097-0258(19980815)17:15<1661::AID-SIM968>3.0.CO;2-2)",
         [("doi", "10.1002/(SICI)1097-0258(19980815)17:15<1661::AID-SIM968>3.0.CO;2-2")]),
        ("PMID: 12345678, PMC1234567", [("pmid", "12345678"), ("pmcid", "PMC1234567")]),
        ("ISBN 978-0-306-40615-7", [("isbn", "978-0-306-40615-7")]),
        ("[a](https://doi.org/10.1000/x%281%29)",
         [("url", "https://doi.org/10.1000/x%281%29"), ("doi", "10.1000/x(1)")]),
        ("https://pubmed.ncbi.nlm.nih.gov/34003218/",
         [("url", "https://pubmed.ncbi.nlm.nih.gov/34003218/"), ("pmid", "34003218")]),
        ("https://pmc.ncbi.nlm.nih.gov/articles/PMC8034801/",
         [("url", "https://pmc.ncbi.nlm.nih.gov/articles/PMC8034801/"), ("pmcid", "PMC8034801")]),
        ("https://en.example/wiki/Flu_(disease), and more", [("url", "https://en.example/wiki/Flu_(disease)")]),
        ("take 1.5 mg; ratio 10.2/3", []),
    ],
)  # fmt: skip
def test_identifiers_are_found_without_the_sentence_around_them(
    text: str, found: list[tuple[str, str]]
) -> None:
    assert [(i.kind, i.value) for i in find_identifiers(text)] == found


def test_an_identifier_knows_its_line() -> None:
    assert [i.line for i in find_identifiers("one\ntwo PMID 123\n\nhttps://a.example")] == [2, 4]


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("doi", "10.1000/x"),
        ("pmid", "1"),
        ("pmcid", "PMC12"),
        ("isbn", "978-0-306-40615-7"),
        ("isbn", "0-306-40615-2"),
        ("isbn", "080442957X"),
        ("url", "https://a.example/b?c=d"),
    ],
)
def test_what_may_be_right_is_taken(kind: str, value: str) -> None:
    assert fault_of(kind, value) == ""


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("doi", "11.1000/x"),
        ("doi", "10.1000/x."),
        ("doi", "<10.1000/x>"),
        ("pmid", "0123"),
        ("pmid", "123456789"),
        ("isbn", "978-0-306-40615-8"),
        ("isbn", "12345"),
        ("url", "javascript:alert(1)"),
        ("url", "https://user:password@a.example/"),
        ("url", "https://a b.example/"),
        ("url", "https://localhost/x"),
        ("url", "https://a.example/" + "x" * 10_000),
        ("url", "http://[broken"),
    ],
)
def test_what_cannot_be_right_is_told(kind: str, value: str) -> None:
    assert fault_of(kind, value)


@pytest.mark.parametrize("words", ["our ISBN 10 digits", "ISBN-10 here", "an ISBN 13 is longer"])
def test_who_speaks_of_isbns_names_none(words: str) -> None:
    assert not list(find_identifiers(words))
