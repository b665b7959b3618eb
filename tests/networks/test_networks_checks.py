"""What a wrong name under `networks` or `share` is answered with."""

from __future__ import annotations

from datetime import UTC, datetime
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.networks.checks import check_networks, check_share, nearest
from plugins.networks.hashtags import camel_case, hashtags_in, is_hashtag
from plugins.networks.table import NETWORK_NAMES
from plugins.practice.posts import Article, Share
from plugins.practice.problems import Severity
from plugins.practice.settings import NetworkChoice, Practice


def practice(*networks: str, schedulers: tuple[str, ...] = ()) -> Practice:
    return Practice(
        name="Crane Creek Family Practice",
        short_name="Crane Creek",
        site_url="https://www.example.org",
        languages=("en",),
        time_zone="America/New_York",
        phone="+1 212-555-0143",
        networks=MappingProxyType({name: NetworkChoice(name=name) for name in networks}),
        schedulers=schedulers,
    )


def article(**share: Any) -> Article:
    return Article(
        file="articles/flu.md",
        title="Get ready for flu season",
        summary="A yearly flu vaccine is the first step.",
        slug="flu",
        lang="en",
        text="",
        uid="h7k2m9q4xz",
        date=datetime(2026, 10, 6, 9, tzinfo=UTC),
        authors=("amara-okafor",),
        topics=("infections",),
        share=Share(**share),
        lines={"share": 12},
    )


def test_known_networks_and_schedulers_are_no_problem() -> None:
    assert check_networks(practice(*NETWORK_NAMES, schedulers=("buffer", "publer"))) == []


def test_a_misspelled_network_is_told_with_the_nearest_name() -> None:
    (problem,) = check_networks(practice("facebok"))
    assert (problem.file, problem.rule) == ("practice.toml", "network-unknown")
    assert '"facebok"' in problem.what
    assert 'did you mean "facebook"?' in problem.fix
    assert "google_business" in problem.fix


def test_a_misspelled_scheduler_is_told_with_the_nearest_name() -> None:
    (problem,) = check_networks(practice(schedulers=("bufer",)))
    assert problem.rule == "scheduler-unknown"
    assert 'did you mean "buffer"?' in problem.fix


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("Twitter", "x"), ("GBP", "google_business"), ("Google Business", "google_business"),
     ("linkdin", "linkedin"), ("insta", "instagram"), ("myspace", "")],
)  # fmt: skip
def test_people_s_names_for_networks_are_understood(typed: str, meant: str) -> None:
    assert nearest(typed, NETWORK_NAMES) == meant


def test_an_unknown_network_under_share_is_told_once_with_its_line() -> None:
    post = article(networks=("instagran",), texts={"instagran": "Flu season is here."})
    (problem,) = check_share(post, practice("instagram"))
    assert (problem.file, problem.line) == ("articles/flu.md", 12)
    assert problem.severity is Severity.BLOCK
    assert 'did you mean "instagram"?' in problem.fix


def test_a_network_that_the_practice_does_not_use_is_a_warning() -> None:
    (problem,) = check_share(article(networks=("mastodon",)), practice("x"))
    assert problem.rule == "share-unused-network"
    assert "[networks.mastodon]" in problem.fix


def test_a_text_for_snapchat_is_a_warning() -> None:
    (problem,) = check_share(article(texts={"snapchat": "Hello"}), practice("snapchat"))
    assert problem.rule == "share-no-text"


@pytest.mark.parametrize(
    ("tag", "spelled"),
    [("flu season", "FluSeason"), ("#FluSeason", "FluSeason"), ("heart-health", "HeartHealth")],
)
def test_a_hashtag_of_several_words_is_told_with_its_spelling(tag: str, spelled: str) -> None:
    (problem,) = check_share(article(hashtags=(tag,)), practice("x"))
    assert problem.severity is Severity.WARN
    assert f'write "{spelled}"' in problem.fix


def test_a_hashtag_without_capitals_is_a_note() -> None:
    (problem,) = check_share(article(hashtags=("fluseason",)), practice("x"))
    assert problem.severity is Severity.NOTE


@pytest.mark.parametrize("tag", ["2026", "", "!!", "x" * 65])
def test_what_cannot_be_a_hashtag_is_told(tag: str) -> None:
    (problem,) = check_share(article(hashtags=(tag,)), practice("x"))
    assert "cannot be a hashtag" in problem.what


def test_good_hashtags_are_no_problem() -> None:
    tags = ("FluSeason", "Call988", "TemporadaDeGripe", "Niños", "健康")
    assert check_share(article(hashtags=tags), practice("x")) == []


def test_hashtags_are_found_in_a_text() -> None:
    text = "Ask us. #FluSeason, #Niños! Not #1 nor a#b nor https://example.org/#part"
    assert hashtags_in(text) == ("FluSeason", "Niños")


@given(st.text(max_size=40))
def test_a_spelled_hashtag_stays_as_it_is(tag: str) -> None:
    spelled = camel_case(tag)
    assert camel_case(spelled) == spelled
    assert not is_hashtag(spelled) or hashtags_in(f"#{spelled}") == (spelled,)
