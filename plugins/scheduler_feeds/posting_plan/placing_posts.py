"""The slots of what can wait: posts never shared, newest first, and between them older ones."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Iterable, Sequence, Set
from datetime import date, timedelta

from plugins.scheduler_feeds.posting_plan.board import TOPIC_DAYS, Look
from plugins.scheduler_feeds.posting_plan.rules import UNREVIEWED, calls_again, fits, why_not
from plugins.scheduler_feeds.posting_plan.sketch import Sketch
from plugins.scheduler_feeds.posting_plan.wishes import Wish, later_wish

_SOON = timedelta(days=TOPIC_DAYS).total_seconds()


def place_posts(first: Iterable[Wish], again: Iterable[Wish], sketch: Sketch) -> None:
    """Fill the slots that notices and events left, one after the other.

    A slot looks only at what comes before it and at what is handed over. So a plan that is made
    again when its first week is handed over goes on as the last one did.
    """
    # Newest first over all: so the posts of the last 60 days come before the older ones.
    waiting = sorted(first, key=lambda wish: (-wish.live, wish.rank))
    later = sorted(again, key=_longest_due)
    unused: list[Look] = []
    for slot in sketch.horizon.slots:
        if sketch.board.is_open(slot.at):
            look = sketch.board.look(slot.at)
            wish = _take(waiting, look) or _take_due(later, waiting, look)
            if wish:
                sketch.place(wish, slot)
                _plan_again(wish, later, sketch)
            else:
                unused.append(look)
    _leave_out(waiting, unused, sketch)


def _take(wishes: list[Wish], look: Look) -> Wish | None:
    """The first that may stand in the slot; it waits no longer."""
    index = next((n for n, wish in enumerate(wishes) if fits(wish, look)), None)
    return None if index is None else wishes.pop(index)


def _take_due(later: list[Wish], waiting: Sequence[Wish], look: Look) -> Wish | None:
    """The longest due that may stand in the slot, and takes no topic from a new post."""
    count = bisect_right(later, look.day, key=lambda wish: wish.due)
    kept = _topics_kept(waiting, look) if count else frozenset()
    due = (n for n in range(count) if later[n].topics.isdisjoint(kept) and fits(later[n], look))
    index = next(due, None)
    return None if index is None else later.pop(index)


def _topics_kept(waiting: Sequence[Wish], look: Look) -> Set[str]:
    """The topics of posts never shared that a repeat would hold up: they wait, or are up soon.

    A call to book is no reason to wait: only other shares make room for it.
    """
    soon = look.instant + _SOON
    held_up = (wish for wish in waiting if wish.live <= soon and not calls_again(wish, look))
    return frozenset().union(*(wish.topics for wish in held_up))


def _longest_due(wish: Wish) -> tuple[date, tuple[int, str]]:
    return wish.due, wish.rank


def _plan_again(wish: Wish, later: list[Wish], sketch: Sketch) -> None:
    """A post that was just shared comes again in its time."""
    once_more = later_wish(wish.shared, sketch.records[wish.uid], sketch.horizon)
    if once_more:
        insort(later, once_more, key=_longest_due)


def _leave_out(waiting: Sequence[Wish], unused: Sequence[Look], sketch: Sketch) -> None:
    """Say why a post that is up before the horizon ends has no slot."""
    horizon = sketch.horizon
    for wish in waiting:
        if wish.live < horizon.end.timestamp():
            is_stale = wish.until < horizon.start.date()
            sketch.leave_out(wish, UNREVIEWED if is_stale else why_not(wish, unused))
