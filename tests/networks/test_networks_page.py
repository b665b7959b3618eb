"""What docs/networks.md says of the table. That it is up to date is tested in tests/docs."""

from __future__ import annotations

from pathlib import Path

from plugins.networks.own_networks import TAKEN, WORDS
from plugins.networks.rows import Cell
from plugins.networks.table import NETWORKS, SCHEDULERS
from plugins.practice.practice_file import _CUSTOM_NETWORK

PAGE = (Path(__file__).parents[2] / "docs" / "networks.md").read_text(encoding="utf-8")


def test_what_is_secondary_or_general_is_never_told_as_verified() -> None:
    for line in PAGE.splitlines():
        for word in ("secondary", "general"):
            assert line.count(f"({word})") == line.count(f"not verified ({word})"), line


def test_every_column_in_which_something_stands_is_told() -> None:
    for scheduler in SCHEDULERS.values():
        for column in scheduler.upload.columns if scheduler.upload else ():
            if column.cell is not Cell.EMPTY:
                stem = column.name.removesuffix(str(column.number))
                assert f"`{stem}".replace("|", "\\|") in PAGE, column.name


def test_every_key_and_word_of_a_network_of_ones_own_is_told() -> None:
    for field in _CUSTOM_NETWORK:
        assert f"`{field.name}`" in PAGE, field.name
    for word in (*TAKEN, *(word for words in WORDS.values() for word in words)):
        assert f"`{word}`" in PAGE, word


def test_the_profile_of_every_network_is_told() -> None:
    profiles = PAGE.partition("## Profiles")[2].partition("\n## ")[0]
    for network in NETWORKS.values():
        assert f"| {network.label} |" in profiles
