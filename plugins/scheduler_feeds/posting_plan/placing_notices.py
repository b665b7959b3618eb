"""The slots of notices: alerts at once, closures before they begin."""

from __future__ import annotations

from bisect import insort
from collections.abc import Sequence
from dataclasses import dataclass, replace

from plugins.practice.notices import ALERT
from plugins.practice.posts import Notice
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


def place_notices(wishes: Sequence[Wish], sketch: Sketch) -> None:
    """Give each notice the earliest slot that there is for it.

    Health alerts come first; of the others, those that cannot wait.
    """
    notices = dated_of(wishes, Notice, sketch)
    left = _place_alerts([notice for notice in notices if _is_alert(notice)], sketch)
    left += _place_others([notice for notice in notices if not _is_alert(notice)], sketch)
    for notice in left:
        if notice.ends <= sketch.horizon.end.timestamp():
            leave_out(notice, "ends", notice.post.ends, sketch)


def _is_alert(notice: Dated) -> bool:
    return isinstance(notice.post, Notice) and notice.post.type == ALERT


def _place_alerts(alerts: Sequence[Dated], sketch: Sketch) -> list[Dated]:
    """The very first free slot for each, however much its week has already."""
    left = []
    for alert in sorted(alerts, key=lambda alert: (alert.wish.live, alert.wish.rank)):
        found = slots_before(alert.ends, alert, sketch, sketch.board.is_free)
        if found:
            sketch.place(alert.wish, found[0])
        else:
            left.append(alert)
    return left


@dataclass(frozen=True, slots=True, kw_only=True)
class _Turn:
    """A notice in the row of those that wait; `limit` is when it must have been shared."""

    notice: Dated
    limit: float

    @property
    def key(self) -> tuple[float, bool, tuple[int, str]]:
        """Of two with one limit, the one that has not begun by then comes first."""
        has_begun = self.limit > self.notice.begins
        return self.limit, has_begun, self.notice.wish.rank


def _place_others(notices: Sequence[Dated], sketch: Sketch) -> list[Dated]:
    """A slot before each begins. One that finds none waits again, for one before it ends."""
    turns = [_Turn(notice=notice, limit=_needed_by(notice, sketch)) for notice in notices]
    queue, left = sorted(turns, key=lambda turn: turn.key), []
    while queue:
        turn = queue.pop(0)
        slot = _earliest(turn, sketch)
        if slot:
            sketch.place(turn.notice.wish, slot)
        elif turn.limit < turn.notice.ends:
            insort(queue, replace(turn, limit=turn.notice.ends), key=lambda turn: turn.key)
        else:
            left.append(turn.notice)
    return left


def _needed_by(notice: Dated, sketch: Sketch) -> float:
    """When it begins; when it ends, if its page goes up only after it began."""
    known = max(notice.wish.live, sketch.horizon.start.timestamp())
    return notice.begins if notice.begins > known else notice.ends


def _earliest(turn: _Turn, sketch: Sketch) -> Slot | None:
    """The first open slot, if possible on another day than its translation."""
    found = slots_before(turn.limit, turn.notice, sketch, sketch.board.is_open)
    apart = (slot for slot in found if not meets_translation(turn.notice, slot, sketch))
    return next(apart, found[0] if found else None)
