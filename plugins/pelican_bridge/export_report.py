"""What `export` tells: the files and what to do with them, and what stays out and why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from rich.console import Console
from rich.markup import escape

from plugins.networks.rows import Scheduler
from plugins.networks.table import NETWORKS
from plugins.networks.tools import BY_HAND
from plugins.pelican_bridge.exporting import Export, ExportRequest
from plugins.practice.amounts import counted
from plugins.practice.dates import clock, weekday_and_day
from plugins.practice.ledgers import HandedOver
from plugins.scheduler_feeds.uploads.batch import LeftOut, Reason

_LANG = "en"

_GUIDES = {"buffer": "docs/buffer.md", "hootsuite": "docs/hootsuite.md"}


def tell_export(console: Console, export: Export, request: ExportRequest, kit: Path) -> int:
    """The exit code: 1 when nothing could be handed over though there was something to hand."""
    rows, tool = export.batch.rows, request.tool
    for file in export.files:
        own = [row for row in rows if row.file == file]
        _say(console, f"[bold]{escape(_shown(kit / file))}[/]  {_told(own)}")
    if rows:
        _say(console, f"\n{_next(len(export.files), tool)}")
        _say(console, "All of it is written down in content/ledger/shared.toml. Keep that in git.")
    else:
        _say(console, _nothing(export, request))
    _tell_left_out(console, export.batch.left_out)
    stuck = any(left.reason is not Reason.BY_HAND for left in export.batch.left_out)
    return int(not rows and stuck)


def tell_taken_back(console: Console, gone: Sequence[HandedOver], request: ExportRequest) -> int:
    """1 when there was nothing to take back."""
    if not gone:
        words = f"Nothing of {request.week} that {_who(request.tool)} has is still to come."
        _say(console, words)
        return 1
    _say(console, f"Took back {counted(len(gone), 'row')} of {request.week}. "
         f"Export it again when you are ready.")  # fmt: skip
    _say(console, f"If {_who(request.tool)} has them after all, delete them there: "
         "they would be posted twice.")  # fmt: skip
    return 0


def _shown(path: Path) -> str:
    """As short as it can be typed from here."""
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)


def _next(files: int, tool: Scheduler) -> str:
    if tool.name == BY_HAND:
        return "Post each on its day from kit/index.html. The file is for printing."
    upload = f"Upload {counted(files, 'file')} to {tool.label}:"
    if tool.name in _GUIDES:
        return f"{upload} {_GUIDES[tool.name]} tells how, step by step."
    return f"{upload} docs/networks.md tells what stands in it, and how sure that is."


def _told(rows: Sequence[HandedOver]) -> str:
    first, last = rows[0], rows[-1]
    days = _when(first) if first.at == last.at else f"{_when(first)} to {_when(last)}"
    return f"{counted(len(rows), 'post')}, {days}"


def _when(row: HandedOver) -> str:
    return f"{weekday_and_day(row.at, _LANG)}, {clock(row.at, _LANG)}"


def _nothing(export: Export, request: ExportRequest) -> str:
    tool = _who(request.tool)
    if export.before:
        on = max(row.on for row in export.before)
        files = ", ".join(sorted({row.file for row in export.before}))
        return (
            f"Nothing new for {request.week}: {tool} was given it on "
            f"{weekday_and_day(on, _LANG)}. The files are in the kit: {files}."
        )
    return f"The plan has nothing for {tool} in {request.week}. kit/index.html shows it."


def _who(tool: Scheduler) -> str:
    return "your own list" if tool.name == BY_HAND else tool.label


def _tell_left_out(console: Console, left_out: Sequence[LeftOut]) -> None:
    """One entry a post and reason, with the networks that it is about."""
    apart = [left for left in left_out if left.reason is not Reason.BY_HAND]
    for (title, what, fix), labels in _together(apart).items():
        _say(console, f"\n[yellow]left out[/] [bold]{escape(title)}[/] ({', '.join(labels)})")
        _say(console, f"  why  {escape(what)}")
        _say(console, f"  fix  {escape(fix)}")
    by_hand = dict.fromkeys(_label(left) for left in left_out if left.reason is Reason.BY_HAND)
    if by_hand:
        _say(console, f"\nNo file for {', '.join(by_hand)}: post there by hand. So that it is "
             f"remembered, type  python3 tasks.py export {BY_HAND}")  # fmt: skip


def _together(left_out: Iterable[LeftOut]) -> dict[tuple[str, str, str], list[str]]:
    """The labels of the networks by title, reason and fix."""
    found: dict[tuple[str, str, str], list[str]] = {}
    for left in sorted(left_out, key=lambda left: list(Reason).index(left.reason)):
        labels = found.setdefault((left.share.shared.post.title, left.what, left.fix), [])
        labels.append(_label(left))
    return found


def _label(left: LeftOut) -> str:
    return NETWORKS[left.network].label if left.network in NETWORKS else left.network


def _say(console: Console, words: str) -> None:
    console.print(words, highlight=False, soft_wrap=True)
