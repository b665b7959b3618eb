"""Whatever people paste behind `cite` is understood as the work that they mean, or told."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.cited_sources.citing.asked import Asked, read_asked
from plugins.practice.fields import UnfitError

SICI = "10.1002/(SICI)1097-0258(19980815)17:15<1661::AID-SIM968>3.0.CO;2-2"


@pytest.mark.parametrize(
    "typed",
    ["10.1001/x", "doi:10.1001/x", "DOI: 10.1001/x", "https://doi.org/10.1001/x",
     "http://dx.doi.org/10.1001/x", "doi.org/10.1001/x", "<10.1001/x>", "[@doi:10.1001/x]",
     "10.1001/x.", " (10.1001/x) ", "“10.1001/x”", "https://doi.org/10.1001%2Fx", "10.1001%2Fx"],
)  # fmt: skip
def test_a_doi_is_understood_however_it_is_written(typed: str) -> None:
    assert read_asked(typed) == Asked(kind="doi", value="10.1001/x")


@pytest.mark.parametrize("doi", [SICI, "10.1016/S0140-6736(97)11096-0"])
def test_a_doi_keeps_its_brackets(doi: str) -> None:
    assert read_asked(doi).value == doi
    assert read_asked(f"({doi})").value == doi
    assert read_asked(doi.replace("<", "&lt;").replace(">", "&gt;")).value == doi


@pytest.mark.parametrize(
    "typed", ["9500320", "PMID: 9500320", "pmid:9500320", "PMID 9500320.", "[@pmid:9500320]",
              "https://pubmed.ncbi.nlm.nih.gov/9500320/"],
)  # fmt: skip
def test_a_pmid_is_understood_however_it_is_written(typed: str) -> None:
    assert read_asked(typed) == Asked(kind="pmid", value="9500320")


@pytest.mark.parametrize(
    "typed", ["PMC123", "pmc123", "PMCID: PMC123", "pmcid:PMC123", "pmcid:123",
              "https://pmc.ncbi.nlm.nih.gov/articles/PMC123/"],
)  # fmt: skip
def test_a_pmcid_is_understood_however_it_is_written(typed: str) -> None:
    assert read_asked(typed) == Asked(kind="pmcid", value="PMC123")


@pytest.mark.parametrize(
    ("typed", "value"),
    [("978-0-306-40615-7", "978-0-306-40615-7"), ("ISBN 0-306-40615-2", "0-306-40615-2"),
     ("ISBN-13: 9780306406157", "9780306406157"), ("080442957x", "080442957X")],
)  # fmt: skip
def test_an_isbn_is_understood_with_and_without_hyphens(typed: str, value: str) -> None:
    assert read_asked(typed) == Asked(kind="isbn", value=value)


@pytest.mark.parametrize(
    ("typed", "url"),
    [
        ("https://www.cdc.gov/flu/", "https://www.cdc.gov/flu/"),
        ("www.cdc.gov/flu", "https://www.cdc.gov/flu"),
        ("<https://www.cdc.gov/flu>", "https://www.cdc.gov/flu"),
        ("https://a.org/x?utm_source=mail&id=3&fbclid=9#top", "https://a.org/x?id=3#top"),
        ("https://a.org/x?utm_source=mail", "https://a.org/x"),
        ("https://a.org/x#:~:text=fever", "https://a.org/x"),
    ],
)
def test_an_address_is_taken_without_what_only_says_where_somebody_clicked(
    typed: str, url: str
) -> None:
    assert read_asked(typed) == Asked(kind="url", value=url, url=url)


def test_the_doi_that_a_publishers_address_holds_is_asked_first_and_the_address_kept() -> None:
    url = "https://jamanetwork.com/journals/jama/fullarticle/10.1001/jama.2021.6238"
    assert read_asked(url) == Asked(kind="doi", value="10.1001/jama.2021.6238", url=url)


@pytest.mark.parametrize("typed", ["", "flu", "wakefield-1998", "x" * 10_000, "12 34", "😷"])
def test_nonsense_is_told_with_what_cite_takes(typed: str) -> None:
    with pytest.raises(UnfitError) as unfit:
        read_asked(typed)
    assert "a DOI (10.1001/jama.2021.6238)" in unfit.value.fix


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("978-0-306-40615-8", "check digit"),
        ("10.1001", "a slash"),
        ("10.1001/x y", "cannot be right"),
        ("PMID 0", "a number of 1 to 8 digits"),
        ("javascript:alert(1)", "begins with https://"),
        ("https://ada:secret@a.org/x", "user name"),
        ("https://a.org/a b", "no spaces"),
        (f"https://a.org/{'x' * 2_000}", "over 2,000 characters"),
    ],
)
def test_what_cannot_be_right_is_told_with_the_reason(typed: str, why: str) -> None:
    with pytest.raises(UnfitError) as unfit:
        read_asked(typed)
    assert why in unfit.value.what


@given(st.text(max_size=60) | st.from_regex(r"(10\.|PMID|ISBN|https?://)[ -~]{0,40}"))
def test_whatever_is_typed_is_a_work_or_is_told(typed: str) -> None:
    try:
        asked = read_asked(typed)
    except UnfitError as unfit:
        assert unfit.what  # noqa: PT017  # either outcome is right
        assert unfit.fix  # noqa: PT017
    else:
        assert asked.value
