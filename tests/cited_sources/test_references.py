"""References are written as the AMA Manual of Style, 11th edition, has them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from bs4 import BeautifulSoup

from plugins.cited_sources.references import format_reference
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
        (BOOK, "Able A. Fever. In: Baker B, eds. Care of children. 3rd ed. Press; 2020:10-19. "
               "ISBN 978-0-306-40615-7"),
    ],
)  # fmt: skip
def test_a_reference_has_its_parts_in_ama_order(source: Source, written: str) -> None:
    assert plain(source) == written


def test_over_six_authors_become_three_and_et_al() -> None:
    many = replace(JOURNAL, authors=tuple("ABCDEFG"))
    assert plain(many).startswith("A, B, C, et al. ")


def test_a_spanish_page_has_spanish_words_around_the_works_own_title() -> None:
    assert "Consultado el 21 de noviembre de 2026" in plain(WEB, "es")
    assert "Key facts about flu" in plain(WEB, "es")


def test_markup_in_a_title_is_shown_not_run() -> None:
    assert "&lt;script&gt;" in format_reference(replace(WEB, title="<script>"), "en")
