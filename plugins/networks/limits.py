"""What holds for a practice: the least of a network's limit and those of the schedulers in use."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from plugins.networks.counting import count
from plugins.networks.rows import Limit, Network
from plugins.networks.table import SCHEDULERS

Field = Literal["text", "title", "description"]


def effective_limit(network: Network, field: Field, schedulers: Collection[str]) -> Limit | None:
    """The limit of a field, or None where the network has no such field."""
    own: Limit | None = getattr(network, field)
    if own is None:
        return None
    caps = [
        SCHEDULERS[name].networks.get(network.name, {}).get(field)
        for name in sorted(schedulers)
        if name in SCHEDULERS
    ]
    return min([own, *(cap for cap in caps if cap)], key=lambda limit: limit.size)


def body_limit(network: Network, schedulers: Collection[str]) -> Limit | None:
    """The limit of the main text, whichever field it stands in."""
    return effective_limit(network, "text", schedulers) or effective_limit(
        network, "description", schedulers
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """The room for a text: the limit, and the bytes where those are counted as well."""

    limit: Limit
    bytes: Limit | None = None

    def excess(self, text: str) -> int:
        """By how much the text is too long, in the limit's unit (bytes where only they are)."""
        over = count(text, self.limit.unit) - self.limit.size
        if over <= 0 and self.bytes:
            over = count(text, self.bytes.unit) - self.bytes.size
        return max(over, 0)

    def holds(self, text: str) -> bool:
        """Whether the text may be posted as it is."""
        return self.excess(text) == 0


def body_room(network: Network, schedulers: Collection[str]) -> Room | None:
    """The room for the main text; None where the network takes no text."""
    limit = body_limit(network, schedulers)
    return Room(limit=limit, bytes=network.bytes) if limit else None
