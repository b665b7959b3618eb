"""Our counters against the networks' own libraries, and the rules that their documents tell."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from uniseg.graphemecluster import grapheme_clusters

from plugins.networks.counting import count, x_refuses
from plugins.networks.graphemes import clusters, has_emoji
from plugins.networks.rows import Unit

ORACLES = json.loads((Path(__file__).parent / "fixtures" / "oracles.json").read_text("utf-8"))
TEXTS = ORACLES["texts"]

any_text = st.text(
    st.one_of(
        st.characters(exclude_categories=["Cs"]),
        st.sampled_from([*"a .#@:/é健ن1🏽👩🇺", "\u200d", "\ufe0f", "\u20e3", "\r", "\u0600"]),
    ),
    max_size=60,
)


def test_there_are_enough_recorded_texts() -> None:
    assert len(TEXTS) >= 300
    assert {"twitter-text", "@atproto/api"} <= set(ORACLES["versions"])


def test_x_counts_as_twitter_text_counts() -> None:
    """Equal for every text of older emoji; for newer ones never below."""
    for row in TEXTS:
        counted = count(row["text"], Unit.X)
        assert counted >= row["x"] if row["newer"] else counted == row["x"], ascii(row["text"])


def test_graphemes_and_bytes_count_as_bluesky_counts() -> None:
    for row in TEXTS:
        assert count(row["text"], Unit.GRAPHEMES) == row["graphemes"], ascii(row["text"])
        assert count(row["text"], Unit.BYTES) == row["bytes"], ascii(row["text"])


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("https://www.example.org/articles/home-blood-pressure/", 23),
        ("example.org", 23),
        ("See clinic.health.", 28),
        ("node.js", 7),
        ("Dr.Smith", 8),
        ("office@example.org", 18),
        ("http://localhost/x", 18),
        ("…", 2),
        ("•", 2),
        ("≥", 2),
        ("—°½µ©", 5),
        ("👩🏽‍⚕️", 2),
        ("🇺🇸", 2),
        ("健康", 4),
        ("cafe\u0301", 4),
    ],
)
def test_x_counts_as_its_documents_say(text: str, length: int) -> None:
    assert count(text, Unit.X) == length


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("https://www.example.org/articles/home-blood-pressure/", 23),
        ("www.example.org", 15),  # without a protocol it is no link on Mastodon
        ("Thanks @crane_creek@mastodon.example!", 20),
        ("👩🏽‍⚕️", 1),
    ],
)
def test_mastodon_counts_links_and_handles_short(text: str, length: int) -> None:
    assert count(text, Unit.MASTODON) == length


@pytest.mark.parametrize(("text", "length"), [("abc", 3), ("😀", 4), ("👍🏽 ok", 11), ("niño", 4)])
def test_threads_counts_an_emoji_by_its_bytes(text: str, length: int) -> None:
    assert count(text, Unit.THREADS) == length


def test_utf16_counts_a_character_beyond_the_first_plane_as_two() -> None:
    assert count("a😀", Unit.UTF16) == 3
    assert count("a😀", Unit.CHARACTERS) == 2


def test_a_byte_order_mark_is_refused_by_x_and_a_direction_mark_is_not() -> None:
    assert x_refuses("\ufeffFlu season")
    assert not x_refuses("\u200fFlu season")


def test_signs_are_no_emoji() -> None:
    assert not has_emoji("© 2026, 20 °C, ½ — “quoted” ™")
    assert has_emoji("Well done 👍")


@given(any_text)
def test_clusters_are_those_of_the_unicode_tables(text: str) -> None:
    assert clusters(text) == list(grapheme_clusters(text))


@given(any_text)
def test_no_count_fails_and_only_an_empty_text_counts_nothing(text: str) -> None:
    for unit in Unit:
        if unit is not Unit.ITEMS:
            assert (count(text, unit) == 0) == (text == "")


@given(any_text)
def test_the_larger_units_are_never_below_the_smaller(text: str) -> None:
    assert count(text, Unit.GRAPHEMES) <= count(text, Unit.CHARACTERS)
    assert count(text, Unit.CHARACTERS) <= count(text, Unit.UTF16) <= count(text, Unit.BYTES)
    assert count(text, Unit.CHARACTERS) <= count(text, Unit.THREADS)
