"""The table of networks and schedulers."""

from __future__ import annotations

import re
import tomllib
from dataclasses import fields
from pathlib import Path

import pytest

from plugins.networks import table
from plugins.networks.limits import body_limit, body_room, effective_limit
from plugins.networks.rows import SHAPES, Evidence, Limit, Network, Place, Sure, Unit
from plugins.networks.table import NETWORK_NAMES, NETWORKS, SCHEDULERS

PARTS = {
    "hook", "when", "message", "facts", "points", "then", "credit", "link", "hashtags",
    "peer", "review", "ask",
}  # fmt: skip


def limits_of(row: object) -> list[Limit]:
    """Every limit that stands in one of the fields of a row."""
    values = [getattr(row, field.name) for field in fields(row)]  # type: ignore[arg-type]  # a dataclass
    return [value for value in values if isinstance(value, Limit)]


def size(limit: Limit | None) -> int:
    assert limit
    return limit.size


def evidence() -> list[Evidence]:
    """Everything in the table that says where it comes from."""
    found: list[Evidence] = []
    for network in NETWORKS.values():
        found += limits_of(network)
        found += [network.profile_pictures] if network.profile_pictures else []
    for scheduler in SCHEDULERS.values():
        found += [limit for caps in scheduler.networks.values() for limit in caps.values()]
        found += [scheduler.upload, *limits_of(scheduler.upload)] if scheduler.upload else []
    return found


def test_the_names_are_those_of_the_design() -> None:
    assert set(NETWORK_NAMES) == {
        "facebook", "instagram", "x", "linkedin", "google_business", "tiktok", "threads",
        "bluesky", "mastodon", "pinterest", "snapchat", "doximity", "sermo",
    }  # fmt: skip


def test_everything_tells_its_source_and_the_day_on_which_it_was_read() -> None:
    assert len(evidence()) > 100
    for one in evidence():
        assert one.source
        assert re.fullmatch(r"20\d\d-\d\d(-\d\d)?", one.read), one
        assert isinstance(one.sure, Sure)
        assert not one.note.endswith("."), "the page of networks sets the full stop"


def test_what_is_common_practice_says_so_and_nothing_else_does() -> None:
    for one in evidence():
        assert (one.sure is Sure.GENERAL) == one.source.startswith("what practices commonly do")


def test_every_source_is_used() -> None:
    text = Path(table.__file__).with_name("networks.toml").read_text(encoding="utf-8")
    for name in tomllib.loads(text)["sources"]:
        assert f'source = "{name}"' in text, name


@pytest.mark.parametrize("network", NETWORKS.values(), ids=lambda network: network.name)
def test_a_network_is_described_in_words_that_the_other_rooms_know(network: Network) -> None:
    assert all(limit.size >= 0 for limit in limits_of(network))
    assert set(network.parts) <= PARTS
    assert set(network.shapes) <= set(SHAPES)
    assert network.label


def test_only_the_closed_networks_and_snapchat_have_no_feed() -> None:
    without = {name for name, network in NETWORKS.items() if not network.feed}
    assert without == {"snapchat", "doximity", "sermo"}


def test_a_scheduler_counts_in_the_unit_of_its_network_and_never_allows_more() -> None:
    for scheduler in SCHEDULERS.values():
        for name, caps in scheduler.networks.items():
            for field, cap in caps.items():
                own = getattr(NETWORKS[name], field)
                assert own.unit == cap.unit, (scheduler.name, name, field)
                assert cap.size <= own.size, (scheduler.name, name, field)


def test_a_scheduler_lowers_the_limit_of_facebook() -> None:
    facebook = NETWORKS["facebook"]
    assert size(body_limit(facebook, ())) == 63206
    assert size(body_limit(facebook, ("publer", "buffer"))) == 5000
    assert size(body_limit(facebook, ("hootsuite",))) == 63206


def test_pinterest_and_tiktok_take_the_text_as_a_description() -> None:
    assert size(body_limit(NETWORKS["pinterest"], ("buffer",))) == 500
    assert size(body_limit(NETWORKS["tiktok"], ("metricool",))) == 2000
    assert size(effective_limit(NETWORKS["pinterest"], "title", ())) == 100


def test_bluesky_counts_bytes_as_well() -> None:
    room = body_room(NETWORKS["bluesky"], ())
    assert room
    assert room.limit.unit is Unit.GRAPHEMES
    family = "👨‍👩‍👧‍👦"  # one grapheme of 25 bytes
    assert room.holds(family * 120)
    assert room.excess(family * 121) == 25
    assert room.excess("a" * 301) == 1


def test_snapchat_takes_no_text() -> None:
    assert body_room(NETWORKS["snapchat"], ()) is None


@pytest.mark.parametrize("network", NETWORKS.values(), ids=lambda network: network.name)
def test_a_profile_has_a_text_that_is_counted_and_pictures_of_a_likely_size(
    network: Network,
) -> None:
    if network.bio:
        assert network.bio.unit is not Unit.ITEMS
        assert 80 <= network.bio.size <= 5000
    assert (network.avatar is None) == (network.profile_pictures is None)
    if network.avatar:
        assert network.avatar.width == network.avatar.height >= 200
    if network.cover:
        assert network.cover.width > network.cover.height


def test_only_the_closed_networks_have_no_profile_of_the_practice() -> None:
    without = {name for name, network in NETWORKS.items() if network.bio is None}
    assert without == {"doximity", "sermo"}


def test_where_a_link_works_only_in_the_profile_the_profile_has_a_field_for_it() -> None:
    for network in NETWORKS.values():
        assert network.place is not Place.BIO or network.bio_link, network.name
