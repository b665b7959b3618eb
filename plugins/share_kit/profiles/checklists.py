"""What to set up on each profile: the rows of `checklists.toml` that fit a network."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from plugins.networks.rows import Network, Tone

_FILE = Path(__file__).with_name("checklists.toml")

_HAS: Mapping[str, Callable[[Network], bool]] = {
    "": lambda _: True,
    "avatar": lambda network: network.avatar is not None,
    "cover": lambda network: network.cover is not None,
    "bio": lambda network: network.bio is not None,
    "bio_link": lambda network: network.bio_link,
    "profile": lambda network: has_profile(network),
}
"""What an item may need."""


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A place where patients look up hours, and where nothing can be posted."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to set up."""

    text: str

    @property
    def key(self) -> str:
        """By which a browser remembers that it is done, wherever in the list it stands."""
        return sha256(self.text.encode()).hexdigest()[:8]


def has_profile(network: Network) -> bool:
    """Whether the practice itself has a profile there; among peers each clinician has their own."""
    return network.tone is not Tone.PEER


def checklist(network: Network) -> tuple[Item, ...]:
    """The items for a network, in order."""
    return tuple(Item(row["text"]) for row in _table()["items"] if _fits(row, network))


def elsewhere() -> tuple[Elsewhere, ...]:
    """The listings to claim and to keep right."""
    return tuple(Elsewhere(row["name"], row["text"]) for row in _table()["elsewhere"])


def _fits(row: Mapping[str, Any], network: Network) -> bool:
    named = row.get("networks")
    return (named is None or network.name in named) and _HAS[row.get("needs", "")](network)


@cache
def _table() -> Mapping[str, Any]:
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))
