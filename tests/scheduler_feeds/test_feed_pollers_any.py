"""Whatever is done to the posts, in whatever order: no tool posts one of them twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.scheduler_feeds.feeds.plan import MOST_ITEMS
from tests.scheduler_feeds.feed_world import Online, World
from tests.scheduler_feeds.pollers import POLLERS, as_told, postiz

Change = Callable[[World, int], None]
"""Something is done to a post that is out."""

ALL = "feeds/all.xml"


def edit(world: World, number: int) -> None:
    world.change(number, title=f"Edit {world.now}", summary=f"Edit {world.now}.")


def rename(world: World, number: int) -> None:
    world.change(number, file=f"articles/at-{world.now:%m%d%H%M%S}.md")


def move(world: World, number: int) -> None:
    world.change(number, slug=f"at-{world.now:%m%d%H%M%S}")


def put_earlier(world: World, number: int) -> None:
    world.change(number, date=world.posts[number].date - timedelta(days=9))


def put_later(world: World, number: int) -> None:
    world.change(number, date=world.now - timedelta(seconds=30))


def move_site(world: World, number: int) -> None:
    world.practice = replace(world.practice, site_url=f"https://{number}.example.org")


def change_zone(world: World, number: int) -> None:
    """The times in the files stay as they are, and mean other moments."""
    if any(post.date.timestamp() > world.now.timestamp() for post in world.posts.values()):
        return  # what is still to come would come at another time, which is no change of a post
    zone = ZoneInfo("Europe/Madrid" if number % 2 else "America/New_York")
    if max(p.date for p in world.posts.values()).date() <= world.now.astimezone(zone).date():
        world.practice = replace(world.practice, time_zone=zone.key)
        for each, post in world.posts.items():
            world.change(each, date=post.date.replace(tzinfo=zone))


def write_ahead(world: World, number: int) -> None:
    world.write(date=world.now + timedelta(minutes=50))


def take_back(world: World, number: int) -> None:
    world.change(number, withdrawn=world.now.date())


def bring_back(world: World, number: int) -> None:
    world.change(number, withdrawn=None)


def delete(world: World, number: int) -> None:
    del world.posts[number]


def change_uid(world: World, number: int) -> None:
    world.change(number, uid=f"changed{world.now:%m%d%H%M%S}")


def exchange_uids(world: World, number: int) -> None:
    one, other = world.posts[number], world.posts[world.newest]
    world.change(number, uid=other.uid)
    world.change(world.newest, uid=one.uid)


def reuse_uid(world: World, number: int) -> None:
    world.write(uid=world.posts.pop(number).uid)


def mend_uids(world: World, number: int) -> None:
    for each in world.posts:
        world.change(each, uid=f"uid{each:07d}")


def schedule_again(world: World, number: int) -> None:
    world.change(number, date=world.now + timedelta(days=3))


KIND = (edit, rename, move, put_earlier, put_later, move_site, change_zone, write_ahead, take_back)
WILD = (
    *KIND, bring_back, delete, change_uid, exchange_uids, reuse_uid, mend_uids, schedule_again,
)  # fmt: skip


@dataclass(slots=True)
class Life:
    """A life of builds, each with a new post, and what every poller posted of it."""

    world: World = field(default_factory=World)
    builds: list[Online] = field(default_factory=list)
    posted: dict[str, Counter[int]] = field(default_factory=dict)

    def live(self, changes: Sequence[tuple[Change, int]]) -> None:
        polls = {make.__name__: make() for make in POLLERS}
        self.posted = {name: Counter() for name in polls}
        for change, chosen in [(write_ahead, 0), *changes]:
            for _ in range(1 if self.builds else 3):
                self.world.wait(minutes=10)
                self.world.write()
            self.world.wait(minutes=1)
            online = self.world.deploy()
            items = as_told(online.feeds[ALL])
            for name, poll in polls.items():
                fresh = poll(items, online.at)
                if self.builds:
                    self.posted[name].update(online.numbers[item.guid] for item in fresh)
            self.builds.append(online)
            out = [number for number in self.world.posts if self.world.is_out(number)]
            change(self.world, out[chosen % len(out)])

    @property
    def shown(self) -> set[int]:
        """The posts that were new in a feed after the first poll."""
        first, *later = (
            {online.numbers[item.guid] for item in online.feeds[ALL].items}
            for online in self.builds
        )
        return set().union(*later) - first


def lives(kinds: Sequence[Change]) -> st.SearchStrategy[Life]:
    """Any life of such changes."""

    def lived(changes: Sequence[tuple[Change, int]]) -> Life:
        life = Life()
        life.live(changes)
        return life

    one = st.tuples(st.sampled_from(kinds), st.integers(0, 40))
    return st.lists(one, min_size=1, max_size=14).map(lived)


@settings(max_examples=60)
@given(lives(KIND))
def test_what_a_practice_does_day_by_day_gets_each_post_posted_once_by_every_tool(
    life: Life,
) -> None:
    for name, posted in life.posted.items():
        if name == postiz.__name__:  # of two at once it takes one
            assert set(posted.values()) <= {1}
        else:
            assert posted == Counter(life.shown), name


@settings(max_examples=80)
@given(lives(WILD))
def test_no_tool_posts_a_post_twice_whatever_was_done_to_it(life: Life) -> None:
    for name, posted in life.posted.items():
        assert set(posted.values()) <= {1}, name


@settings(max_examples=80)
@given(lives(WILD))
def test_an_item_keeps_its_guid_its_date_and_its_order_for_ever(life: Life) -> None:
    whose: dict[str, int] = {}
    dates: dict[str, float] = {}
    for online in life.builds:
        items = as_told(online.feeds[ALL])
        assert len(items) <= MOST_ITEMS
        assert all(newer.stamp >= older.stamp for newer, older in pairwise(items))
        for item in items:
            assert item.stamp <= online.at
            assert (
                whose.setdefault(item.guid, online.numbers[item.guid]) == online.numbers[item.guid]
            )
            assert dates.setdefault(item.guid, item.stamp) == item.stamp


@settings(max_examples=40)
@given(lives(WILD))
def test_nothing_that_is_told_of_uids_holds_a_post(life: Life) -> None:
    for online in life.builds:
        assert not any(problem.blocks for problem in online.problems)
        told = {problem.file for problem in online.problems}
        assert online.withheld <= told
