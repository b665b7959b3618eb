"""Which pictures are made, for which networks."""

from __future__ import annotations

import pytest

from plugins.networks.pictures import shapes_in_use, takes_document, takes_slides
from plugins.networks.rows import SHAPES, Unit
from plugins.networks.table import NETWORK_NAMES, NETWORKS
from plugins.practice.settings import NetworkChoice, Practice
from plugins.share_graphics.shapes import SHAPES as DRAWN


def practice(*names: str) -> Practice:
    return Practice(
        name="Crane Creek Family Practice",
        short_name="Crane Creek",
        site_url="https://www.example.org",
        languages=("en",),
        time_zone="America/New_York",
        phone="+1 212-555-0143",
        networks={name: NetworkChoice(name=name) for name in names},
    )


@pytest.mark.parametrize(
    ("networks", "shapes"),
    [
        ((), ("card", "square")),
        (("sermo", "doximity"), ("card", "square")),
        (
            ("facebook", "instagram", "google_business"),
            ("card", "landscape", "square", "portrait"),
        ),
        (("tiktok", "snapchat"), ("card", "square", "story")),
        (("pinterest", "x"), ("card", "wide", "square", "pin")),
        (("mastodon",), ("card", "square")),
        (NETWORK_NAMES, SHAPES),
    ],
)
def test_the_page_has_its_two_pictures_and_each_network_in_use_its_best_one(
    networks: tuple[str, ...], shapes: tuple[str, ...]
) -> None:
    assert shapes_in_use(practice(*networks)) == shapes


def test_every_shape_that_a_network_can_ask_for_can_be_drawn() -> None:
    assert tuple(DRAWN) == SHAPES


def test_the_order_of_the_networks_does_not_count() -> None:
    assert shapes_in_use(practice(*reversed(NETWORK_NAMES))) == SHAPES


def test_a_network_that_nobody_knows_asks_for_nothing() -> None:
    assert shapes_in_use(practice("facebok")) == ("card", "square")
    assert not takes_slides(practice("facebok"))


def test_slides_are_made_for_networks_where_readers_swipe() -> None:
    swiped = {name for name in NETWORK_NAMES if takes_slides(practice(name))}
    assert swiped == {
        "facebook", "instagram", "linkedin", "tiktok", "threads", "bluesky", "pinterest"
    }  # fmt: skip
    assert not takes_slides(practice())


def test_only_linkedin_takes_a_document() -> None:
    assert {name for name in NETWORK_NAMES if takes_document(practice(name))} == {"linkedin"}


def test_a_carousel_holds_at_least_a_cover_three_slides_and_the_end() -> None:
    for network in NETWORKS.values():
        if network.slides:
            assert network.slides.unit is Unit.ITEMS
            assert network.slides.size >= 5
            assert network.shapes
