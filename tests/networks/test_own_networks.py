"""Networks that a practice describes itself in practice.toml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from plugins.networks.checks import check_networks, check_share
from plugins.networks.limits import body_limit, body_room
from plugins.networks.own_networks import TAKEN, networks_of
from plugins.networks.pictures import shapes_in_use
from plugins.networks.rows import Limit, Place, Sure, Tone, Unit
from plugins.networks.table import NETWORK_NAMES, NETWORKS
from plugins.practice.practice_file import read_practice_file
from plugins.practice.problems import Problem, Severity
from plugins.practice.settings import CustomNetwork, NetworkChoice, Practice
from tests.networks.test_networks_checks import article

PRACTICE = """
[practice]
name = "Crane Creek Family Practice"
site_url = "https://www.example.org"
languages = ["en"]
time_zone = "America/New_York"
phone = "+1 212-555-0143"

[[places]]
id = "main"
name = "Main Street"
street = "1 Main Street"
city = "Crane Creek"
[places.hours]
mon = "08:00-17:00"
tue = "08:00-17:00"
wed = "08:00-17:00"
thu = "08:00-17:00"
fri = "08:00-17:00"
sat = "closed"
sun = "closed"

[topics.heart]
name = "Heart"

[networks.facebook]
"""


def practice_with(**own: Mapping[str, object]) -> Practice:
    custom = {name: CustomNetwork(name=name, **row) for name, row in own.items()}  # type: ignore[arg-type]  # the rows are the tests' own
    chosen = {name: NetworkChoice(name=name) for name in ("facebook", *custom)}
    return Practice(
        name="Crane Creek Family Practice",
        short_name="Crane Creek",
        site_url="https://www.example.org",
        languages=("en",),
        time_zone="America/New_York",
        phone="+1 212-555-0143",
        networks=chosen,
        custom_networks=custom,
    )


def read(tmp_path: Path, tables: str) -> Practice:
    file = tmp_path / "practice.toml"
    file.write_text(PRACTICE + tables, encoding="utf-8")
    practice, problems = read_practice_file(file)
    assert practice is not None, problems
    return practice


def known(limit: Limit | None) -> Limit:
    assert limit
    return limit


def line_of(tmp_path: Path, problem: Problem) -> str:
    lines = (tmp_path / "practice.toml").read_text(encoding="utf-8").splitlines()
    return lines[problem.line - 1]


def test_a_practice_without_networks_of_its_own_has_those_of_the_table() -> None:
    assert networks_of(practice_with()) == NETWORKS


def test_every_word_of_practice_toml_reaches_the_network(tmp_path: Path) -> None:
    practice = read(
        tmp_path,
        """
[networks.custom.nextdoor]
label = "Nextdoor"
profile = "https://nextdoor.example/crane-creek"
characters = 5000
unit = "graphemes"
title_characters = 120
alt_characters = 300
most_hashtags = 2
links = "card"
pictures = ["portrait", "card"]
emoji = false
phone = false
feed = false
source = "help.nextdoor.example"
read = "2026-11-20"
hashtags = ["CraneCreek"]
""",
    )
    nextdoor = networks_of(practice)["nextdoor"]
    assert check_networks(practice) == []
    assert nextdoor.label == "Nextdoor"
    text = known(nextdoor.text)
    assert (text.size, text.unit) == (5000, Unit.GRAPHEMES)
    assert (text.source, text.read) == ("help.nextdoor.example", "2026-11-20")
    others = (nextdoor.title, nextdoor.alt, nextdoor.hashtags)
    assert [known(limit).size for limit in others] == [120, 300, 2]
    assert nextdoor.place is Place.CARD
    assert nextdoor.shapes == ("portrait", "card")
    assert [nextdoor.emoji, nextdoor.phone, nextdoor.feed] == [False, False, False]
    assert practice.networks["nextdoor"].hashtags == ("CraneCreek",)


def test_a_label_alone_is_a_network_that_takes_pictures_only() -> None:
    nextdoor = networks_of(practice_with(nextdoor={"label": "Nextdoor"}))["nextdoor"]
    assert body_room(nextdoor, ()) is None
    assert nextdoor.shapes == ("square", "card")
    assert not nextdoor.feed, "a feed without texts would stay empty for ever"


def test_without_a_source_its_numbers_come_from_practice_toml_and_are_not_verified() -> None:
    practice = practice_with(nextdoor={"label": "Nextdoor", "characters": 500})
    text = known(networks_of(practice)["nextdoor"].text)
    assert (text.sure, text.source, text.read) == (Sure.GENERAL, "your practice.toml", "")


@pytest.mark.parametrize(
    ("tone", "names_us", "model"),
    [("patient", True, "facebook"), ("peer", True, "doximity"), ("peer", False, "sermo")],
)
def test_its_text_is_laid_as_on_a_network_with_the_same_tone(
    tone: str, names_us: bool, model: str
) -> None:
    row = {"label": "Ours", "characters": 500, "tone": tone, "names_us": names_us}
    ours = networks_of(practice_with(ours=row))["ours"]
    assert (ours.parts, ours.kinds) == (NETWORKS[model].parts, NETWORKS[model].kinds)
    assert (ours.tone, ours.names_us) == (Tone(tone), names_us)


def test_its_best_picture_is_drawn_and_none_where_it_needs_none() -> None:
    story = practice_with(ours={"label": "Ours", "pictures": ("story", "square")})
    assert "story" in shapes_in_use(story)
    none = practice_with(ours={"label": "Ours", "pictures": ("none",)})
    assert networks_of(none)["ours"].shapes == ()


@pytest.mark.parametrize(
    ("line", "guess"),
    [
        ('unit = "utf-16"', '"utf16"'),
        ('unit = "items"', "graphemes"),
        ('links = "buton"', '"button"'),
        ('pictures = ["square", "landscap"]', '"landscape"'),
        ('tone = "peers"', '"peer"'),
    ],
)
def test_a_wrong_word_is_told_at_its_line_and_the_network_left_out(
    tmp_path: Path, line: str, guess: str
) -> None:
    table = f'\n[networks.custom.ours]\nlabel = "Ours"\ncharacters = 500\n{line}\n'
    practice = read(tmp_path, table)
    (problem,) = check_networks(practice)
    assert (problem.rule, problem.severity) == ("custom-network", Severity.BLOCK)
    assert line_of(tmp_path, problem) == line
    assert guess in problem.fix
    assert networks_of(practice) == NETWORKS
    assert shapes_in_use(practice) == shapes_in_use(practice_with())


@pytest.mark.parametrize("name", ["facebook", *sorted(TAKEN)])
def test_a_name_that_something_else_has_is_told_and_the_table_stays(
    tmp_path: Path, name: str
) -> None:
    practice = read(tmp_path, f'\n[networks.custom.{name}]\nlabel = "Ours"\ncharacters = 9\n')
    (problem,) = check_networks(practice)
    assert line_of(tmp_path, problem) == f"[networks.custom.{name}]"
    assert problem.severity is Severity.BLOCK
    assert networks_of(practice) == NETWORKS


@pytest.mark.parametrize("name", ["next door", "../up", "Nextdoor", "", "a.b", "näh", "con\n"])
def test_a_name_that_is_no_plain_word_is_told_and_never_becomes_a_file(name: str) -> None:
    practice = practice_with(**{name: {"label": "Ours", "characters": 500}})
    (problem,) = check_networks(practice)
    assert "plain word" in problem.what
    assert networks_of(practice) == NETWORKS


def test_practice_toml_with_such_a_name_is_not_read_at_all(tmp_path: Path) -> None:
    file = tmp_path / "practice.toml"
    file.write_text(PRACTICE + '\n[networks.custom."next door"]\nlabel = "N"\n', encoding="utf-8")
    practice, problems = read_practice_file(file)
    assert practice is None
    assert "next door" in problems[0].what


def test_posts_may_name_it_and_are_not_blamed_for_what_practice_toml_says_wrong() -> None:
    good = practice_with(nextdoor={"label": "Nextdoor", "characters": 500})
    bad = practice_with(nextdoor={"label": "Nextdoor", "characters": 500, "unit": "words"})
    post = article(networks=("nextdoor",), texts={"nextdoor": "Flu season is here."})
    assert check_share(post, good) == []
    assert check_share(post, bad) == []
    assert check_share(article(networks=("nextdor",)), good)[0].fix.startswith(
        'did you mean "nextdoor"?'
    )


def test_a_post_with_a_text_for_a_network_of_pictures_only_is_warned() -> None:
    practice = practice_with(story={"label": "Story board"})
    (problem,) = check_share(article(texts={"story": "Hello"}), practice)
    assert problem.rule == "share-no-text"
    assert "Story board" in problem.what


def test_an_unknown_network_is_told_how_to_describe_one_of_ones_own() -> None:
    practice = replace(practice_with(), networks={"nextdoor": NetworkChoice(name="nextdoor")})
    (problem,) = check_networks(practice)
    assert "[networks.custom.NAME]" in problem.fix


def test_a_mastodon_server_may_take_more_than_the_usual_text(tmp_path: Path) -> None:
    practice = read(tmp_path, "\n[networks.mastodon]\ncharacters = 5000\n")
    mastodon = networks_of(practice)["mastodon"]
    assert check_networks(practice) == []
    assert mastodon.thread, "all but the length stays as the table has it"
    assert known(body_limit(mastodon, ())).size == 5000
    assert known(body_limit(mastodon, ("buffer",))).size == 500, "Buffer still takes no more"
    assert known(body_limit(mastodon, ())).sure is Sure.GENERAL


@pytest.mark.parametrize("name", [n for n in NETWORK_NAMES if n not in ("mastodon", "facebook")])
def test_no_other_known_network_has_a_length_of_its_own(tmp_path: Path, name: str) -> None:
    practice = read(tmp_path, f"\n[networks.{name}]\ncharacters = 5000\n")
    (problem,) = check_networks(practice)
    assert (problem.rule, problem.severity) == ("network-characters", Severity.BLOCK)
    assert line_of(tmp_path, problem) == "characters = 5000"
    assert networks_of(practice)[name] == NETWORKS[name]
