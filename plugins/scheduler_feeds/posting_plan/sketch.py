"""A plan in the making: the horizon, the board, and the shares that were placed."""

from __future__ import annotations

from dataclasses import dataclass, field

from plugins.scheduler_feeds.posting_plan.board import Board, Entry
from plugins.scheduler_feeds.posting_plan.history import Record
from plugins.scheduler_feeds.posting_plan.horizon import Horizon
from plugins.scheduler_feeds.posting_plan.planned import PlannedShare, Unplanned
from plugins.scheduler_feeds.posting_plan.slots import Slot
from plugins.scheduler_feeds.posting_plan.wishes import DATED, Wish, texts_of


@dataclass(slots=True, kw_only=True)
class Sketch:
    """What is known and decided so far."""

    horizon: Horizon
    board: Board
    records: dict[str, Record]
    """How each post was shared so far, by uid."""
    shares: list[PlannedShare] = field(default_factory=list)
    unplanned: list[Unplanned] = field(default_factory=list)

    def place(self, wish: Wish, slot: Slot) -> None:
        """The post gets the slot."""
        self.board.put(
            Entry(
                at=slot.at,
                uid=wish.uid,
                family=wish.family,
                binds=wish.shared.post.kind not in DATED,
                topics=wish.topics,
                books=wish.books,
            )
        )
        self.shares.append(
            PlannedShare(shared=wish.shared, at=slot.at, turn=wish.turn, networks=wish.networks)
        )
        self._record(wish, slot)

    def _record(self, wish: Wish, slot: Slot) -> None:
        day = slot.at.date()
        record = self.records.setdefault(wish.uid, Record(first=day, last=day, turn=wish.turn))
        record.add(day, wish.turn)
        texts = texts_of(wish.shared, wish.turn)
        for network in wish.networks:
            record.add_text(network, texts[network].text, texts[network].text_apart)

    def leave_out(self, wish: Wish, why: str, *, urgent: bool = False) -> None:
        """The post gets no slot."""
        self.unplanned.append(Unplanned(shared=wish.shared, why=why, urgent=urgent))
