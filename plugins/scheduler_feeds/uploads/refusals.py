"""Why a share is not handed over: the first reason that holds, in words for who posts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from plugins.networks.rows import Cell, Upload
from plugins.practice.dates import clock, weekday_and_day
from plugins.practice.ledgers import HandedOver, PublicPost
from plugins.scheduler_feeds.uploads.batch import LeftOut, Reason
from plugins.scheduler_feeds.uploads.candidate import Candidate
from plugins.scheduler_feeds.uploads.columns import cell_of, columns_for, time_in_file

_LANG = "en"
"""As the kit speaks to the person who posts."""

_FORMULA = ("=", "+", "-", "@")

_KIT = "post it by hand: the share kit has its text and picture"


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """When files are made, and which pages are online then."""

    now: datetime
    on: date
    public: Mapping[str, PublicPost]


def row_or_reason(candidate: Candidate, moment: Moment) -> HandedOver | LeftOut:
    """The row to hand over, else why there is none."""
    upload, snippet = candidate.upload, candidate.snippet
    if upload is None:
        what = f"{candidate.tool.label} takes no file for {candidate.network.label}"
        return _left_out(candidate, Reason.BY_HAND, what, _KIT)
    if snippet is None or not snippet.text:
        what = f"there is no text of it for {candidate.network.label}"
        return _left_out(candidate, Reason.NO_TEXT, what, "write one under `share` in its file")
    row = candidate.row(snippet, moment.on)
    told = (check(candidate, row, upload, moment) for check in _CHECKS)
    return next((left_out for left_out in told if left_out), row)


def _left_out(candidate: Candidate, reason: Reason, what: str, fix: str) -> LeftOut:
    return LeftOut(
        share=candidate.share, network=candidate.network.name, reason=reason, what=what, fix=fix
    )


def _not_online(
    candidate: Candidate, row: HandedOver, _upload: Upload, moment: Moment
) -> LeftOut | None:
    page, goes_up = moment.public.get(row.uid), candidate.post.date
    if page and page.url == row.url:
        return None
    what, fix = "its page is not online yet", "deploy first, then export again"
    if page:
        what = "its page is online under another address"
    elif goes_up > moment.now:
        what = f"its page goes online on {weekday_and_day(goes_up, _LANG)}"
        fix = "deploy on that day, then export again"
    return _left_out(candidate, Reason.NOT_ONLINE, what, fix)


def _too_soon(
    candidate: Candidate, row: HandedOver, upload: Upload, moment: Moment
) -> LeftOut | None:
    if row.at - moment.now >= timedelta(minutes=max(upload.minutes_ahead, 1)):
        return None
    when = f"{weekday_and_day(row.at, _LANG)}, {clock(row.at, _LANG)}"
    what = f"its time ({when}) is over, or too near for an upload"
    return _left_out(candidate, Reason.TOO_SOON, what, _KIT)


def _too_far(
    candidate: Candidate, row: HandedOver, upload: Upload, moment: Moment
) -> LeftOut | None:
    days = upload.days_ahead
    if days is None or time_in_file(row.at, upload) - moment.now <= timedelta(days=days):
        return None
    what = f"{candidate.tool.label} takes posts for the next {days} days only"
    return _left_out(candidate, Reason.TOO_FAR, what, "export it later")


def _no_picture(
    candidate: Candidate, row: HandedOver, upload: Upload, _moment: Moment
) -> LeftOut | None:
    if row.image or not upload.needs_image:
        return None
    what = f"it has no picture, and {candidate.tool.label} takes no row without one"
    return _left_out(candidate, Reason.NO_PICTURE, what, _KIT)


def _no_board(
    candidate: Candidate, row: HandedOver, _upload: Upload, _moment: Moment
) -> LeftOut | None:
    if row.board or not candidate.has(Cell.BOARD):
        return None
    what = f"nobody knows on which board of {candidate.network.label} it belongs"
    fix = f'add `board = "..."` to [networks.{row.network}] in practice.toml'
    return _left_out(candidate, Reason.NO_BOARD, what, fix)


def _formula(
    candidate: Candidate, row: HandedOver, upload: Upload, _moment: Moment
) -> LeftOut | None:
    zone = candidate.practice.plan_zone
    cells = (cell_of(row, column, upload, zone) for column in columns_for(upload, row.network))
    found = next((cell for cell in cells if cell.startswith(_FORMULA)), "")
    if not found:
        return None
    what = f'"{found[:20]}..." begins with "{found[0]}": a spreadsheet takes that for a formula'
    fix = f"begin it with a word, in {candidate.post.file}, and export again"
    return _left_out(candidate, Reason.FORMULA, what, fix)


_CHECKS: tuple[Callable[[Candidate, HandedOver, Upload, Moment], LeftOut | None], ...] = (
    _not_online, _too_soon, _too_far, _no_picture, _no_board, _formula,
)  # fmt: skip
