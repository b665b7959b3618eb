"""Notices and events: posts with a day of their own, which must be shared before it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from plugins.practice.dates import weekday_and_day
from plugins.practice.posts import Event, Notice
from plugins.scheduler_feeds.posting_plan.sketch import Sketch
from plugins.scheduler_feeds.posting_plan.slots import Slot
from plugins.scheduler_feeds.posting_plan.wishes import Wish


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """Such a post, with its two ends also as POSIX timestamps."""

    wish: Wish
    post: Notice | Event
    begins: float
    ends: float


def dated_of(wishes: Iterable[Wish], kind: type[Notice | Event], sketch: Sketch) -> list[Dated]:
    """The posts of a kind that are not over yet: of those that are, nobody need hear."""
    horizon, found = sketch.horizon, []
    for wish in wishes:
        post = wish.shared.post
        if isinstance(post, Notice | Event) and isinstance(post, kind):
            begins, ends = horizon.begin_of(post.starts), horizon.end_of(post.ends)
            found.append(Dated(wish=wish, post=post, begins=begins, ends=ends))
    return [dated for dated in found if dated.ends > horizon.start.timestamp()]


def slots_before(
    limit: float, dated: Dated, sketch: Sketch, is_fit: Callable[[datetime], bool]
) -> list[Slot]:
    """The fit slots from the post's own date on and before `limit`, earliest first."""
    return [
        slot
        for slot in sketch.horizon.slots
        if dated.wish.live <= slot.at.timestamp() < limit and is_fit(slot.at)
    ]


def meets_translation(dated: Dated, slot: Slot, sketch: Sketch) -> bool:
    """Whether the same in another language is shared on that day."""
    return dated.wish.family in sketch.board.families_on(slot.at.date())


def leave_out(dated: Dated, verb: str, day: date | datetime, sketch: Sketch) -> None:
    """There is no slot before the post "ends" or "begins"."""
    is_up = dated.wish.live <= sketch.horizon.start.timestamp()
    when = "today" if is_up else f"on {weekday_and_day(dated.post.date, 'en')}"
    why = (
        f"no slot before it {verb} on {weekday_and_day(day, 'en')}: "
        f"share it by hand {when}, or add a time in [plan]"
    )
    sketch.leave_out(dated.wish, why, urgent=True)
