"""What is due: of a plan, and told by `due` on the terminal or as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from rich.console import Console
from rich.markup import escape

from plugins.cited_sources.consequences.known import KnownWorks
from plugins.cited_sources.offline.entry_rules import read_again_by
from plugins.editorial_review.freshness.due import Due, Sort, due_items, in_order
from plugins.editorial_review.subject import Setting
from plugins.pelican_bridge.planned import BuildPlan
from plugins.practice.amounts import counted
from plugins.practice.dates import short_day
from plugins.practice.source_ledger import FILE as SOURCES_FILE

CALENDAR_AHEAD = timedelta(days=90)
"""How far the calendar of the kit looks, and `due` where nothing else is asked for."""

_LANG = "en"


def all_due(plan: BuildPlan, ahead: timedelta) -> tuple[Due, ...]:
    """All that is due `ahead` of the day of the plan, and what is late."""
    due = due_of(plan.setting, plan.known, plan.today + ahead)
    return tuple(replace(item, title=plan.without_secrets(item.title, item.file)) for item in due)


def due_of(setting: Setting, known: KnownWorks, until: date) -> tuple[Due, ...]:
    """All that is due until a day, and what is late, the earliest first."""
    return in_order((*due_items(setting, until), *_sources(known, until)))


def _sources(known: KnownWorks, until: date) -> Iterator[Due]:
    """The pages that posts rest on, and that somebody should read again."""
    for work in known.by_key.values():
        source = work.source
        day = read_again_by(source, work.tier) if source and work.cited_at else None
        if source and day and day <= until:
            yield Due(
                key=f"source-{source.key}",
                sort=Sort.SOURCE,
                day=day,
                title=source.title,
                lang=source.lang,
                file=SOURCES_FILE,
                to_do="Read it again, compare it with what we say, and put the day into `accessed` "
                f"below [{source.key}].",
                who=source.publisher,
            )


def as_rows(items: Iterable[Due], today: date) -> list[dict[str, object]]:
    """The items as `due --json` prints them."""
    return [
        {
            "key": item.key,
            "what": str(item.sort),
            "day": item.day.isoformat(),
            "late": item.is_late(today),
            "title": item.title,
            "lang": item.lang,
            "file": item.file,
            "to_do": item.to_do,
            "who": item.who,
            "for_somebody_else": item.for_somebody_else,
        }
        for item in items
    ]


def tell_due(console: Console, items: Sequence[Due], today: date, days: int) -> None:
    """What is late, what comes up, and what fell to people who have left."""
    others = [item for item in items if item.for_somebody_else]
    sources = [item for item in items if item.sort is Sort.SOURCE]
    own = [item for item in items if item not in (*others, *sources)]
    for heading, part in (
        ("Late", [item for item in own if item.is_late(today)]),
        (f"In the next {counted(days, 'day')}", [i for i in own if not i.is_late(today)]),
        ("For somebody else: who did it last has left", others),
    ):
        if part:
            _say(console, f"\n[bold]{heading}[/]")
        for item in part:
            _tell(console, item, today)
    if sources:
        _say(console, "\n[bold]Sources to read again[/] (then put the day into `accessed`)")
    for item in sources:
        day = _when(item.day, today)
        _say(console, f"  {escape(item.key.removeprefix('source-'))}  {escape(item.title)} ({day})")
    if not items:
        _say(console, f"Nothing is due in the next {counted(days, 'day')}.")


def _tell(console: Console, item: Due, today: date) -> None:
    style = "bold red" if item.is_late(today) else "yellow"
    day = _when(item.day, today)
    _say(console, f"\n[{style}]{item.sort}[/] [bold]{escape(item.title)}[/] ({day})")
    _say(console, f"  file {escape(item.file)}")
    if item.who:
        left = ", who has left" if item.for_somebody_else else ""
        _say(console, f"  who  {escape(item.who)}{left}")
    _say(console, f"  do   {escape(item.to_do)}")


def _when(day: date, today: date) -> str:
    days = (day - today).days
    near = f"in {counted(days, 'day')}" if days > 0 else f"{counted(-days, 'day')} ago"
    return f"{short_day(day, _LANG)}, {near if days else 'today'}"


def _say(console: Console, words: str) -> None:
    console.print(words, highlight=False, soft_wrap=True)
