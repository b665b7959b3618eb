"""What the plan has to tell about itself: gaps, silence, and how long the material lasts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise

from plugins.practice.dates import clock, long_day
from plugins.practice.practice_file import FILE as PRACTICE_FILE
from plugins.practice.problems import Problem, Severity
from plugins.scheduler_feeds.posting_plan.horizon import Horizon

GAP_DAYS = 30
"""From so many days without a share on, the practice is told."""

AHEAD_DAYS = 60
"""So far ahead gaps are looked for: what is later can still be written in peace."""

SILENCE_DAYS = 120
"""Four months: from then on people may ask themselves whether the practice is still there."""

LAST_DAYS = 30
"""So long before its end, material that runs out is told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """What the findings are about."""

    horizon: Horizon
    planned: Sequence[datetime]
    """When something is shared from now on, earliest first."""
    shared: Sequence[datetime]
    """When something was shared before."""
    published: Sequence[datetime]
    """The dates of all posts."""
    lasts_until: date | None

    @property
    def today(self) -> date:
        """The day on which the plan begins."""
        return self.horizon.start.date()


def plan_problems(course: Course) -> tuple[Problem, ...]:
    """Everything that is to be told, for practice.toml."""
    plan = course.horizon.practice.plan
    if not course.horizon.networks:
        return ()
    if not (plan.days and plan.times):
        return (_no_slots(course), *_silence(course))
    return (*_time_gaps(course), *_gaps(course), *_silence(course), *_lasts(course))


def _problem(
    course: Course, rule: str, severity: Severity, key: str, *, what: str, why: str, fix: str
) -> Problem:
    return Problem(
        rule=rule,
        severity=severity,
        file=PRACTICE_FILE,
        line=course.horizon.practice.line_of(key),
        what=what,
        why=why,
        fix=fix,
    )


def _no_slots(course: Course) -> Problem:
    missing = "times" if course.horizon.practice.plan.days else "days"
    return _problem(
        course,
        "plan-no-slots",
        Severity.WARN,
        f"plan.{missing}",
        what=f"[plan] names no {missing}, so nothing can be planned",
        why="the plan shares a post only on its days, at its times",
        fix='write days = ["mon", "wed", "fri"] and times = ["12:15"], or what suits you',
    )


def _time_gaps(course: Course) -> Iterator[Problem]:
    for slot in course.horizon.slots:
        if slot.moved:
            meant, at = clock(slot.meant, "en"), clock(slot.at, "en")
            yield _problem(
                course,
                "plan-time-gap",
                Severity.NOTE,
                "plan.times",
                what=f"there is no {meant} on {long_day(slot.at, 'en')}, when clocks go forward: "
                f"that day's share goes out at {at}",
                why="a tool that is given a time that does not exist may post at another one",
                fix="nothing, if that suits you; else write another time",
            )


def _gaps(course: Course) -> Iterator[Problem]:
    """Long stretches without a share, as far ahead as is looked."""
    ahead = min(course.today + timedelta(days=AHEAD_DAYS), course.horizon.end.date())
    last = max(course.shared, default=course.horizon.start).date()
    for day, next_day in pairwise([last, *(at.date() for at in course.planned), None]):
        if day and (min(next_day or ahead, ahead) - day).days >= GAP_DAYS:
            yield _gap(course, day, next_day)


def _gap(course: Course, day: date, next_day: date | None) -> Problem:
    what = f"nothing is planned after {long_day(day, 'en')}"
    if next_day:
        length = (next_day - day).days
        what = (
            f"nothing is shared from {long_day(day, 'en')} to {long_day(next_day, 'en')}: "
            f"{length} days"
        )
    return _problem(
        course,
        "plan-gap",
        Severity.WARN,
        "plan",
        what=what,
        why="so long, those who follow the practice hear nothing from it",
        fix=_MORE,
    )


_MORE = (
    "write or approve more posts; evergreen ones come again after 60 and 180 days if [plan] has "
    "reshare = true and the practice has another text for them"
)


def _silence(course: Course) -> Iterator[Problem]:
    """Months in which nothing was shared and nothing published, told loudly."""
    now = course.horizon.start
    past = [at for at in (*course.shared, *course.published) if at <= now]
    last = max(past, default=now).astimezone(now.tzinfo).date()
    silent = (course.today - last).days
    if silent >= SILENCE_DAYS:
        yield _problem(
            course,
            "plan-silence",
            Severity.WARN,
            "plan",
            what=f"THE PRACTICE HAS BEEN SILENT FOR {silent} DAYS: nothing was published and "
            f"nothing shared since {long_day(last, 'en')}",
            why="patients who find that the last word is months old may think that you have closed",
            fix="share something today: your hours, a question patients ask, a season's reminder",
        )


def _lasts(course: Course) -> Iterator[Problem]:
    """Material that runs out soon, or has."""
    last = course.lasts_until
    if last and (last - course.today).days > LAST_DAYS:
        return
    yield _problem(
        course,
        "plan-lasts",
        Severity.NOTE,
        "plan",
        what=f"approved material lasts until {long_day(last, 'en')}"
        if last
        else "all approved material has been shared",
        why="a post takes time to write and to be read by a second person",
        fix="begin the next posts now",
    )
