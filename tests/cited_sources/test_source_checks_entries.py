"""Entries of sources.toml that cannot be right, or not any more, are told with their line."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from plugins.cited_sources.checks import check_ledger
from plugins.practice.problems import Problem, Severity
from plugins.practice.source_ledger import read_source_ledger
from plugins.practice.sources import Source
from tests.cited_sources.offline_samples import TODAY, article, ledger, page
from tests.cited_sources.test_domains import practice

BLOCK, WARN, NOTE = Severity.BLOCK, Severity.WARN, Severity.NOTE


def told(*sources: Source, today: date = TODAY, **known: Any) -> list[Problem]:
    return check_ledger(ledger(*sources), today, **known)


def rules(*sources: Source, today: date = TODAY) -> list[tuple[str, Severity]]:
    return [(problem.rule, problem.severity) for problem in told(*sources, today=today)]


def test_a_page_and_an_article_as_they_should_be_are_told_nothing() -> None:
    assert told(page(), article(), practice=practice()) == []


@pytest.mark.parametrize(
    ("fields", "fix"),
    [
        ({"doi": "10.1001/jama.2021.6238."}, "10.1001/jama.2021.6238"),
        ({"doi": "<10.1001/jama.2021.6238>"}, "10.1001/jama.2021.6238"),
        ({"doi": "https://doi.org/10.1001/jama.2021.6238"}, "10.1001/jama.2021.6238"),
        ({"doi": "doi:10.1001%2Fjama.2021.6238"}, "10.1001/jama.2021.6238"),
        ({"doi": "jama.2021.6238"}, ""),
        ({"doi": "10.1001/" + "x" * 10_000}, ""),
        ({"pmid": "PMID: 34003218"}, "34003218"),
        ({"pmid": "034003218"}, "34003218"),
        ({"pmid": "x" * 10_000}, ""),
        ({"pmcid": "8034801"}, "PMC8034801"),
        ({"pmcid": "pmc8034801"}, "PMC8034801"),
        ({"isbn": "978-0-306-40615-8"}, ""),
        ({"isbn": "1234567890123"}, ""),
        ({"url": "www.cdc.gov/flu"}, "https://www.cdc.gov/flu"),
        ({"url": "https://www.cdc.gov/a b"}, ""),
        ({"url": "https://user:password@www.cdc.gov/flu"}, ""),
        ({"url": "javascript:alert(1)"}, ""),
        ({"url": "file:///etc/passwd"}, ""),
        ({"url": "https://www.cdc.gov/" + "x" * 10_000}, ""),
        ({"url": "http://[broken"}, ""),
        ({"url": "https://www.cdc.gov:99999/x"}, ""),
        ({"url": "https://doi.org/10.1001/jama.2021.6238."}, ""),
    ],
)
def test_an_identifier_that_cannot_be_right_is_told_with_what_was_likely_meant(
    fields: dict[str, str], fix: str
) -> None:
    (problem, *_) = [p for p in told(page(line=7, **fields)) if p.rule == "source-entry"]
    assert (problem.severity, problem.file, problem.line) == (BLOCK, "sources.toml", 7)
    assert len(problem.what) < 300
    assert "password" not in problem.what + problem.fix
    if fix:
        assert problem.fix == f'write {next(iter(fields))} = "{fix}"'
    else:
        assert "write" not in problem.fix


def test_a_source_without_address_and_number_is_told() -> None:
    assert rules(page(url="")) == [("source-entry", BLOCK)]


def test_only_a_page_needs_the_day_on_which_it_was_read() -> None:
    assert "`accessed` is missing" in told(page(accessed=None))[0].what
    for number in ({"doi": "10.1000/x"}, {"pmid": "1"}, {"pmcid": "PMC12"}, {"isbn": "0306406152"}):
        assert told(page(accessed=None, **number)) == []
    assert told(page(accessed=None, url="https://pubmed.ncbi.nlm.nih.gov/123/")) == []


def test_a_day_to_come_is_told() -> None:
    (problem,) = told(page(accessed=date(2026, 11, 22)))
    assert "later than today" in problem.what
    assert problem.blocks


@pytest.mark.parametrize(
    ("host", "read", "severity"),
    [
        ("www.cdc.gov", date(2025, 11, 21), None),
        ("www.cdc.gov", date(2025, 11, 20), WARN),
        ("www.cdc.gov", date(2024, 11, 21), WARN),
        ("www.cdc.gov", date(2024, 11, 20), BLOCK),
        ("www.mayoclinic.org", date(2025, 11, 21), None),
        ("www.mayoclinic.org", date(2024, 11, 20), BLOCK),
        ("www.nytimes.com", date(2026, 5, 21), None),
        ("www.nytimes.com", date(2026, 5, 20), WARN),
        ("www.nytimes.com", date(2025, 11, 20), BLOCK),
        ("blog.example", date(2026, 5, 20), WARN),
        ("blog.example", date(2025, 11, 20), BLOCK),
        ("blog.example", date.min, BLOCK),
    ],
)
def test_a_page_is_read_again_as_often_as_its_tier_wants(
    host: str, read: date, severity: Severity | None
) -> None:
    source = page(url=f"https://{host}/x", publisher="P", accessed=read)
    found = [(rule, weight) for rule, weight in rules(source) if rule == "read-long-ago"]
    assert found == ([("read-long-ago", severity)] if severity else [])


def test_a_work_with_a_number_needs_no_new_reading() -> None:
    assert told(article(accessed=date(2010, 1, 1))) == []
    assert told(page(accessed=date(2010, 1, 1), doi="10.1000/x")) == []


def test_the_end_of_time_is_no_crash() -> None:
    assert [p.severity for p in told(page(), today=date.max)] == [BLOCK]


@pytest.mark.parametrize(
    ("updated", "is_told"),
    [("2026-11-02", True), ("2026-11-01", False), ("2026-11", False), ("2026-12", True),
     ("2026", False), ("2027", True), ("", False)],
)  # fmt: skip
def test_a_page_read_before_its_own_update_is_a_warning(updated: str, is_told: bool) -> None:
    expected = [("read-before-update", WARN)] if is_told else []
    assert rules(page(accessed=date(2026, 11, 1), updated=updated)) == expected


def test_a_denied_domain_blocks_with_its_reason() -> None:
    (problem,) = told(page(url="https://www.hon.ch/HONcode/x", publisher="HON"))
    assert (problem.rule, problem.severity) == ("denied-domain", BLOCK)
    assert "15 December 2022" in problem.what
    (own,) = told(page(), practice=practice(deny=("cdc.gov",)))
    assert (own.rule, "practice.toml" in own.what) == ("denied-domain", True)


def test_a_domain_that_nobody_knows_is_noted_once_with_what_to_write() -> None:
    blogs = [page(name, url=f"https://blog.example/{name}", publisher="B") for name in "ab"]
    (problem,) = told(*blogs, practice=practice())
    assert (problem.rule, problem.severity, problem.line) == ("unknown-domain", NOTE, 1)
    assert '[sources.domains."blog.example"]' in problem.fix


@pytest.mark.parametrize(
    ("publisher", "url"),
    [
        ("CDC", "https://shop.example/flu"),
        ("Mayo Clinic", "https://mayo-deals.example/"),
        ("Centers for Disease Control and Prevention", "https://www.webmd.com/x"),
        ("American Heart Association", "https://www.cancer.org/x"),
        ("Vitamin Palace", "https://www.mayoclinic.org/x"),
    ],
)
def test_a_publisher_who_is_not_at_the_address_is_a_warning(publisher: str, url: str) -> None:
    (problem,) = told(page(publisher=publisher, url=url))
    assert (problem.rule, problem.severity) == ("other-publisher", WARN)


@pytest.mark.parametrize(
    ("publisher", "url"),
    [
        ("CDC", "https://www.cdc.gov/x"),
        ("CDC (Flu Division)", "https://tools.cdc.gov/x"),
        ("U.S. Department of Health and Human Services", "https://www.cdc.gov/x"),
        ("NIH", "https://www.nhlbi.nih.gov/x"),
        ("MedlinePlus, National Library of Medicine", "https://www.nlm.nih.gov/medlineplus/x"),
        ("Ohio Department of Health", "https://odh.ohio.gov/x"),
        ("MIT Health", "https://health.mit.edu/x"),
        ("Mount Sinai (text of the CDC vaccine information statement)", "https://mountsinai.org/x"),
        ("Harvard Health Publishing", "https://www.health.harvard.edu/x"),
        ("Allina", "https://www.allinahealth.org/x"),
        ("Cleveland Clinic", "https://clevelandclinic.example/x"),
        ("County Health District", "https://countyhealth.example/x"),
        ("U.S. Food and Drug Administration", "https://web.archive.org/web/2009/http://fda.gov"),
        ("American College of Physicians", "https://guidelinecentral.com/guideline/13338"),
        ("HealthDay", "https://www.drugs.com/news/x.html"),
        ("Spectrum Health", "https://www.spectrumhealth.org/x"),
        ("Nemours", "https://kidshealth.org/x"),
    ],
)
def test_a_publisher_is_believed_in_doubt(publisher: str, url: str) -> None:
    assert told(page(publisher=publisher, url=url)) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"doi": "10.1000/X"}, {"doi": "10.1000/x"}),
        ({"pmid": "123"}, {"url": "https://pubmed.ncbi.nlm.nih.gov/123/"}),
        ({"doi": "10.1000/x"}, {"url": "https://doi.org/10.1000%2Fx"}),
        ({"isbn": "0-306-40615-2"}, {"isbn": "9780306406157"}),
        ({"url": "https://www.cdc.gov/flu/"}, {"url": "http://cdc.gov/flu?utm_source=x#top"}),
    ],
)
def test_one_work_in_two_entries_is_a_warning_that_names_the_first(
    one: dict[str, str], other: dict[str, str]
) -> None:
    (problem,) = told(page("a", line=3, **one), page("b", line=9, **other))
    assert (problem.rule, problem.severity, problem.line) == ("same-work-twice", WARN, 9)
    assert "[a] in line 3" in problem.what


def test_two_works_that_share_something_are_two() -> None:
    chapters = [page(k, type="chapter", isbn="0306406152") for k in "ab"]
    assert told(*chapters) == []
    assert (
        told(page("a", url="https://www.cdc.gov/?id=1"), page("b", url="https://www.cdc.gov/?id=2"))
        == []
    )


def test_a_second_table_of_one_key_is_told_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "sources.toml"
    file.write_text('[one]\ntype = "webpage"\n\n[one]\ntype = "book"\n')
    sources, (problem,) = read_source_ledger(file)
    assert sources is None
    assert problem.line >= 4
    assert "[one] stands in the file already" in problem.what


def test_a_second_field_of_one_name_is_told_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "sources.toml"
    file.write_text('[one]\ntype = "webpage"\ntype = "book"\ntitle = "T"\n')
    _, (problem,) = read_source_ledger(file)
    assert problem.line == 3
    assert "already" in problem.what


def test_a_field_of_10000_characters_is_told(tmp_path: Path) -> None:
    file = tmp_path / "sources.toml"
    long = "https://a.example/" + "x" * 10_000
    file.write_text(f'[one]\ntype = "book"\ntitle = "T"\npublisher = "P"\nurl = "{long}"\n')
    _, (problem,) = read_source_ledger(file)
    assert (problem.line, problem.severity) == (5, BLOCK)
    assert len(problem.what) < 200
