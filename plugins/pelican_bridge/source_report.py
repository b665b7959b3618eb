"""What `check-sources` tells on the terminal."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from plugins.cited_sources.consequences.known import Judged
from plugins.cited_sources.consequences.wording import (
    accepted_words,
    finding_of,
    fix_of,
    name_of,
    seen_by,
    title_of,
    why_of,
)
from plugins.cited_sources.reports.amounts import made_of_posts
from plugins.cited_sources.reports.report import NO_ANSWER, Report
from plugins.pelican_bridge.telling import STYLES
from plugins.practice.problems import Severity

_MOST_POSTS = 5
_WORDS = {NO_ANSWER: "no answer so far"}


def tell_report(console: Console, report: Report) -> None:
    """Each finding, worst first, then the numbers of the run."""
    for judged in report.findings:
        _tell(console, judged, report)
    console.print()
    console.print(_table(report))
    if report.trouble:
        _say(console, f"[yellow]{escape(report.trouble)}[/]")
    if not report.to_do():
        _say(console, report.all_done)


def _tell(console: Console, judged: Judged, report: Report) -> None:
    style = STYLES[judged.severity]
    name, what = escape(name_of(judged.work)), escape(finding_of(judged))
    _say(console, f"\n[{style}]{judged.severity}[/] [bold]{name}[/] {what}")
    if judged.severity is Severity.NOTE and not judged.accepted:
        return
    for label, words in _lines(judged, report):
        _say(console, f"  {label:<5} {escape(words)}")


def _lines(judged: Judged, report: Report) -> Iterator[tuple[str, str]]:
    if title := title_of(judged.work):
        yield "title", title
    yield "says", seen_by(judged)
    yield "for", _resting(judged, report)
    if accepted := accepted_words(judged):
        yield "but", accepted
    yield "why", why_of(judged)
    yield "fix", fix_of(judged)


def _resting(judged: Judged, report: Report) -> str:
    resting = report.resting_on(judged.work)
    if not resting.posts:
        return "nothing rests on it"
    places = [f"{post.file}:{post.line}" for post in resting.posts[:_MOST_POSTS]]
    more = len(resting.posts) - len(places)
    told = ", ".join(places) + (f" and {more} more" if more else "")
    made = made_of_posts(resting)
    return told + (f"; with {made}" if made else "")


def _table(report: Report) -> Table:
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
    table.add_column(style="dim")
    table.add_column(justify="right")
    table.add_row("cited works and links", str(len(report.works)))
    table.add_row("verified", str(report.verified))
    for verdict, number in report.by_verdict().items():
        table.add_row(f"  {_WORDS.get(verdict, verdict)}", str(number))
    table.add_row("posts held by them", str(len(report.held())))
    table.add_row("asked in this run", str(len(report.asked)))
    table.add_row("requests of web pages", str(report.requests))
    for why, number in report.not_asked().items():
        table.add_row(f"not asked: {why}", str(number))
    return table


def _say(console: Console, words: str) -> None:
    console.print(words, highlight=False, soft_wrap=True)
