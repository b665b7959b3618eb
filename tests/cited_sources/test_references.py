"""References are written as the AMA Manual of Style, 11th edition, has them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from bs4 import BeautifulSoup

from plugins.cited_sources.references import format_reference, plain_reference
from plugins.practice.sources import Source

JOURNAL = Source(
    key="j", line=1, type="article-journal", title="Flu in adults", publisher="AMA",
    authors=("Able A", "Baker B"), journal="JAMA", year="2021", volume="325", issue="20",
    pages="1965-1977", doi="10.1001/jama.2021.6238",
)  # fmt: skip
WEB = Source(
    key="w", line=1, type="webpage", title="Key facts about flu", publisher="CDC",
    url="https://www.cdc.gov/flu", updated="2024-09", accessed=date(2026, 11, 21),
)  # fmt: skip
BOOK = Source(
    key="b", line=1, type="chapter", title="Fever", book="Care of children", publisher="Press",
    authors=("Able A",), editors=("Baker B",), edition="3rd ed", year="2020", pages="10-19",
    isbn="978-0-306-40615-7",
)  # fmt: skip


def plain(source: Source, lang: str = "en") -> str:
    return BeautifulSoup(format_reference(source, lang), "html.parser").get_text()


@pytest.mark.parametrize(
    ("source", "written"),
    [
        (JOURNAL, "Able A, Baker B. Flu in adults. JAMA. 2021;325(20):1965-1977. "
                  "doi:10.1001/jama.2021.6238"),
        (WEB, "CDC. Key facts about flu. Updated September 2024. Accessed November 21, 2026. "
              "https://www.cdc.gov/flu"),
        (BOOK, "Able A. Fever. In: Baker B, ed. Care of children. 3rd ed. Press; 2020:10-19. "
               "ISBN 978-0-306-40615-7"),
    ],
)  # fmt: skip
def test_a_reference_has_its_parts_in_ama_order(source: Source, written: str) -> None:
    assert plain(source) == written


def links(source: Source, lang: str = "en") -> list[tuple[str, str]]:
    page = BeautifulSoup(format_reference(source, lang), "html.parser")
    return [(link.get_text(), str(link["href"])) for link in page.find_all("a")]


def test_the_title_leads_to_the_work_so_that_a_list_of_links_can_be_understood() -> None:
    assert links(JOURNAL) == [("Flu in adults", "https://doi.org/10.1001/jama.2021.6238")]
    assert links(WEB) == [("Key facts about flu", "https://www.cdc.gov/flu")]
    assert links(BOOK) == []


def test_an_old_doi_becomes_an_address_that_browsers_keep() -> None:
    old = replace(JOURNAL, doi="10.1002/(SICI)1097(1998)17:15<1661::AID>3.0.CO;2-2#x")
    ((_, address),) = links(old)
    assert address == "https://doi.org/10.1002/(SICI)1097(1998)17:15%3C1661::AID%3E3.0.CO;2-2%23x"
    assert plain(old).endswith(f"doi:{old.doi}")


@pytest.mark.parametrize(
    ("ids", "address"),
    [
        ({"pmid": "1", "pmcid": "PMC2", "url": "https://x.example/"},
         "https://pubmed.ncbi.nlm.nih.gov/1/"),
        ({"pmcid": "PMC2", "url": "https://x.example/"},
         "https://pmc.ncbi.nlm.nih.gov/articles/PMC2/"),
        ({"url": "https://x.example/"}, "https://x.example/"),
    ],
)  # fmt: skip
def test_an_article_is_found_by_what_lasts_longest(ids: dict[str, Any], address: str) -> None:
    found = replace(JOURNAL, doi="", accessed=date(2026, 11, 21), **ids)
    assert [link for _, link in links(found)] == [address]
    assert ("Accessed" in plain(found)) == (address == ids.get("url"))


def test_an_address_that_is_none_becomes_no_link() -> None:
    assert links(replace(WEB, url="javascript:alert(1)")) == []


def test_over_six_authors_become_three_and_et_al() -> None:
    many = replace(JOURNAL, authors=tuple("ABCDEFG"))
    assert plain(many).startswith("A, B, C, et al. ")


def test_a_spanish_page_has_spanish_words_around_the_works_own_title() -> None:
    assert "Consultado el 21 de noviembre de 2026" in plain(WEB, "es")
    assert "Key facts about flu" in plain(WEB, "es")


@pytest.mark.parametrize(
    ("day", "written"),
    [
        ("2024-09-03", "Actualizado el 3 de septiembre de 2024."),
        ("2024-09", "Actualizado en septiembre de 2024."),
        ("2024", "Actualizado en 2024."),
    ],
)
def test_a_spanish_day_is_told_as_exactly_as_it_is_known(day: str, written: str) -> None:
    assert written in plain(replace(WEB, updated=day), "es")


def test_a_spanish_page_tells_editions_and_editors_in_its_own_words() -> None:
    assert "In: Baker B, ed. Care of children. 3rd ed." in plain(BOOK)
    assert "En: Baker B, ed. Care of children. 3.ª ed." in plain(BOOK, "es")


@pytest.mark.parametrize(
    ("work", "page", "told"),
    [("en", "es", "en"), ("es", "en", "es"), ("es", "es", None), ("en-GB", "en", None),
     ("not a language", "en", None)],
)  # fmt: skip
def test_a_title_in_another_language_than_its_page_says_so(
    work: str, page: str, told: str | None
) -> None:
    markup = format_reference(replace(WEB, lang=work), page)
    link = BeautifulSoup(markup, "html.parser").a
    assert link is not None
    assert link.get("lang") == told


def test_a_title_from_right_to_left_stays_in_its_place() -> None:
    arabic = replace(WEB, title="حقائق عن الإنفلونزا", publisher="وزارة الصحة", lang="ar")
    page = BeautifulSoup(format_reference(arabic, "en"), "html.parser")
    assert page.a is not None
    assert (page.a["lang"], page.a["dir"]) == ("ar", "auto")
    assert page.bdi is not None
    assert page.bdi.get_text() == "وزارة الصحة"
    without = BeautifulSoup(format_reference(replace(arabic, url=""), "en"), "html.parser")
    assert without.span is not None
    assert without.span["dir"] == "auto"


@pytest.mark.parametrize("title", ["Is it the flu?", "It is the flu.", "“Is it the flu?”"])
def test_no_full_stop_follows_a_mark_of_the_title_itself(title: str) -> None:
    assert f"{title} Updated" in plain(replace(WEB, title=title))


def test_who_is_author_and_publisher_is_named_once() -> None:
    assert plain(replace(WEB, authors=("CDC",))).count("CDC") == 1


@pytest.mark.parametrize(
    ("pages", "written"),
    [("637-41", "637-641"), ("637–641", "637-641"), ("S3-9", "S3-9"), ("19-8", "19-8"),
     ("e12", "e12"), ("99-101", "99-101"), ("1-3, 11-3", "1-3, 11-13")],
)  # fmt: skip
def test_pages_are_written_in_full_with_a_hyphen(pages: str, written: str) -> None:
    assert f":{written}." in plain(replace(JOURNAL, pages=pages))


def test_an_online_chapter_tells_when_it_was_last_updated() -> None:
    online = replace(
        BOOK, isbn="", url="https://x.example/", updated="2023-07-24", accessed=date(2026, 11, 21)
    )
    assert plain(online).endswith(
        "Updated July 24, 2023. Accessed November 21, 2026. https://x.example/"
    )


def test_machines_and_terminals_get_the_reference_without_markup() -> None:
    assert plain_reference(replace(WEB, title="Flu & colds <1 year"), "en").startswith(
        "CDC. Flu & colds <1 year. Updated"
    )


def test_markup_in_a_title_is_shown_not_run() -> None:
    assert "&lt;script&gt;" in format_reference(replace(WEB, title="<script>"), "en")
