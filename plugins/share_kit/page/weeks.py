"""The weeks ahead, as they are planned."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from plugins.practice.dates import weekday_name
from plugins.share_kit.frame import LANG
from plugins.share_kit.page.days import near_day, week_span
from plugins.share_kit.page.share_rows import ShareRow
from plugins.share_kit.posting import Posting, monday_of

_WEEKS = 4
_NAMES = ("This week", "Next week")


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """The rows of one day."""

    weekday: str
    day: str
    is_past: bool
    is_today: bool
    rows: tuple[ShareRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """Monday to Sunday."""

    name: str
    """"This week", "Next week", ""."""
    span: str
    days: tuple[Day, ...]

    @property
    def count(self) -> int:
        """How many posts are shared."""
        return sum(len(day.rows) for day in self.days)


def weeks_ahead(rows: Sequence[ShareRow], posting: Posting) -> tuple[Week, ...]:
    """This week and the three after it; days without a share are left out."""
    first = monday_of(posting.today)
    mondays = [first + timedelta(weeks=number) for number in range(_WEEKS)]
    return tuple(
        Week(
            name=_NAMES[number] if number < len(_NAMES) else "",
            span=week_span(monday),
            days=tuple(_days(rows, monday, posting.today)),
        )
        for number, monday in enumerate(mondays)
    )


def _days(rows: Sequence[ShareRow], monday: date, today: date) -> Iterator[Day]:
    for number in range(7):
        day = monday + timedelta(days=number)
        its_rows = tuple(row for row in rows if row.at.date() == day)
        if its_rows:
            yield Day(
                weekday=weekday_name(day.weekday(), LANG),
                day=near_day(day, today),
                is_past=day < today,
                is_today=day == today,
                rows=its_rows,
            )
