"""What holds for every plan, whatever posts, slots and ledgers there are."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import combinations, pairwise
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.practice.ledgers import HandedOver
from plugins.practice.posts import Article, Event, Link, Notice, Post, Question
from plugins.practice.settings import WEEKDAYS, Plan
from plugins.scheduler_feeds.posting_plan.planned import (
    TURNS_AFTER,
    PlannedShare,
    PostingPlan,
)
from plugins.scheduler_feeds.posting_plan.slots import slots
from plugins.scheduler_feeds.posting_plan.weeks import week_of
from plugins.scheduler_feeds.posting_plan.wishes import DATED
from plugins.scheduler_feeds.shared_post import SharedPost
from tests.scheduler_feeds.posting_samples import (
    START,
    TEXT_NETWORKS,
    hand_over,
    planned,
    row,
    shared,
)

FEW = settings(max_examples=40)
"""Each example makes two plans or three."""

DAYS = 110
TOPICS = ("flu", "heart", "sleep", "practice")
ZONES = ("America/New_York", "Australia/Lord_Howe", "America/Phoenix", "Europe/Madrid")


@dataclass(frozen=True)
class World:
    """What a plan is made from."""

    posts: list[SharedPost]
    plan: Plan
    ledger: list[HandedOver]

    def planned(self, **changes: Any) -> PostingPlan:
        values: dict[str, Any] = {"handed_over": self.ledger, "plan": self.plan, "days": DAYS}
        return planned(changes.pop("posts", self.posts), **values | changes)

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.plan.time_zone)

    def post(self, uid: str) -> Post:
        return next(of.post for of in self.posts if of.post.uid == uid)


def hours(low: int, high: int) -> st.SearchStrategy[timedelta]:
    return st.integers(low * 24, high * 24).map(lambda number: timedelta(hours=number))


@st.composite
def posts(draw: st.DrawFn) -> list[SharedPost]:
    found = []
    for number in range(draw(st.integers(0, 10))):
        kind = draw(st.sampled_from([Article, Article, Question, Link, Notice, Event]))
        fields: dict[str, Any] = {
            "slug": f"slug-{draw(st.integers(0, 5)) if draw(st.booleans()) else number + 10}",
            "lang": draw(st.sampled_from(["en", "es"])),
            "date": START + draw(hours(-200, 90)),
            "topics": tuple(draw(st.sets(st.sampled_from(TOPICS), min_size=1, max_size=2))),
            "books": draw(st.booleans()),
            "turns": draw(st.integers(1, 3)),
            "networks": draw(st.sets(st.sampled_from(TEXT_NETWORKS), min_size=1)),
            "evergreen": draw(st.booleans()),
        }
        if issubclass(kind, Notice | Event):
            fields["starts"] = START + draw(hours(-20, 60))
            fields["ends"] = fields["starts"] + draw(hours(0, 10))
        if kind is Notice:
            fields["type"] = draw(st.sampled_from(["alert", "hours"]))
        if kind in (Article, Question):
            fields["next_review"] = (START + draw(hours(-20, 150))).date()
        fields["networks"] = sorted(fields["networks"])
        found.append(shared(f"u{number}", kind, **fields))
    return found


@st.composite
def worlds(draw: st.DrawFn) -> World:
    made = draw(posts())
    plan = Plan(
        days=tuple(draw(st.sets(st.sampled_from(WEEKDAYS), min_size=1))),
        times=tuple(draw(st.sets(st.sampled_from([0, 105, 150, 735, 1020]), max_size=3))),
        per_week=draw(st.integers(1, 8)),
        time_zone=draw(st.sampled_from(ZONES)),
        reshare=draw(st.booleans()),
    )
    before = World(made, plan, []).planned(start=START - timedelta(days=90))
    shares = draw(st.lists(st.sampled_from(before.shares))) if before.shares else []
    unique = {(s.at, s.shared.post.uid): s for s in shares}.values()
    reached = draw(st.sets(st.sampled_from(TEXT_NETWORKS), min_size=1))
    ledger = hand_over([s for s in unique if s.turn == 0], sorted(reached))
    strays = draw(st.lists(st.tuples(st.integers(0, 3), hours(-60, 40)), max_size=3))
    ledger += [row(shared(f"gone{n}", topics=TOPICS[:1]), "x", START + by) for n, by in strays]
    return World(made, plan, ledger)


Moment = tuple[float, str]


def handed_moments(world: World) -> set[Moment]:
    return {(line.at.timestamp(), line.uid) for line in world.ledger}


def new_shares(world: World, plan: PostingPlan) -> list[PlannedShare]:
    return [share for share in plan.shares if not share.handed_over]


@dataclass(frozen=True)
class Seen:
    """A share as those who follow the practice see it."""

    at: datetime
    uid: str
    kind: str
    family: tuple[str, str]
    topics: frozenset[str]
    books: bool
    new: bool


def seen(world: World, plan: PostingPlan) -> list[Seen]:
    """Everything that was and will be shared, in its order."""
    known = {of.post.uid: of for of in world.posts}
    found: dict[Moment, Seen] = {}
    for line in world.ledger:
        of = known.get(line.uid)
        found[line.at.timestamp(), line.uid] = Seen(
            at=line.at.astimezone(world.zone),
            uid=line.uid,
            kind=line.kind,
            family=(line.kind, of.post.slug if of else line.uid),
            topics=frozenset(line.topics),
            books=any(text.books for text in of.snippets.values()) if of else False,
            new=False,
        )
    for share in new_shares(world, plan):
        of = share.shared
        found[share.at.timestamp(), of.post.uid] = Seen(
            at=share.at,
            uid=of.post.uid,
            kind=of.post.kind,
            family=(of.post.kind, of.post.slug),
            topics=frozenset(of.post.topics),
            books=any(text.books for text in of.snippets.values()),
            new=True,
        )
    return [found[key] for key in sorted(found)]


def teaching(world: World, plan: PostingPlan) -> list[Seen]:
    return [share for share in seen(world, plan) if share.kind not in ("notice", "event")]


def new_pairs(shares: Sequence[Seen]) -> Iterator[tuple[Seen, Seen]]:
    """Pairs of which the plan chose at least one."""
    return ((one, two) for one, two in combinations(shares, 2) if one.new or two.new)


@FEW
@given(worlds())
def test_no_week_has_more_than_its_most_but_for_alerts(world: World) -> None:
    plan = world.planned()
    weeks: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for share in seen(world, plan):
        is_alert = share.new and getattr(world.post(share.uid), "type", "") == "alert"
        sort = "given" if is_alert or not share.new else "chosen"
        weeks[week_of(share.at)][sort] += 1
    for week in weeks.values():
        assert week["chosen"] <= max(world.plan.per_week - week["given"], 0)


@FEW
@given(worlds())
def test_no_topic_comes_twice_in_14_days_but_in_a_translation(world: World) -> None:
    for one, two in new_pairs(teaching(world, world.planned())):
        if one.topics & two.topics and one.family != two.family:
            assert (two.at.date() - one.at.date()).days >= 14


@FEW
@given(worlds())
def test_of_five_shares_in_a_row_at_most_one_calls_if_the_plan_chose_it(world: World) -> None:
    row_ = teaching(world, world.planned())
    calls = [place for place, share in enumerate(row_) if share.books]
    for one, two in pairwise(calls):
        assert two - one >= 5 or not (row_[one].new or row_[two].new)


@FEW
@given(worlds())
def test_two_languages_of_a_post_are_never_shared_on_one_day(world: World) -> None:
    for one, two in new_pairs(teaching(world, world.planned())):
        if one.family == two.family:
            assert one.at.date() != two.at.date()


@FEW
@given(worlds())
def test_nothing_is_shared_before_its_page_is_up_or_before_the_start(world: World) -> None:
    for share in world.planned().shares:
        assert share.at.timestamp() >= START.timestamp()
        if share.networks:
            assert share.at.timestamp() >= share.shared.post.date.timestamp()


@FEW
@given(worlds())
def test_every_share_stands_alone_on_a_slot_or_where_it_was_handed_over(world: World) -> None:
    plan = world.planned()
    end = START.astimezone(world.zone) + timedelta(days=DAYS)
    known = {slot.at.timestamp() for slot in slots(world.plan, world.zone, START, end)}
    handed = {at for at, _ in handed_moments(world)}
    new = [share.at.timestamp() for share in new_shares(world, plan)]
    assert set(new) <= known - handed
    assert len(new) == len(set(new))
    assert list(plan.shares) == sorted(plan.shares, key=lambda s: s.at.timestamp())


@FEW
@given(worlds())
def test_what_was_handed_over_is_neither_moved_nor_handed_over_again(world: World) -> None:
    plan = world.planned()
    known = {of.post.uid for of in world.posts}
    kept = {
        (share.at.timestamp(), share.shared.post.uid): set(share.handed_over)
        for share in plan.shares
        if share.handed_over
    }
    expected: defaultdict[Moment, set[str]] = defaultdict(set)
    for line in world.ledger:
        if line.uid in known and line.at.timestamp() >= START.timestamp():
            expected[line.at.timestamp(), line.uid].add(line.network)
    assert kept == expected
    given_ = {(line.uid, line.network, line.turn) for line in world.ledger}
    planned_ = [
        (share.shared.post.uid, network, share.turn)
        for share in plan.shares
        for network in share.networks
    ]
    assert not given_ & set(planned_)
    assert len(planned_) == len(set(planned_))


@FEW
@given(worlds())
def test_a_post_comes_once_a_turn_and_60_and_180_days_after_its_first_time(world: World) -> None:
    plan = world.planned()
    days: defaultdict[str, dict[int, datetime]] = defaultdict(dict)
    for line in world.ledger:
        days[line.uid].setdefault(line.turn, line.at.astimezone(world.zone))
    for share in new_shares(world, plan):
        turns = days[share.shared.post.uid]
        assert share.turn not in turns
        turns[share.turn] = share.at
    for uid, turns in days.items():
        for (one, at), (two, later) in pairwise(sorted(turns.items())):
            assert world.post(uid).evergreen
            assert world.plan.reshare
            assert (later.date() - turns[0].date()).days >= TURNS_AFTER[two]
            assert (later.date() - at.date()).days >= 60
            assert one < two


@FEW
@given(worlds())
def test_no_article_is_shared_after_the_day_of_its_review(world: World) -> None:
    for share in new_shares(world, world.planned()):
        post = share.shared.post
        review = None if post.kind in DATED else getattr(post, "next_review", None)
        assert share.networks
        assert not review or share.at.date() <= review


@FEW
@given(worlds())
def test_notices_and_events_are_shared_while_they_are_of_use_or_told(world: World) -> None:
    plan = world.planned()
    left = {left.shared.post.uid for left in plan.unplanned if left.urgent}
    handed = {line.uid for line in world.ledger}
    shares = {share.shared.post.uid: share.at for share in new_shares(world, plan)}
    for post in (of.post for of in world.posts):
        if not isinstance(post, Notice | Event) or post.uid in handed:
            continue
        limit = post.ends if isinstance(post, Notice) else post.starts
        assert isinstance(post.ends, datetime)
        assert isinstance(limit, datetime)
        if post.ends <= START:
            assert post.uid not in left | shares.keys()
        else:
            assert (post.uid in left) != (post.uid in shares)
            assert post.uid in left or shares[post.uid].timestamp() < limit.timestamp()


@FEW
@given(worlds())
def test_every_new_post_is_in_the_plan_or_told_why_not(world: World) -> None:
    plan = world.planned()
    told = [left.shared.post.uid for left in plan.unplanned]
    shared_ = {share.shared.post.uid for share in plan.shares}
    handed = {line.uid for line in world.ledger}
    assert len(told) == len(set(told))
    assert not set(told) & shared_
    for post in (of.post for of in world.posts):
        if not isinstance(post, Notice | Event):
            assert post.uid in shared_ | set(told) | handed
    assert all(left.why for left in plan.unplanned)


@FEW
@given(worlds(), st.randoms(use_true_random=False))
def test_the_order_in_which_posts_and_rows_are_read_changes_nothing(
    world: World, random: Random
) -> None:
    mixed = World(list(world.posts), world.plan, list(world.ledger))
    random.shuffle(mixed.posts)
    random.shuffle(mixed.ledger)
    assert mixed.planned() == world.planned()


@FEW
@given(worlds(), posts())
def test_new_posts_never_change_what_was_handed_over(world: World, more: list[SharedPost]) -> None:
    others = [replace(s, post=replace(s.post, uid=f"new-{s.post.uid}")) for s in more]
    before, after = world.planned(), world.planned(posts=[*world.posts, *others])
    kept = [share for share in before.shares if share.handed_over]
    assert [share for share in after.shares if share.handed_over] == kept


@FEW
@given(worlds(), st.integers(1, 6))
def test_handing_over_what_comes_first_leaves_the_rest_as_it_was(world: World, count: int) -> None:
    plan = world.planned()
    handed = [*world.ledger, *hand_over(plan.shares[:count])]
    again = world.planned(handed_over=handed)
    assert [key(share) for share in again.shares] == [key(share) for share in plan.shares]


def key(share: PlannedShare) -> tuple[float, str, int]:
    return share.at.timestamp(), share.shared.post.uid, share.turn
