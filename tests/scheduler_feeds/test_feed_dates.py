"""Under which date an item stands, from when on, and which dates are told."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from plugins.practice.ledgers import PublicPost
from plugins.practice.posts import Post
from plugins.practice.problems import Severity
from plugins.scheduler_feeds.feeds.feed import Feed, guid_of
from plugins.scheduler_feeds.feeds.feed_dates import check_late, check_minutes
from plugins.scheduler_feeds.feeds.plan import plan_feeds
from plugins.scheduler_feeds.feeds.remembered import remember
from tests.scheduler_feeds.samples import POSTS, PRACTICE, ZONE, article, shared

NOON = datetime(2026, 11, 20, 12, tzinfo=ZONE)
LINES = {"date": 5}


def planned(
    *posts: Post, until: datetime | None = NOON, public: dict[str, PublicPost] | None = None
) -> dict[str, Feed]:
    feeds = plan_feeds([shared(p) for p in posts], practice=PRACTICE, until=until, public=public)
    return {feed.path: feed for feed in feeds}


def guids(feed: Feed) -> list[str]:
    return [item.guid for item in feed.items]


def known(*posts: Post) -> dict[str, PublicPost]:
    return remember([shared(post) for post in posts], {}, withheld=(), now=NOON)


def test_a_post_of_today_waits_in_every_feed_until_its_hour() -> None:
    evening = article(1, date=NOON.replace(hour=17), topics=("heart", "pain"))
    for feed in planned(evening).values():
        assert not feed.items
    at_five = planned(evening, until=NOON.replace(hour=17))
    assert guids(at_five["feeds/all.xml"]) == [guid_of(evening.uid)]
    assert guids(at_five["feeds/x.xml"]) == [guid_of(evening.uid)]


def test_the_hour_that_comes_twice_is_told_apart() -> None:
    first = datetime(2026, 11, 1, 1, 40, tzinfo=ZONE)
    second = datetime(2026, 11, 1, 1, 20, fold=1, tzinfo=ZONE)
    early, late = article(1, date=first), article(2, date=second)
    assert guids(planned(early, late, until=first)["feeds/all.xml"]) == [guid_of(early.uid)]
    both = planned(early, late, until=second)["feeds/all.xml"]
    assert guids(both) == [guid_of(late.uid), guid_of(early.uid)]
    assert both.updated.astimezone(UTC) == second.astimezone(UTC)


def test_without_a_moment_no_date_is_looked_at() -> None:
    post = article(1, date=NOON + timedelta(days=900))
    assert guids(planned(post, until=None)["feeds/all.xml"]) == [guid_of(post.uid)]


def test_once_out_an_item_keeps_its_date_whatever_is_written_into_the_file() -> None:
    first, second = article(1), article(2)
    public = known(first, second)
    for date_ in (NOON - timedelta(days=300), NOON - timedelta(minutes=1), NOON.replace(hour=17)):
        feed = planned(replace(first, date=date_), second, public=public)["feeds/all.xml"]
        assert guids(feed) == [guid_of(second.uid), guid_of(first.uid)]
        assert [item.published for item in feed.items] == [second.date, first.date]


def test_a_date_of_the_ledger_that_is_still_to_come_is_waited_for_as_well() -> None:
    post = article(1, date=NOON.replace(hour=17))
    earlier = replace(post, date=NOON.replace(hour=11))
    assert not planned(earlier, public=known(post))["feeds/all.xml"].items
    at_five = planned(earlier, until=post.date, public=known(post))["feeds/all.xml"]
    assert [item.published for item in at_five.items] == [post.date]


def test_a_damaged_ledger_leaves_the_dates_of_the_files() -> None:
    [item] = planned(article(1))["feeds/all.xml"].items
    assert item.published == article(1).date


def test_two_posts_of_one_minute_are_told_on_the_later_file_with_a_minute_that_is_free() -> None:
    one, other = article(1, lines=LINES), article(2, lines=LINES, date=article(1).date)
    next_minute = article(3, date=one.date + timedelta(minutes=1, seconds=9))
    [problem] = check_minutes([other, next_minute, one])
    assert (problem.rule, problem.severity) == ("same-minute", Severity.WARN)
    assert (problem.file, problem.line) == (other.file, 5)
    assert one.file in problem.what
    assert "write date: 2026-09-02 09:07" in problem.fix


def test_three_posts_of_one_minute_are_given_two_minutes() -> None:
    posts = [article(number, date=article(1).date) for number in (1, 2, 3)]
    fixes = [problem.fix for problem in check_minutes(posts)]
    assert [fix.split(" into")[0][-5:] for fix in fixes] == ["09:06", "09:07"]


def test_the_one_that_is_public_already_keeps_its_minute() -> None:
    one, other = article(1), article(2, date=article(1).date)
    [problem] = check_minutes([one, other], known(other))
    assert problem.file == one.file
    assert check_minutes([one, other], known(one, other)) == []


def test_seconds_do_not_make_another_minute() -> None:
    one, other = article(1), article(2, date=article(1).date + timedelta(seconds=50))
    assert [problem.file for problem in check_minutes([one, other])] == [other.file]


def test_a_translation_may_have_the_minute_of_its_original() -> None:
    original = article(1)
    translation = article(2, lang="es", date=original.date)
    assert check_minutes([original, translation]) == []


@pytest.mark.parametrize("state", [{"draft": True}, {"withdrawn": date(2026, 9, 3)}])
def test_what_does_not_go_out_takes_no_minute(state: dict[str, object]) -> None:
    assert check_minutes([article(1, **state), article(2, date=article(1).date)]) == []


def test_a_post_dated_before_one_that_is_out_is_noted() -> None:
    out, late = article(5), article(1, lines=LINES)
    [problem] = check_late([out, late], known(out))
    assert (problem.rule, problem.severity) == ("late-post", Severity.NOTE)
    assert (problem.file, problem.line) == (late.file, 5)
    assert "2026-09-06 09:05" in problem.what


def test_posts_that_are_out_to_come_or_in_another_language_are_not_late() -> None:
    out = article(5)
    others = (article(6), article(1, lang="es"), article(2, draft=True))
    assert check_late([out, *others], known(out)) == []
    assert check_late([article(1), out], known(article(1), out)) == []
    assert check_late([article(1), article(2)]) == []


def test_the_sample_has_no_two_posts_of_one_minute() -> None:
    assert check_minutes([sample.post for sample in POSTS]) == []
