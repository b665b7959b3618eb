"""One post at one time: a row of today's list and of the weeks ahead."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from plugins.networks.tools import BY_HAND
from plugins.practice.dates import clock
from plugins.practice.ledgers import HandedOver
from plugins.scheduler_feeds.posting_plan.planned import PlannedShare
from plugins.share_kit.frame import LANG
from plugins.share_kit.network_shares import Image
from plugins.share_kit.page.days import near_day
from plugins.share_kit.page.post_cards import NEEDS_WORK, WITHDRAWN, PostCard
from plugins.share_kit.page.share_cards import TURNS, tick
from plugins.share_kit.posting import Posting, done_by, tool_label

GIVEN, OUT, STOP, PLANNED, HAND = "given", "out", "stop", "planned", "hand"
"""What becomes of a share: a tool has it, had it, must not post it; it waits for the export, or
for a person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chip:
    """A network as a small label. `href` leads to the text for it, where there is one."""

    label: str
    href: str
    tick: str
    """By which the browser knows whether it was posted by hand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """The networks of a row with the same fate."""

    state: str
    note: str
    """"Buffer has it since Nov 21"."""
    chips: tuple[Chip, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareRow:
    """One post at one time. `at` is told by the clocks of the plan."""

    uid: str
    at: datetime
    time: str
    title: str
    lang: str
    kind: str
    is_foreign: bool
    turn: str
    """"", "Second time", "Third time"."""
    href: str
    """Leads to the post's card, or to what to do when it has none."""
    picture: Image | None
    parts: tuple[Part, ...]

    def parts_in(self, *states: str) -> tuple[Part, ...]:
        """Those with one of these fates."""
        return tuple(part for part in self.parts if part.state in states)


@dataclass(slots=True)
class _Gathered:
    """What is shared of one post at one time."""

    at: datetime
    uid: str
    planned: PlannedShare | None = None
    rows: tuple[HandedOver, ...] = ()


def share_rows(posting: Posting, cards: Mapping[str, PostCard]) -> tuple[ShareRow, ...]:
    """Everything that is planned or was handed over, earliest first. `cards` are by uid."""
    found: dict[tuple[float, str], _Gathered] = {}
    for share in posting.plan.shares:
        uid = share.shared.post.uid
        _at(found, share.at, uid).planned = share
    for row in posting.rows:
        together = _at(found, posting.local(row), row.uid)
        together.rows = (*together.rows, row)
    ordered = sorted(found.items(), key=lambda item: item[0])
    return tuple(_row(together, posting, cards) for _, together in ordered)


def _at(found: dict[tuple[float, str], _Gathered], at: datetime, uid: str) -> _Gathered:
    return found.setdefault((at.timestamp(), uid), _Gathered(at, uid))


def _row(together: _Gathered, posting: Posting, cards: Mapping[str, PostCard]) -> ShareRow:
    uid, planned = together.uid, together.planned
    card, row = cards.get(uid), together.rows[0] if together.rows else None
    known = planned.shared.post if planned else card.post if card else row
    assert known  # something is shared, or nothing would stand here
    turn = planned.turn if planned else row.turn if row else 0
    shareable = card is not None and card.group not in (NEEDS_WORK, WITHDRAWN)
    return ShareRow(
        uid=uid,
        at=together.at,
        time=clock(together.at, LANG),
        title=known.title,
        lang=known.lang or posting.practice.lang,
        kind=known.kind.capitalize(),
        is_foreign=bool(known.lang) and known.lang != posting.practice.lang,
        turn=TURNS[min(turn, len(TURNS) - 1)],
        href=f"#post-{uid}" if shareable else f"#down-{uid}",
        picture=card.picture if card else None,
        parts=(
            *_given_parts(together.rows, posting, card, shareable=shareable),
            *(_open_parts(planned, posting, card) if planned else ()),
        ),
    )


def _given_parts(
    rows: Sequence[HandedOver], posting: Posting, card: PostCard | None, *, shareable: bool
) -> Iterator[Part]:
    """The networks for which tools have it, by tool and day of handing over."""
    by_tool: dict[tuple[str, str, str], list[HandedOver]] = {}
    order = list(posting.practice.networks)
    for row in sorted(rows, key=lambda row: _place(row.network, order)):
        state, note = _fate(row, posting, shareable=shareable)
        by_tool.setdefault((row.scheduler, state, note), []).append(row)
    for (_, state, note), together in by_tool.items():
        networks = [(row.network, row.turn) for row in together]
        yield Part(state=state, note=note, chips=tuple(_chips(networks, posting, card)))


def _place(network: str, order: Sequence[str]) -> int:
    return order.index(network) if network in order else len(order)


def _fate(row: HandedOver, posting: Posting, *, shareable: bool) -> tuple[str, str]:
    tool, days = tool_label(row.scheduler), posting.days_to(row)
    by_hand = row.scheduler == BY_HAND
    if not shareable and days >= 0:
        return STOP, "Do not post it" if by_hand else f"Take it out of {tool}"
    if not shareable:
        return STOP, "Take it down"
    if days < 0:
        return OUT, f"Shared {done_by(row.scheduler)}"
    if by_hand:
        return _by_hand(is_today=days == 0)
    if days == 0:
        return GIVEN, f"{tool} posts it today"
    return GIVEN, f"{tool} has it since {near_day(row.on, posting.today)}"


def _by_hand(*, is_today: bool) -> tuple[str, str]:
    return HAND, "Post by hand now" if is_today else "By hand"


def _open_parts(planned: PlannedShare, posting: Posting, card: PostCard | None) -> Iterator[Part]:
    """The networks that no tool was given: today's are posted by hand, whoever could take them."""
    is_today = planned.at.date() == posting.today
    by_note: dict[tuple[str, str], list[tuple[str, int]]] = {}
    for network in planned.networks:
        tool = posting.tool_for(network)
        fate = (PLANNED, f"Planned, for {tool_label(tool)}")
        if is_today or tool == BY_HAND:
            fate = _by_hand(is_today=is_today)
        by_note.setdefault(fate, []).append((network, planned.turn))
    for (state, note), networks in by_note.items():
        yield Part(state=state, note=note, chips=tuple(_chips(networks, posting, card)))


def _chips(
    networks: Sequence[tuple[str, int]], posting: Posting, card: PostCard | None
) -> Iterator[Chip]:
    there = {one.share.network.name: one for one in card.shares} if card else {}
    for network, turn in networks:
        own = there.get(network)
        ids = {0: own.id, **{n: one.id for n, one in enumerate(own.again, 1)}} if own else {}
        yield Chip(
            label=posting.label(network),
            href=f"#s-{ids.get(turn, ids[0])}" if ids else "",
            tick=tick(card.post.uid if card else "", network, turn),
        )
