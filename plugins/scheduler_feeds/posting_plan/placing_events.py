"""The slots of events: a week or two before, or as near to that as can be."""

from __future__ import annotations

from collections.abc import Sequence

from plugins.practice.posts import Event, day_of
from plugins.scheduler_feeds.posting_plan.dated import (
    Dated,
    dated_of,
    leave_out,
    meets_translation,
    slots_before,
)
from plugins.scheduler_feeds.posting_plan.sketch import Sketch
from plugins.scheduler_feeds.posting_plan.slots import Slot
from plugins.scheduler_feeds.posting_plan.wishes import Wish

DAYS_BEFORE = (range(7, 15), range(1, 7), range(15, 10_000))
"""How many days before an event it is shared, best first: early enough to make room for it, late
enough to be remembered. On its own day only where nothing else is left. Our own measure."""


def place_events(wishes: Sequence[Wish], sketch: Sketch) -> None:
    """Give each event a slot before it begins, the nearest event first.

    One beyond the horizon is left to a later plan, which can place it better.
    """
    for event in sorted(dated_of(wishes, Event, sketch), key=lambda e: (e.begins, e.wish.rank)):
        if event.begins <= sketch.horizon.end.timestamp():
            _place(event, sketch)


def _place(event: Dated, sketch: Sketch) -> None:
    found = slots_before(event.begins, event, sketch, sketch.board.is_open)
    best = min(found, key=lambda slot: _unsuited(event, slot, sketch), default=None)
    if best:
        sketch.place(event.wish, best)
    else:
        has_begun = event.begins <= sketch.horizon.start.timestamp()
        leave_out(event, "began" if has_begun else "begins", event.post.starts, sketch)


def _unsuited(event: Dated, slot: Slot, sketch: Sketch) -> tuple[bool, bool, int, int]:
    """How badly a slot suits an event: the lowest is best, of two alike the earlier one.

    Far ahead the later one is better, as it is nearer to the event.
    """
    days = (day_of(event.post.starts) - slot.at.date()).days
    meets = meets_translation(event, slot, sketch)
    span = next((n for n, span in enumerate(DAYS_BEFORE) if days in span), len(DAYS_BEFORE))
    return days < 1, meets, span, days if days in DAYS_BEFORE[-1] else -days
