"""What was handed over keeps its place in the plan, and counts in its rules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from plugins.scheduler_feeds.posting_plan.board import Entry
from plugins.scheduler_feeds.posting_plan.history import HandedShare, Record
from plugins.scheduler_feeds.posting_plan.horizon import Horizon
from plugins.scheduler_feeds.posting_plan.planned import PlannedShare
from plugins.scheduler_feeds.posting_plan.wishes import DATED, family_of, is_call, other_words
from plugins.scheduler_feeds.shared_post import SharedPost

_BOOK = "BOOK"
"""The button that makes an appointment: of a post that is gone, the ledger knows no more."""


def entry_of(share: HandedShare, shared: SharedPost | None) -> Entry:
    """What the rules know of a share that was handed over; `shared` is None when its post is gone.

    Kind and topics are those of the day on which it was handed over.
    """
    row, post = share.rows[0], shared.post if shared else None
    kind = row.kind or (post.kind if post else "")
    binds = kind not in DATED
    calls = is_call(shared, share.turn) if shared else any(row.cta == _BOOK for row in share.rows)
    return Entry(
        at=share.at,
        uid=share.uid,
        family=family_of(post) if post else (kind, share.uid),
        binds=binds,
        topics=frozenset(row.topics or (post.topics if post else ())) if binds else frozenset(),
        books=calls,
    )


def kept_shares(
    handed: Sequence[HandedShare],
    known: Mapping[str, SharedPost],
    records: Mapping[str, Record],
    horizon: Horizon,
) -> Iterator[PlannedShare]:
    """The shares to come that were handed over, each at its own time.

    Networks that no scheduler was given go with the first of them, at that same time.
    """
    given = _given(handed)
    for share in handed:
        shared = known.get(share.uid)
        if shared and not horizon.is_past(share.at):
            had = given.pop((share.uid, share.turn), frozenset())
            rest = _rest(share, shared, records[share.uid]) if had else []
            yield PlannedShare(
                shared=shared,
                at=share.at,
                turn=share.turn,
                networks=horizon.in_order([name for name in rest if name not in had]),
                handed_over=_in_order(share.networks, horizon),
            )


def _rest(share: HandedShare, shared: SharedPost, record: Record) -> list[str]:
    """The networks that may still have the turn; none where the page is not up by then."""
    is_up = shared.post.date.timestamp() <= share.at.timestamp()
    return other_words(shared, share.turn, record) if is_up else []


def _in_order(networks: Sequence[str], horizon: Horizon) -> tuple[str, ...]:
    """In the practice's order; those that it has no more come last."""
    known = horizon.in_order(networks)
    return (*known, *(name for name in networks if name not in known))


def _given(handed: Sequence[HandedShare]) -> dict[tuple[str, int], frozenset[str]]:
    """The networks of each turn of each post that schedulers were given."""
    given: dict[tuple[str, int], frozenset[str]] = {}
    for share in handed:
        turn = share.uid, share.turn
        given[turn] = given.get(turn, frozenset()) | frozenset(share.networks)
    return given
