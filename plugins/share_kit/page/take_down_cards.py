"""What the page says about a post that must be taken down."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from plugins.cited_sources.consequences.taken_back import SourceFault
from plugins.cited_sources.consequences.wording import is_address
from plugins.networks.tools import BY_HAND
from plugins.practice.dates import weekday_and_day
from plugins.share_kit.frame import LANG
from plugins.share_kit.page.days import moment, near_day
from plugins.share_kit.page.share_cards import tick
from plugins.share_kit.posting import Posting, done_by, tool_label
from plugins.share_kit.take_downs import WAITING, Copy, TakeDown


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyCard:
    """One copy on one network."""

    network: str
    """"Facebook"."""
    told: str
    """"Buffer posts it Wed, Nov 25, 12:15 PM", "Out since Nov 9, by Buffer"."""
    is_waiting: bool
    profile: str
    """The address of the practice's own profile there; "" where it names none."""
    tick: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FaultCard:
    """One finding on a source that holds the post."""

    fault: SourceFault
    told: str
    """"Crossref and PubMed say so since Nov 14"."""
    links: tuple[tuple[str, str], ...]
    """What could be cited instead, as label and address; "" for what is no address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeDownCard:
    """One post with all its copies."""

    down: TakeDown
    id: str
    standing: str
    """"Withdrawn on Friday, November 20"."""
    copies: tuple[CopyCard, ...]
    """Those that can still be stopped first."""
    by_hand: tuple[CopyCard, ...]
    """Networks for which no tool has a copy; the browser knows whether a person posted it there."""
    tools: str
    """Those that still hold copies back: "Buffer and Hootsuite"."""
    is_open: bool
    """Whether something can still be stopped."""
    faults: tuple[FaultCard, ...] = ()
    """Why a source holds it."""


def take_down_card(down: TakeDown, posting: Posting) -> TakeDownCard:
    """The card of a post to take down."""
    copied = {copy.row.network for copy in down.copies}
    waiting = [c.row.scheduler for c in down.copies if c.state == WAITING]
    tools = dict.fromkeys(tool_label(name) for name in waiting if name != BY_HAND)
    day = down.withdrawn
    return TakeDownCard(
        down=down,
        id=f"down-{down.uid}",
        standing=f"Withdrawn on {weekday_and_day(day, LANG)}" if day else "Not public any more",
        copies=tuple(_copy_card(c, posting) for c in sorted(down.copies, key=_waiting_first)),
        by_hand=tuple(_by_hand(down, copied, posting)),
        tools=" and ".join(tools),
        is_open=bool(down.waiting),
        faults=tuple(_fault_card(f, posting) for f in (down.source.faults if down.source else ())),
    )


def _fault_card(fault: SourceFault, posting: Posting) -> FaultCard:
    who = fault.by[:1].upper() + fault.by[1:]
    says = "say" if " and " in fault.by else "says"
    return FaultCard(
        fault=fault,
        told=f"{who} {says} so since {near_day(fault.since, posting.today)}",
        links=tuple(_offer(one, fault.archive) for one in fault.instead),
    )


def _offer(instead: str, archive: str) -> tuple[str, str]:
    label = "an archived copy" if instead == archive else instead
    return label, instead if is_address(instead) else ""


def _waiting_first(copy: Copy) -> bool:
    return copy.state != WAITING


def _copy_card(copy: Copy, posting: Posting) -> CopyCard:
    row = copy.row
    at, tool = posting.local(row), tool_label(row.scheduler)
    told = f"Out since {near_day(at.date(), posting.today)}, {done_by(row.scheduler)}"
    if copy.state == WAITING:
        told = f"{tool} posts it {moment(at)}"
        if row.scheduler == BY_HAND:
            told = f"To be posted by hand {moment(at)}: do not"
    return CopyCard(
        network=posting.label(row.network),
        told=told,
        is_waiting=copy.state == WAITING,
        profile=_profile(row.network, posting),
        tick=tick(row.uid, row.network, row.turn),
    )


def _by_hand(down: TakeDown, copied: set[str], posting: Posting) -> Iterator[CopyCard]:
    for network in down.networks:
        if network not in copied:
            yield CopyCard(
                network=posting.label(network),
                told="",
                is_waiting=False,
                profile=_profile(network, posting),
                tick=tick(down.uid, network),
            )


def _profile(network: str, posting: Posting) -> str:
    choice = posting.practice.networks.get(network)
    return choice.profile if choice else ""
