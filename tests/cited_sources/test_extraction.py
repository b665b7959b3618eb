"""No identifier of a site is lost and none is invented, in whatever form it stands."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable
from html import escape
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.cited_sources.identifiers import find_identifiers, identifiers_of_url, links_of
from tests.cited_sources.extraction.forms import HTML, MARKDOWN, PLAIN, Form
from tests.cited_sources.extraction.site import MadeUpPage, made_up_site

ADDRESSES = 3_500


def found_in(text: str) -> tuple[Counter[tuple[str, str]], Counter[str]]:
    """The identifiers and the addresses of a text."""
    every = [(found.kind, found.value) for found in find_identifiers(text)]
    ids = Counter(pair for pair in every if pair[0] != "url")
    return ids, Counter(value for kind, value in every if kind == "url")


@pytest.fixture(scope="module")
def site() -> list[MadeUpPage]:
    return made_up_site(ADDRESSES)


def test_a_site_of_3500_addresses_loses_and_invents_nothing(site: list[MadeUpPage]) -> None:
    assert sum(page.urls.total() for page in site) >= ADDRESSES
    for page in site:
        assert found_in(page.text) == (page.ids, page.urls), page.name


def test_a_site_of_3500_addresses_is_read_in_a_second(site: list[MadeUpPage]) -> None:
    start = time.process_time()
    for page in site:
        for _ in find_identifiers(page.text):
            pass
    assert time.process_time() - start < 1


@pytest.mark.parametrize("form", [*MARKDOWN, *HTML, *PLAIN])
def test_every_form_is_read_with_every_sort_of_identifier(form: Callable[[int], Form]) -> None:
    for number in range(0, 200, 3):
        made = form(number)
        assert found_in(made.text) == (Counter(made.ids), Counter(made.urls)), made.text


_LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
_WORD = st.text(_LETTERS, min_size=1, max_size=6)
_ODD = st.text(f"{_LETTERS}-._;()/:<>[]{{}}#+@&=~$!*,'\"?|^`\\", min_size=1, max_size=25)
_SICI = st.builds("<{}::{}>3.0.CO;2".format, st.integers(1, 9999), _WORD)
_BRACKETED = st.builds(str.__mod__, st.sampled_from(["(%s)", "[%s]"]), _WORD)
_PIECE = st.one_of(_WORD, _BRACKETED, _SICI, st.sampled_from("-._/:+@=;"))
_REGISTRANTS = st.sampled_from(["10.1001", "10.1016.12.31", "10.5281", "10.123456789"])


def _like_in_print(pieces: list[str], last: str) -> str:
    return "".join(pieces) + last


_SUFFIX_IN_TEXT = st.builds(_like_in_print, st.lists(_PIECE, max_size=6), _WORD).filter(
    lambda suffix: (
        not {"doi", "http"} & {suffix.lower()[i : i + 4] for i in range(len(suffix))}
        and "doi" not in suffix.lower()
        and ";10." not in suffix
    )
)


@given(_REGISTRANTS, _SUFFIX_IN_TEXT, st.sampled_from(
    ["doi:{}", "See {}.", "({})", "**{}**, and", "| {} |", "<{}>", "[doi: {}]", "It is.[@doi:{}]",
     "“{}”", "DOI: {};", "{}", "one\n{}\ntwo"]
))  # fmt: skip
def test_a_doi_with_an_odd_suffix_is_found_whole_in_any_text(
    registrant: str, suffix: str, text: str
) -> None:
    doi = f"{registrant}/{suffix}"
    assert found_in(text.replace("{}", doi))[0] == Counter([("doi", doi)])


@given(_REGISTRANTS, _ODD, _WORD, st.sampled_from(
    ["[a](https://doi.org/{})", "<https://doi.org/{}>", "(https://doi.org/{}).",
     "<a href='https://doi.org/{}'>a</a>", "[a](https://example.org/doi/full/{}?x=1#y)",
     "[a](https://example.org/find?doi={})", "https://doi.org/{}, and"]
))  # fmt: skip
def test_a_doi_with_any_character_is_found_whole_in_an_encoded_address(
    registrant: str, odd: str, last: str, text: str
) -> None:
    doi = f"{registrant}/{odd}-{last}x1"
    assert found_in(text.replace("{}", quote(doi, safe="")))[0] == Counter([("doi", doi)])


@given(_REGISTRANTS, _SUFFIX_IN_TEXT, st.sampled_from(
    ['<a href="https://doi.org/{}">a</a>', "<td>{}</td>", "<b>doi:</b> {}<br>x",
     '<meta name="citation_doi" content="{}">', "<p>(doi:{})</p>"]
))  # fmt: skip
def test_a_doi_is_found_whole_in_html(registrant: str, suffix: str, text: str) -> None:
    doi = f"{registrant}/{suffix}"
    assert found_in(text.replace("{}", escape(doi)))[0] == Counter([("doi", doi)])


@given(st.text())
def test_no_text_is_too_odd_to_be_read(text: str) -> None:
    for found in find_identifiers(text):
        assert found.value
        assert 1 <= found.line <= text.count("\n") + 1
    list(links_of(text))
    list(identifiers_of_url(text))


@pytest.mark.parametrize(
    "piece",
    ["https://a", "https://a)", "](https://a b", "10.1000/", "10.1000/a<1:", "10.1000/a,", "(", "<",
     "[@", "[@a;", "[@a[", "`", "` `` ", "<!--", "```\n", "&amp;", "\\(", "PMIDs 1,", "ISBN 9",
     'href="https://a', "]: <https://x ", "/10.1000/a", ";jsessionid=", "/full", "doi:", "\n"],
)  # fmt: skip
def test_a_long_text_takes_time_in_proportion(piece: str) -> None:
    text = (piece * 100_000)[:100_000]
    start = time.process_time()
    list(find_identifiers(text))
    list(links_of(text))
    list(identifiers_of_url(f"https://example.org/{text}"))
    assert time.process_time() - start < 5  # what grows with the square takes a minute
