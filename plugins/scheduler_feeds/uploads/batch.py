"""What is handed to a scheduler at one time, and what is not, with the reason."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from plugins.practice.ledgers import HandedOver
from plugins.scheduler_feeds.posting_plan.planned import PlannedShare


class Reason(StrEnum):
    """Why a share is not in an upload file."""

    NOT_ONLINE = "not-online"
    """Its page is not public yet, or under another address: a scheduler would post a dead link."""
    FORMULA = "formula-text"
    """A spreadsheet would take one of its texts for a formula."""
    TOO_SOON = "too-soon"
    TOO_FAR = "too-far"
    BY_HAND = "by-hand"
    """The scheduler cannot post to the network, or takes no file."""
    NO_TEXT = "no-text"
    NO_PICTURE = "no-picture"
    NO_BOARD = "no-board"


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A share on one network that is not in the batch."""

    share: PlannedShare
    network: str
    reason: Reason
    what: str
    """A clause that goes on from the title: "its page is not online yet"."""
    fix: str
    """What to do, as an order: "deploy first"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """The rows of new upload files, earliest first, and what was left out of them.

    Nothing in it was handed over before.
    """

    rows: tuple[HandedOver, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
