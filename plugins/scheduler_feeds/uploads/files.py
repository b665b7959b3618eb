"""Rows of the ledger as the files that schedulers take in."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from io import StringIO
from zoneinfo import ZoneInfo

from plugins.networks.rows import Column, Upload
from plugins.networks.table import SCHEDULERS
from plugins.practice.ledgers import HandedOver
from plugins.practice.settings import Practice
from plugins.scheduler_feeds.uploads.columns import cell_of, columns_for
from plugins.scheduler_feeds.uploads.naming import posting_order


def upload_files(rows: Iterable[HandedOver], practice: Practice) -> dict[str, bytes]:
    """Path in the kit to bytes, by path: "buffer/2026-W48-facebook.csv".

    CSV as RFC 4180 has it, UTF-8, earliest row first. The rows say all: any later build makes the
    same files of them. A scheduler whose format is no longer known gets none.
    """
    by_file: dict[str, list[HandedOver]] = {}
    for row in sorted(rows, key=posting_order):
        by_file.setdefault(row.file, []).append(row)
    known = ((file, together, _format_of(file)) for file, together in sorted(by_file.items()))
    return {
        file: _csv(together, upload, practice.plan_zone)
        for file, together, upload in known
        if upload
    }


def _format_of(file: str) -> Upload | None:
    scheduler = SCHEDULERS.get(file.partition("/")[0])
    return scheduler.upload if scheduler else None


def _csv(rows: Sequence[HandedOver], upload: Upload, zone: ZoneInfo) -> bytes:
    columns = _columns(rows, upload)
    out = StringIO()
    if upload.header:  # as bare as the tools print it in their own templates
        csv.writer(out).writerow(column.name for column in columns)
    cells = ([cell_of(row, column, upload, zone) for column in columns] for row in rows)
    csv.writer(out, quoting=csv.QUOTE_ALL).writerows(cells)
    return out.getvalue().encode("utf-8-sig" if upload.bom else "utf-8")


def _columns(rows: Sequence[HandedOver], upload: Upload) -> tuple[Column, ...]:
    return columns_for(upload, rows[0].network) if upload.per_network else upload.columns
