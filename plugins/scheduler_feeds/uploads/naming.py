"""Into which file of the kit each row goes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import count
from zoneinfo import ZoneInfo

from plugins.networks.rows import Scheduler, Upload
from plugins.practice.ledgers import HandedOver
from plugins.practice.settings import Practice
from plugins.scheduler_feeds.uploads.columns import cell_of


def filed(
    rows: Sequence[HandedOver], scheduler: Scheduler, practice: Practice, taken: Collection[str]
) -> tuple[HandedOver, ...]:
    """The rows with their file: "buffer/2026-W48-facebook.csv", then "-2", "-3".

    A file holds no more rows than the scheduler takes, and is none of those `taken` before.
    """
    upload = scheduler.upload
    if upload is None:
        return ()
    names, found = set(taken), list[HandedOver]()
    for stem, together in _by_stem(rows, scheduler.name, upload):
        for part in _parts(together, upload, _most(scheduler, practice), practice.plan_zone):
            name = next(name for name in _names(stem) if name not in names)
            names.add(name)
            found += (replace(row, file=name) for row in part)
    return tuple(sorted(found, key=posting_order))


def posting_order(row: HandedOver) -> tuple[float, str, str]:
    """Earliest first; of one minute by network and post."""
    return row.at.timestamp(), row.network, row.uid


def _by_stem(
    rows: Iterable[HandedOver], scheduler: str, upload: Upload
) -> Iterator[tuple[str, list[HandedOver]]]:
    stems: dict[str, list[HandedOver]] = {}
    for row in sorted(rows, key=posting_order):
        network = f"-{row.network}" if upload.per_network else ""
        stems.setdefault(f"{scheduler}/{row.week}{network}", []).append(row)
    yield from sorted(stems.items())


def _most(scheduler: Scheduler, practice: Practice) -> int | None:
    upload = scheduler.upload
    if upload is None:
        return None
    free = upload.rows_free if scheduler.name in practice.free_schedulers else None
    limit = free or upload.rows
    return limit.size if limit else None


def _parts(
    rows: Sequence[HandedOver], upload: Upload, most: int | None, zone: ZoneInfo
) -> Iterator[list[HandedOver]]:
    """The rows in as many files as they need, each row in the first that can take it."""
    parts: list[list[HandedOver]] = []
    said: list[set[tuple[str, str]]] = []
    for row in rows:
        once = _said_once(row, upload, zone)
        fit = (
            number
            for number, part in enumerate(parts)
            if (most is None or len(part) < most) and not said[number] & once
        )
        number = next(fit, len(parts))
        if number == len(parts):
            parts.append([])
            said.append(set())
        parts[number].append(row)
        said[number] |= once
    yield from parts


def _said_once(row: HandedOver, upload: Upload, zone: ZoneInfo) -> set[tuple[str, str]]:
    """What no other row of the file may say, by column."""
    cells = {
        (column.name, cell_of(row, column, upload, zone))
        for column in upload.columns
        if column.cell in upload.unique
    }
    return {(name, cell) for name, cell in cells if cell}


def _names(stem: str) -> Iterator[str]:
    yield f"{stem}.csv"
    yield from (f"{stem}-{number}.csv" for number in count(2))
