"""A build in which nothing changed neither plans nor draws; one in which anything did, does."""

from __future__ import annotations

import json
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest

from plugins.practice.posts import Post, Risk
from plugins.practice.settings import Brand
from plugins.practice.sources import Source
from plugins.share_graphics import cache as caching
from plugins.share_graphics import planning
from plugins.share_graphics.cache import GraphicCache, draw_cached
from plugins.share_graphics.draw import draw_graphic
from plugins.share_graphics.graphic import Graphic
from plugins.share_graphics.plan import plan_graphics
from plugins.share_graphics.planning import PlannedGraphics, Studio, plan_all
from plugins.share_graphics.samples import CAROUSEL, PEOPLE, PRACTICE, article, notice, question
from tests.share_graphics.graphic_samples import png

_LEDGER = {"cdc": Source(key="cdc", line=3, type="page", title="Flu", publisher="CDC")}
_STUDIO = Studio(
    practice=PRACTICE, people=PEOPLE, shapes=("card", "square"), slides=True, sources=_LEDGER
)
_POSTS = (article(text="[@cdc]"), replace(CAROUSEL, uid="b123456789"))


@dataclass
class Office:
    """A cache, and what was planned and drawn for it."""

    cache: GraphicCache
    planned: list[str] = field(default_factory=list)
    drawn: list[str] = field(default_factory=list)

    def build(self, *posts: Post, studio: Studio = _STUDIO) -> list[PlannedGraphics]:
        """Plans and draws as a build does."""
        self.planned.clear()
        self.drawn.clear()
        found = plan_all(posts, studio, self.cache)
        wanted = [graphic for one in found for graphic in one.graphics]
        for _ in draw_cached(wanted, self.cache):
            pass
        self.cache.prune(wanted, (one.made_from for one in found))
        return found

    def files(self, suffix: str) -> set[str]:
        return {file.stem for file in self.cache.folder.glob(f"*{suffix}")}


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    made = Office(GraphicCache(tmp_path / "graphics"))
    plan, draw = plan_graphics, draw_graphic

    def counted_plan(post: Post, **given: Any) -> Any:
        made.planned.append(post.uid)
        return plan(post, **given)

    def counted_draw(graphic: Graphic) -> bytes:
        made.drawn.append(graphic.shape)
        return draw(graphic)

    monkeypatch.setattr(planning, "plan_graphics", counted_plan)
    monkeypatch.setattr(caching, "draw_graphic", counted_draw)
    return made


def _told(found: list[PlannedGraphics]) -> list[tuple[object, ...]]:
    """All that a build uses of its graphics, but for their layouts."""
    return [
        (g.uid, g.shape, g.path, g.width, g.height, g.alt, g.key)
        for one in found
        for g in one.graphics
    ]


def test_a_second_build_of_the_same_plans_and_draws_nothing(office: Office) -> None:
    first = office.build(*_POSTS)
    assert office.planned == [post.uid for post in _POSTS]
    assert len(office.drawn) == sum(len(one.graphics) for one in first)
    second = office.build(*_POSTS)
    assert (office.planned, office.drawn) == ([], [])
    assert _told(second) == _told(first)
    assert [one.made_from for one in second] == [one.made_from for one in first]


def test_only_the_post_that_changed_is_planned_and_drawn(office: Office) -> None:
    office.build(*_POSTS)
    office.build(replace(_POSTS[0], title="Measure at home"), _POSTS[1])
    assert office.planned == [_POSTS[0].uid]
    assert sorted(office.drawn) == ["card", "square"]


_REVIEWER = replace(PEOPLE["amara-okafor"], name="Amara Stone", title="Amara Stone")
_OTHER = {"cdc": replace(_LEDGER["cdc"], publisher="NIH")}


@pytest.mark.parametrize(
    "studio",
    [
        replace(_STUDIO, practice=replace(PRACTICE, brand=Brand(look="orchard"))),
        replace(_STUDIO, practice=replace(PRACTICE, brand=Brand(color="#123456"))),
        replace(_STUDIO, practice=replace(PRACTICE, brand=Brand(logo="l.png"))),
        replace(_STUDIO, practice=replace(PRACTICE, short_name="Crane")),
        replace(_STUDIO, pictures={"l.png": png(30, 30)}),
        replace(_STUDIO, people={"amara-okafor": _REVIEWER}),
        replace(_STUDIO, sources=_OTHER),
        replace(_STUDIO, sources={}),
        replace(_STUDIO, shapes=("card",)),
        replace(_STUDIO, slides=False),
    ],
    ids=["look", "colour", "logo", "name", "picture", "reviewer", "publisher", "no source",
         "shapes", "slides"],
)  # fmt: skip
def test_whatever_the_pictures_follow_from_has_them_planned_anew(
    office: Office, studio: Studio
) -> None:
    office.build(_POSTS[0])
    office.build(_POSTS[0], studio=studio)
    assert office.planned == [_POSTS[0].uid]


def test_another_logo_of_the_same_name_is_drawn_anew(office: Office) -> None:
    brand = replace(PRACTICE, brand=Brand(logo="l.png"))
    studio = replace(_STUDIO, practice=brand, pictures={"l.png": png(30, 30)})
    office.build(_POSTS[0], studio=studio)
    office.build(_POSTS[0], studio=replace(studio, pictures={"l.png": png(30, 31)}))
    assert office.planned
    assert office.drawn


def test_the_work_that_a_number_comes_from_counts_too(office: Office) -> None:
    risk = Risk(what="Getting the flu", before=(5, 100), after=(2, 100), source="cdc")
    office.build(article(risk=risk))
    office.build(article(risk=risk), studio=replace(_STUDIO, sources=_OTHER))
    assert office.planned


def test_what_no_picture_shows_plans_anew_and_draws_nothing(office: Office) -> None:
    office.build(_POSTS[0])
    office.build(replace(_POSTS[0], text="[@cdc] says more."))
    assert office.planned
    assert not office.drawn


def test_a_post_with_problems_is_told_of_at_every_build(office: Office) -> None:
    for post in (notice("Saturday", type="availability"), article("word " * 90), article("ꙮ")):
        for _ in range(2):
            (found,) = office.build(post)
            assert found.problems
            assert office.planned == [post.uid]
        assert not office.files(".json")


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"[{",
        b"null",
        b"7",
        b'{"shape": "card"}',
        b'[{"shape": "card"}]',
        b'["card"]',
        b'[{"shape": "card", "path": "x", "width": 1, "height": 1, "alt": "", "key": "gone"}]',
        b'[{"uid": "a", "layout": null}]',
        b"\xff\xfe\x00",
    ],
)
def test_a_damaged_plan_is_made_anew(office: Office, damage: bytes) -> None:
    first = office.build(_POSTS[0])
    (name,) = office.files(".json")
    file = office.cache.folder / f"{name}.json"
    file.write_bytes(damage)
    second = office.build(_POSTS[0])
    assert office.planned
    assert _told(second) == _told(first)
    assert len(json.loads(file.read_bytes())) == len(first[0].graphics)


def test_a_plan_whose_picture_is_gone_or_empty_is_made_anew(office: Office) -> None:
    (first,) = office.build(_POSTS[0])
    for spoil in (Path.unlink, lambda file: file.write_bytes(b"")):
        spoil(office.cache.file(first.graphics[0]))
        (again,) = office.build(_POSTS[0])
        assert office.drawn == ["card"]
        assert office.cache.read(again.graphics[0])


def test_the_cache_forgets_plans_and_pictures_that_nobody_asks_for(office: Office) -> None:
    found = office.build(*_POSTS)
    assert office.files(".json") == {one.made_from for one in found}
    assert office.files(".jpg") == {g.key for one in found for g in one.graphics}
    (kept,) = office.build(_POSTS[1])
    assert office.files(".json") == {kept.made_from}
    assert office.files(".jpg") == {graphic.key for graphic in kept.graphics}
    office.build()
    assert not list(office.cache.folder.iterdir())


def test_every_executor_plans_and_draws_the_same(tmp_path: Path) -> None:
    posts = [article(f"Post number {n}", uid=f"a{n:09}") for n in range(20)] + [question()]
    alone = plan_all(posts, _STUDIO)
    with ThreadPoolExecutor(2) as pool:
        assert plan_all(posts, _STUDIO, executor=pool) == alone
    wanted = [graphic for one in alone[:3] for graphic in one.graphics]
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        assert plan_all(posts, _STUDIO, executor=pool) == alone
        pooled = dict(draw_cached(wanted, GraphicCache(tmp_path / "pool"), pool))
    assert pooled == dict(draw_cached(wanted, GraphicCache(tmp_path / "alone")))


def test_a_plan_made_without_a_cache_is_complete() -> None:
    for one in plan_all(_POSTS, _STUDIO):
        assert all(graphic.layout for graphic in one.graphics)
