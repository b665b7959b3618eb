"""`due`: what the practice must read again, renew or mend soon."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

from rich.console import Console

from plugins.pelican_bridge.approvals.approved_texts import choose_texts
from plugins.pelican_bridge.command import command
from plugins.pelican_bridge.commands import moment_chooser
from plugins.pelican_bridge.due_report import as_rows, due_of, tell_due
from plugins.pelican_bridge.mistakes import WrongUseError
from plugins.pelican_bridge.plan_problems import known_works
from plugins.pelican_bridge.telling import tell_problems
from plugins.practice.problems import worst_first
from plugins.practice.reading import read_content

_MOST_DAYS = 3660
"""Ten years: nothing is planned further ahead."""


@command
def due(content: str, days: str, *, as_json: bool) -> int:
    """Tell what is due in so many days, and what is late. 1 when the content cannot be read."""
    ahead = _days(days)
    console = Console()
    read, problems = read_content(Path(content))
    if read is None:
        tell_problems(console, worst_first(problems))
        return 1
    today = moment_chooser("")(read.practice).date()
    texts = choose_texts(read, today)
    known = known_works(texts.content, today)
    items = due_of(texts.setting, known, today + timedelta(days=ahead))
    if as_json:
        print(json.dumps(as_rows(items, today), ensure_ascii=False, indent=2))  # noqa: T201  # for programs: no colours, no folding
    else:
        tell_due(console, items, today, ahead)
    return 0


def _days(days: str) -> int:
    if not (days.isascii() and days.isdigit()) or int(days[:9]) > _MOST_DAYS:
        raise WrongUseError(
            f'"{days}" is no number of days. Write --days 90, and at most {_MOST_DAYS}.'
        )
    return int(days)
