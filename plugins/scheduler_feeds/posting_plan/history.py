"""What was handed over, read as shares: when each post was shared, and in which words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from zoneinfo import ZoneInfo

from plugins.practice.ledgers import HandedOver
from plugins.social_snippets.snippet import Snippet


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedShare:
    """One post at one moment, on the networks for which schedulers were given it."""

    uid: str
    at: datetime
    turn: int
    rows: tuple[HandedOver, ...]

    @property
    def networks(self) -> tuple[str, ...]:
        """In the order of the ledger, each once."""
        return tuple(dict.fromkeys(row.network for row in self.rows))


def handed_shares(rows: Sequence[HandedOver], zone: ZoneInfo) -> tuple[HandedShare, ...]:
    """The rows of a ledger by post and moment, earliest first; `at` is told in `zone`."""
    groups: dict[tuple[float, str], list[HandedOver]] = {}
    for row in rows:
        groups.setdefault((row.at.timestamp(), row.uid), []).append(row)
    return tuple(
        HandedShare(
            uid=uid,
            at=group[0].at.astimezone(zone),
            turn=max(row.turn for row in group),
            rows=tuple(group),
        )
        for (_, uid), group in sorted(groups.items(), key=lambda item: item[0])
    )


@dataclass(slots=True, kw_only=True)
class Record:
    """How a post was shared so far, handed over or planned."""

    first: date
    last: date
    turn: int
    """The latest."""
    texts: dict[str, set[str]] = field(default_factory=dict)
    """Those used, by network."""

    def add(self, day: date, turn: int) -> None:
        """The post is shared on one more day, not before the last one."""
        self.last, self.turn = day, max(self.turn, turn)

    def add_text(self, network: str, *texts: str) -> None:
        """The post is shared on a network in these words."""
        self.texts.setdefault(network, set()).update(text.strip() for text in texts if text)

    def has_used(self, network: str, snippet: Snippet) -> bool:
        """Whether the network has had this text, with or without its link."""
        used = self.texts.get(network, set())
        return snippet.text.strip() in used or snippet.text_apart.strip() in used


def records_of(shares: Iterable[HandedShare]) -> dict[str, Record]:
    """How each post was shared so far, by uid."""
    records: dict[str, Record] = {}
    for share in shares:
        day = share.at.date()
        record = records.setdefault(share.uid, Record(first=day, last=day, turn=share.turn))
        record.add(day, share.turn)
        for row in share.rows:
            record.add_text(row.network, row.text)
    return records
