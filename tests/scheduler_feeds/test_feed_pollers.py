"""Fourteen builds, with all that can happen in between, polled as the tools poll: each post is
posted once.

Where a tool's own rule makes that impossible, a test says so by its name, and what holds all the
same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

import pytest

from tests.scheduler_feeds.feed_world import Online, World
from tests.scheduler_feeds.pollers import (
    POLLERS,
    Poller,
    as_told,
    by_guid,
    by_link,
    forgetful,
    haiilo,
    ifttt,
    n8n,
    postiz,
    read_feed,
    zapier,
)
from tests.scheduler_feeds.samples import ZONE

PATHS = (
    "feeds/all.xml",
    "feeds/all.atom",
    "feeds/feed.json",
    "feeds/headlines.xml",
    "feeds/topics/heart.xml",
    "feeds/x.xml",
)
ALL = "feeds/all.xml"
HALF_AN_HOUR = 1800


def life(world: World) -> Iterator[Online]:
    """A practice's autumn: each build has one new post that can be posted, and one event."""
    first, second, third, fourth = (
        world.write(date=world.now + timedelta(minutes=each)) for each in range(4)
    )
    world.wait(minutes=4)
    yield world.deploy()
    world.wait(days=2)
    world.write()
    world.change(first, title="Another title", summary="Said otherwise.", text="Longer.")
    yield world.deploy()
    world.wait(days=2)
    world.write()
    world.change(first, file="articles/renamed.md")
    world.change(second, slug="moved")
    yield world.deploy()
    world.wait(days=2)
    world.write()
    world.change(second, date=world.now - timedelta(minutes=3))
    world.change(third, date=world.now - timedelta(days=300))
    yield world.deploy()
    world.wait(days=1)
    world.practice = replace(world.practice, site_url="https://new.example.org")
    world.write(date=world.now - timedelta(minutes=1))
    yield world.deploy()
    world.now = datetime(2026, 11, 1, 1, 40, tzinfo=ZONE)
    world.write(date=world.now - timedelta(minutes=1))
    yield world.deploy()
    world.wait(minutes=45)  # the clock is set back: 1:25 again
    assert (world.now.hour, world.now.fold) == (1, 1)
    world.write()
    world.write(date=world.now + timedelta(hours=9))  # online with the page, in no feed yet
    yield world.deploy()
    world.wait(hours=10)
    yield world.deploy()
    world.change(second, withdrawn=world.now.date())
    del world.posts[third]
    world.wait(days=1)
    world.write()
    yield world.deploy()
    world.wait(days=1)
    good = world.posts[fourth].uid
    world.change(fourth, uid="changed123")
    world.write()
    yield world.deploy()
    world.wait(days=1)
    world.change(fourth, uid=good)
    reuser = world.write(uid="uid0000002")  # that of the third, which was deleted
    world.write()
    yield world.deploy()
    world.wait(days=1)
    world.change(reuser, uid="fresh12345", date=world.now)
    yield world.deploy()
    world.wait(days=1)
    translation = {"lang": "es", "slug": world.posts[first].slug, "title": "Otro título"}
    world.write(**translation, file="articles/renamed.es.md", date=world.posts[first].date)
    world.write()
    yield world.deploy()
    world.wait(days=1)
    world.practice = replace(world.practice, time_zone="Europe/Madrid")
    for number, post in world.posts.items():  # the same hours, meant in another zone
        world.change(number, date=post.date.replace(tzinfo=ZoneInfo("Europe/Madrid")))
    world.wait(days=1)
    world.write()
    yield world.deploy()


History = Callable[[World], Iterator[Online]]


@cache
def lived(history: History) -> tuple[World, tuple[Online, ...]]:
    """What was online after each build, and what is left at the end."""
    world = World()
    return world, tuple(history(world))


def numbers_posted(
    poller: Callable[[], Poller], path: str, history: History = life
) -> Counter[int]:
    """How often each post was posted after the first poll; two polls a build."""
    poll, posted = poller(), Counter[int]()
    for build, online in enumerate(lived(history)[1]):
        items = read_feed(online.written(path))
        assert all(item.stamp <= online.at for item in items)
        for half in range(2):
            fresh = poll(items, online.at + half * HALF_AN_HOUR)
            if build or half:
                posted.update(online.numbers[item.guid] for item in fresh)
    return posted


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("poller", POLLERS)
def test_every_poller_posts_every_new_post_once_and_no_old_one(
    path: str, poller: Callable[[], Poller]
) -> None:
    posts = lived(life)[0].posts
    english = {number for number, post in posts.items() if post.lang == "en"}
    assert len(english) == 16
    assert numbers_posted(poller, path) == Counter(english - {0, 1, 3})


def test_what_happened_in_that_autumn_was_told() -> None:
    told = [{problem.rule for problem in online.problems} for online in lived(life)[1]]
    quiet, vanished, wrong = set[str](), {"vanished-uid"}, {"vanished-uid", "changed-uid"}
    assert told == [*[quiet] * 8, vanished, wrong, {"reused-uid"}, *[vanished] * 3]


def test_a_new_language_has_feeds_of_its_own_and_changes_no_other() -> None:
    before, after = lived(life)[1][-3:-1]
    assert "es/feeds/all.xml" in after.feeds.keys() - before.feeds.keys()
    english = [item.guid for item in before.feeds[ALL].items]
    assert [item.guid for item in after.feeds[ALL].items][1:] == english


def moves(world: World) -> Iterator[Online]:
    """The site moves to another address, and nothing else happens."""
    world.write()
    world.wait(days=1)
    world.write()
    yield world.deploy()
    world.wait(days=1)
    world.practice = replace(world.practice, site_url="https://new.example.org")
    yield world.deploy()


def test_postiz_and_tools_that_go_by_link_post_again_what_has_a_new_address() -> None:
    assert numbers_posted(postiz, ALL, moves) == {1: 1}
    assert numbers_posted(by_link, ALL, moves) == {0: 1, 1: 1}
    others = set(POLLERS) - {postiz}
    assert all(not numbers_posted(poller, ALL, moves) for poller in others)


def test_tools_that_go_by_link_post_each_post_once_as_long_as_it_keeps_its_address() -> None:
    def stays(world: World) -> Iterator[Online]:
        for number in range(10):
            world.write()
            if number:
                world.change(number - 1, title=f"Edit {number}", file=f"articles/{number}.md")
                world.change(number // 2, date=world.now - timedelta(days=number))
            yield world.deploy()
            world.wait(days=1)

    assert numbers_posted(by_link, ALL, stays) == Counter(range(1, 10))


def test_postiz_loses_the_older_of_two_posts_between_two_polls() -> None:
    def two_at_once(world: World) -> Iterator[Online]:
        world.write()
        yield world.deploy()
        world.wait(hours=1)
        world.write(date=world.now - timedelta(minutes=2))
        world.write()
        yield world.deploy()

    assert numbers_posted(postiz, ALL, two_at_once) == {2: 1}
    assert numbers_posted(n8n, ALL, two_at_once) == {1: 1, 2: 1}


def test_postiz_posts_the_one_before_again_when_the_newest_is_taken_back() -> None:
    def taken_back(world: World) -> Iterator[Online]:
        for _ in range(3):
            world.write()
            yield world.deploy()
            world.wait(days=1)
        world.change(2, withdrawn=world.now.date())
        yield world.deploy()

    assert numbers_posted(postiz, ALL, taken_back) == {1: 2, 2: 1}
    others = set(POLLERS) - {postiz}
    assert all(numbers_posted(poller, ALL, taken_back) == {1: 1, 2: 1} for poller in others)


def test_n8n_posts_the_newest_again_when_it_was_away_for_a_while() -> None:
    def away(world: World) -> Iterator[Online]:
        for _ in range(2):
            world.write()
            yield world.deploy()
            world.wait(days=1)
        uid = world.posts[1].uid
        world.change(1, uid="changed123")
        yield world.deploy()
        world.wait(days=1)
        world.change(1, uid=uid)
        yield world.deploy()

    assert numbers_posted(n8n, ALL, away) == {1: 2}
    assert numbers_posted(postiz, ALL, away) == {0: 1, 1: 2}
    others = set(POLLERS) - {n8n, postiz}
    assert all(numbers_posted(poller, ALL, away) == {1: 1} for poller in others)


def test_haiilo_misses_a_post_that_goes_online_later_than_its_date() -> None:
    def late(world: World) -> Iterator[Online]:
        world.write()
        yield world.deploy()
        world.write(date=world.now + timedelta(minutes=20))
        world.wait(hours=8)
        yield world.deploy()

    assert numbers_posted(haiilo, ALL, late) == {}
    others = set(POLLERS) - {haiilo}
    assert all(numbers_posted(poller, ALL, late) == {1: 1} for poller in others)


def test_a_post_dated_before_one_that_is_out_reaches_only_tools_that_go_by_guid() -> None:
    def between(world: World) -> Iterator[Online]:
        world.write()
        world.wait(days=2)
        world.write()
        yield world.deploy()
        world.wait(hours=1)
        world.write(date=world.now - timedelta(days=1))
        yield world.deploy()

    for poller in (n8n, postiz, ifttt, haiilo):
        assert numbers_posted(poller, ALL, between) == {}
    for poller in (zapier, by_guid):
        assert numbers_posted(poller, ALL, between) == {2: 1}


def test_an_item_that_has_left_the_end_of_the_feed_does_not_come_back() -> None:
    def forty(world: World) -> Iterator[Online]:
        for _ in range(40):
            world.write()
            world.wait(hours=1)
        yield world.deploy()
        world.change(39, withdrawn=world.now.date())
        world.change(35, uid="changed123")
        yield world.deploy()

    assert [len(online.feeds[ALL].items) for online in lived(forty)[1]] == [30, 28]
    assert numbers_posted(forgetful, ALL, forty) == {}


def test_a_first_feed_of_any_size_is_not_held_back() -> None:
    world, poll = World(), zapier()
    poll([], world.now.timestamp())
    for _ in range(150):
        world.write()
        world.wait(minutes=1)
    items = as_told(world.deploy().feeds[ALL])
    assert len(poll(items, world.now.timestamp())) == 30
