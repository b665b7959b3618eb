"""An address as it stands in a file of the site, and all that was read from one file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple


class Use(StrEnum):
    """What a file does with an address, in words for a message."""

    LINKS = "links to"
    LOADS = "loads"
    SENDS = "sends its form to"
    NAMES = "names"


class Link(NamedTuple):
    """One address; there may be very many, and a tuple is made quickly. `line` counts from 1."""

    address: str
    line: int
    use: Use


@dataclass(slots=True)
class Reading:
    """What stands in one file: its addresses, the places they can lead to, its <base>."""

    links: list[Link] = field(default_factory=list)
    anchors: set[str] | None = None
    """The ids of a page or drawing; None for a file whose fragments mean something else."""
    base: str | None = None

    def add(self, addresses: Iterator[str], line: int, use: Use) -> None:
        """Addresses that stand together."""
        self.links.extend(Link(address, line, use) for address in addresses)
