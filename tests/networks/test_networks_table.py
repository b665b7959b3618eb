"""The table of networks and schedulers."""

from __future__ import annotations

import pytest

from plugins.networks.limits import body_limit, body_room, effective_limit
from plugins.networks.pictures import SHAPES
from plugins.networks.rows import Limit, Network, Unit
from plugins.networks.table import NETWORK_NAMES, NETWORKS, SCHEDULERS

PARTS = {
    "hook", "when", "message", "facts", "points", "then", "credit", "link", "hashtags",
    "peer", "review", "ask",
}  # fmt: skip


def limits_of(network: Network) -> list[Limit]:
    names = ("text", "bytes", "title", "description", "fold", "hashtags", "links", "alt", "slides")
    return [limit for name in names if (limit := getattr(network, name))]


def test_the_names_are_those_of_the_design():
    assert set(NETWORK_NAMES) == {
        "facebook", "instagram", "x", "linkedin", "google_business", "tiktok", "threads",
        "bluesky", "mastodon", "pinterest", "snapchat", "doximity", "sermo",
    }  # fmt: skip


@pytest.mark.parametrize("network", NETWORKS.values(), ids=lambda network: network.name)
def test_every_number_of_a_network_tells_its_source_and_day(network: Network):
    for limit in limits_of(network):
        assert limit.source
        assert limit.read.startswith("20")
        assert limit.size >= 0
    assert set(network.parts) <= PARTS
    assert set(network.shapes) <= set(SHAPES)
    assert network.label


def test_only_the_closed_networks_and_snapchat_have_no_feed():
    without = {name for name, network in NETWORKS.items() if not network.feed}
    assert without == {"snapchat", "doximity", "sermo"}


def test_a_scheduler_counts_in_the_unit_of_its_network_and_never_allows_more():
    for scheduler in SCHEDULERS.values():
        for name, caps in scheduler.networks.items():
            for field, cap in caps.items():
                own = getattr(NETWORKS[name], field)
                assert own.unit == cap.unit, (scheduler.name, name, field)
                assert cap.size <= own.size, (scheduler.name, name, field)


def test_a_scheduler_lowers_the_limit_of_facebook():
    facebook = NETWORKS["facebook"]
    assert body_limit(facebook, ()).size == 63206
    assert body_limit(facebook, ("publer", "buffer")).size == 5000
    assert body_limit(facebook, ("hootsuite",)).size == 63206


def test_pinterest_and_tiktok_take_the_text_as_a_description():
    assert body_limit(NETWORKS["pinterest"], ("buffer",)).size == 500
    assert body_limit(NETWORKS["tiktok"], ("metricool",)).size == 2000
    assert effective_limit(NETWORKS["pinterest"], "title", ()).size == 100


def test_bluesky_counts_bytes_as_well():
    room = body_room(NETWORKS["bluesky"], ())
    assert room.limit.unit is Unit.GRAPHEMES
    family = "👨‍👩‍👧‍👦"  # one grapheme of 25 bytes
    assert room.holds(family * 120)
    assert room.excess(family * 121) == 25
    assert room.excess("a" * 301) == 1


def test_snapchat_takes_no_text():
    assert body_room(NETWORKS["snapchat"], ()) is None
