"""What tools wait to post, against the posts as they are now: a change here does not reach them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from plugins.networks.table import SCHEDULERS
from plugins.pelican_bridge.plan import PlannedPost
from plugins.practice.ledgers import HandedOver
from plugins.practice.posts import State
from plugins.practice.problems import Problem, Severity

_OUT_OF_IT = "take the share out of the tool, type  python3 tasks.py export {} --week {} --undo"


def check_waiting(
    rows: Sequence[HandedOver], posts: Sequence[PlannedPost], start: datetime
) -> Iterator[Problem]:
    """Shares still to come (from `start` on) that no longer fit their post: one problem a post.

    Held and withdrawn posts are not told here: the kit lists every copy of theirs.
    """
    waiting = [row for row in rows if row.at >= start]
    for planned in posts:
        own = [row for row in waiting if row.uid == planned.post.uid]
        if own and planned.state in (State.PUBLISHED, State.SCHEDULED):
            yield from _check(planned, own)


def _check(planned: PlannedPost, rows: Sequence[HandedOver]) -> Iterator[Problem]:
    early = [row for row in rows if row.at < planned.post.date]
    moved = [row for row in rows if row.url != planned.url]
    changed = [row for row in rows if _is_old(row, planned)]
    if early:
        yield _problem(planned, early, "early", "date", "before its page is up")
    elif moved:
        what = f"with its old address, {moved[0].url}"
        yield _problem(planned, moved, "moved", "slug", what)
    elif changed:
        yield _problem(planned, changed, "changed", "summary", "with an older text than it has now")


def _is_old(row: HandedOver, planned: PlannedPost) -> bool:
    turns = (planned.snippets, *planned.later)
    snippet = turns[row.turn].get(row.network) if row.turn < len(turns) else None
    return snippet is not None and row.text not in (snippet.text, snippet.text_apart)


def _problem(
    planned: PlannedPost, rows: Sequence[HandedOver], rule: str, at: str, what: str
) -> Problem:
    first = min(rows, key=lambda row: row.at)
    tool = SCHEDULERS[first.scheduler].label if first.scheduler in SCHEDULERS else first.scheduler
    networks = ", ".join(dict.fromkeys(row.network for row in rows))
    undo = _OUT_OF_IT.format(first.scheduler, first.week)
    return planned.post.problem(
        f"handed-over-{rule}",
        at,
        severity=Severity.WARN,
        what=f"{tool} waits to post it {what} ({networks}, from {first.at:%Y-%m-%d %H:%M} on)",
        why="what a tool was given does not change with the post",
        fix=f"change it in the tool, too; or {undo}, and export the week again",
    )
