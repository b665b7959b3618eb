"""A post rests on enough works, on trusted ones, and on none that is too old."""

from __future__ import annotations

from typing import Any

import pytest

from plugins.cited_sources.checks import check_sources
from plugins.practice.posts import Post
from plugins.practice.problems import Severity
from plugins.practice.settings import TrustedDomain
from plugins.practice.sources import Source
from tests.cited_sources.offline_samples import (
    TODAY,
    a_link,
    a_notice,
    a_question,
    an_article,
    article,
    ledger,
    page,
)
from tests.cited_sources.test_domains import practice

BLOCK, WARN = Severity.BLOCK, Severity.WARN


def rules(post: Post, *sources: Source, **known: Any) -> list[tuple[str, Severity]]:
    problems = check_sources(post, ledger(*sources), TODAY, **known)
    return [(problem.rule, problem.severity) for problem in problems]


def blog(key: str) -> Source:
    return page(key, url=f"https://{key}.example/x", publisher=key)


def test_an_article_on_two_publishers_is_told_nothing() -> None:
    assert rules(an_article("A.[@page] B.[@article]"), page(), article()) == []


def test_two_names_of_one_publisher_are_one() -> None:
    two = page("a", publisher="CDC"), page("b")
    assert rules(an_article("A.[@a] B.[@b]"), *two) == [("too-few-sources", BLOCK)]


def test_two_domains_of_one_publisher_are_one() -> None:
    two = (
        page("a", url="https://www.heart.org/x", publisher="AHA"),
        page("b", url="https://www.stroke.org/x", publisher="American Stroke Association"),
    )
    assert rules(an_article("A.[@a] B.[@b]"), *two) == [("too-few-sources", BLOCK)]


def test_two_institutes_of_one_government_are_two() -> None:
    two = page(), page("b", url="https://www.nhlbi.nih.gov/x", publisher="NHLBI")
    assert rules(an_article("A.[@page] B.[@b]"), *two) == []


@pytest.mark.parametrize("make", [an_article, a_question])
def test_sources_without_authority_are_a_warning(make: Any) -> None:
    post = make("A.[@one] B.[@two]")
    assert rules(post, blog("one"), blog("two")) == [("weak-sources", WARN)]
    hospitals = [page(k, url=f"https://{h}/x", publisher=h) for k, h in
                 (("one", "www.mayoclinic.org"), ("two", "my.clevelandclinic.org"))]  # fmt: skip
    assert rules(post, *hospitals) == [("weak-sources", WARN)]
    assert rules(post, blog("one"), page("two")) == []
    assert rules(post, blog("one"), article("two")) == []


def test_what_the_practice_says_of_a_domain_counts() -> None:
    own = practice(
        domains={"one.example": TrustedDomain(domain="one.example", publisher="County", tier=1)}
    )
    assert rules(a_question("A.[@one]"), blog("one")) == [("weak-sources", WARN)]
    assert rules(a_question("A.[@one]"), blog("one"), practice=own) == []


def test_an_alert_needs_those_who_are_in_charge() -> None:
    assert rules(a_notice("A.", "alert")) == [("too-few-sources", BLOCK)]
    assert rules(a_notice("A.[@article]", "alert"), article()) == [
        ("alert-without-authority", BLOCK)
    ]
    assert rules(a_notice("A.[@page]", "alert"), page()) == []
    assert rules(a_notice("A.[@one]", "hours"), blog("one")) == []


@pytest.mark.parametrize(
    ("dates", "severity"),
    [
        ({"year": "2021"}, None),
        ({"year": "2020"}, WARN),
        ({"year": "2016"}, WARN),
        ({"year": "2015"}, BLOCK),
        ({"year": "1796"}, BLOCK),
        ({"published": "2015-12-31"}, BLOCK),
        ({"published": "2015", "updated": "2023-06"}, None),
        ({"year": "", "published": ""}, None),
        ({"year": "in press"}, None),
    ],
)
def test_an_old_work_is_told_where_it_is_cited(
    dates: dict[str, str], severity: Severity | None
) -> None:
    post = an_article("A.[@page]\n\nB.[@old]")
    old = article("old", **({"year": ""} | dates))
    problems = check_sources(post, ledger(page(), old), TODAY)
    told = [(p.rule, p.severity, p.line) for p in problems]
    assert told == ([("old-work", severity, 13)] if severity else [])


def test_an_old_work_that_still_stands_is_told_nothing() -> None:
    old = article("old", year="2002")
    text = "A.[@page] B.[@old]"
    assert rules(an_article(text), page(), article("old", year="2002", landmark=True)) == []
    assert rules(an_article(text, landmark=True), page(), old) == []
    assert rules(an_article(text), page(), old) == [("old-work", BLOCK)]


def test_a_page_without_a_date_has_no_age() -> None:
    assert rules(a_question("A.[@page]"), page()) == []


def test_a_recommended_page_on_a_denied_domain_blocks_at_its_field() -> None:
    (problem,) = check_sources(a_link("https://www.hon.ch/x"), {}, TODAY)
    assert (problem.rule, problem.severity, problem.line) == ("denied-domain", BLOCK, 7)
    assert rules(a_link("https://www.cdc.gov/x")) == []
