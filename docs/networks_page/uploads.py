"""The upload files of the schedulers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import groupby

from networks_page.markdown import Sources, table
from plugins.networks.rows import Cell, Column, Scheduler, Upload
from plugins.networks.table import NETWORKS, SCHEDULERS

_SAMPLE = datetime(2026, 11, 23, 12, 15)  # noqa: DTZ001  # only its look counts
_TIMES = {Cell.DATETIME: "day and time", Cell.DATE: "day", Cell.TIME: "time"}
_CELLS = {
    Cell.TEXT: "the text",
    Cell.TEXT_APART: "the text without its link, where the two can be parted",
    Cell.LINK: "the address, where it does not stand in the text",
    Cell.IMAGE: "the address of the picture",
    Cell.IMAGES: "the addresses of the pictures",
    Cell.ALT: "the picture's alt text",
    Cell.ALTS: "the alt texts",
    Cell.TITLE: "the title",
    Cell.NETWORK: "the network",
    Cell.BOARD: "the board, from `practice.toml`",
    Cell.CTA: "the button",
    Cell.HASHTAGS: "the hashtags, as words",
    Cell.FLAG: "`TRUE` for this network, else `FALSE`",
    Cell.EMPTY: "nothing",
}


def upload_sections(sources: Sources) -> Iterator[str]:
    """One section for each scheduler that takes upload files."""
    for scheduler in SCHEDULERS.values():
        if scheduler.upload is None:
            continue
        yield f"### {scheduler.label}: upload file\n"
        yield from _facts(scheduler, scheduler.upload, sources)
        yield ""
        yield from table(("Column", "What stands in it", "Only for"), _columns(scheduler.upload))
        yield from _rest(scheduler.upload)
        yield ""


def _facts(scheduler: Scheduler, upload: Upload, sources: Sources) -> Iterator[str]:
    yield f"- How sure: {sources.told(upload)}."
    labels = ", ".join(NETWORKS[name].label for name in upload.networks)
    yield f"- For: {'every network' if upload.every_network else labels}."
    yield f"- {'A file for each network.' if upload.per_network else 'One file for all networks.'}"
    yield f"- {'The first line names the columns.' if upload.header else 'No header line.'}"
    yield f"- UTF-8{', with a byte order mark' if upload.bom else ''}, commas between the columns."
    if upload.rows:
        yield f"- At most {upload.rows.size} rows a file, {sources.told(upload.rows)}."
    if upload.rows_free:
        yield f"- On the free plan {upload.rows_free.size}, {sources.told(upload.rows_free)}."
    set_in = "of your plan" if upload.every_network else f"that is set in {scheduler.label}"
    zone = upload.time_zone or f"the time zone {set_in}"
    yield f"- Times are meant in {zone}."
    yield from (f"- {sentence}" for sentence in _more(upload))
    if upload.note:
        yield f"- Note: {upload.note}."


def _more(upload: Upload) -> Iterator[str]:
    if upload.minutes_ahead:
        yield f"A time is at least {upload.minutes_ahead} minutes after the upload."
    if upload.minute_step > 1:
        yield f"Minutes are a multiple of {upload.minute_step}."
    if upload.days_ahead:
        yield f"A time is at most {upload.days_ahead} days after the upload."
    if upload.needs_image:
        yield "Every row needs a picture."
    if upload.unique:
        words = " and no ".join(upload.unique)
        yield f"No {words} stands twice in a file."
    if not upload.alt:
        yield "It cannot carry alt texts."


def _columns(upload: Upload) -> Iterator[tuple[str, str, str]]:
    """The columns in which something stands; ten pictures are one row."""
    filled = [one for one in upload.columns if len(upload.columns) < 20 or one.cell != Cell.EMPTY]
    for _, group in groupby(filled, key=lambda column: (_stem(column), column.cell)):
        first, *others = group
        last = f" to {others[-1].number}" if others else ""
        only = ", ".join(NETWORKS[name].label for name in first.networks)
        yield f"`{first.name}`{last}", _cell(first), "" if first.cell is Cell.FLAG else only


def _stem(column: Column) -> str:
    return column.name.rstrip("0123456789")


def _cell(column: Column) -> str:
    if column.cell in _TIMES:
        return f"{_TIMES[column.cell]}, like `{_SAMPLE.strftime(column.format)}`"
    if column.cell is Cell.FIXED:
        return f"always `{column.value}`"
    if column.cell is Cell.FLAG and not column.networks:
        return "always `FALSE`"
    if column.cell in (Cell.IMAGES, Cell.ALTS, Cell.HASHTAGS):
        return f"{_CELLS[column.cell]}, with `{column.joiner.strip()}` between them"
    return _CELLS[column.cell]


def _rest(upload: Upload) -> Iterator[str]:
    empty = sum(column.cell is Cell.EMPTY for column in upload.columns)
    if len(upload.columns) >= 20 and empty:
        yield f"\nThe template's other {empty} columns stand in the file as well, and stay empty."
