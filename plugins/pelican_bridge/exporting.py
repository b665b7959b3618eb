"""A week of the plan to a scheduler: what it is given, where that lies, and what stays out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from plugins.networks.rows import Scheduler
from plugins.networks.table import SCHEDULERS
from plugins.networks.tools import BY_HAND
from plugins.pelican_bridge.build_day import start_of
from plugins.pelican_bridge.deploying import refuse_unfit
from plugins.pelican_bridge.ledger_keeping import forget, record_handed_over
from plugins.pelican_bridge.mistakes import WrongUseError
from plugins.pelican_bridge.plan import BuildPlan
from plugins.pelican_bridge.sharing import plan_sharing
from plugins.pelican_bridge.targets import holds_a_kit
from plugins.practice.fields import UnfitError, did_you_mean
from plugins.practice.ledger_files import PUBLIC_FILE, SHARED_FILE
from plugins.practice.ledgers import HandedOver, PublicPost
from plugins.practice.settings import Practice
from plugins.scheduler_feeds.posting_plan.weeks import week_bounds, week_of
from plugins.scheduler_feeds.uploads.batch import Batch
from plugins.scheduler_feeds.uploads.files import upload_files
from plugins.scheduler_feeds.uploads.rows import rows_of


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportRequest:
    """Which week goes to which scheduler, seen from which moment."""

    tool: Scheduler
    week: str
    now: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """What came of it. `before`: rows of that week that the tool had already."""

    batch: Batch
    files: Mapping[str, bytes]
    before: tuple[HandedOver, ...]


def check_request(scheduler: str, week: str, practice: Practice, now: datetime) -> ExportRequest:
    """WrongUseError: no such tool, one that takes no files or is not in use, or no such week."""
    refuse_unfit(practice)
    files = tuple(name for name, tool in SCHEDULERS.items() if tool.upload)
    if scheduler not in files:
        raise WrongUseError(
            f'"{scheduler}" takes no file of ours. {did_you_mean(scheduler, files)}'
        )
    if scheduler not in (*practice.schedulers, BY_HAND):
        raise WrongUseError(
            f'Add "{scheduler}" to `use` in [schedulers] of practice.toml, and build and deploy '
            "again: texts must keep within what it takes."
        )
    try:
        week_bounds(week or week_of(now), practice.plan_zone)
    except UnfitError as unfit:
        raise WrongUseError(f"--week: {unfit.what}. {_sentence(unfit.fix)}") from None
    if scheduler == BY_HAND:  # a person can still post what was due this morning
        now = start_of(now.date(), practice)
    return ExportRequest(tool=SCHEDULERS[scheduler], week=week or week_of(now), now=now)


def hand_over(build: BuildPlan, kit: Path, request: ExportRequest) -> Export:
    """Write the week's new rows down, then their files into the kit.

    The ledger comes first: what could be posted must never go unremembered. Its files can be made
    of it again by any build.
    """
    public, handed_over = _ledgers(build)
    _check_kit(kit, request.tool.name)
    sharing = plan_sharing(build, request.now)
    practice = build.content.practice
    batch = rows_of(
        sharing.plan,
        request.tool.name,
        request.week,
        practice=practice,
        handed_over=handed_over,
        public=public,
        now=request.now,
        on=request.now.astimezone(practice.zone).date(),
    )
    files = upload_files(batch.rows, practice)
    if batch.rows:
        record_handed_over(build.content.folder, batch.rows)
        _write(kit, files)
    return Export(batch=batch, files=files, before=tuple(_of_week(handed_over, request)))


def take_back(build: BuildPlan, kit: Path, request: ExportRequest) -> tuple[HandedOver, ...]:
    """Forget the rows of that week that are still to come: they were never uploaded.

    A file that has such a row is removed from the kit; what stays in it is made anew.
    """
    _, handed_over = _ledgers(build)
    gone = [row for row in _of_week(handed_over, request) if row.at > request.now]
    if gone:
        forget(build.content.folder, gone)
        touched = {row.file for row in gone}
        left = [row for row in handed_over if row not in gone and row.file in touched]
        for file in touched:
            (kit / file).unlink(missing_ok=True)
        _write(kit, upload_files(left, build.content.practice))
    return tuple(gone)


def _ledgers(build: BuildPlan) -> tuple[Mapping[str, PublicPost], Sequence[HandedOver]]:
    ledgers = build.content.ledgers
    for rows, file in ((ledgers.public, PUBLIC_FILE), (ledgers.handed_over, SHARED_FILE)):
        if rows is None:
            raise WrongUseError(
                f"{file} is damaged, so nobody knows what is online or was handed over. "
                "Type  python3 tasks.py check  to see the line, and mend it first."
            )
    assert ledgers.public is not None
    assert ledgers.handed_over is not None
    return ledgers.public, ledgers.handed_over


def _of_week(rows: Iterable[HandedOver], request: ExportRequest) -> list[HandedOver]:
    return [row for row in rows if row.week == request.week and row.scheduler == request.tool.name]


def _check_kit(kit: Path, tool: str) -> None:
    """WrongUseError, OSError: no kit, or none that can be written to. Asked before anything is
    remembered."""
    if not holds_a_kit(kit):
        raise WrongUseError(f"There is no kit at {kit}. Type  python3 tasks.py build  first.")
    (kit / tool).mkdir(exist_ok=True)
    probe = kit / tool / ".probe"
    probe.touch()
    probe.unlink()


def _write(kit: Path, files: Mapping[str, bytes]) -> None:
    for file, data in files.items():
        target = kit / file
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}."
