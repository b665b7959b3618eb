"""The notices that say that the practice is closed, and what a new one must not contradict."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta, tzinfo

from plugins.editorial_review.closures.asking import Around
from plugins.editorial_review.closures.slots import Filled
from plugins.pelican_bridge.closures.ground import Ground
from plugins.pelican_bridge.mistakes import WrongUseError
from plugins.practice.notices import CLOSED, state_of
from plugins.practice.posts import Notice, State

_TOLD = frozenset({State.PUBLISHED, State.SCHEDULED})


def around_of(
    ground: Ground, now: datetime, ids: Sequence[str] = (), but: Notice | None = None
) -> Around:
    """The practice at a moment; `ids` are the places that the closure is about, `but` a notice that
    does not count."""
    practice = ground.content.practice
    places = {*ids} or {place.id for place in practice.places}
    days = {
        day
        for notice in _closures(ground)
        if notice is not but and (not notice.affects or places <= {*notice.affects})
        for day in _whole_days(notice)
    }
    return Around(practice=practice, now=now, closed=frozenset(days))


def open_closures(ground: Ground, now: datetime) -> list[Notice]:
    """The closures that `close` made, in the practice's own language, and that are not over."""
    return [n for n in _closures(ground) if n.template and _span(n, now.tzinfo)[1] > now]


def refuse_double(filled: Filled, ground: Ground, but: Notice | None) -> None:
    """WrongUseError: another notice says already that a place is closed then."""
    zone = ground.content.practice.zone
    begin, end = _edges(filled.stretch.first, filled.stretch.last, zone)
    for notice in _closures(ground):
        starts, ends = _span(notice, zone)
        shared = not notice.affects or {*notice.affects} & {*filled.places}
        if notice is not but and shared and starts < end and begin < ends:
            raise WrongUseError(
                f'"{notice.title}" ({notice.file}) says already that you are closed then. '
                + (
                    "To change when it ends, type:  close --extend --until 15:00  or  "
                    "--extend --to 2026-11-25"
                    if notice.template
                    else "Choose other days, or change that notice."
                )
            )


def _closures(ground: Ground) -> list[Notice]:
    """Every notice of the practice's own language that tells of a closure, now or later."""
    lang = ground.content.practice.lang
    people = frozenset(ground.content.people)
    return [
        planned.post
        for planned in ground.plan.posts
        if planned.state in _TOLD
        and isinstance(planned.post, Notice)
        and planned.post.lang == lang
        and planned.post.type == "hours"
        and state_of(planned.post, lang, people)[0] == CLOSED
    ]


def _whole_days(notice: Notice) -> Iterator[date]:
    if not isinstance(notice.starts, datetime) and not isinstance(notice.ends, datetime):
        for ahead in range(min((notice.ends - notice.starts).days, 366) + 1):
            yield notice.starts + timedelta(days=ahead)


def _span(notice: Notice, zone: tzinfo | None) -> tuple[datetime, datetime]:
    """From when to when a notice holds."""
    return _edges(notice.starts, notice.ends, zone)


def _edges(
    first: date | datetime, last: date | datetime, zone: tzinfo | None
) -> tuple[datetime, datetime]:
    begin = first if isinstance(first, datetime) else datetime.combine(first, time(), zone)
    end = last if isinstance(last, datetime) else datetime.combine(last, time.max, zone)
    return begin, end
