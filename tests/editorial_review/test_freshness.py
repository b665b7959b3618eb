"""What grows old is told in time: reviews (A-04), translations (G-01), and all that is due."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from plugins.editorial_review.freshness.due import Sort, due_items
from plugins.editorial_review.freshness.reviews import (
    Freshness,
    freshness_of,
    is_shareable,
    review_day,
)
from plugins.editorial_review.freshness.rules import RULES
from plugins.editorial_review.freshness.translations import older_than_original
from plugins.editorial_review.subject import Setting
from plugins.practice.people import Person
from plugins.practice.posts import Page, Post
from plugins.practice.problems import Severity
from plugins.practice.review_records import Consent, ReviewRecords, Waiver
from tests.editorial_review.fresh_samples import (
    ADA,
    TODAY,
    approval,
    article,
    in_spanish,
    notice,
    person,
    records,
    setting,
    told,
)

LEFT = person("ada", left=date(2026, 6, 1))


def in_days(days: int) -> date:
    return TODAY + timedelta(days=days)


#


@pytest.mark.parametrize(
    ("days", "stage"),
    [
        (61, Freshness.FRESH),
        (60, Freshness.SOON),
        (0, Freshness.SOON),
        (-1, Freshness.LATE),
        (-90, Freshness.LATE),
        (-91, Freshness.TOO_LATE),
    ],
)
def test_a_review_comes_up_60_days_before_and_is_too_late_after_90(
    days: int, stage: Freshness
) -> None:
    post = article(next_review=in_days(days))
    assert freshness_of(post, TODAY) is stage
    assert is_shareable(post, TODAY) is (stage is not Freshness.TOO_LATE)


def test_a_post_without_a_review_day_never_leaves_the_feeds() -> None:
    assert freshness_of(article(next_review=None), date(2099, 1, 1)) is Freshness.FRESH


def test_a_health_alert_is_due_within_a_week_whatever_it_says() -> None:
    post = notice("alert", last_reviewed=in_days(-3), next_review=in_days(300))
    assert review_day(post) == in_days(4)
    assert freshness_of(post, TODAY) is Freshness.FRESH
    assert freshness_of(post, in_days(2)) is Freshness.SOON
    assert freshness_of(post, in_days(5)) is Freshness.LATE


def test_a_notice_that_is_over_needs_no_review() -> None:
    post = notice("alert", last_reviewed=date(2026, 1, 1), ends=in_days(-1))
    assert freshness_of(post, TODAY) is Freshness.FRESH


@pytest.mark.parametrize("last", [date.max, date.max - timedelta(days=3)])
def test_the_last_days_of_the_calendar_break_nothing(last: date) -> None:
    assert freshness_of(notice("alert", last_reviewed=last), TODAY) is Freshness.FRESH


def a04(post: Post, *people: Person) -> list[str]:
    found = told(RULES, "A-04", post, setting(post, people=people or (ADA,)))
    assert {p.severity for p in found} <= {Severity.WARN}
    return [p.what for p in found]


def test_a_review_is_told_when_it_comes_up_and_when_it_is_late() -> None:
    assert a04(article(next_review=in_days(61))) == []
    assert a04(article(next_review=in_days(1))) == [
        "its next review is due on 2026-11-22, in 1 day"
    ]
    assert "due today" in a04(article(next_review=TODAY))[0]
    assert "2 days ago, and the page says so" in a04(article(next_review=in_days(-2)))[0]
    assert "in no feed, kit or search" in a04(article(next_review=in_days(-91)))[0]


def test_the_review_of_somebody_who_has_left_is_told_with_the_name() -> None:
    (found,) = a04(article(next_review=in_days(10)), LEFT)
    assert found.endswith("Ada, who checked it, has left")
    assert a04(article(next_review=in_days(300)), LEFT) == []


def test_a_translation_is_reviewed_with_its_original() -> None:
    original, post = article(next_review=in_days(1)), in_spanish("x", next_review=in_days(1))
    assert told(RULES, "A-04", post, setting(original, post)) == []


# G-01

OLD, NEW, SPANISH = "a" * 64, "b" * 64, "c" * 64
ENGLISH, TRANSLATION = article(), in_spanish("Descanse en casa.")


def around(changed: date, *, compared: str = OLD) -> Setting:
    """The translation was compared with one text; the public one was approved later."""
    return setting(
        ENGLISH,
        TRANSLATION,
        texts={ENGLISH.file: NEW, TRANSLATION.file: SPANISH},
        records=records(
            (ENGLISH, [approval(OLD, date(2026, 1, 1)), approval(NEW, changed)]),
            (TRANSLATION, [approval(SPANISH, date(2026, 1, 2), original=compared)]),
        ),
    )


def test_a_translation_in_order_breaks_no_rule() -> None:
    same = around(date(2026, 11, 1), compared=NEW)
    for rule in ("G-01", "G-02"):
        assert told(RULES, rule, TRANSLATION, same) == []


@pytest.mark.parametrize("name", ["translated_by", "translation_reviewed_by"])
def test_a_translation_says_who_made_it_and_who_compared_it(name: str) -> None:
    post = in_spanish("x", **{name: ""})
    (found,) = told(RULES, "G-01", post, setting(ENGLISH, post))
    assert (found.severity, found.what) == (Severity.WARN, f"`{name}` is missing")


@pytest.mark.parametrize(
    ("days", "severity"), [(1, Severity.WARN), (90, Severity.WARN), (91, Severity.BLOCK)]
)
def test_a_translation_of_an_older_text_is_told_and_after_90_days_held(
    days: int, severity: Severity
) -> None:
    (found,) = told(RULES, "G-01", TRANSLATION, around(in_days(-days)))
    assert found.severity is severity
    assert "articles/flu.md has changed" in found.what


def test_source_hash_says_with_which_text_it_was_compared() -> None:
    for typed, is_older in (("aaaa aaaa", True), ("BBBB BBBB", False)):
        post = in_spanish("x", source_hash=typed)
        texts = setting(ENGLISH, post, texts={ENGLISH.file: NEW})
        assert bool(older_than_original(post, texts)) is is_older


def test_a_translation_that_nobody_has_compared_yet_is_not_called_old() -> None:
    assert older_than_original(TRANSLATION, setting(ENGLISH, TRANSLATION)) is None
    assert older_than_original(ENGLISH, setting(ENGLISH, TRANSLATION)) is None


# due


def page(**given: object) -> Page:
    values: dict[str, Any] = {"file": "pages/about.md", "title": "About", "slug": "about"}
    return Page(**(values | {"lang": "en", "text": ""} | given))


def test_everything_that_is_due_is_listed_the_earliest_first() -> None:
    late, soon = article(next_review=in_days(-5)), article(uid="b", next_review=in_days(40))
    far = article(uid="c", next_review=in_days(200))
    found = setting(
        late,
        soon,
        far,
        pages=[page(review_by=in_days(7), owner="ben")],
        records=ReviewRecords(
            consents={"k4": consent("k4", in_days(20)), "z9": consent("z9", in_days(-20))},
            waivers=(Waiver(rule="A-04", file=late.file, who="ada", why="ill", until=in_days(3)),),
        ),
    )
    items = due_items(found, in_days(90))
    assert [(i.sort, i.key, (i.day - TODAY).days, i.who) for i in items] == [
        (Sort.REVIEW, "review-a123456789", -5, "Ada"),
        (Sort.WAIVER, "waiver-a-04-articles-flu.md", 3, "Ada"),
        (Sort.PAGE, "page-about-en", 7, "Ben"),
        (Sort.CONSENT, "consent-k4", 20, "privacy officer"),
        (Sort.REVIEW, "review-b", 40, "Ada"),
    ]
    assert [item.is_late(TODAY) for item in items] == [True, False, False, False, False]


def consent(name: str, expires: date) -> Consent:
    return Consent(
        id=name,
        kind="photo",
        scope="a hand",
        channels=("site",),
        signed=date(2026, 1, 1),
        expires=expires,
        custodian="privacy officer",
    )


def test_an_expired_consent_is_due_as_long_as_a_post_rests_on_it() -> None:
    ended = ReviewRecords(consents={"z9": consent("z9", in_days(-20))})
    for used, count in (("z9", 1), ("", 0)):
        found = setting(article(consent=used, next_review=None), records=ended)
        assert len(due_items(found, TODAY)) == count


def test_what_fell_to_somebody_who_has_left_is_always_due_for_somebody_else() -> None:
    found = setting(article(next_review=in_days(700)), people=[LEFT])
    (item,) = due_items(found, in_days(90))
    assert (item.who, item.for_somebody_else) == ("Ada", True)


def test_nothing_is_due_of_drafts_translations_and_what_was_taken_back() -> None:
    draft = article(draft=True, next_review=TODAY)
    gone = article(withdrawn=TODAY, next_review=TODAY)
    original, translation = article(next_review=in_days(900)), in_spanish("x", next_review=TODAY)
    assert due_items(setting(draft, gone, original, translation), TODAY) == ()


def test_a_translation_older_than_its_original_is_due_before_it_is_hidden() -> None:
    items = due_items(around(in_days(-30)), in_days(90))
    assert [(i.key, i.day) for i in items] == [("translation-b123456789", in_days(60))]
