"""Who stands behind an address, and how far that kind of publisher is trusted."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.cited_sources.domain_table import FILE, domain_table, plain_name
from plugins.cited_sources.domains import name_of, standing_of
from plugins.practice.settings import Practice, SourceSettings, TrustedDomain
from plugins.practice.source_fields import domain
from plugins.practice.sources import Source

CDC = "Centers for Disease Control and Prevention"


def practice(**sources: object) -> Practice:
    return Practice(
        name="P", short_name="P", site_url="https://www.example.org", languages=("en",),
        time_zone="America/New_York", phone="1", sources=SourceSettings(**sources),  # type: ignore[arg-type]
    )  # fmt: skip


def source(**fields: str) -> Source:
    values = {"type": "webpage", "publisher": "Somebody"} | fields
    return Source(key="s", line=1, title="T", accessed=date(2026, 11, 1), **values)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("url", "publisher", "tier"),
    [
        ("https://www.cdc.gov/flu", CDC, 1),
        ("https://tools.cdc.gov:443/x", CDC, 1),
        ("HTTPS://WWW.CDC.GOV./x", CDC, 1),
        ("https://www.nhlbi.nih.gov/x", "National Heart, Lung, and Blood Institute", 1),
        ("https://medlineplus.gov/spanish/", "National Library of Medicine", 1),
        ("https://health.wyo.gov/x", "", 1),
        ("https://www.who.int/es", "World Health Organization", 1),
        ("https://www.nhs.uk/conditions/flu", "NHS", 1),
        ("https://www.bsuh.nhs.uk/x", "", 3),
        ("https://www.england.nhs.uk/x", "NHS England", 1),
        ("https://www.sanidad.gob.es/x", "Ministerio de Sanidad", 1),
        ("https://enfamilia.aeped.es/x", "Asociación Española de Pediatría", 2),
        ("https://www.healthychildren.org/x", "American Academy of Pediatrics", 2),
        ("https://www.nejm.org/doi/10.1056/x", "Massachusetts Medical Society", 2),
        ("https://www.mayoclinic.org/x", "Mayo Clinic", 3),
        ("https://health.mit.edu/crc", "", 3),
        ("https://www.nytimes.com/x", "The New York Times", 4),
        ("https://www.webmd.com/x", "WebMD", 5),
    ],
)
def test_an_address_is_known_by_its_domain(url: str, publisher: str, tier: int) -> None:
    standing = standing_of(url)
    assert (standing.publisher, standing.tier, standing.is_known) == (publisher, tier, True)


@pytest.mark.parametrize(
    "url",
    ["https://notcdc.gov.example/x", "https://cdc.gov.shop.example/", "https://xcdc.org", "https://gov",
     "", "nonsense", "http://[broken", "https://" + "a." * 50_000, "https://\u2026\u2026",
     "javascript:x"],
)  # fmt: skip
def test_what_no_table_has_is_not_known_and_weighs_least(url: str) -> None:
    standing = standing_of(url)
    assert (standing.is_known, standing.tier, standing.is_denied) == (False, 5, False)


@given(st.text())
def test_no_address_is_too_odd_to_be_judged(url: str) -> None:
    assert 1 <= standing_of(url).tier <= 5


def test_the_practice_itself_knows_better() -> None:
    own = practice(
        domains={
            "county.example": TrustedDomain(domain="county.example", publisher="County", tier=1),
            "cdc.gov": TrustedDomain(domain="cdc.gov", publisher="Ours", tier=4),
            "hon.ch": TrustedDomain(domain="hon.ch", publisher="HON", tier=5),
        },
        deny=("shop.example",),
    )
    assert standing_of("https://www.county.example/x", own).tier == 1
    assert standing_of("https://a.county.example/x", own).publisher == "County"
    assert (standing_of("https://www.cdc.gov/x", own).publisher) == "Ours"
    assert standing_of("https://www.shop.example/x", own).is_denied
    assert not standing_of("https://www.hon.ch/x", own).is_denied
    assert not standing_of("https://shop.example.org/x", own).is_denied


@pytest.mark.parametrize(
    "url", ["https://www.hon.ch/HONcode/Conduct.html?HON1", "https://healthonnet.org/HONcode/"]
)
def test_the_ended_honcode_is_denied_with_its_reason(url: str) -> None:
    standing = standing_of(url)
    assert standing.is_denied
    assert "15 December 2022" in standing.reason


def test_an_article_in_a_journal_is_of_tier_2_wherever_it_was_found() -> None:
    found = {"url": "https://blog.example/x", "type": "article-journal", "publisher": "AMA"}
    for number in ({"doi": "10.1000/x"}, {"pmid": "123"}, {"pmcid": "PMC123"}):
        standing = standing_of(source(**found, **number))
        assert (standing.tier, standing.is_known) == (2, True)
        assert standing.publisher == "American Medical Association"
    assert standing_of(source(**found)).tier == 5


def test_an_article_of_a_government_stays_a_governments() -> None:
    assert (
        standing_of(source(type="article-journal", doi="10.15585/mmwr.x", publisher=CDC)).tier == 1
    )


def test_a_preprint_is_no_article_in_a_journal() -> None:
    url = "https://www.medrxiv.org/content/10.1101/2020.03.22.20040758v2"
    assert standing_of(source(type="article-journal", url=url)).tier == 4


def test_a_guideline_of_a_known_body_is_of_tier_1() -> None:
    at_a_library = "https://www.guidelinecentral.com/guideline/13349/"
    body = {"type": "guideline", "publisher": "American College of Physicians"}
    assert standing_of(source(**body, url=at_a_library)).tier == 1
    assert standing_of(source(**body, url="https://www.acponline.org/x")).tier == 1
    assert standing_of(source(**body, url="https://shop.example/x")).tier == 5
    assert standing_of(source(type="guideline", url=at_a_library)).tier == 5


def test_a_name_alone_makes_no_page_trusted() -> None:
    standing = standing_of(source(publisher="CDC", url="https://shop.example/x"))
    assert (standing.tier, standing.is_known) == (5, False)


def test_a_work_in_a_library_is_its_publishers() -> None:
    archived = "https://web.archive.org/web/2009/http://www.fda.gov/x"
    standing = standing_of(source(publisher="U.S. Food and Drug Administration", url=archived))
    assert (standing.publisher, standing.tier) == ("U.S. Food and Drug Administration", 1)
    assert standing_of(source(url=archived)).tier == 5


def test_a_book_without_an_address_is_a_reference_work() -> None:
    assert standing_of(source(type="book", isbn="9780306406157")).tier == 3
    assert standing_of(source(type="book", isbn="9780306406157", publisher="WHO")).tier == 1


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("CDC", CDC),
        ("the Centers for Disease Control and Prevention", CDC),
        ("Centers for Disease Control & Prevention (CDC)", CDC),
        ("MedlinePlus, National Library of Medicine", "National Library of Medicine"),
        ("US Food and Drug Administration", "U.S. Food and Drug Administration"),
        ("FDA", "U.S. Food and Drug Administration"),
        ("OMS", "World Health Organization"),
        ("Nobody in Particular", "Nobody in Particular"),
    ],
)
def test_a_publisher_has_one_name_however_it_is_written(written: str, name: str) -> None:
    assert name_of(written) == name


def test_no_name_and_no_domain_stands_twice_in_the_table() -> None:
    raw = tomllib.loads(FILE.read_text(encoding="utf-8"))
    rows = [row for tier in raw["tiers"] for row in tier["publishers"]]
    names = [plain_name(name) for row in rows for name in (row["name"], *row.get("also", ()))]
    domains = [name for row in (*rows, *raw["denied"]) for name in row["domains"]]
    assert [name for name, count in Counter(names).items() if count > 1] == []
    assert [name for name, count in Counter(domains).items() if count > 1] == []
    assert re.fullmatch(r"\d{4}-\d{2}", raw["checked"])


def test_every_row_of_the_table_is_a_domain_with_a_publisher_and_a_tier() -> None:
    for name, row in domain_table().rows.items():
        assert domain(name) == name
        assert 1 <= row.tier <= 5
        assert row.publisher or row.why_not
