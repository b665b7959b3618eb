"""Which columns the upload files of a scheduler have, and what stands in them for a row."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from plugins.networks.rows import Cell, Column, Upload
from plugins.networks.table import NETWORKS
from plugins.practice.ledgers import HandedOver

_YES_NO = {True: "TRUE", False: "FALSE"}


def columns_for(upload: Upload, network: str) -> tuple[Column, ...]:
    """The columns of a file that has rows for this network."""
    return tuple(
        column for column in upload.columns if not column.left_out or _holds(column, network)
    )


def has_column(upload: Upload, network: str, *cells: Cell) -> bool:
    """Whether one of these can be told for a post on the network."""
    return any(column.cell in cells and _holds(column, network) for column in upload.columns)


def cell_of(row: HandedOver, column: Column, upload: Upload, zone: ZoneInfo) -> str:
    """What stands in a column; times are told in `zone` unless the format has its own."""
    if column.cell is Cell.FLAG:
        return _YES_NO[row.network in column.networks]
    if not _holds(column, row.network):
        return ""
    if column.cell in _TIMES:
        at = time_in_file(row.at, upload).astimezone(_zone_of(upload, zone))
        return at.strftime(column.format)
    if column.cell is Cell.CTA:
        return upload.ctas.get(row.cta, "")
    return _CELLS[column.cell](row, column)


def time_in_file(at: datetime, upload: Upload) -> datetime:
    """The first minute from `at` on that the format allows."""
    step = timedelta(minutes=upload.minute_step)
    past = timedelta(minutes=at.minute, seconds=at.second, microseconds=at.microsecond) % step
    # Counted in true time: at the end of summer a clock's hour comes twice.
    moved = at.timestamp() + ((step - past) % step).total_seconds()
    return datetime.fromtimestamp(moved, at.tzinfo)


def to_add(row: HandedOver, upload: Upload) -> tuple[Cell, ...]:
    """What belongs to the post but has no place in the file: it is added in the tool, by hand."""
    no_column = (
        cell
        for cell, (value, cells) in _parts_of(row).items()
        if value and not has_column(upload, row.network, *cells)
    )
    no_word = [Cell.CTA] if row.cta and row.cta not in upload.ctas else []
    return tuple(dict.fromkeys((*no_column, *no_word)))


def _parts_of(row: HandedOver) -> Mapping[Cell, tuple[str, tuple[Cell, ...]]]:
    """Each part with its value and the columns that can hold it."""
    return {
        Cell.TITLE: (row.headline, (Cell.TITLE,)),
        Cell.LINK: (row.link, (Cell.LINK,)),
        Cell.CTA: (row.cta, (Cell.CTA,)),
        Cell.IMAGE: (row.image, (Cell.IMAGE, Cell.IMAGES)),
        Cell.ALT: (row.alt, (Cell.ALT, Cell.ALTS)),
        Cell.BOARD: (row.board, (Cell.BOARD,)),
    }


def _holds(column: Column, network: str) -> bool:
    return not column.networks or network in column.networks


def _zone_of(upload: Upload, zone: ZoneInfo) -> ZoneInfo:
    return ZoneInfo(upload.time_zone) if upload.time_zone else zone


def _of_the_first(value: str, column: Column) -> str:
    """A row has one picture."""
    return value if column.number == 1 else ""


def _label(network: str) -> str:
    return NETWORKS[network].label if network in NETWORKS else network


_TIMES = frozenset({Cell.DATETIME, Cell.DATE, Cell.TIME})

_CELLS: Mapping[Cell, Callable[[HandedOver, Column], str]] = {
    Cell.TEXT: lambda row, _: row.text,
    Cell.TEXT_APART: lambda row, _: row.text,
    Cell.LINK: lambda row, _: row.link,
    Cell.IMAGE: lambda row, column: _of_the_first(row.image, column),
    Cell.IMAGES: lambda row, _: row.image,
    Cell.ALT: lambda row, column: _of_the_first(row.alt, column),
    Cell.ALTS: lambda row, _: row.alt,
    Cell.TITLE: lambda row, _: row.headline,
    Cell.NETWORK: lambda row, _: _label(row.network),
    Cell.BOARD: lambda row, _: row.board,
    Cell.HASHTAGS: lambda row, column: column.joiner.join(row.hashtags),
    Cell.FIXED: lambda _, column: column.value,
    Cell.EMPTY: lambda *_: "",
}
